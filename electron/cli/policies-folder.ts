// Where the bundled rule sets lie when the command line runs from the source tree.
import { fileURLToPath } from "node:url";

export const POLICIES_FOLDER = fileURLToPath(new URL("../../policies/", import.meta.url));

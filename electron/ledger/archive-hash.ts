// The name of an archived rule set: the hash of its text.

import { createHash } from "node:crypto";

/** 64 hexadecimal digits. */
export function archiveHash(text: string): string {
  return createHash("sha256").update("canbao-rules/1\n").update(text).digest("hex");
}

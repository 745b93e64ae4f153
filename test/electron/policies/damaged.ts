// Bundled rule sets with one thing broken: a copy in a temporary folder, changed, loaded, and thrown away.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { loadPolicies, type Policies } from "../../../electron/policies/store.ts";
import { POLICIES } from "../../bundled.ts";

/** Runs `use` on a copy of the bundled policies folder. */
export function withPolicies<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(path.join(tmpdir(), "canbao-policies-"));
  try {
    cpSync(POLICIES, folder, { recursive: true });
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// biome-ignore lint/suspicious/noExplicitAny: a test breaks the data wherever it likes, so the data has no type here
export type Data = any;

/** Loads the bundled policies with one JSON file changed in place. */
export function loadChanged(file: string, change: (data: Data) => void): Policies {
  return withPolicies((folder) => {
    const at = path.join(folder, file);
    const data: Data = JSON.parse(readFileSync(at, "utf8"));
    change(data);
    writeFileSync(at, JSON.stringify(data));
    return loadPolicies(folder);
  });
}

/** Loads the bundled policies with one file's text (or bytes) replaced. */
export function loadRewritten(file: string, rewrite: (text: string) => string | Uint8Array): Policies {
  return withPolicies((folder) => {
    const at = path.join(folder, file);
    writeFileSync(at, rewrite(readFileSync(at, "utf8")));
    return loadPolicies(folder);
  });
}

// The anchor: the newest record's number and hash, sealed and kept outside the database, so that an older copy shows.

import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { canonicalJson } from "../../shared/ledger/canonical.ts";
import type { LedgerKeys } from "./keys.ts";

const AnchorFile = z.strictObject({
  format: z.literal("canbao-anchor/1"),
  ledger: z.uuid(),
  seq: z.int().nonnegative(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.string(),
  /** The last slip counter given, so that a number is not given twice after a backup was put back. */
  slips: z.strictObject({ day: z.string(), counter: z.int().nonnegative() }).nullable(),
  seal: z.string().regex(/^[0-9a-f]{64}$/),
});

export type Anchor = Omit<z.infer<typeof AnchorFile>, "seal" | "format">;

export type AnchorReading =
  | { readonly kind: "absent" }
  | { readonly kind: "good"; readonly anchor: Anchor }
  /** Readable, but not sealed with this key: another key, or somebody wrote it by hand. */
  | { readonly kind: "not-ours" }
  | { readonly kind: "damaged" };

export function readAnchor(file: string, keys: LedgerKeys): AnchorReading {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return { kind: "absent" };
    throw error;
  }
  const parsed = AnchorFile.safeParse(parseJson(text));
  if (!parsed.success) return { kind: "damaged" };
  const { seal, format, ...anchor } = parsed.data;
  return keys.sealText("anchor", canonicalJson({ ...anchor, format })) === seal
    ? { kind: "good", anchor }
    : { kind: "not-ours" };
}

/**
 * Replaces the anchor. Called after the record is on the disk, never before: an anchor may lag behind the ledger by what
 * a kill cut off, an anchor ahead of the ledger means that records are gone.
 */
export function writeAnchor(file: string, keys: LedgerKeys, anchor: Anchor): void {
  const content = { format: "canbao-anchor/1", ...anchor };
  replaceFile(
    file,
    `${JSON.stringify({ ...content, seal: keys.sealText("anchor", canonicalJson(content)) }, null, 2)}\n`,
  );
}

/** Writes beside the file, brings it to the disk, then renames: a reader sees the old content or the new one. */
export function replaceFile(file: string, content: string | Uint8Array): void {
  const beside = path.join(path.dirname(file), `.${path.basename(file)}.new`);
  const handle = openSync(beside, "w", 0o600);
  try {
    const bytes = typeof content === "string" ? Buffer.from(content) : content;
    for (let at = 0; at < bytes.byteLength; ) at += writeSync(handle, bytes, at);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(beside, file);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

// The rule sets that slips were issued with, kept in the ledger itself: encrypted with it, in every backup, as old as its slips.

import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { RulesToKeep } from "../../shared/ledger/archived-rules.ts";
import { archiveHash } from "./archive-hash.ts";
import { asBytes, type Database } from "./database.ts";

export type KeptRules =
  | { readonly kind: "kept"; readonly text: string }
  /** Not what its hash says: never used. */
  | { readonly kind: "damaged" }
  | { readonly kind: "absent" };

/** Sixty times today's largest; a damaged length must not fill the memory. */
const LARGEST = 4 * 1024 * 1024;

/**
 * Inside the transaction that issues the slip, so that no slip is acknowledged without its rules. A damaged entry is
 * replaced: what is handed in has the right hash. Throws a RangeError where it has not, which is a bug.
 */
export function keepRules(database: Database, rules: RulesToKeep): void {
  if (readRules(database, rules.hash).kind === "kept") return;
  if (archiveHash(rules.text) !== rules.hash) throw new RangeError("rules under another's hash");
  database.run(
    "INSERT INTO rule_set (hash, data) VALUES (?, ?) ON CONFLICT (hash) DO UPDATE SET data = excluded.data",
    rules.hash,
    deflateRawSync(rules.text),
  );
}

export function readRules(database: Database, hash: string): KeptRules {
  const row = database.row("SELECT CAST(data AS BLOB) FROM rule_set WHERE hash = ?", hash);
  if (row === undefined) return { kind: "absent" };
  const text = inflated(asBytes(row[0]));
  return text !== undefined && archiveHash(text) === hash ? { kind: "kept", text } : { kind: "damaged" };
}

function inflated(data: Uint8Array): string | undefined {
  try {
    return inflateRawSync(data, { maxOutputLength: LARGEST }).toString("utf8");
  } catch {
    return undefined;
  }
}

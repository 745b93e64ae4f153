// Packs a loaded rule set so that the very same table can be compiled from it years later, and unpacks it again.

import { ArchivedRules, type RulesToKeep } from "../../shared/ledger/archived-rules.ts";
import { canonicalJson } from "../../shared/ledger/canonical.ts";
import type { Table } from "../../shared/rules/table.ts";
import { archiveHash } from "../ledger/archive-hash.ts";
import { filesOfParts } from "./files.ts";
import { type LoadedRuleSet, loadFrom } from "./store.ts";

/**
 * Undefined where the files no longer give the table that was loaded from them: somebody changed them meanwhile. Files go
 * in as they stand, not as they were understood, so that a later program reads them by its own light.
 */
export function packRules({ from, madeFrom, settled, table }: LoadedRuleSet): RulesToKeep | undefined {
  const files: ArchivedRules["files"] = [];
  for (const path of [...madeFrom].sort()) {
    const read = from.read(path);
    if (!read.ok) return undefined;
    files.push({ path, text: read.bytes.toString("utf8") });
  }
  const archive: ArchivedRules = { format: "canbao-rules/1", ruleSet: table.id, files, settled: { ...settled } };
  const text = canonicalJson(archive);
  return unpackRules(text)?.hash === table.hash ? { hash: archiveHash(text), text } : undefined;
}

/** The table as today's program compiles it; undefined where it does not take these rules any more. */
export function unpackRules(text: string): Table | undefined {
  const archive = ArchivedRules.safeParse(JSON.parse(text));
  if (!archive.success) return undefined;
  const { ruleSet, files, settled } = archive.data;
  const parts = new Map(files.map((file) => [file.path, Buffer.from(file.text)]));
  const { ruleSets, settlementFaults } = loadFrom(filesOfParts(parts), { [ruleSet]: settled });
  // A decision that no longer fits would be left out silently: another table than that of then.
  return settlementFaults.length > 0 ? undefined : ruleSets.get(ruleSet)?.table;
}

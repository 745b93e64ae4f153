// A bundled rule set with a part written otherwise: what no bundled notice says, and a rule file may.
import { compile } from "../../../shared/rules/compile.ts";
import type { RuleSetData } from "../../../shared/rules/schema.ts";
import type { Table } from "../../../shared/rules/table.ts";
import { bundled } from "../../bundled.ts";

export function rewritten(id: string, change: (data: RuleSetData) => Partial<RuleSetData>): ReadonlyMap<string, Table> {
  const loaded = bundled.ruleSets.get(id);
  if (loaded === undefined) throw new Error(`no ${id}`);
  const source = structuredClone(loaded.source);
  const changed = change(source.data);
  const data = { ...source.data, ...changed };
  // The national layer's information stands beside the rule set's own; a test that writes it has its own alone.
  const { information = source.information } = changed;
  return new Map([
    [id, compile({ ...source, data, information }, { hash: () => "sha256:test", regions: [], settled: {} })],
  ]);
}

export const gansuRewritten = (change: (data: RuleSetData) => Partial<RuleSetData>) => rewritten("gansu/2025", change);

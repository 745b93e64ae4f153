// Gansu's rules of 2025 with a part written otherwise: what no bundled notice says, and a rule file may.
import { compile } from "../../../shared/rules/compile.ts";
import type { RuleSetData } from "../../../shared/rules/schema.ts";
import type { Table } from "../../../shared/rules/table.ts";
import { bundled } from "../../bundled.ts";

export function gansuRewritten(change: (data: RuleSetData) => Partial<RuleSetData>): ReadonlyMap<string, Table> {
  const loaded = bundled.ruleSets.get("gansu/2025");
  if (loaded === undefined) throw new Error("no gansu/2025");
  const source = structuredClone(loaded.source);
  const data = { ...source.data, ...change(source.data) };
  const table = compile({ ...source, data }, { hash: "sha256:test", regions: [], settled: {} });
  return new Map([[table.id, table]]);
}

// The bundled rule sets, loaded once for all tests that need them.
import { fileURLToPath } from "node:url";
import type { RuleSources } from "../electron/packs/rules-in-use.ts";
import { loadPolicies } from "../electron/policies/store.ts";
import type { Table } from "../shared/rules/table.ts";

export const POLICIES = fileURLToPath(new URL("../policies/", import.meta.url));

/** Rules without any pack, as a rules service takes them. */
export const bundledOnly = (policies: string) => (): RuleSources => ({ policies, packs: [], program: "0.1.0" });

export const bundled = loadPolicies(POLICIES);

export const tables: ReadonlyMap<string, Table> = new Map([...bundled.ruleSets].map(([id, { table }]) => [id, table]));

/** The table of a bundled rule set; a missing one fails the test that asks. */
export function tableOf(id: string): Table {
  const table = tables.get(id);
  if (table === undefined) throw new Error(`no bundled rule set ${id}: ${JSON.stringify(bundled.faults)}`);
  return table;
}

/** The bundled rule sets but these, in their order: what is left when these are broken. */
export function othersThan(...ids: readonly string[]): readonly string[] {
  return [...tables.keys()].filter((id) => !ids.includes(id));
}

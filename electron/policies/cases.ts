// Reads the worked cases beside a rule set. Not read when rule sets are loaded to answer: only where somebody checks them.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { type CasesData, CasesFile } from "../../shared/rules/cases.ts";
import type { Fault } from "../../shared/rules/fault.ts";
import { readAs } from "./read-as.ts";

export interface ReadCases {
  readonly file: string;
  /** null where there is no file, or a faulty one. */
  readonly cases: CasesData | null;
  readonly faults: readonly Fault[];
}

/** `cases.json` of the rule set `id` below `folder`. */
export function readCases(folder: string, id: string): ReadCases {
  const file = `${id}/cases.json`;
  if (!existsSync(join(folder, file))) return { file, cases: null, faults: [] };
  const faults: Fault[] = [];
  const cases = readAs(folder, file, CasesFile, faults);
  if (cases !== null && cases.ruleSet !== id)
    return {
      file,
      cases: null,
      faults: [{ file, path: "ruleSet", message: `"${cases.ruleSet}" does not fit its folder ${id}` }],
    };
  return { file, cases, faults };
}

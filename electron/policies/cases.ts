// Reads the worked cases beside a rule set. Not read when rule sets are loaded to answer: only where somebody checks them.
import { type CasesData, CasesFile } from "../../shared/rules/cases.ts";
import type { Fault } from "../../shared/rules/fault.ts";
import type { PolicyFiles } from "./files.ts";
import { readAs } from "./read-as.ts";

export interface ReadCases {
  readonly file: string;
  /** null where there is no file, or a faulty one. */
  readonly cases: CasesData | null;
  readonly faults: readonly Fault[];
}

/** `cases.json` of the rule set `id`. */
export function readCases(files: PolicyFiles, id: string): ReadCases {
  const file = `${id}/cases.json`;
  if (!files.has(file)) return { file, cases: null, faults: [] };
  const faults: Fault[] = [];
  const cases = readAs(files, file, CasesFile, faults);
  if (cases !== null && cases.ruleSet !== id)
    return {
      file,
      cases: null,
      faults: [{ file, path: "ruleSet", message: `"${cases.ruleSet}" does not fit its folder ${id}` }],
    };
  return { file, cases, faults };
}

// A rule set for tests alone: coverage 2027 under the national three-month rule, as Qingdao's published examples apply it.
import { compile } from "../../../shared/rules/compile.ts";
import type { RuleSetData } from "../../../shared/rules/schema.ts";
import type { Table } from "../../../shared/rules/table.ts";
import { bundled } from "../../bundled.ts";

/** Window 1 October to 31 December 2026, then a wait of three months; each missed year beyond the first a month more. */
export function rulesOf2027(): Table {
  const source = bundled.ruleSets.get("jiangxi/2026")?.source;
  const [window] = source?.data.periods ?? [];
  const after = source?.data.periods.at(-1);
  if (source === undefined || window === undefined || after === undefined) throw new Error("no jiangxi/2026");
  const data: RuleSetData = {
    ...source.data,
    id: "threemonths/2027",
    coverageYear: 2027,
    periods: [
      { ...window, from: "2026-10-01", to: "2026-12-31" },
      { ...after, from: "2027-01-01", to: "2027-12-31" },
    ],
  };
  return compile({ ...source, data }, { hash: () => "sha256:test", regions: [], settled: {} });
}

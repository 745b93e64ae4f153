// Checks a county layer: it belongs to its rule set, its tier exists, and its townships add up to the printed total.
import { checkCitations } from "../../shared/rules/citations.ts";
import { type Fault, pathText, type Report } from "../../shared/rules/fault.ts";
import type { CountyData, NationalData, RuleSetData } from "../../shared/rules/schema.ts";

/** `known` are the county codes of the rule set's area, `layers` the national layers above it. */
export function checkCounty(
  county: CountyData,
  ruleSet: RuleSetData,
  layers: readonly NationalData[],
  known: ReadonlySet<string>,
  file: string,
): readonly Fault[] {
  const faults: Fault[] = [];
  const report: Report = (path, message) => faults.push({ file, path: pathText(path), message });
  if (county.ruleSet !== ruleSet.id) report(["ruleSet"], `"${county.ruleSet}" does not fit its folder ${ruleSet.id}`);
  if (!known.has(county.county))
    report(
      ["county"],
      `${county.county} is no county of ${ruleSet.id}; regions/${ruleSet.jurisdiction.regions}.json names them, like ${[...known].slice(0, 3).join(", ")}`,
    );
  if (!file.endsWith(`county-${county.county}.json`)) report(["county"], `${county.county} does not fit the file name`);
  const { tier, townships } = county;
  if (tier !== undefined && !ruleSet.subsidy.tiers.some((other) => other.id === tier.id))
    report(["tier", "id"], `no tier "${tier.id}"; known: ${ruleSet.subsidy.tiers.map((other) => other.id).join(", ")}`);
  const total = townships.rows.reduce((sum, row) => sum + row.toEnrol, 0);
  if (total !== townships.total)
    report(["townships", "total"], `the rows add up to ${total}, the notice prints ${townships.total}`);
  townships.rows.forEach((row, at) => {
    if (row.no !== at + 1)
      report(["townships", "rows", at, "no"], `${row.no} breaks the numbering; expected ${at + 1}`);
    if (townships.rows.findIndex((other) => other.name.zh === row.name.zh) !== at)
      report(["townships", "rows", at, "name", "zh"], `${row.name.zh} stands twice`);
  });
  const documents = [county, ruleSet, ...layers].flatMap((layer) => Object.keys(layer.documents));
  checkCitations(county, [], new Set(documents), ruleSet.status === "in-force", report);
  return faults;
}

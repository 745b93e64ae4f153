// Faults that the shape alone cannot show: sums, gaps and overlaps, missing citations, readings that no option answers.
import type { EpochDay } from "../dates/civil.ts";
import { dayOf } from "../dates/civil.ts";
import { isoDay, parseIsoDay } from "../dates/iso.ts";
import { checkInterpretations } from "./check-interpretations.ts";
import { checkCitations } from "./citations.ts";
import { type Fault, listed, pathText, type Report } from "./fault.ts";
import { compareYuan, fen, sum, type Yuan } from "./money.ts";
import type { ResolvedRuleSet } from "./resolve.ts";

/** Everything wrong with a rule set whose layers are merged. Empty: it may be compiled. `file` names the file in each fault. */
export function checkRuleSet(source: ResolvedRuleSet, file: string): readonly Fault[] {
  const faults: Fault[] = [];
  const report: Report = (path, message) => faults.push({ file, path: pathText(path), message });
  checkIdentity(source, report);
  checkAmounts(source, report);
  checkCategories(source, report);
  checkTiers(source, report);
  checkPeriods(source, report);
  checkGroups(source, report);
  checkMissedYears(source, report);
  checkInterpretations(source, report);
  checkCitations(source.data, [], new Set(source.documents.keys()), source.data.status === "in-force", report);
  return faults;
}

function checkIdentity({ data }: ResolvedRuleSet, report: Report): void {
  if (!data.id.endsWith(`/${data.coverageYear}`))
    report(["id"], `"${data.id}" does not end with the coverage year ${data.coverageYear}`);
  if (!data.extends.endsWith(`/${data.coverageYear}`))
    report(["extends"], `"${data.extends}" is a layer of another year than ${data.coverageYear}`);
}

function checkAmounts({ data, national }: ResolvedRuleSet, report: Report): void {
  const standard = data.contribution.standard.value;
  if (standard === null) {
    report(["contribution", "standard", "value"], "a rule set needs a standard; without one it cannot answer");
    return;
  }
  const floor = national.floors.contribution.value;
  if (floor !== null && compareYuan(standard, floor) < 0)
    report(["contribution", "standard", "value"], `${standard} is below the national floor of ${floor}`);
  const total = data.subsidy.total.value;
  const subsidyFloor = national.floors.subsidy.value;
  if (total !== null && subsidyFloor !== null && compareYuan(total, subsidyFloor) < 0)
    report(["subsidy", "total", "value"], `${total} is below the national floor of ${subsidyFloor}`);
  data.aid.categories.forEach((category, at) => {
    if (typeof category.aid === "string" && compareYuan(category.aid, standard) > 0)
      report(
        ["aid", "categories", at, "aid"],
        `aid ${category.aid} is above the standard ${standard}; aid is a part of the contribution`,
      );
  });
  data.periods.forEach((period, at) => {
    if (period.standard === undefined) return;
    const late = period.standard.value;
    if (late === null)
      report(["periods", at, "standard", "value"], "a price that is not stated cannot be charged; leave the price out");
    else if (compareYuan(late, standard) < 0)
      report(["periods", at, "standard", "value"], `${late} is below the ordinary standard ${standard}`);
    if (period.benefit.kind !== "wait")
      report(["periods", at, "standard"], "a price for late payers goes with a period that sets a wait");
  });
  checkShares(data, standard, report);
}

/** Shares of the standard come out in whole fen, and reliefs stay within the standard. */
function checkShares({ aid }: ResolvedRuleSet["data"], standard: Yuan, report: Report): void {
  const share = (percent: number, path: readonly PropertyKey[]): void => {
    if ((fen(standard) * percent) % 100 !== 0)
      report(path, `${percent} % of ${standard} is no whole number of fen; write the amount`);
  };
  aid.categories.forEach((category, at) => {
    if (category.aid !== null && typeof category.aid !== "string")
      share(category.aid.percent, ["aid", "categories", at, "aid", "percent"]);
  });
  (aid.reliefs ?? []).forEach(({ pays }, at) => {
    if (typeof pays !== "string") share(pays.percent, ["aid", "reliefs", at, "pays", "percent"]);
    else if (pays !== "all" && compareYuan(pays, standard) > 0)
      report(["aid", "reliefs", at, "pays"], `${pays} is above the standard ${standard}`);
  });
  repeated((aid.reliefs ?? []).map(({ id }) => id)).forEach(({ id, at }) => {
    report(["aid", "reliefs", at, "id"], `"${id}" stands twice`);
  });
}

function checkCategories({ data }: ResolvedRuleSet, report: Report): void {
  const { categories } = data.aid;
  repeated(categories.map((category) => category.id)).forEach(({ id, at }) => {
    report(["aid", "categories", at, "id"], `"${id}" stands twice`);
  });
  categories.forEach((category, at) => {
    if (category.resolvesTo === undefined) return;
    const target = categories.find((other) => other.id === category.resolvesTo);
    if (target === undefined || target.resolvesTo !== undefined)
      report(
        ["aid", "categories", at, "resolvesTo"],
        `"${category.resolvesTo}" is no class of this rule set; known: ${listed(classesOf(categories, category.id))}`,
      );
    else if (category.aid !== null)
      report(["aid", "categories", at, "aid"], "a name for a class takes the class's aid; write null");
  });
}

/** What the identity \`id\` may count as: the others that are no name for a class themselves. */
function classesOf(categories: ResolvedRuleSet["data"]["aid"]["categories"], id: string): readonly string[] {
  return categories.filter((other) => other.id !== id && other.resolvesTo === undefined).map((other) => other.id);
}

function checkTiers({ data }: ResolvedRuleSet, report: Report): void {
  const { subsidy, jurisdiction } = data;
  const central = "by" in subsidy.central ? null : subsidy.central.value;
  const areas = subsidy.tiers.flatMap((tier, at) => [
    ...tier.areas.map((code, index) => ({ code, path: ["subsidy", "tiers", at, "areas", index] })),
    ...(tier.unverified?.areas ?? []).map((code, index) => ({
      code,
      path: ["subsidy", "tiers", at, "unverified", "areas", index],
    })),
  ]);
  repeated(areas.map((area) => area.code)).forEach(({ id, at }) => {
    report(areas[at]?.path ?? [], `${id} is in two tiers`);
  });
  for (const { code, path } of areas)
    if (!code.startsWith(jurisdiction.code))
      report(path, `${code} lies outside ${jurisdiction.name.zh} (${jurisdiction.code})`);
  subsidy.tiers.forEach((tier, at) => {
    if (central === null || subsidy.total.value === null) return;
    const total = sum(central, tier.province, tier.cityCounty);
    if (total !== subsidy.total.value)
      report(
        ["subsidy", "tiers", at],
        `central ${central} + province ${tier.province} + city and county ${tier.cityCounty} = ${total}, but the subsidy is ${subsidy.total.value}`,
      );
  });
}

function checkPeriods({ data }: ResolvedRuleSet, report: Report): void {
  const yearEnd = dayOf(data.coverageYear, 12, 31);
  let expected: EpochDay | null = null;
  data.periods.forEach((period, at) => {
    const from = parseIsoDay(period.from);
    const to = parseIsoDay(period.to);
    if (from === undefined) report(["periods", at, "from"], `"${period.from}" is no day of the calendar`);
    if (to === undefined) report(["periods", at, "to"], `"${period.to}" is no day of the calendar`);
    if (from === undefined || to === undefined) return;
    if (from > to) report(["periods", at, "to"], `${period.to} is before ${period.from}`);
    if (expected !== null && from < expected)
      report(["periods", at, "from"], `overlaps the period before, which ends on ${isoDay(expected - 1)}`);
    if (expected !== null && from > expected)
      report(
        ["periods", at, "from"],
        `leaves out ${isoDay(expected)} to ${isoDay(from - 1)}; write a period for those days, silent where the notice is`,
      );
    expected = to + 1;
  });
  if (expected !== null && expected !== yearEnd + 1)
    report(
      ["periods"],
      `end on ${isoDay(expected - 1)}; the last period ends with the coverage year on ${isoDay(yearEnd)}`,
    );
  repeated(data.periods.map((period) => period.id)).forEach(({ id, at }) => {
    report(["periods", at, "id"], `"${id}" stands twice`);
  });
}

/** A day named for those with missed years lies in the year; a floor is written in the unit of the wait. */
function checkMissedYears({ data }: ResolvedRuleSet, report: Report): void {
  const { missedYears, wait, coverageYear } = data;
  for (const unit of ["day", "month"] as const) {
    const counted = wait.lengths[unit];
    const times = [counted?.further, wait.further?.[unit]].filter((length) => length !== undefined).length;
    if (times !== (counted === undefined ? 0 : 1))
      report(["wait", "further", unit], "write once what a further missed year adds, in the units of the wait");
  }
  if (missedYears === null) return;
  const { inWindow, repair } = missedYears;
  if (inWindow !== undefined && !inWindow.start.startsWith(`${coverageYear}-`))
    report(["missedYears", "inWindow", "start"], `${inWindow.start} is no day of coverage year ${coverageYear}`);
  if (repair === undefined) return;
  for (const unit of ["day", "month"] as const)
    if (wait.lengths[unit] !== undefined && repair.floor[unit] === undefined)
      report(["missedYears", "repair", "floor", unit], `the wait is counted by the ${unit}; write the floor in it too`);
}

function checkGroups(source: ResolvedRuleSet, report: Report): void {
  const { data } = source;
  repeated(data.groups.map((group) => group.id)).forEach(({ id, at }) => {
    report(["groups", at, "id"], `"${id}" stands twice`);
  });
  const categories = new Set(data.aid.categories.map((category) => category.id));
  data.groups.forEach((group, at) => {
    const named = [...(group.identities?.listed ?? []), ...(group.identities?.open?.identities ?? [])];
    for (const id of named)
      if (!categories.has(id))
        report(
          ["groups", at, "identities"],
          `"${id}" is no aid identity of this rule set; known: ${listed(categories)}`,
        );
    if (group.test.kind === "newborn" && group.id !== "newborn")
      report(["groups", at, "test"], "only the group newborn is told by its birth date");
    if (group.test.kind === "own-window") {
      const opening = data.periods[0]?.from ?? group.test.from;
      if (group.test.from < opening || group.test.to < group.test.from || group.test.to > `${data.coverageYear}-12-31`)
        report(["groups", at, "test"], `a window of its own lies between the opening on ${opening} and the year's end`);
    }
  });
  for (const kind of ["newborn", "born-since"] as const) {
    const told = data.groups.filter((group) => group.test.kind === kind);
    if (told.length > 1)
      report(["groups"], `${told.map(({ id }) => id).join(" and ")} are both told by the birth date`);
  }
  data.information.forEach((entry, at) => {
    for (const id of entry.when?.identities ?? [])
      if (!categories.has(id))
        report(
          ["information", at, "when", "identities"],
          `"${id}" is no aid identity of this rule set; known: ${listed(categories)}`,
        );
    for (const id of entry.when?.groups ?? [])
      if (!data.groups.some((group) => group.id === id))
        report(
          ["information", at, "when", "groups"],
          `"${id}" is no special group of this rule set; known: ${listed(data.groups.map((group) => group.id))}`,
        );
  });
}

/** Ids that stand more than once, each with the index of its repetition. */
function repeated(ids: readonly string[]): readonly { readonly id: string; readonly at: number }[] {
  const found: { readonly id: string; readonly at: number }[] = [];
  ids.forEach((id, at) => {
    if (ids.indexOf(id) !== at) found.push({ id, at });
  });
  return found;
}

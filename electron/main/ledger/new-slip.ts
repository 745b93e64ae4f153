// Answers the residents of a slip by the rules in force, and gathers what the ledger keeps of it.

import { otherCoverageYear } from "../../../shared/compare/newborn-years.ts";
import { fail, type Outcome, succeed } from "../../../shared/ipc/channel.ts";
import type { Json } from "../../../shared/ledger/canonical.ts";
import { figuresOf } from "../../../shared/ledger/figures.ts";
import { jurisdictionOf } from "../../../shared/rules/missing-year.ts";
import type { NewSlip, OtherLine, SlipMember } from "../../ledger/issue.ts";
import type { StandingRules } from "../rules-service.ts";

export interface SlipPerson {
  readonly name: string | null;
  readonly idNumber: string | null;
  readonly township: string | null;
  readonly request: Readonly<Record<string, unknown>>;
}

type Answered = Pick<NewSlip, "ruleSet" | "rules" | "interpretations" | "others" | "members">;
type Basis = Pick<NewSlip, "ruleSet" | "interpretations">;

/**
 * `today` as ISO day. `case-invalid` also where the residents are not all answered by one rule set, but for a newborn's
 * second line, directly below its first: the same child in the same place's coverage year next to it. Counts of people rest on that.
 */
export function newSlip(
  rules: StandingRules,
  people: readonly SlipPerson[],
  today: string,
): Outcome<Answered, "case-invalid" | "rules-not-kept" | "past-year"> {
  const members: SlipMember[] = [];
  const others: OtherLine[] = [];
  let slip: Basis | undefined;
  for (const [place, { name, idNumber, township, request }] of people.entries()) {
    const answer = rules.answer(request);
    if (!answer.ok) return fail("case-invalid", { path: answer.error.path });
    const { ruleSet, interpretations, pastYear } = answer.result;
    const lastDay = rules.lastUsefulDay(ruleSet.id);
    // A new slip by rules whose time is over: only where somebody named that year on purpose.
    if (today > lastDay && pastYear === undefined)
      return fail("past-year", { year: ruleSet.coverageYear, day: lastDay });
    const { id, version, hash, coverageYear } = ruleSet;
    const basis: Basis = {
      ruleSet: { id, version, hash, coverageYear },
      interpretations: interpretations.map(({ id: question, option, source }) => ({ id: question, option, source })),
    };
    slip ??= basis;
    if (slip.ruleSet.hash !== hash) {
      const above = people[place - 1];
      const isSecond = others.at(-1)?.place === place - 1;
      if (above === undefined || isSecond || !isOtherYearOf(above, { name, idNumber, township, request })) {
        return fail("case-invalid", { path: "people" });
      }
      if (!isNextTo(slip.ruleSet, basis.ruleSet)) return fail("case-invalid", { path: "ruleSet" });
      const kept = rules.pack(id);
      if (kept === undefined) return fail("rules-not-kept");
      others.push({ place, ...basis, rules: kept });
    }
    const county = typeof request["county"] === "string" ? request["county"] : null;
    members.push({
      name,
      idNumber,
      request: request as Json,
      result: JSON.parse(JSON.stringify(answer.result)) as Json,
      figures: figuresOf(answer.result, county, township),
    });
  }
  if (slip === undefined) return fail("case-invalid", { path: "people" });
  const kept = rules.pack(slip.ruleSet.id);
  if (kept === undefined) return fail("rules-not-kept");
  return succeed({ ...slip, rules: kept, ...(others.length === 0 ? {} : { others }), members });
}

/** The same place, a year before or after. */
function isNextTo(one: Basis["ruleSet"], other: Basis["ruleSet"]): boolean {
  return jurisdictionOf(one.id) === jurisdictionOf(other.id) && Math.abs(one.coverageYear - other.coverageYear) === 1;
}

/** The same newborn, once for each of its two coverage years. */
function isOtherYearOf(above: SlipPerson, below: SlipPerson): boolean {
  const told = ({ name, idNumber, request }: SlipPerson) => {
    const resident = Object(request["resident"]) as Readonly<Record<string, unknown>>;
    return [name, idNumber, request["paidOn"], resident["birthDate"], resident["standing"]];
  };
  const [first, second] = [told(above), told(below)];
  const [, , paidOn, birthDate, standing] = first;
  if (typeof paidOn !== "string" || typeof birthDate !== "string") return false;
  if (first.some((fact, index) => fact !== second[index])) return false;
  const child = { birthDate, paidOn, standing: typeof standing === "string" ? standing : "registered" };
  return otherCoverageYear(child, yearIn(above.request)) === yearIn(below.request);
}

/** A rule set's id ends with its coverage year. */
function yearIn(request: SlipPerson["request"]): number {
  return Number(String(request["ruleSet"]).slice(-4));
}

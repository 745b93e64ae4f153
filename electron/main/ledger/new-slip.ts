// Answers the residents of a slip by the rules in force, and gathers what the ledger keeps of it.

import { fail, type Outcome, succeed } from "../../../shared/ipc/channel.ts";
import type { Json } from "../../../shared/ledger/canonical.ts";
import { figuresOf } from "../../../shared/ledger/figures.ts";
import type { NewSlip, SlipMember } from "../../ledger/issue.ts";
import type { StandingRules } from "../rules-service.ts";

export interface SlipPerson {
  readonly name: string | null;
  readonly idNumber: string | null;
  readonly township: string | null;
  readonly request: Readonly<Record<string, unknown>>;
}

type Answered = Pick<NewSlip, "ruleSet" | "rules" | "interpretations" | "members">;

/** `today` as ISO day. `case-invalid` also where the residents are not all answered by one rule set: a slip names one. */
export function newSlip(
  rules: StandingRules,
  people: readonly SlipPerson[],
  today: string,
): Outcome<Answered, "case-invalid" | "rules-not-kept" | "past-year"> {
  const members: SlipMember[] = [];
  let slip: Pick<NewSlip, "ruleSet" | "interpretations"> | undefined;
  for (const { name, idNumber, township, request } of people) {
    const answer = rules.answer(request);
    if (!answer.ok) return fail("case-invalid", { path: answer.error.path });
    const { ruleSet, interpretations, pastYear } = answer.result;
    const lastDay = rules.lastUsefulDay(ruleSet.id);
    // A new slip by rules whose time is over: only where somebody named that year on purpose.
    if (today > lastDay && pastYear === undefined)
      return fail("past-year", { year: ruleSet.coverageYear, day: lastDay });
    const { id, version, hash, coverageYear } = ruleSet;
    slip ??= {
      ruleSet: { id, version, hash, coverageYear },
      interpretations: interpretations.map(({ id: question, option, source }) => ({ id: question, option, source })),
    };
    if (slip.ruleSet.hash !== hash) return fail("case-invalid", { path: "ruleSet" });
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
  return kept === undefined ? fail("rules-not-kept") : succeed({ ...slip, rules: kept, members });
}

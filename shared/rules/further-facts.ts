// Which facts beyond the ordinary ones a rule set can make use of: the window asks for these and for no others.
import type { RuleSetData } from "./schema.ts";
import { FURTHER_FACTS, type FurtherFact } from "./table.ts";

/** In the fixed order of FURTHER_FACTS. */
export function furtherFactsOf(data: RuleSetData): readonly FurtherFact[] {
  const wanted = new Set<FurtherFact>();
  if (data.aid.reliefs?.some(({ who }) => who.kind === "newborn-with-insured-parent")) wanted.add("parentInsured");
  if (data.aid.recognisedAfterWindow !== undefined) wanted.add("recognisedOn");
  for (const group of data.groups) for (const { fact } of group.requires ?? []) wanted.add(fact);
  if (data.missedYears?.repair !== undefined) wanted.add("repairedYears");
  if (data.incentives !== undefined) wanted.add("continuousYears").add("claimFreeLastYear");
  if (data.interpretations["unfinished-wait"] !== undefined) wanted.add("lastYearWaitTo");
  return FURTHER_FACTS.filter((fact) => wanted.has(fact));
}

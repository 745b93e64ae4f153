// Xinzhou, coverage year 2025: 忻医保发〔2024〕11号, read sentence by sentence.

import { dayAfter } from "./calendar.ts";
import {
  afterMonths,
  askWhetherNewborn,
  claimsNewbornWithoutBirthDate,
  countedMissedYears,
  firstDayOfGapWait,
  firstDayOfLateWait,
  isNewborn,
  recognisedAfterPayment,
  wholeYear,
} from "./everywhere.ts";
import type { Answer, Benefit, Contribution, Facts, Funding } from "./naive-result.ts";
import { coveredFrom, NOT_STATED } from "./naive-result.ts";
import type { Ask } from "./open-questions.ts";

/** The identities in the order of the public list of ids; the notice itself has none. */
const IDENTITIES = [
  "extreme-poverty",
  "orphan",
  "rural-dibao-1-2",
  "rural-dibao-3-4",
  "urban-dibao-full",
  "urban-dibao-partial",
  "dibao",
  "relapse-monitored",
  "dibao-marginal",
  "lifted-from-poverty",
];

/** 三: 原则上从 2024 年 9 月至 2025 年 2 月底; the days are inferred. */
export function xinzhouWindow(paidOn: string): string {
  if (paidOn < "2024-09-01") return "before-opening";
  if (paidOn <= "2025-02-28") return "concentrated";
  return "after-closing";
}

/** The benefit of somebody who paid between the opening and 31 December 2025. */
export function xinzhouAnswer(facts: Facts, ask: Ask): Answer {
  const inWindow = xinzhouWindow(facts.paidOn) === "concentrated";
  const missed = countedMissedYears(facts, ask);
  if (inWindow && missed === 0) return { benefit: paidInTime(facts, ask), exemption: null, monthEnd: false };
  // The national rule excepts 新生儿等特殊群体 from the wait; Xinzhou's notice does not name them: open.
  if (isSpecial(facts, ask) && ask("special-groups", ["ordinary", "exempt"], "conditions-not-stated") === "exempt") {
    // Freed from the wait: inside the window as everyone who pays in time, after it the day is not stated.
    return { benefit: inWindow ? paidInTime(facts, ask) : NOT_STATED, exemption: "special", monthEnd: false };
  }
  // 三: 未在集中参保期内参保或未连续参保: a wait of at least three months, so the answer is a lower bound.
  if (missed === 0) return afterMonths(facts, "not-before", firstDayOfLateWait(facts), 3);
  const late = !inWindow;
  const fixedWaits = late && facts.interpretations.get("one-fixed-wait") === "each" ? 2 : 1;
  return afterMonths(facts, "not-before", firstDayOfGapWait(facts), 3 * fixedWaits + (missed - 1));
}

function janFebStart(facts: Facts): string {
  return facts.interpretations.get("jan-feb-start") ?? "not-stated";
}

/** Paid in the window without a counted gap. The notice has no clause on the period; up to 31 December it is derived. */
function paidInTime(facts: Facts, ask: Ask): Benefit {
  if (facts.paidOn <= "2024-12-31") return wholeYear(facts, ask);
  if (janFebStart(facts) === "coverage-year-start") return wholeYear(facts, ask);
  if (janFebStart(facts) === "next-day") return coveredFrom(dayAfter(facts.paidOn));
  return NOT_STATED;
}

/** Anyone who claims a group, and newborns without a claim; an event after the payment did not apply on that day. */
function isSpecial(facts: Facts, ask: Ask): boolean {
  if (isNewborn(facts)) return true;
  const claimed = facts.groups.filter(({ group }) => group !== "newborn");
  if (claimed.some(({ eventDate }) => eventDate === undefined || eventDate <= facts.paidOn)) return true;
  return claimsNewbornWithoutBirthDate(facts) && askWhetherNewborn(ask);
}

/** 一（一）: 400 a year. The aid's amounts are not in the notice. */
export function xinzhouContribution(facts: Facts): { contribution: Contribution; review: string[] } {
  const review: string[] = [];
  if (new Set(facts.categories ?? []).size > 1) review.push("several-identities");
  // No amounts, so no winner by amount: the order in which an identity was named must not matter.
  const category = IDENTITIES.find((id) => facts.categories?.includes(id)) ?? null;
  let aid: string | null = "0.00";
  let payable: string | null = "400.00";
  if (facts.categories === undefined) [aid, payable] = [null, null];
  if (category !== null) {
    [aid, payable] = [null, null];
    if (!facts.recognisedElsewhere) review.push("aid-not-stated");
  }
  // 四: recognised in another pooling area: that place pays, by its own standard.
  if (facts.recognisedElsewhere) {
    [aid, payable] = [null, null];
    review.push("aid-by-recognition-place");
  }
  if (facts.otherSponsor) {
    [aid, payable] = [null, null];
    review.push("other-sponsor");
  }
  if (recognisedAfterPayment(facts)) {
    [aid, payable] = [null, null];
    review.push("recognised-after-payment");
  }
  return { contribution: { standard: "400.00", category, aid, payable }, review };
}

/** 一（一）: 670; the centre pays 60 % in ordinary counties, 80 % in those under western policies; which is which is not stated. */
export function xinzhouFunding(facts: Facts): Funding {
  const western = facts.interpretations.get("western-policy-county");
  const central = western === "yes" ? "536.00" : western === "no" ? "402.00" : null;
  return { total: "670.00", central, province: null, cityCounty: null, tier: null };
}

// The rules that hold in all three places alike: newborns, missed years, the end of a wait, the best of several exemptions.

import { type Day, dayAfter, dayBefore, firstBirthday, lastDayOfDays, laterOf, monthsLater } from "./calendar.ts";
import type { Facts, Wait } from "./naive-result.ts";
import { type Answer, type Benefit, coveredFrom, FIRST_DAY, LAST_DAY, none, UNKNOWN_BIRTH } from "./naive-result.ts";
import type { Ask } from "./open-questions.ts";

/** A newborn is seen from the birth date, claimed or not, up to and on the first birthday. */
export function isNewborn(facts: Facts): boolean {
  const { birthDate, paidOn } = facts;
  if (birthDate === undefined) return false;
  if (Number(birthDate.slice(0, 4)) + 1 < Number(paidOn.slice(0, 4))) return false;
  return paidOn <= firstBirthday(birthDate);
}

export function claims(facts: Facts, group: string): boolean {
  return facts.groups.some((claim) => claim.group === group);
}

export function claimsNewbornWithoutBirthDate(facts: Facts): boolean {
  return claims(facts, "newborn") && facts.birthDate === undefined;
}

/** Without the birth date nobody can tell a newborn of a few weeks from somebody who is none. */
export function askWhetherNewborn(ask: Ask): boolean {
  return ask("newborn without a birth date", ["within-90-days", "no-newborn"], "fact-missing") === "within-90-days";
}

/** The whole coverage year: from 1 January, but never before birth. */
export function wholeYear(facts: Facts, ask: Ask): Benefit {
  // Paid on 1 January or before, the birth lies before the year or on its first day: the same either way.
  if (claimsNewbornWithoutBirthDate(facts) && facts.paidOn > FIRST_DAY && askWhetherNewborn(ask)) return UNKNOWN_BIRTH;
  return coveredFrom(laterOf(FIRST_DAY, facts.birthDate ?? FIRST_DAY));
}

/** Missed years (断保) directly before 2025, without a gap between them; not known counts as continuous. Before birth is none. */
export function missedYearsInARow(facts: Facts): number {
  const born = Number(facts.birthDate?.slice(0, 4) ?? "0");
  let count = 0;
  while (2024 - count >= born && facts.missedYears?.includes(2024 - count)) count += 1;
  return count;
}

/** 自本参保年度起 / 从2025年起: either only years from 2025 on count as missed (none can, yet), or all of them. */
export function countedMissedYears(facts: Facts, ask: Ask): number {
  const missed = missedYearsInARow(facts);
  if (missed === 0) return 0;
  return ask("gap-counted-from", ["2025", "any-year"], "gap-before-2025") === "any-year" ? missed : 0;
}

/** Day one of a wait for paying late: the payment day itself, or the next where the payment day is read as not counted. */
export function firstDayOfLateWait(facts: Facts): Day {
  return facts.interpretations.get("wait-counts-payment-day") === "no" ? dayAfter(facts.paidOn) : facts.paidOn;
}

/** Day one of a wait for missed years: not before 1 January, unless the payment day is read as the anchor. */
export function firstDayOfGapWait(facts: Facts): Day {
  const first = firstDayOfLateWait(facts);
  return facts.interpretations.get("gap-anchor") === "payment-day" ? first : laterOf(first, FIRST_DAY);
}

function afterWait(kind: "exact" | "not-before", wait: Wait, firstFreeDay: Day, monthEnd: boolean): Answer {
  const start = laterOf(firstFreeDay, FIRST_DAY);
  const benefit: Benefit =
    start > LAST_DAY ? none("wait-outlasts-year", wait) : { kind, start, end: LAST_DAY, wait, reason: null };
  return { benefit, exemption: null, monthEnd };
}

export function afterDays(from: Day, length: number): Answer {
  const to = lastDayOfDays(from, length);
  return afterWait("exact", { from, to, length, unit: "day" }, dayAfter(to), false);
}

/** Civil Code 202: without a corresponding day the wait lasts to the month's end; or, read otherwise, cover starts on that day. */
export function afterMonths(facts: Facts, kind: "exact" | "not-before", from: Day, length: number): Answer {
  if (beginsAfterPayment(facts, from)) return afterMonthsNotCounted(facts, kind, from, length);
  const { day, hasCorrespondingDay } = monthsLater(from, length);
  const clamps = facts.interpretations.get("month-end") === "last-of-month";
  const firstFreeDay = hasCorrespondingDay || clamps ? day : dayAfter(day);
  const wait: Wait = { from, to: dayBefore(firstFreeDay), length, unit: "month" };
  return afterWait(kind, wait, firstFreeDay, !hasCorrespondingDay);
}

/** The payment day is read as not counted, so the period's start in the sense of Civil Code 201 is the payment itself. */
function beginsAfterPayment(facts: Facts, from: Day): boolean {
  if (facts.interpretations.get("wait-counts-payment-day") !== "no" || from !== dayAfter(facts.paidOn)) return false;
  return facts.paidOn >= FIRST_DAY || facts.interpretations.get("gap-anchor") === "payment-day";
}

/** Civil Code 201 and 202: the day corresponding to the payment, or the month's end without one, is the wait's last day. */
function afterMonthsNotCounted(facts: Facts, kind: "exact" | "not-before", from: Day, length: number): Answer {
  const { day, hasCorrespondingDay } = monthsLater(facts.paidOn, length);
  const clamps = !hasCorrespondingDay && facts.interpretations.get("month-end") === "last-of-month";
  const to = clamps ? dayBefore(day) : day;
  return afterWait(kind, { from, to, length, unit: "month" }, dayAfter(to), !hasCorrespondingDay);
}

/** An exemption that applies, with what it gives. */
export interface Exempt {
  readonly group: string;
  readonly benefit: Benefit;
}

// A newborn's unknown birth lies on or before the payment, so it cannot start later than any other group's day.
function goodness(benefit: Benefit): string {
  if (benefit.kind === "undetermined") return "0000-00-00";
  if (benefit.kind === "not-stated") return "9998-00-00";
  return benefit.start ?? "9999-00-00";
}

/** The one with the earliest start, a start that is not stated last; among equals the one that the notice names first. */
export function bestOf(exempts: readonly Exempt[]): Exempt | undefined {
  let best: Exempt | undefined;
  for (const exempt of exempts) {
    if (best === undefined || goodness(exempt.benefit) < goodness(best.benefit)) best = exempt;
  }
  return best;
}

/** Somebody recognised only after paying: whether the aid is worked out anew is not stated. */
export function recognisedAfterPayment(facts: Facts): boolean {
  if (facts.categories === undefined || facts.categories.length === 0) return false;
  return facts.groups.some(
    ({ group, eventDate }) =>
      (group === "newly-recognised-low-income" || group === "medical-aid-recipient") &&
      eventDate !== undefined &&
      eventDate > facts.paidOn,
  );
}

// What would change the answer (换个情形): other payment days and special groups, each found by asking the engine again.
import { dayOf, type EpochDay, yearOf } from "../dates/civil.ts";
import { isoDay } from "../dates/iso.ts";
import type { Group, Table } from "../rules/table.ts";
import { type Assessment, assess, isSameBenefit } from "./assess.ts";
import type { Case } from "./case.ts";
import { edgeDay } from "./groups.ts";
import { benefitOf } from "./outcome.ts";
import { leaves } from "./readings.ts";
import type { Benefit, WindowCode } from "./result.ts";

interface Change {
  readonly benefit: Benefit;
  readonly payable: string | null;
  /** Covered days won against the answer as it stands (negative: lost); null where one of the two is open or not stated. */
  readonly daysGained: number | null;
}

/** Another day of payment: on or before `day` ("by") or from it on ("from"). */
export interface PaymentAdvice extends Change {
  readonly kind: "pay-by" | "pay-from";
  readonly day: string;
  readonly window: WindowCode;
}

/** A special group that nobody claimed and that would change the answer, with the earliest day of its event that still counts. */
export interface GroupAdvice extends Change {
  readonly kind: "group";
  readonly group: string;
  /** Papers dated from this day on would do; null where the group has no time limit. */
  readonly eventFrom: string | null;
}

export type Advice = PaymentAdvice | GroupAdvice;

/**
 * Everything that would make a difference, payment days first, in the order of the calendar.
 * Only what changes the benefit or the amount is listed; nothing is advised to somebody bound to employee insurance.
 */
export function adviceFor(resident: Case, table: Table): readonly Advice[] {
  if (resident.standing === "employee") return [];
  const base = assess(resident, table);
  return [...paymentAdvice(resident, table, base), ...groupAdvice(resident, table, base)];
}

function paymentAdvice(resident: Case, table: Table, base: Assessment): readonly PaymentAdvice[] {
  const advice: PaymentAdvice[] = [];
  let last = base;
  // Backwards from the payment: the last day of each earlier period that answers differently.
  for (const period of [...table.periods].reverse()) {
    if (period.to >= resident.paidOn) continue;
    const other = assessAt(resident, table, period.to);
    if (other === null) break;
    if (isSameAnswer(other, last)) continue;
    last = other;
    advice.unshift({ kind: "pay-by", day: isoDay(period.to), window: period.window, ...changeOf(base, other, table) });
  }
  last = base;
  for (const period of table.periods) {
    if (period.from <= resident.paidOn) continue;
    const other = assess({ ...resident, paidOn: period.from }, table);
    if (isSameAnswer(other, last)) continue;
    last = other;
    advice.push({ kind: "pay-from", day: isoDay(period.from), window: period.window, ...changeOf(base, other, table) });
  }
  const lost = lastUsefulDay(resident, table, base);
  return lost === null || advice.some(({ day }) => day === lost.day)
    ? advice
    : [...advice, lost].sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** Within a period with a wait, the first day of payment on which the year brings nothing any more. */
function lastUsefulDay(resident: Case, table: Table, base: Assessment): PaymentAdvice | null {
  if (base.outcome.kind === "none" || base.tree.kind !== "leaf") return null;
  let low = resident.paidOn;
  let high = table.yearEnd;
  const paidOn = (day: EpochDay): Assessment => assess({ ...resident, paidOn: day }, table);
  let lost = paidOn(high);
  if (lost.outcome.kind !== "none") return null;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    const other = paidOn(middle);
    if (other.outcome.kind === "none") {
      high = middle;
      lost = other;
    } else low = middle;
  }
  return { kind: "pay-from", day: isoDay(high), window: lost.window, ...changeOf(base, lost, table) };
}

/** null where the resident was not born yet on that earlier day. */
function assessAt(resident: Case, table: Table, paidOn: EpochDay): Assessment | null {
  if (resident.birth !== null && resident.birth > paidOn) return null;
  return assess({ ...resident, paidOn }, table);
}

function groupAdvice(resident: Case, table: Table, base: Assessment): readonly GroupAdvice[] {
  const advice: GroupAdvice[] = [];
  for (const group of table.groups) {
    if (group.test.kind === "newborn" || group.test.kind === "open") continue;
    if (resident.claims.some((claim) => claim.group === group)) continue;
    const eventFrom = group.needsEventDate ? earliestEvent(resident, table, group) : null;
    const claim = { group, event: group.needsEventDate ? resident.paidOn : null, index: resident.claims.length };
    const other = assess({ ...resident, claims: [...resident.claims, claim] }, table);
    // Only what a paper could prove: a group whose answer hangs on a fact nobody named is no advice.
    if (isSameAnswer(other, base) || other.outcome.reason === "fact-missing") continue;
    advice.push({
      kind: "group",
      group: group.id,
      eventFrom: eventFrom === null ? null : isoDay(eventFrom),
      ...changeOf(base, other, table),
    });
  }
  return advice;
}

/** The earliest event that is certainly still in time: the day after the edge, or 1 January of the payment's year. */
function earliestEvent(resident: Case, table: Table, group: Group): EpochDay {
  if (group.test.kind !== "within") return dayOf(yearOf(resident.paidOn), 1, 1);
  let event = resident.paidOn;
  while (edgeDay(event - 1, group.test.within) > resident.paidOn) event--;
  return Math.min(event, table.yearEnd);
}

function isSameAnswer(a: Assessment, b: Assessment): boolean {
  return a.contribution.payable === b.contribution.payable && isSameBenefit(a, b);
}

function changeOf(base: Assessment, other: Assessment, table: Table): Change {
  const before = coveredDays(base, table);
  const after = coveredDays(other, table);
  return {
    benefit: benefitOf(other.outcome),
    payable: other.contribution.payable,
    daysGained: before === null || after === null ? null : after - before,
  };
}

/** Covered days in the year; null where a reading is open or the day is not stated. */
function coveredDays(assessment: Assessment, table: Table): number | null {
  const [only, ...others] = leaves(assessment.tree);
  if (only === undefined || others.length > 0) return null;
  const { kind, start } = only.outcome;
  if (kind === "none") return 0;
  return start === null ? null : table.yearEnd - start + 1;
}

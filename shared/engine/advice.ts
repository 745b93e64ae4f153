// What would change the answer (换个情形): other payment days and special groups, each found by asking the engine again.
import { addMonthsClamped, type EpochDay } from "../dates/civil.ts";
import { isoDay } from "../dates/iso.ts";
import { compareYuan, minus } from "../rules/money.ts";
import type { Group, Table } from "../rules/table.ts";
import { type Assessment, assess, isSameBenefit } from "./assess.ts";
import { type Case, isBornSince, isInFirstYear } from "./case.ts";
import { evaluate } from "./evaluate.ts";
import { winsSomething } from "./gain.ts";
import { benefitOf, type Outcome } from "./outcome.ts";
import { takesOwnPast } from "./own-past.ts";
import { isSameTree } from "./readings.ts";
import type { Benefit, Clause, WindowCode } from "./result.ts";

/** What the resident pays against the answer as it stands; null where it is the same or one of the two is not known. */
export type Dearer = { readonly how: "more" | "less"; readonly yuan: string } | null;

interface Change {
  readonly benefit: Benefit;
  readonly payable: string | null;
  readonly dearer: Dearer;
  /** Covered days won against the answer as it stands (negative: lost); null where one of the two is open or not stated. */
  readonly daysGained: number | null;
  /** The article that the other answer rests on. */
  readonly clause: Clause | null;
}

/** The last payment day before another answer holds, and what it gives. */
export interface LastDay {
  readonly day: string;
  readonly benefit: Benefit;
  readonly payable: string | null;
}

/** Another day of payment: on or before `day` ("by"), from it on ("from"), or each day later than now ("each-day"). */
export interface PaymentAdvice extends Change {
  readonly kind: "pay-by" | "pay-from" | "each-day";
  readonly day: string;
  readonly window: WindowCode;
  /** Only with `pay-from`: until when waiting costs nothing of this. */
  readonly until?: LastDay;
}

/** A special group that would change the answer, with the earliest day of its event that certainly counts. */
export interface GroupAdvice extends Change {
  readonly kind: "group";
  readonly group: string;
  /** It is claimed already, with a day that does not count or without one: other papers would do. */
  readonly claimed: boolean;
  /** Papers dated from this day on would do; null where the group has no time limit. */
  readonly eventFrom: string | null;
}

export type Advice = PaymentAdvice | GroupAdvice;

/**
 * Everything that would make a difference, payment days first, in the order of the calendar. An earlier day or a group is
 * listed only where it wins something, a later day wherever the answer changes: nothing to somebody bound to employee
 * insurance, whose answer never changes.
 */
export function adviceFor(resident: Case, table: Table): readonly Advice[] {
  const base = assess(resident, table);
  return [...earlier(resident, table, base), ...later(resident, table, base), ...groupAdvice(resident, table, base)];
}

/** Backwards from the payment: the last day of each earlier period that answers differently and wins something. */
function earlier(resident: Case, table: Table, base: Assessment): readonly PaymentAdvice[] {
  const advice: PaymentAdvice[] = [];
  let last = base;
  for (const period of [...table.periods].reverse()) {
    if (period.to >= resident.paidOn) continue;
    // Not born yet on that day.
    if (period.to < (resident.birth ?? period.to)) break;
    const other = { ...resident, paidOn: period.to };
    const answer = assess(other, table);
    if (isSameAnswer(answer, last)) continue;
    if (!winsSomething({ resident, answer: base }, { resident: other, answer }, table)) continue;
    last = answer;
    advice.unshift({
      kind: "pay-by",
      day: isoDay(period.to),
      window: period.window,
      ...changeOf(base, answer, other, table),
    });
  }
  return advice;
}

/**
 * Forwards to the year's end: every day on which another rule begins to hold, found between the days on which periods begin by
 * halving. A wait that only moves with the payment is no such day; what each day later costs is said once.
 */
function later(resident: Case, table: Table, base: Assessment): readonly PaymentAdvice[] {
  const first = resident.paidOn;
  if (first > table.yearEnd) return [];
  const known = new Map<EpochDay, Assessment>();
  const at = (day: EpochDay): Assessment => {
    const found = known.get(day) ?? assess({ ...resident, paidOn: day }, table);
    known.set(day, found);
    return found;
  };
  const goesOn = (from: EpochDay, to: EpochDay): boolean =>
    at(from).contribution.payable === at(to).contribution.payable &&
    isSameTree(at(from).tree, at(to).tree, (one, other) => isSameCourse(one, from, other, to));
  // Where the first day has stood still and begins to move with the payment, the two days alone look like one course. A wait
  // in months stands still over the end of a short month, too: that is no other rule, but New Year's Day is.
  const beginsToMove = (from: EpochDay, to: EpochDay): boolean =>
    to === from + 1 &&
    from > first &&
    (at(to).outcome.wait?.unit !== "month" || from === table.yearStart) &&
    isLater(at(from).outcome, at(to).outcome) &&
    at(from - 1).outcome.start === at(from).outcome.start;
  const flips = (from: EpochDay, to: EpochDay): readonly EpochDay[] => {
    if (goesOn(from, to)) return beginsToMove(from, to) ? [to] : [];
    if (to === from + 1) return [to];
    const middle = Math.floor((from + to) / 2);
    return [...flips(from, middle), ...flips(middle, to)];
  };
  // From New Year's Day on a first day that stood still may move with the payment, inside a period, too.
  const newYear = [table.yearStart, table.yearStart + 1];
  const borders = [...table.periods.flatMap((period) => [period.from - 1, period.from]), ...newYear];
  const days = [first, ...borders.filter((day) => day > first).sort((a, b) => a - b), table.yearEnd];
  const advice: PaymentAdvice[] = [];
  const next = first + 1;
  if (goesOn(first, next) && isLater(base.outcome, at(next).outcome)) {
    const other = { ...resident, paidOn: next };
    advice.push({
      kind: "each-day",
      day: isoDay(next),
      window: at(next).window,
      ...changeOf(base, at(next), other, table),
    });
  }
  let moved = false;
  for (const [index, day] of days.slice(1).entries()) {
    for (const flip of flips(days[index] ?? first, day)) {
      const before = at(flip - 1);
      const after = at(flip);
      // A first day that moves with the month of payment: the next month says it for the others.
      const isMove = isSameButStart(before, after);
      if (isMove && moved) continue;
      moved = isMove;
      advice.push({
        kind: "pay-from",
        day: isoDay(flip),
        window: after.window,
        until: {
          day: isoDay(flip - 1),
          benefit: benefitOf(before.outcome),
          payable: before.contribution.payable,
        },
        ...changeOf(base, after, { ...resident, paidOn: flip }, table),
      });
    }
  }
  return advice;
}

/** A newborn's group carries the price of its phase and is made for each answer anew: the name tells the group. */
function isSameRule(one: Outcome, other: Outcome): boolean {
  return one.kind === other.kind && one.reason === other.reason && one.exemption?.id === other.exemption?.id;
}

/** The same rule on two payment days: the first day stays, or keeps its distance from the payment. */
function isSameCourse(one: Outcome, paidOne: EpochDay, other: Outcome, paidOther: EpochDay): boolean {
  if (!isSameRule(one, other)) return false;
  // A wait up to a fixed day gets shorter with each day that the payment comes later: that is no other rule.
  if (one.start === other.start) return true;
  const later = paidOther - paidOne;
  if (one.wait === null || other.wait === null)
    return one.wait === other.wait && (other.start ?? 0) - (one.start ?? 0) === later;
  const moves = other.wait.from - one.wait.from === later;
  return moves && one.wait.length === other.wait.length && one.wait.unit === other.wait.unit;
}

function isSameButStart(one: Assessment, other: Assessment): boolean {
  return (
    one.contribution.payable === other.contribution.payable &&
    one.outcome.kind === "exact" &&
    isSameRule(one.outcome, other.outcome) &&
    one.outcome.wait === null &&
    other.outcome.wait === null
  );
}

/** Of two outcomes of one course, where both first days are stated or neither. */
function isLater(one: Outcome, other: Outcome): boolean {
  return (other.start ?? 0) > (one.start ?? 0);
}

function groupAdvice(resident: Case, table: Table, base: Assessment): readonly GroupAdvice[] {
  const advice: GroupAdvice[] = [];
  for (const group of groupsFor(resident, table)) {
    if (group.test.kind === "newborn" || group.test.kind === "open") continue;
    const claimed = resident.claims.some((claim) => claim.group === group);
    // Without a date nothing about a claim could be better.
    if (claimed && !group.needsEventDate) continue;
    const others = resident.claims.filter((claim) => claim.group !== group);
    const withEvent = (event: EpochDay | null): Case => ({
      ...resident,
      claims: [...others, { group, event, index: resident.claims.length }],
    });
    const eventFrom = group.needsEventDate ? earliestEvent(resident, (day) => assess(withEvent(day), table)) : null;
    const other = withEvent(group.needsEventDate ? (eventFrom ?? resident.paidOn) : null);
    const answer = assess(other, table);
    // Only what a paper could prove: a group whose answer hangs on a fact nobody named is no advice.
    if (answer.outcome.reason === "fact-missing") continue;
    if (!winsSomething({ resident, answer: base }, { resident: other, answer }, table)) continue;
    advice.push({
      kind: "group",
      group: group.id,
      claimed,
      eventFrom: eventFrom === null ? null : isoDay(eventFrom),
      ...changeOf(base, answer, other, table),
      clause: group.cited.clause,
    });
  }
  return advice;
}

/**
 * The groups that this resident can be in. Whoever the notice itself counts among the newborns is nobody with a past of
 * their own; of an older child no notice says what it cannot be, so those groups stand last.
 */
function groupsFor(resident: Case, table: Table): readonly Group[] {
  if (resident.birth === null) return table.groups;
  const others = table.groups.filter(({ id }) => !takesOwnPast(id));
  if (isCountedNewborn(resident.birth, resident.paidOn, table)) return others;
  if (!isMinor(resident.birth, resident.paidOn)) return table.groups;
  return [...others, ...table.groups.filter(({ id }) => takesOwnPast(id))];
}

function isCountedNewborn(birth: EpochDay, paidOn: EpochDay, table: Table): boolean {
  if (table.newborn !== null && isInFirstYear(birth, paidOn)) return true;
  const since = table.bornSince?.bornSince ?? null;
  return since !== null && isBornSince(birth, since.from, since.years, table);
}

/** Under eighteen (Civil Code 17). Decides an order only, no rule. */
function isMinor(birth: EpochDay, day: EpochDay): boolean {
  return addMonthsClamped(birth, 18 * 12).day > day;
}

/** No notice looks back further. */
const FAR_BACK = 1500;

/**
 * The earliest event that is certainly still in time, as today's is: neither too old nor on a day that is open, and never
 * before birth. Null: any.
 */
function earliestEvent({ paidOn, birth }: Case, ask: (event: EpochDay) => Assessment): EpochDay | null {
  const today = ask(paidOn);
  const counts = (event: EpochDay): boolean => isSameTree(ask(event).tree, today.tree, isSameRule);
  let [out, inside] = [paidOn - FAR_BACK, paidOn];
  if (counts(out)) return null;
  // The day before birth is as good as one that is too old.
  if (birth !== null && birth > out) {
    if (counts(birth)) return birth;
    out = birth;
  }
  while (inside - out > 1) {
    const middle = Math.floor((out + inside) / 2);
    if (counts(middle)) inside = middle;
    else out = middle;
  }
  return inside;
}

function isSameAnswer(a: Assessment, b: Assessment): boolean {
  return a.contribution.payable === b.contribution.payable && isSameBenefit(a, b);
}

function changeOf(base: Assessment, answer: Assessment, other: Case, table: Table): Change {
  const before = coveredDays(base, table);
  const after = coveredDays(answer, table);
  return {
    benefit: benefitOf(answer.outcome),
    payable: answer.contribution.payable,
    dearer: dearer(base.contribution.payable, answer.contribution.payable),
    daysGained: before === null || after === null ? null : after - before,
    clause: clauseOf(other, table),
  };
}

function dearer(was: string | null, is: string | null): Dearer {
  if (was === null || is === null || was === is) return null;
  return compareYuan(is, was) > 0 ? { how: "more", yuan: minus(is, was) } : { how: "less", yuan: minus(was, is) };
}

/** Which steps decide from when somebody is covered, the most telling first. */
const DECIDING = ["exemption", "wait", "window"] as const;

/** Where the other answer is written: asked of the engine, as the screen would show it. */
function clauseOf(other: Case, table: Table): Clause | null {
  const { trace } = evaluate(other, table, null);
  for (const step of DECIDING) {
    const found = trace.find((entry) => entry.step === step && entry.effect !== "failed");
    if (found?.clause) return found.clause;
  }
  return null;
}

/** Covered days in the year; null where a reading is open or the day is not stated. */
function coveredDays({ outcome: { kind, start } }: Assessment, table: Table): number | null {
  if (kind === "none") return 0;
  return start === null ? null : table.yearEnd - start + 1;
}

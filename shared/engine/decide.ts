// The benefit of one resident under one reading, in the order of the law: standing → window → missed years → exemption → wait.
import { addMonthsClamped, civil, type EpochDay, yearOf } from "../dates/civil.ts";
import { isoDay } from "../dates/iso.ts";
import { type IfData, START_RULES, type StartData, type StartRule } from "../rules/schema-parts.ts";
import type { Cited, Group, Period, Table } from "../rules/table.ts";
import { type Case, edgeDay, missedRun, optionInForce } from "./case.ts";
import { exemptionsOf, holds, newbornPhase } from "./groups.ts";
import type { Log, LoggedStep } from "./log.ts";
import { factMissing, none, type Outcome, type WaitDays } from "./outcome.ts";
import type { Readings } from "./readings.ts";
import type { WindowCode } from "./result.ts";
import { afterWait } from "./wait.ts";

/** The payment period of a day; null before the opening and after the coverage year: a rule file leaves no day out between. */
export function periodOf(paidOn: EpochDay, table: Table): Period | null {
  for (const period of table.periods) if (paidOn >= period.from && paidOn <= period.to) return period;
  return null;
}

/** The window of this payment: the calendar's, or that of a group with a window of its own, once it is settled to be one. */
export function windowOf(resident: Case, table: Table): WindowCode {
  const { paidOn } = resident;
  const period = periodOf(paidOn, table);
  if (period === null) return paidOn < table.opening ? "before-opening" : "after-closing";
  const isInForce = ({ interpretation, is }: IfData): boolean => optionInForce(resident, table, interpretation) === is;
  return (ownWindowOf(resident, table, period, isInForce)?.period ?? period).window;
}

interface OwnWindow {
  readonly group: Group;
  readonly period: Period;
}

/** A claimed group whose own window holds the payment where the calendar's period is none that names a first day. */
function ownWindowOf(
  { claims, paidOn, standing }: Case,
  table: Table,
  period: Period,
  isRead: (condition: IfData) => boolean,
): OwnWindow | null {
  if (!table.hasOwnWindows || period.benefit.kind === "start" || standing === "employee") return null;
  for (const { group } of claims) {
    const { ownPeriod: own, test } = group;
    if (own === null || paidOn < own.from || paidOn > own.to) continue;
    if (test.kind !== "own-window" || test.if === undefined || isRead(test.if)) return { group, period: own };
  }
  return null;
}

/** Decides the benefit. With a log it also writes down every rule tried; the outcome is the same without one. */
export function decide(resident: Case, table: Table, readings: Readings, log: Log | null): Outcome {
  const { paidOn } = resident;
  if (resident.standing === "employee") {
    log?.push({
      step: "standing",
      variant: "employee",
      effect: "applied",
      cited: table.standing.employee,
      in: { standing: "employee" },
      out: {},
    });
    return none("employee-cover");
  }
  if (log !== null) logStanding(resident, table, log);
  const period = periodOf(paidOn, table);
  if (period === null)
    return paidOn < table.opening ? beforeOpening(paidOn, table, log) : afterYearEnd(resident, table, readings, log);
  const own = ownWindowOf(resident, table, period, (condition) => holds(condition, readings));
  const next = log === null ? null : nextWindow(period, table);
  log?.push({
    step: "window",
    variant: next === null ? period.window : "before-next-window",
    effect: own === null ? "applied" : "failed",
    cited: period.cited,
    in: {
      paidOn: isoDay(paidOn),
      // A window may hold several periods: what the reader knows is the window.
      from: isoDay(period.windowFrom),
      to: isoDay(period.windowTo),
      ...(period.window === "after-closing" ? { closing: isoDay(table.closing) } : null),
      ...(next === null ? null : { next: isoDay(next) }),
    },
    out: { window: period.window },
  });
  if (own !== null) log?.push(ownWindowStep(resident, own));
  const missed = countMissed(resident, table, readings, log);
  const usual = ordinaryOutcome(resident, table, own?.period ?? period, missed, readings, log);
  const ordinary = own === null ? usual : { ...usual, exemption: own.group };
  if (isWholeYear(ordinary, resident, table) || ordinary.kind === "undetermined") return ordinary;
  return bestOf(ordinary, resident, table, period, readings, log);
}

/** Between two windows: the day on which the next one opens, so that nobody goes away for good. */
function nextWindow({ window, to }: Period, { periods }: Table): EpochDay | null {
  if (window !== "between-windows") return null;
  return periods.find(({ from, benefit }) => from > to && benefit.kind !== "none")?.from ?? null;
}

function ownWindowStep({ paidOn }: Case, { group: { id, cited }, period }: OwnWindow): LoggedStep {
  return {
    step: "window",
    variant: "own-window",
    effect: "applied",
    cited,
    in: {
      group: id,
      paidOn: isoDay(paidOn),
      from: isoDay(period.from),
      to: isoDay(period.to),
    },
    out: {},
  };
}

function logStanding(resident: Case, table: Table, log: Log): void {
  if (resident.standing === "registered") return;
  const cited = resident.standing === "student" ? table.standing.student : table.standing.residencePermit;
  log.push({
    step: "standing",
    variant: resident.standing,
    effect: "info",
    cited,
    in: { standing: resident.standing },
    out: {},
  });
}

/** Such a payment belongs to the coverage year before. */
function beforeOpening(paidOn: EpochDay, table: Table, log: Log | null): Outcome {
  log?.push({
    step: "window",
    variant: "before-opening",
    effect: "applied",
    cited: table.beforeOpening,
    in: { paidOn: isoDay(paidOn), opening: isoDay(table.opening) },
    out: { window: "before-opening" },
  });
  return none("window-not-open");
}

/** After 31 December only a newborn still within 90 days can ask: "from birth" has no year's end in the text. */
function afterYearEnd(resident: Case, table: Table, readings: Readings, log: Log | null): Outcome {
  const { paidOn, birth } = resident;
  log?.push({
    step: "window",
    variant: "year-over",
    effect: "applied",
    cited: table.yearOver,
    in: { paidOn: isoDay(paidOn), end: isoDay(table.yearEnd) },
    out: { window: "after-closing" },
  });
  const over = none("coverage-year-over");
  const group = table.newborn;
  if (group === null) return over;
  if (birth === null) {
    const canBeNewborn = paidOn <= edgeDay(table.yearEnd, NEWBORN_LIMIT) && isNewbornWithoutBirth(resident, table);
    return canBeNewborn ? factMissing() : over;
  }
  if (birth > table.yearEnd) return over;
  const edge = edgeDay(birth, NEWBORN_LIMIT);
  if (paidOn > edge || (paidOn === edge && readings.read("within-edge") !== "in")) return over;
  if (readings.read("newborn-after-year") !== "from-birth") return over;
  const phase = newbornPhase(resident, table, group, readings, log);
  if (phase === null) return over;
  return exempt(group, startDay(phase.start, resident, table, readings), table);
}

/** The newborn's 90 days that hold everywhere (handbook of readings: birth is day one). */
const NEWBORN_LIMIT = { length: 90, unit: "day" } as const;

/** Missed years that count for the wait under these readings. */
export function countMissed(resident: Case, table: Table, readings: Readings, log: Log | null): number {
  const years = resident.missedYears;
  const cited = table.missedYears;
  if (cited === null) {
    if (years !== null && years.length > 0)
      log?.push({
        step: "missed-years",
        variant: "no-rule",
        effect: "info",
        cited: table.wait.cited,
        in: { years },
        out: { counted: 0 },
      });
    return 0;
  }
  if (years === null) {
    log?.push({ step: "missed-years", variant: "unknown", effect: "info", cited, in: {}, out: { counted: 0 } });
    return 0;
  }
  const run = missedRun(resident, table, 0);
  const lived = livedThrough(years, resident, cited, log);
  if (run === 0) {
    if (lived === years || lived.length > 0)
      log?.push({
        step: "missed-years",
        variant: years.length === 0 ? "continuous" : "not-directly-before",
        effect: "info",
        cited,
        in: { years: lived },
        out: { counted: 0 },
      });
    return 0;
  }
  const counted = table.coverageYear - run < COUNTED_FROM ? countedBeforeStart(resident, table, readings, run) : run;
  log?.push({
    step: "missed-years",
    variant: counted === 0 ? "not-counted" : "counted",
    effect: counted === 0 ? "info" : "applied",
    cited,
    in: { years: lived },
    out: { counted },
  });
  return counted;
}

/** The years told that are not before birth; the others are said, since they were told as missed. */
function livedThrough(years: readonly number[], { birth }: Case, cited: Cited, log: Log | null): readonly number[] {
  if (birth === null || log === null) return years;
  const unborn = years.filter((year) => year < yearOf(birth));
  if (unborn.length === 0) return years;
  log.push({
    step: "missed-years",
    variant: "before-birth",
    effect: "info",
    cited,
    in: { years: unborn, birth: isoDay(birth) },
    out: { counted: 0 },
  });
  return years.filter((year) => !unborn.includes(year));
}

/** The national rule starts with 2025; whether years before it count is an interpretation (gap-counted-from). */
const COUNTED_FROM = 2025;

function countedBeforeStart(resident: Case, table: Table, readings: Readings, run: number): number {
  const option = readings.read("gap-counted-from");
  return option === "any-year" ? run : missedRun(resident, table, Number(option));
}

function ordinaryOutcome(
  resident: Case,
  table: Table,
  period: Period,
  missed: number,
  readings: Readings,
  log: Log | null,
): Outcome {
  const { benefit } = period;
  switch (benefit.kind) {
    case "none":
      return none(benefit.reason);
    case "wait":
      return afterWait(resident, table, readings, { late: true, missed }, log);
    case "start":
      if (missed > 0) return afterMissedYears(benefit.start, resident, table, missed, readings, log);
      return unfinishedWait(benefit.start, resident, table, readings, log);
  }
}

function afterMissedYears(
  usual: StartData,
  resident: Case,
  table: Table,
  missed: number,
  readings: Readings,
  log: Log | null,
): Outcome {
  return table.missedInWindow === null
    ? afterWait(resident, table, readings, { late: false, missed }, log)
    : fromFixedDay(table.missedInWindow, usual, resident, table, readings, log);
}

/**
 * The year before was paid for so late that its wait outlasted it: paid, and never covered. Fuxin lets the wait run on
 * (paid on 6 November, covered from 6 February); whether that holds elsewhere, or the year counts as missed, or as any
 * year that was paid for, is an interpretation.
 */
function unfinishedWait(usual: StartData, resident: Case, table: Table, readings: Readings, log: Log | null): Outcome {
  const { lastYearWaitTo: to } = resident.facts;
  const first = startDay(usual, resident, table, readings);
  const question = table.questions.get("unfinished-wait");
  if (to === null || to < table.yearStart || first === null || question === undefined)
    return started(first, table, null);
  const option = readings.read("unfinished-wait");
  if (option === "as-missed") {
    log?.push({
      step: "missed-years",
      variant: "never-covered",
      effect: "applied",
      cited: question.cited,
      in: { to: isoDay(to) },
      out: { counted: 1 },
    });
    return afterMissedYears(usual, resident, table, 1, readings, log);
  }
  const runsOn = option === "runs-on" && to >= Math.max(first, resident.paidOn);
  log?.push({
    step: "missed-years",
    variant: runsOn ? "wait-runs-on" : "wait-not-carried-over",
    effect: runsOn ? "applied" : "info",
    cited: question.cited,
    in: { to: isoDay(to) },
    out: { counted: 0 },
  });
  if (!runsOn) return started(first, table, null);
  const from = Math.max(resident.paidOn, table.yearStart);
  const wait: WaitDays = { from, to, length: to - from + 1, unit: "day", monthEnd: false };
  if (to + 1 > table.yearEnd) return none("wait-outlasts-year", wait);
  return { kind: "exact", start: Math.max(to + 1, first), end: table.yearEnd, wait, reason: null, exemption: null };
}

/** The rule names the day for those with missed years who pay inside a window; whoever was born in the named year is excepted. */
function fromFixedDay(
  rule: NonNullable<Table["missedInWindow"]>,
  usual: StartData,
  resident: Case,
  table: Table,
  readings: Readings,
  log: Log | null,
): Outcome {
  const { birth, paidOn } = resident;
  const first = startDay(usual, resident, table, readings);
  const excepted = birth !== null && yearOf(birth) === rule.unlessBornIn;
  if (excepted || first === null || first >= rule.start) {
    if (excepted)
      log?.push({
        step: "missed-years",
        variant: "born-in-missed-year",
        effect: "applied",
        cited: rule.cited,
        in: { birth: isoDay(birth), year: rule.unlessBornIn },
        out: { counted: 0 },
      });
    return started(first, table, null);
  }
  const from = Math.max(paidOn, table.yearStart);
  const wait: WaitDays = { from, to: rule.start - 1, length: rule.start - from, unit: "day", monthEnd: false };
  log?.push({
    step: "wait",
    variant: "missed-fixed-day",
    effect: "applied",
    cited: rule.cited,
    in: { paidOn: isoDay(paidOn) },
    out: {
      length: wait.length,
      unit: wait.unit,
      from: isoDay(wait.from),
      to: isoDay(wait.to),
      next: isoDay(rule.start),
    },
  });
  return { kind: "exact", start: rule.start, end: table.yearEnd, wait, reason: null, exemption: null };
}

/** Not before the coverage year, not before birth; null where the document does not state the day. */
function startDay(rule: StartData, resident: Case, table: Table, readings: Readings): EpochDay | null {
  const day = rawStart(typeof rule === "string" ? rule : startRule(readings.read(rule.by)), resident, table);
  if (day === null) return null;
  const start = Math.max(day, table.yearStart, resident.birth ?? day);
  return start < resident.paidOn && isNewbornWithoutBirth(resident, table) ? BIRTH_UNKNOWN : start;
}

/** A first day that hangs on a birth date nobody gave: cover never starts before birth. */
const BIRTH_UNKNOWN = Number.NEGATIVE_INFINITY;

function isNewbornWithoutBirth(resident: Case, table: Table): boolean {
  return resident.birth === null && resident.claims.some((claim) => claim.group === table.newborn);
}

function startRule(option: string): StartRule {
  const rule = START_RULES.find((known) => known === option);
  if (rule === undefined) throw new Error(`not a rule for a first day: ${option}`);
  return rule;
}

function rawStart(rule: StartRule, resident: Case, table: Table): EpochDay | null {
  switch (rule) {
    case "coverage-year-start":
      return table.yearStart;
    case "payment-day":
      return resident.paidOn;
    case "next-day":
      return resident.paidOn + 1;
    case "month-start":
      return monthStart(resident.paidOn, 0);
    case "next-month":
      return monthStart(resident.paidOn, 1);
    case "birth":
      return resident.birth ?? table.yearStart;
    case "not-stated":
      return null;
  }
}

/** The first day of the payment's month, or of a later one. */
function monthStart(day: EpochDay, monthsLater: number): EpochDay {
  return addMonthsClamped(day - civil(day).day + 1, monthsLater).day;
}

function started(day: EpochDay | null, table: Table, exemption: Group | null): Outcome {
  if (day === null) return { kind: "not-stated", start: null, end: table.yearEnd, wait: null, reason: null, exemption };
  if (day === BIRTH_UNKNOWN) return factMissing();
  if (day > table.yearEnd) return none("starts-after-year", null, exemption);
  return { kind: "exact", start: day, end: table.yearEnd, wait: null, reason: null, exemption };
}

function exempt(group: Group, day: EpochDay | null, table: Table): Outcome {
  return started(day, table, group);
}

/** The whole year without a wait, or from birth where that is later: nothing can be better. */
export function isWholeYear({ wait, start }: Outcome, { birth }: Case, { yearStart }: Table): boolean {
  return wait === null && start === Math.max(yearStart, birth ?? yearStart);
}

const NOT_STATED = Number.MAX_SAFE_INTEGER;

/** Orders first days: a day within the year, earliest first; then one that is not stated; then one after the year's end. */
function rank(day: EpochDay | null, table: Table): number {
  if (day === null) return NOT_STATED;
  return day > table.yearEnd ? Number.POSITIVE_INFINITY : day;
}

/**
 * The best of the ordinary answer and the exempt groups. An exempt person pays without a wait: in a period that itself
 * names a first day that day holds, and the group's own day where it is earlier.
 */
function bestOf(
  ordinary: Outcome,
  resident: Case,
  table: Table,
  period: Period,
  readings: Readings,
  log: Log | null,
): Outcome {
  let best: { readonly group: Group; readonly day: EpochDay | null } | null = null;
  for (const { group, start, notBefore } of exemptionsOf(resident, table, readings, log)) {
    const day = earlier(
      notEarlierThan(notBefore, startDay(start, resident, table, readings)),
      period.benefit.kind === "start" ? startDay(period.benefit.start, resident, table, readings) : null,
    );
    if (best === null || rank(day, table) < rank(best.day, table)) best = { group, day };
  }
  if (best === null) return ordinary;
  const withoutWait = ordinary.wait === null && (ordinary.kind === "exact" || ordinary.kind === "not-stated");
  if (withoutWait && (ordinary.start ?? 0) <= rank(best.day, table)) return ordinary;
  if (log !== null) {
    waive(log);
    readings.forget(WAIT_READINGS);
  }
  log?.push({
    step: "exemption",
    variant: "chosen",
    effect: "applied",
    cited: best.group.cited,
    in: { group: best.group.id },
    out: { window: true, wait: true },
  });
  return exempt(best.group, best.day, table);
}

/** Readings that only a wait relies on: with the wait waived they decided nothing. */
const WAIT_READINGS = ["wait-unit", "wait-counts-payment-day", "month-end", "gap-anchor", "one-fixed-wait"];

/** The wait that the ordinary rule would set stays in the trace as what the exemption frees from. */
function waive(log: Log): void {
  log.forEach((step, at) => {
    if (step.step === "wait") log[at] = { ...step, variant: "waived", effect: "failed" };
  });
  const monthEnd = log.findIndex((other) => other.step === "month-end");
  if (monthEnd >= 0) log.splice(monthEnd, 1);
}

function notEarlierThan(event: EpochDay | null, day: EpochDay | null): EpochDay | null {
  return day === null || day === BIRTH_UNKNOWN ? day : Math.max(event ?? day, day);
}

function earlier(a: EpochDay | null, b: EpochDay | null): EpochDay | null {
  if (a === null) return b;
  return b === null ? a : Math.min(a, b);
}

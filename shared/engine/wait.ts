// The wait (待遇等待期): how long, from which day, and the first day after it. Days are days and months are calendar months.
import { addMonthsClamped, type EpochDay } from "../dates/civil.ts";
import { isoDay } from "../dates/iso.ts";
import type { Cited, Table } from "../rules/table.ts";
import type { Case } from "./case.ts";
import type { Log } from "./log.ts";
import { none, type Outcome, type WaitDays } from "./outcome.ts";
import type { Readings } from "./readings.ts";
import type { WaitUnit } from "./result.ts";

/** Why somebody waits: paid in a period with a wait, missed years, or both. */
export interface WaitCause {
  readonly late: boolean;
  readonly missed: number;
}

/**
 * The outcome after the wait. One fixed wait serves both causes (国办发〔2024〕38号) unless the reading says otherwise;
 * each missed year beyond the first adds the further part.
 */
export function afterWait(
  resident: Case,
  table: Table,
  readings: Readings,
  cause: WaitCause,
  log: Log | null,
): Outcome {
  const unit = waitUnit(table, readings);
  const lengths = (unit === "day" ? table.wait.day : table.wait.month) ?? { fixed: 0, further: 0 };
  const fixedTimes = cause.late && cause.missed > 0 && readings.read("one-fixed-wait") === "each" ? 2 : 1;
  const fixed = lengths.fixed * fixedTimes;
  const repaired = repairedOf(resident, table, { fixed, further: lengths.further, unit, missed: cause.missed });
  const further = lengths.further * Math.max(0, cause.missed - 1 - repaired);
  const length = fixed + further;
  if (repaired > 0)
    log?.push({
      step: "missed-years",
      variant: "repaired",
      effect: "applied",
      cited: table.repair?.cited ?? null,
      in: { repaired, missed: cause.missed },
      out: { length },
    });
  const anchor = anchorDay(resident, table, readings, cause);
  const counts = anchor !== resident.paidOn || readings.read("wait-counts-payment-day") === "yes";
  const { wait, next } = span(anchor, length, unit, counts, readings);
  const start = Math.max(next, table.yearStart, resident.birth ?? next);
  log?.push({
    step: "wait",
    variant: `${cause.late ? (cause.missed > 0 ? "late-and-missed" : "late") : "missed"}${table.wait.atLeast ? "-at-least" : ""}`,
    effect: "applied",
    cited: waitCited(table, cause, further),
    in: { paidOn: isoDay(resident.paidOn), anchor: isoDay(anchor), missed: cause.missed },
    out: { length, unit, from: isoDay(wait.from), to: isoDay(wait.to), next: isoDay(next) },
  });
  if (wait.monthEnd) {
    log?.push({
      step: "month-end",
      variant: "no-such-day",
      effect: "applied",
      cited: table.questions.get("month-end")?.cited ?? null,
      in: { from: isoDay(wait.from), length },
      out: { to: isoDay(wait.to) },
    });
  }
  if (start > table.yearEnd) return none("wait-outlasts-year", wait);
  return {
    kind: table.wait.atLeast ? "not-before" : "exact",
    start,
    end: table.yearEnd,
    wait,
    reason: null,
    exemption: null,
  };
}

/** The text that the length rests on: its weakest part is named where a further missed year counts. */
function waitCited(table: Table, cause: WaitCause, further: number): Cited {
  if (further > 0 && table.wait.furtherCited !== null) return table.wait.furtherCited;
  return cause.missed > 0 && table.missedYears !== null ? table.missedYears : table.wait.cited;
}

export interface WaitParts {
  readonly fixed: number;
  readonly further: number;
  readonly unit: WaitUnit;
  readonly missed: number;
}

/** Missed years that were paid for, as far as paying for them takes anything off the wait. */
function repairedOf({ facts }: Case, table: Table, parts: WaitParts): number {
  return facts.repairedYears === 0 ? 0 : Math.min(facts.repairedYears, repairableYears(table, parts));
}

/**
 * For how many missed years paying shortens the wait: each takes one further part away, the fixed wait stays, and after
 * many missed years the whole stays at the floor (国办发〔2024〕38号). None where no floor is written in the wait's unit.
 */
export function repairableYears({ repair }: Table, { fixed, further, unit, missed }: WaitParts): number {
  if (repair === null || further === 0) return 0;
  const floor = missed >= repair.floor.afterYears ? repair.floor[unit] : fixed;
  if (floor === null) return 0;
  let years = Math.max(0, missed - 1);
  while (years > 0 && fixed + further * (missed - 1 - years) < floor) years--;
  return years;
}

function waitUnit(table: Table, readings: Readings): WaitUnit {
  if (table.wait.day === null) return "month";
  if (table.wait.month === null) return "day";
  return readings.read("wait-unit") === "month" ? "month" : "day";
}

function anchorDay(resident: Case, table: Table, readings: Readings, cause: WaitCause): EpochDay {
  if (cause.late || resident.paidOn >= table.yearStart) return resident.paidOn;
  return readings.read("gap-anchor") === "payment-day" ? resident.paidOn : table.yearStart;
}

/** The wait's days and the first day after it. `counts`: the anchor itself is day one. */
function span(
  anchor: EpochDay,
  length: number,
  unit: WaitUnit,
  counts: boolean,
  readings: Readings,
): { readonly wait: WaitDays; readonly next: EpochDay } {
  const from = counts ? anchor : anchor + 1;
  if (unit === "day") {
    const next = from + length;
    return { wait: { from, to: next - 1, length, unit, monthEnd: false }, next };
  }
  const target = addMonthsClamped(anchor, length);
  // Counting the payment day, the wait ends the day before the corresponding day; otherwise on it. Where the month has no
  // such day, its last day ends the wait (民法典第二百零二条).
  let next = counts ? target.day : target.day + 1;
  if (target.clamped) next = readings.read("month-end") === "last-of-month" ? target.day : target.day + 1;
  return { wait: { from, to: next - 1, length, unit, monthEnd: target.clamped }, next };
}

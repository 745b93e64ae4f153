// The repair of missed years (断保修复) as a table: what paying for 0, 1, … of them costs, and what it wins (国办发〔2024〕38号).
import { isoDay } from "../dates/iso.ts";
import { times } from "../rules/money.ts";
import type { Table } from "../rules/table.ts";
import { type Assessment, assess } from "./assess.ts";
import type { Case } from "./case.ts";
import { countMissed } from "./decide.ts";
import type { Log } from "./log.ts";
import { isSameOutcome, type Outcome, waitOf } from "./outcome.ts";
import { Readings } from "./readings.ts";
import type { RepairRow, RepairTable } from "./result.ts";

const NOT_STATED: RepairTable["notStated"] = ["aid-on-repair", "earlier-costs"];

/**
 * The table for somebody whose settled answer holds a wait for missed years; null where the rule set has no such rule,
 * the years are not known, or a special group is freed from the wait. Each row is the engine's own answer for that choice.
 */
export function repairOf(
  resident: Case,
  table: Table,
  { tree, outcome }: Assessment,
  log: Log | null,
): RepairTable | null {
  const { repair } = table;
  if (repair === null || resident.missedYears === null) return null;
  if (tree.kind !== "leaf" || outcome.wait === null) return null;
  const missed = countMissed(resident, table, new Readings(table, resident.choices, tree.assigned, false), null);
  if (missed === 0) return null;
  const rows = rowsOf(resident, table, missed);
  const most = rows.length - 1;
  const isFloored = missed >= repair.floor.afterYears;
  const last = rows.at(-1);
  log?.push({
    step: "repair",
    variant: most > 0 ? "possible" : missed === 1 ? "one-year" : "floor",
    effect: "info",
    cited: isFloored ? repair.floor.cited : repair.cited,
    in: { missed, most, afterYears: repair.floor.afterYears, price: table.standard },
    out: { cost: last?.cost ?? null, start: last?.start ?? null, gainedDays: last?.gainedDays ?? 0 },
  });
  return {
    missedYears: missed,
    pricePerYear: table.standard,
    most,
    rows,
    rule: repair.cited.clause,
    price: repair.priceCited.clause,
    floor: isFloored ? repair.floor.cited.clause : null,
    notStated: NOT_STATED,
  };
}

/** One row for each number of years, as long as one year more still changes the answer. */
function rowsOf(resident: Case, table: Table, missed: number): readonly RepairRow[] {
  const rows: RepairRow[] = [];
  let first: Outcome | null = null;
  let before: Outcome | null = null;
  for (let years = 0; years < missed; years++) {
    const { outcome } = assess({ ...resident, facts: { ...resident.facts, repairedYears: years } }, table);
    if (before !== null && isSameOutcome(outcome, before)) break;
    before = outcome;
    first ??= outcome;
    rows.push({
      years,
      cost: times(table.standard, years),
      wait: waitOf(outcome.wait),
      start: outcome.start === null ? null : isoDay(outcome.start),
      reason: outcome.reason,
      gainedDays: coveredDays(outcome, table) - coveredDays(first, table),
    });
  }
  return rows;
}

function coveredDays({ start }: Outcome, table: Table): number {
  return start === null ? 0 : table.yearEnd - start + 1;
}

// Runs the engine in while nobody asks, so that the first resident of the day is answered as quickly as the hundredth.
import { isoDay } from "../../shared/dates/iso.ts";
import type { Table } from "../../shared/rules/table.ts";

/** So many that the compiler has settled; the time of one portion is not felt behind a keystroke. */
const PORTIONS = 30;
/** Years of age of the residents who are made up: a child, a student, a worker, a pensioner. */
const AGES = [6, 20, 45, 70];

type Answers = (request: Readonly<Record<string, unknown>>) => unknown;

/**
 * Answers made-up residents under each rule set in turn, most of their facts untold as when somebody begins to type.
 *
 * @param pause waited for before each portion; the first long enough that the window stands
 */
export async function runIn(answer: Answers, tables: readonly Table[], pause: () => Promise<void>): Promise<void> {
  for (let portion = 0; portion < PORTIONS; portion++) {
    await pause();
    const table = tables[portion % tables.length];
    if (table === undefined) return;
    for (const age of AGES) answer(madeUp(table, age, portion));
  }
}

function madeUp(table: Table, age: number, portion: number): Readonly<Record<string, unknown>> {
  const isTold = portion % 3 === 2;
  return {
    ruleSet: table.id,
    paidOn: isoDay(table.opening + portion * 5),
    resident: {
      birthDate: `${table.coverageYear - 1 - age}-06-15`,
      ...(isTold ? { categories: [], missedYears: [] } : {}),
    },
  };
}

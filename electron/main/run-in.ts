// Runs the engine in while nobody asks, so that the first resident of the day is answered as quickly as the hundredth.
import { isoDay } from "../../shared/dates/iso.ts";
import type { Table } from "../../shared/rules/table.ts";

/** So many that the compiler has settled under each of half a dozen rule sets (ADR 47). */
const RESIDENTS = 1_200;
/** Years of age of the residents who are made up: a newborn, a child, a student, a worker, a pensioner. */
const AGES = [0, 6, 20, 45, 70];

type Answers = (request: Readonly<Record<string, unknown>>) => unknown;

/**
 * Answers made-up residents under each rule set in turn, more and less of their facts told as when somebody types.
 *
 * @param pause waited for before each of them, so that no question waits for more than one; the first long enough that the window stands
 */
export async function runIn(answer: Answers, tables: readonly Table[], pause: () => Promise<void>): Promise<void> {
  for (let made = 0; made < RESIDENTS; made++) {
    await pause();
    const table = tables[made % tables.length];
    if (table === undefined) return;
    answer(madeUp(table, Math.floor(made / tables.length)));
  }
}

/** Of what a clerk tells beside the birth date, each in turn. Half of the time nothing, as when somebody begins to type. */
const TOLD: readonly ((table: Table) => Readonly<Record<string, unknown>>)[] = [
  () => ({}),
  () => ({ categories: [], missedYears: [] }),
  () => ({}),
  ({ categories }) => ({ categories: [...categories.keys()].slice(0, 1) }),
  () => ({}),
  ({ groups, coverageYear }) => ({
    groups: groups.slice(-1).map(({ id }) => ({ group: id })),
    missedYears: [coverageYear - 1],
  }),
];

function madeUp(table: Table, turn: number): Readonly<Record<string, unknown>> {
  const { coverageYear, opening, yearEnd, counties } = table;
  const told = TOLD[turn % TOLD.length]?.(table) ?? {};
  const age = AGES[turn % AGES.length] ?? 0;
  const county = turn % 4 === 3 ? { county: [...counties.keys()][0] } : {};
  return {
    ruleSet: table.id,
    ...county,
    paidOn: isoDay(opening + ((turn * 37) % (yearEnd - opening))),
    resident: { birthDate: `${coverageYear - 1 - age}-06-15`, ...told },
  };
}

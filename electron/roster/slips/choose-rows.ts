// Which rows of a list get a slip: read once before anything is recorded, so that the count is known and can be refused.
import type { AnsweredRow } from "../../../shared/roster/answerer.ts";
import { MOST_SLIPS, type SlipSelection } from "../../../shared/roster/slip-selection.ts";
import { openNumberLog } from "../duplicates.ts";
import type { Between, ListRows } from "../list-rows.ts";
import type { Plan } from "../plan.ts";
import { reviewSheet } from "../review-sheet.ts";
import { refusedShape } from "../row-work.ts";

export interface ChosenRows {
  /** Row numbers; no more than may get a slip at once, whatever `slips` says. */
  readonly rows: ReadonlySet<number>;
  readonly slips: number;
  /** Chosen rows that have no answer, and so get no slip. */
  readonly leftOut: number;
}

/** Answers a row, whatever its shape. */
export type AnswerRow = (cells: readonly string[]) => AnsweredRow;

export function answerRows(plan: Plan): AnswerRow {
  const encode = (cells: readonly string[]): string => cells.join("\n");
  const answer = plan.answerer(encode);
  const width = plan.headers.length;
  return (cells) =>
    cells.length === width ? answer(cells) : refusedShape(cells, width, false, { words: plan.words, encode });
}

/** @param numbersFile where ID numbers go while rows with the same one are looked for; removed at the end */
export async function chooseRows(
  list: ListRows,
  plan: Plan,
  selection: SlipSelection,
  numbersFile: string,
  between: Between,
): Promise<ChosenRows> {
  const rows = new Set<number>();
  const sheet = reviewSheet(plan.columns, plan.words);
  const answer = answerRows(plan);
  let slips = 0;
  let leftOut = 0;
  const choose = (row: number): void => {
    slips++;
    if (rows.size < MOST_SLIPS) rows.add(row);
  };
  const take = (cells: readonly string[], row: number): AnsweredRow => {
    const answered = answer(cells);
    if (answered.answer.problems.length > 0) leftOut++;
    else if (selection.rows !== "for-person" || sheet.row(cells, row, answered) !== undefined) choose(row);
    return answered;
  };
  if (selection.rows !== "for-person") {
    await list.walk((cells, row) => {
      if (isAsked(selection, plan, cells, row)) take(cells, row);
    }, between);
    return { rows, slips, leftOut };
  }
  // Somebody who stands in the list twice needs a person too, and that is known only after the last row.
  const numbers = await openNumberLog(numbersFile, 0);
  try {
    await list.walk((cells, row) => {
      const { answer: found, personKey } = take(cells, row);
      if (personKey !== 0) numbers.add(personKey, row, found.problems.length > 0 ? WITHOUT_ANSWER : ANSWERED);
    }, between);
    await numbers.eachDuplicate(({ row, township: state }) => {
      if (state === ANSWERED && !rows.has(row)) choose(row);
    });
    return { rows, slips, leftOut };
  } finally {
    await numbers.close();
    await numbers.remove();
  }
}

/** What the log of numbers carries with each row here, in the place of its township. */
const ANSWERED = 0;
const WITHOUT_ANSWER = 1;

/** Whether the row is meant, before anybody asks for its answer. */
export function isAsked(selection: SlipSelection, plan: Plan, cells: readonly string[], row: number): boolean {
  switch (selection.rows) {
    case "all":
    case "for-person":
      return true;
    case "range":
      return row >= selection.from && row <= selection.to;
    case "township":
      return townshipOf(plan, cells) === selection.township;
  }
}

export function townshipOf({ columns }: Plan, cells: readonly string[]): string {
  return columns.township === undefined ? "" : (cells[columns.township] ?? "");
}

// What happens to one row: its shape is checked, it is answered, counted, written, and noted for a person where need be.
import { ANSWER_COLUMNS, beginsLikeFormula } from "../../shared/roster/answer.ts";
import { type AnsweredRow, refusedRow } from "../../shared/roster/answerer.ts";
import { CHECK_BIT } from "../../shared/roster/checks.ts";
import type { ColumnMap } from "../../shared/roster/columns.ts";
import { shown } from "../../shared/roster/problem.ts";
import type { Tally } from "../../shared/roster/summary.ts";
import type { ReviewSheet } from "./review-sheet.ts";
import type { RosterWords } from "./words.ts";

export interface UnknownName {
  readonly field: "categories" | "groups";
  readonly name: string;
  rows: number;
}

export interface RowWorkOptions {
  readonly headers: readonly string[];
  readonly columns: ColumnMap;
  readonly answer: (cells: readonly string[]) => AnsweredRow;
  readonly tally: Tally;
  readonly words: RosterWords;
  readonly encode: (cells: readonly string[]) => string;
  /** Makes input cells that begin like a formula text as well, by an apostrophe; else they stay as they were. */
  readonly neutralise: boolean;
  readonly write: (cells: readonly string[], answered: AnsweredRow) => void;
  readonly sheet: ReviewSheet | null;
  readonly writeReview: (cells: readonly string[]) => void;
  readonly logNumber: (key: number, row: number, township: number) => void;
  readonly unknownNames: UnknownName[];
}

/** No list has so many different names; one that does has free text in that column. */
const MOST_UNKNOWN_NAMES = 500;

export function rowWork(options: RowWorkOptions): (cells: readonly string[], row: number, torn: boolean) => void {
  const { headers, columns, tally, sheet, unknownNames } = options;
  const width = headers.length;
  const townshipColumn = columns.township;
  const unknownByName = new Map(unknownNames.map((entry) => [`${entry.field}\n${entry.name}`, entry]));

  return (cells, row, torn) => {
    const shaped = cells.length === width ? cells : fitted(cells, width);
    let answered = cells.length === width ? options.answer(cells) : refusedShape(cells, width, torn, options);
    const formulas = countFormulas(shaped);
    if (formulas > 0) answered = { ...answered, checks: answered.checks | CHECK_BIT["like-a-formula"] };
    const township = townshipColumn === undefined ? "" : (shaped[townshipColumn] ?? "");
    const place = tally.add(answered.answer, township, answered.checks);
    if (answered.personKey !== 0) options.logNumber(answered.personKey, row, place);
    options.write(
      formulas > 0 && options.neutralise ? shaped.map((cell) => (isFormula(cell) ? `'${cell}` : cell)) : shaped,
      answered,
    );
    if (sheet !== null) {
      const line = sheet.row(shaped, row, answered);
      if (line !== undefined) options.writeReview(line);
    }
    if (answered.answer.problems.length > 0) noteUnknownNames(answered);
  };

  function noteUnknownNames({ answer }: AnsweredRow): void {
    for (const { code, values } of answer.problems) {
      if (code !== "category-unknown" && code !== "group-unknown") continue;
      const field = code === "category-unknown" ? "categories" : "groups";
      const name = String(values["cell"]);
      const known = unknownByName.get(`${field}\n${name}`);
      if (known !== undefined) known.rows++;
      else if (unknownNames.length < MOST_UNKNOWN_NAMES) {
        const entry = { field, name, rows: 1 } as const;
        unknownNames.push(entry);
        unknownByName.set(`${field}\n${name}`, entry);
      }
    }
  }
}

/** The answer to a row of another length than the header: what is wrong with it, and nothing of it was read. */
export function refusedShape(
  cells: readonly string[],
  width: number,
  torn: boolean,
  { words, encode }: Pick<RowWorkOptions, "words" | "encode">,
): AnsweredRow {
  const found = cells.length;
  const surplus = cells.slice(width).map(shown).join(" | ");
  const problem =
    found > width
      ? { column: null, code: "row-long" as const, values: { found, expected: width, surplus } }
      : {
          column: null,
          code: torn ? ("row-torn" as const) : ("row-short" as const),
          values: { found, expected: width },
        };
  return refusedRow([problem], words.text, encode);
}

/** The header of the result: the list's own columns as they are, then the answer's. */
export function resultHeader(headers: readonly string[]): readonly string[] {
  return [...headers, ...ANSWER_COLUMNS];
}

/** A row of another length filled up or cut to the header's, so that the answers stand in their columns. */
export function fitted(cells: readonly string[], width: number): readonly string[] {
  return cells.length > width ? cells.slice(0, width) : [...cells, ...new Array<string>(width - cells.length).fill("")];
}

const NUMBER = /^\s*[+-]?\d[\d.,\s]*$/;

/** Whether a spreadsheet may run the cell; signed numbers are none. */
function isFormula(cell: string): boolean {
  return cell !== "" && beginsLikeFormula(cell) && !NUMBER.test(cell);
}

function countFormulas(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) if (isFormula(cell)) count++;
  return count;
}

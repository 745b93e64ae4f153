// What is wrong with a row, as data: the column as the list names it, a code, and the values its words need.

export type ProblemCode =
  | "date"
  | "date-number"
  | "birth-differs"
  | "birth-after-payment"
  | "id-character"
  | "id-old"
  | "id-length"
  | "id-birth"
  | "id-future"
  | "id-check-digit"
  | "id-rounded"
  | "paid-missing"
  | "category-unknown"
  | "group-unknown"
  | "group-date"
  | "missed-year"
  | "missed-year-future"
  | "missed-year-repeated"
  | "county-unknown"
  | "row-short"
  | "row-long"
  | "row-torn";

export interface RowProblem {
  /** The header as it stands in the list; null where the row as a whole is meant. */
  readonly column: string | null;
  readonly code: ProblemCode;
  readonly values: Readonly<Record<string, string | number>>;
}

const SHOWN_CHARACTERS = 60;

/** A cell's text as a message shows it: on one line, and not longer than a message should be. */
export function shown(text: string): string {
  const line = text.replace(/[\r\n\t]+/g, " ").trim();
  const characters = Array.from(line.slice(0, SHOWN_CHARACTERS * 2));
  return characters.length > SHOWN_CHARACTERS ? `${characters.slice(0, SHOWN_CHARACTERS).join("")}…` : line;
}

/** Gives a key's words in the reader's language, with its values filled in. */
export type Words = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** "缴费时间: 不是日期…"; several joined by "; ". */
export function problemText(problems: readonly RowProblem[], words: Words): string {
  return problems
    .map((problem) => {
      const text = words(`problem.${problem.code}`, inWords(problem, words));
      return problem.column === null ? text : `${problem.column}: ${text}`;
    })
    .join("; ");
}

/** Identities and groups that a name may mean are told by their names: ids mean nothing to a clerk. */
function inWords({ code, values }: RowProblem, words: Words): RowProblem["values"] {
  const kind = code === "category-unknown" ? "category" : code === "group-unknown" ? "group" : null;
  if (kind === null || typeof values["known"] !== "string") return values;
  const names = values["known"].split(", ").map((id) => words(`domain:${kind}.${id}`));
  return { ...values, known: names.join(", ") };
}

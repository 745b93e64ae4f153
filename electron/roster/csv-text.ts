// Cells to CSV text and the guess at a file's separator: the small half of RFC 4180 that writing needs.
import { parse } from "csv-parse/sync";
import { headersRecognised } from "../../shared/roster/columns.ts";

export const DELIMITERS = [",", "\t", ";"] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** Puts cells in quotes where they need them, and joins them. */
export function csvEncoder(delimiter: Delimiter): (cells: readonly string[]) => string {
  const special = delimiter === "\t" ? /["\t\r\n]/ : delimiter === ";" ? /[";\r\n]/ : /[",\r\n]/;
  return (cells) => {
    let line = "";
    for (let index = 0; index < cells.length; index++) {
      const cell = cells[index] ?? "";
      if (index > 0) line += delimiter;
      line += special.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
    }
    return line;
  };
}

export interface Layout {
  readonly delimiter: Delimiter;
  readonly newline: "\n" | "\r\n" | "\r";
  /** Rows above the header (a title, a date of issue), kept as they are. */
  readonly preface: readonly (readonly string[])[];
  readonly headers: readonly string[];
}

const ROWS_LOOKED_AT = 10;

/** Finds separator and header row in the beginning of a file: the reading that recognises most headers wins. */
export function findLayout(beginning: string): Layout | undefined {
  const newline =
    /\r\n|\n|\r/.exec(beginning)?.[0] === "\r\n"
      ? "\r\n"
      : beginning.includes("\n")
        ? "\n"
        : beginning.includes("\r")
          ? "\r"
          : "\n";
  let best: { readonly layout: Layout; readonly score: number } | undefined;
  for (const delimiter of DELIMITERS) {
    const rows = firstRows(beginning, delimiter);
    const header = headerRow(rows);
    const headers = rows[header];
    if (headers === undefined) continue;
    const score = headersRecognised(headers) * 1_000 + headers.length;
    if (best === undefined || score > best.score)
      best = { layout: { delimiter, newline, preface: rows.slice(0, header), headers }, score };
  }
  return best?.layout;
}

/** Index of the row that names most fields, where at least two are named; else the first. */
export function headerRow(rows: readonly (readonly string[])[]): number {
  let best = 0;
  let most = 1;
  for (const [index, row] of rows.slice(0, ROWS_LOOKED_AT).entries()) {
    const recognised = headersRecognised(row);
    if (recognised > most) {
      most = recognised;
      best = index;
    }
  }
  return best;
}

function firstRows(beginning: string, delimiter: Delimiter): readonly (readonly string[])[] {
  return parse(beginning, {
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    to: ROWS_LOOKED_AT,
    skip_records_with_error: true,
  });
}

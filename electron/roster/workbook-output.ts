// Writes a result as a workbook of three sheets: the list with its answers, the rows for a person, the summary.
import { rename, rm } from "node:fs/promises";
import writeXlsxFile, { type Cell, type Sheet } from "write-excel-file/node";
import { PAYERS, type Summary, yuan } from "../../shared/roster/summary.ts";
import { partialName } from "./csv-sink.ts";
import { fileFault } from "./fault.ts";
import type { RosterWords } from "./words.ts";
import type { WorkbookCell } from "./workbook-input.ts";

export interface WorkbookContent {
  readonly preface: readonly (readonly WorkbookCell[])[];
  readonly header: readonly string[];
  readonly rows: readonly (readonly WorkbookCell[])[];
  readonly review: readonly (readonly string[])[];
  readonly summary: Summary;
}

/** Text stays text, also where it begins with a sign: no cell that is written can be a formula. */
export async function writeWorkbook(path: string, content: WorkbookContent, words: RosterWords): Promise<void> {
  const partial = partialName(path);
  const sheets: Sheet<never>[] = [
    {
      sheet: words.text("workbook.results"),
      data: [
        ...content.preface.map((row) => row.map(cellOf)),
        content.header.map(bold),
        ...content.rows.map((row) => row.map(cellOf)),
      ],
      stickyRowsCount: content.preface.length + 1,
    },
    {
      sheet: words.text("workbook.review"),
      data: content.review.map((row, index) => row.map(index === 0 ? bold : cellOf)),
      stickyRowsCount: 1,
    },
    { sheet: words.text("workbook.summary"), data: summaryRows(content.summary, words).map((row) => row.map(cellOf)) },
  ];
  try {
    await writeXlsxFile(sheets).toFile(partial);
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw fileFault(error, path);
  }
}

function cellOf(cell: WorkbookCell): Cell {
  if (cell === null || cell === "") return null;
  if (cell instanceof Date)
    return {
      value: cell,
      type: Date,
      format: cell.getTime() % 86_400_000 === 0 ? "yyyy-mm-dd" : "yyyy-mm-dd hh:mm:ss",
    };
  if (typeof cell === "number") return { value: cell, type: Number };
  if (typeof cell === "boolean") return { value: cell, type: Boolean };
  return { value: cell, type: String };
}

function bold(text: string): Cell {
  return { value: text, type: String, fontWeight: "bold" };
}

/** Totals by aid identity and by township; amounts in yuan. */
function summaryRows(summary: Summary, words: RosterWords): readonly (readonly WorkbookCell[])[] {
  const head = (first: string): readonly string[] => [
    first,
    words.text("summary.rows"),
    words.text("summary.problems"),
    words.text("summary.review"),
    ...PAYERS.map((payer) => words.text(`payer.${payer}`)),
  ];
  const row = (name: string, bucket: Summary["all"]): readonly WorkbookCell[] => [
    name,
    bucket.rows,
    bucket.problems,
    bucket.review,
    ...PAYERS.map((payer) => Number(yuan(bucket.sums[payer].sum))),
  ];
  return [
    head(words.text("summary.category")),
    ...summary.categories.map((bucket) => row(words.categoryOf(bucket.name), bucket)),
    row(words.text("summary.all"), summary.all),
    [],
    head(words.text("summary.township")),
    ...summary.townships.map((bucket) =>
      row(bucket.name === "" ? words.text("summary.no-township") : bucket.name, bucket),
    ),
    [],
    ...Object.entries(summary.checks).map(([check, count]) => [words.text(`check.${check}`), count]),
  ];
}

// A list of which one side is a workbook: at most 50,000 rows, held in memory from the first to the last.
import { rm } from "node:fs/promises";
import { openTally } from "../../shared/roster/summary.ts";
import { openCsvSink } from "./csv-sink.ts";
import { readCsv } from "./csv-source.ts";
import { csvEncoder, headerRow } from "./csv-text.ts";
import { addDuplicates } from "./duplicate-report.ts";
import { openNumberLog } from "./duplicates.ts";
import { RosterFault } from "./fault.ts";
import { fileState, isWorkbook, openCsvInput, sameState } from "./input.ts";
import type { RosterJob, RosterReport, Steering } from "./job.ts";
import { makePlan } from "./plan.ts";
import { reviewSheet } from "./review-sheet.ts";
import { resultHeader, rowWork, type UnknownName } from "./row-work.ts";
import { MOST_WORKBOOK_ROWS, readWorkbook, type WorkbookCell, type WorkbookNote } from "./workbook-input.ts";
import { writeWorkbook } from "./workbook-output.ts";

interface SmallList {
  readonly cells: readonly (readonly WorkbookCell[])[];
  readonly texts: readonly (readonly string[])[];
  /** Row numbers as the file has them. */
  readonly numbers: readonly number[];
  readonly torn: boolean;
  readonly blankLines: number;
  readonly date1904: boolean;
  readonly notes: readonly WorkbookNote[];
}

const BATCH = 1_000;

/** Throws RosterFault. Nothing is written before every row is answered, so that nothing partial is left behind. */
export async function runSmall(job: RosterJob, steering: Steering): Promise<RosterReport> {
  const before = await fileState(job.input);
  const list = isWorkbook(job.input) ? await fromWorkbook(job.input) : await fromCsv(job.input);
  const header = headerRow(list.texts);
  const headers = list.texts[header];
  if (headers === undefined || headers.length === 0) throw new RosterFault("no-header", { file: job.input });
  const plan = makePlan(job, headers, list.numbers[header] ?? 1, list.date1904);
  const tally = openTally();
  const unknownNames: UnknownName[] = [];
  const rows: (readonly WorkbookCell[])[] = [];
  const sheet = reviewSheet(plan.columns, plan.words);
  const review: (readonly string[])[] = [sheet.header()];
  const numbersFile = `${job.output}.numbers`;
  const numbers = await openNumberLog(numbersFile, 0);
  try {
    // A workbook needs no apostrophes: text in it is text. A CSV file has nothing but text.
    const typed = isWorkbook(job.output);
    let original: readonly WorkbookCell[] = [];
    const encode = (cells: readonly string[]): string => cells.join("\n");
    const work = rowWork({
      headers,
      columns: plan.columns,
      answer: plan.answerer(encode),
      tally,
      words: plan.words,
      encode,
      neutralise: job.neutralise && !typed,
      write: (cells, { answer }) => rows.push([...(typed ? kept(original, cells) : cells), ...answer.cells]),
      sheet,
      writeReview: (cells) => review.push(cells),
      logNumber: numbers.add,
      unknownNames,
    });
    for (let index = 0; index < list.blankLines; index++) tally.addBlankLine();
    for (let index = header + 1; index < list.texts.length; index++) {
      original = list.cells[index] ?? [];
      work(list.texts[index] ?? [], list.numbers[index] ?? index + 1, list.torn && index === list.texts.length - 1);
      if (index % BATCH !== 0) continue;
      steering.onProgress({ rows: tally.rows(), problems: tally.problems(), bytes: index, ofBytes: list.texts.length });
      if (!(await steering.mayGoOn())) return { ...report(), status: "cancelled", summary: tally.snapshot() };
    }
    await addDuplicates(numbers, tally, sheet, (cells) => review.push(cells));
    if (!sameState(before, await fileState(job.input)))
      throw new RosterFault("file-changed", { file: job.input, row: list.texts.length });
    const preface = list.cells.slice(0, header);
    if (isWorkbook(job.output)) {
      await writeWorkbook(
        job.output,
        { preface, header: resultHeader(headers), rows, review, summary: tally.snapshot() },
        plan.words,
      );
    } else {
      await writeCsv(job.output, [
        ...list.texts.slice(0, header),
        resultHeader(headers),
        ...rows.map((row) => row.map(String)),
      ]);
    }
    if (job.review !== null) await writeCsv(job.review, review);
    return { ...report(), summary: tally.snapshot() };
  } finally {
    await numbers.close();
    await rm(numbersFile, { force: true });
  }

  function report(): Omit<RosterReport, "summary"> {
    return {
      status: "done",
      fault: null,
      unknownNames,
      resumedAt: null,
      kept: null,
      language: plan.words.language,
      notes: list.notes,
    };
  }
}

/** A row's own cells, numbers and dates as such; of another length they are those that were fitted to the header. */
function kept(original: readonly WorkbookCell[], cells: readonly string[]): readonly WorkbookCell[] {
  return cells.map((cell, index) => (original.length > index ? (original[index] ?? null) : cell));
}

async function fromWorkbook(path: string): Promise<SmallList> {
  const { cells, texts, date1904, notes } = await readWorkbook(path);
  return { cells, texts, date1904, notes, torn: false, blankLines: 0, numbers: texts.map((_, index) => index + 1) };
}

async function fromCsv(path: string): Promise<SmallList> {
  const { layout, encoding } = await openCsvInput(path);
  const texts: (readonly string[])[] = [];
  const numbers: number[] = [];
  let torn = false;
  let blankLines = 0;
  await readCsv({
    path,
    encoding,
    layout,
    from: { offset: 0, row: 0 },
    onRow: (cells, row, inLastLine) => {
      if (texts.length > MOST_WORKBOOK_ROWS)
        throw new RosterFault("too-many-rows", { file: path, limit: MOST_WORKBOOK_ROWS });
      texts.push(cells);
      numbers.push(row);
      torn = inLastLine;
    },
    onBlankLine: () => {
      blankLines++;
    },
    between: () => Promise.resolve(true),
  });
  return { cells: texts, texts, numbers, torn, blankLines, date1904: false, notes: [] };
}

/** With a byte order mark: it comes from or goes beside a workbook, and Excel will open it. */
async function writeCsv(path: string, rows: readonly (readonly string[])[]): Promise<void> {
  const sink = await openCsvSink(path, 0);
  try {
    const encode = csvEncoder(",");
    sink.add("\ufeff");
    for (const row of rows) sink.add(`${encode(row)}\r\n`);
    await sink.finish();
  } catch (error) {
    await sink.abandon();
    throw error;
  }
}

// One list from beginning to end: read, answered, written, resumable. The command line and the window's worker both run it.
import { createHash } from "node:crypto";
import { realpath } from "node:fs/promises";
import { openTally, type Summary, type Tally } from "../../shared/roster/summary.ts";
import {
  type Checkpoint,
  type CheckpointParts,
  readCheckpoint,
  removeCheckpoint,
  writeCheckpoint,
} from "./checkpoint.ts";
import { type CsvSink, openCsvSink, partialName } from "./csv-sink.ts";
import { readCsv } from "./csv-source.ts";
import { csvEncoder } from "./csv-text.ts";
import { addDuplicates } from "./duplicate-report.ts";
import { openNumberLog } from "./duplicates.ts";
import { type Fault, fileFault, RosterFault } from "./fault.ts";
import { type CsvInput, fileState, isWorkbook, openCsvInput, sameState } from "./input.ts";
import { youngGenerationCap } from "./memory.ts";
import { makePlan, type Plan, type PlanOptions } from "./plan.ts";
import { reviewSheet } from "./review-sheet.ts";
import { resultHeader, rowWork, type UnknownName } from "./row-work.ts";
import { runSmall } from "./small-job.ts";
import type { WorkbookNote } from "./workbook-input.ts";

export interface RosterJob extends PlanOptions {
  readonly output: string;
  /** Where the rows that need a person go, as CSV; null for none. */
  readonly review: string | null;
  /** Input cells that begin like a formula become text; else they stay byte for byte. */
  readonly neutralise: boolean;
  /** Begins anew even where an earlier run can be taken up. */
  readonly fresh: boolean;
}

export interface Progress {
  readonly rows: number;
  readonly problems: number;
  /** Bytes of the file read, of all its bytes. */
  readonly bytes: number;
  readonly ofBytes: number;
}

/** How the outside steers a run; all of it is called between two batches of rows. */
export interface Steering {
  readonly onProgress: (progress: Progress) => void;
  /** Resolves when the run may go on (a pause holds it), to false where it shall end. */
  readonly mayGoOn: () => Promise<boolean>;
  /** Milliseconds; a monotonic clock. */
  readonly now: () => number;
}

export interface RosterReport {
  readonly status: "done" | "cancelled" | "failed";
  readonly fault: Fault | null;
  readonly summary: Summary | null;
  readonly unknownNames: readonly UnknownName[];
  /** Row of the file from which an earlier run was taken up; null for a fresh one. */
  readonly resumedAt: number | null;
  /** A run that did not end well: the partial file and the last row of the list that stands in it. */
  readonly kept: { readonly file: string; readonly row: number } | null;
  readonly language: Plan["words"]["language"];
  /** What a workbook carries and the result does not. */
  readonly notes: readonly WorkbookNote[];
}

const CHECKPOINT_EVERY = 2_000;
const BOM = "\ufeff";

/** Never throws for what a file or a disk can do: that is the report's fault. */
export async function runRoster(job: RosterJob, steering: Steering): Promise<RosterReport> {
  const run: Run = { opened: [], state: null };
  try {
    if (await sameFile(job.input, job.output)) throw new RosterFault("output-is-input", { file: job.output });
    if (isWorkbook(job.input) || isWorkbook(job.output)) return await runSmall(job, steering);
    return await runCsv(job, steering, run);
  } catch (error) {
    const { fault } = error instanceof RosterFault ? error : fileFault(error, job.input);
    await keepWhatIsDone(fault, run);
    return failed(fault, run);
  } finally {
    for (const resource of run.opened) await resource();
  }
}

/** What has to be closed, and what is known, when a run ends early. */
interface Run {
  readonly opened: (() => Promise<void>)[];
  state: {
    readonly tally: Tally;
    readonly plan: Plan;
    readonly unknownNames: readonly UnknownName[];
    readonly sink: CsvSink;
    readonly resumedAt: number | null;
    /** The last row that was answered, and the last one known to be in the file. */
    answered: number;
    written: number;
  } | null;
}

async function runCsv(job: RosterJob, steering: Steering, run: Run): Promise<RosterReport> {
  const input = await openCsvInput(job.input);
  const { layout } = input;
  const headerRow = layout.preface.length + 1;
  const plan = makePlan(job, layout.headers, headerRow, false);
  const fingerprint = fingerprintOf(job, input, plan);
  const past = job.fresh ? undefined : await readCheckpoint(job.output, fingerprint, partsOf(job));
  const tally = openTally(past?.summary);
  const unknownNames: UnknownName[] = past?.unknownNames.map((entry) => ({ ...entry })) ?? [];

  const sink = await openCsvSink(job.output, past?.outputBytes ?? 0);
  run.opened.push(sink.abandon);
  const startRow = past?.row ?? headerRow;
  const state = {
    tally,
    plan,
    unknownNames,
    sink,
    resumedAt: past?.row ?? null,
    answered: startRow,
    written: startRow,
  };
  run.state = state;
  const reviewSink = job.review === null ? null : await openCsvSink(job.review, past?.reviewBytes ?? 0);
  if (reviewSink !== null) run.opened.push(reviewSink.abandon);
  const numbers = await openNumberLog(partsOf(job).numbers, past?.numbers ?? 0);
  run.opened.push(numbers.close);

  const encodeCells = csvEncoder(layout.delimiter);
  const { delimiter, newline } = layout;
  const encodeAnswer = (cells: readonly string[]): string => delimiter + encodeCells(cells) + newline;
  const sheet = reviewSink === null ? null : reviewSheet(plan.columns, plan.words);
  const writeReview = (cells: readonly string[]): void => reviewSink?.add(`${REVIEW_ENCODER(cells)}\r\n`);
  const work = rowWork({
    headers: layout.headers,
    columns: plan.columns,
    answer: plan.answerer(encodeAnswer),
    tally,
    words: plan.words,
    encode: encodeAnswer,
    neutralise: job.neutralise,
    write: (cells, answered) => sink.add(encodeCells(cells) + answered.answer.encoded),
    sheet,
    writeReview,
    logNumber: numbers.add,
    unknownNames,
  });
  if (past === undefined) {
    // Excel takes a file without the mark for the system's old encoding: whoever had GB18030 gets one it opens right.
    const marked = input.encoding.bom > 0 || input.encoding.encoding !== "utf-8";
    sink.add(marked ? BOM : "");
    for (const row of layout.preface) sink.add(encodeCells(row) + newline);
    sink.add(encodeCells(resultHeader(layout.headers)) + newline);
    if (sheet !== null) reviewSink?.add(`${BOM + REVIEW_ENCODER(sheet.header())}\r\n`);
  }

  const capMemory = youngGenerationCap();
  let lastCheckpoint = steering.now();
  const keep = async (offset: number, row: number): Promise<void> => {
    const outputBytes = await sink.settle();
    const reviewBytes = (await reviewSink?.settle()) ?? 0;
    await numbers.flush();
    const checkpoint: Checkpoint = {
      format: "canbao-roster-checkpoint/1",
      fingerprint,
      offset,
      row,
      outputBytes,
      reviewBytes,
      numbers: numbers.records(),
      unknownNames,
      summary: structuredClone(tally.snapshot()) as Checkpoint["summary"],
    };
    await writeCheckpoint(job.output, checkpoint);
    state.written = row;
    lastCheckpoint = steering.now();
  };
  let handedOver = startRow;
  const finished = await readCsv({
    path: job.input,
    encoding: input.encoding,
    layout,
    from: { offset: past?.offset ?? 0, row: past?.row ?? 0 },
    onRow: (cells, row, torn) => {
      if (row <= headerRow) return;
      work(cells, row, torn);
      state.answered = row;
    },
    onBlankLine: tally.addBlankLine,
    between: async ({ offset, row }, bytes) => {
      capMemory();
      await sink.flush();
      await reviewSink?.flush();
      // The flush has waited for the batch before this one.
      state.written = handedOver;
      handedOver = row;
      if (!sameState(input.state, await fileState(job.input)))
        throw new RosterFault("file-changed", { file: job.input, row });
      steering.onProgress({ rows: tally.rows(), problems: tally.problems(), bytes, ofBytes: input.state.size });
      const goOn = await steering.mayGoOn();
      if (!goOn || steering.now() - lastCheckpoint > CHECKPOINT_EVERY) await keep(offset, row);
      return goOn;
    },
  });
  if (!finished) return { ...failed(null, run), status: "cancelled" };
  await addDuplicates(numbers, tally, sheet, writeReview);
  await reviewSink?.finish();
  await sink.finish();
  await removeCheckpoint(job.output);
  await numbers.remove();
  return {
    status: "done",
    fault: null,
    summary: tally.snapshot(),
    unknownNames,
    resumedAt: state.resumedAt,
    kept: null,
    language: plan.words.language,
    notes: [],
  };
}

function partsOf({ output, review }: RosterJob): CheckpointParts {
  return {
    output: partialName(output),
    review: review === null ? null : partialName(review),
    numbers: `${output}.numbers`,
  };
}

const REVIEW_ENCODER = csvEncoder(",");

/** Rows that were answered before the fault still go to the partial file, where the disk takes them. */
async function keepWhatIsDone(fault: Fault, { state }: Run): Promise<void> {
  if (state === null || fault.code === "disk-full") return;
  try {
    await state.sink.settle();
    state.written = state.answered;
  } catch {
    // The fault that stopped the run is the one to tell.
  }
}

function failed(fault: Fault | null, { state }: Run): RosterReport {
  return {
    status: "failed",
    fault,
    summary: state?.tally.snapshot() ?? null,
    unknownNames: state?.unknownNames ?? [],
    resumedAt: state?.resumedAt ?? null,
    kept: state === null ? null : { file: state.sink.partial, row: state.written },
    language: state?.plan.words.language ?? "zh-CN",
    notes: [],
  };
}

/** Everything that decides the answers: a run is only taken up where all of it is as it was. */
function fingerprintOf(job: RosterJob, input: CsvInput, plan: Plan): string {
  const readings = [...job.table.questions.values()].map((question) => [question.id, question.inForce]);
  const { state, path } = input;
  const facts = [
    path,
    state,
    job.table.id,
    job.table.hash,
    readings,
    job.mapping,
    job.county,
    job.interpretations,
    plan.words.language,
    job.review,
    job.neutralise,
  ];
  return createHash("sha256").update(JSON.stringify(facts)).digest("hex");
}

async function sameFile(a: string, b: string): Promise<boolean> {
  const real = (path: string): Promise<string | null> => realpath(path).catch(() => null);
  const [first, second] = await Promise.all([real(a), real(b)]);
  return first !== null && first === second;
}

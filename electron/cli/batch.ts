// calc batch: a list with its answers added. Progress and the summary go to stderr; the exit status says how it went.

import { writeFile } from "node:fs/promises";
import { CHECKS } from "../../shared/roster/checks.ts";
import { type Fault, fileFault, RosterFault } from "../roster/fault.ts";
import { type Progress, type RosterJob, type RosterReport, runRoster } from "../roster/job.ts";
import { type RosterWords, rosterWords } from "../roster/words.ts";
import { languageAsked, readCall } from "./batch-call.ts";

export interface BatchIo {
  readonly stderr: { readonly write: (text: string) => unknown; readonly isTTY?: boolean };
  /** Calls back when the user asks to stop (Ctrl-C); returns how to stop listening. */
  readonly onInterrupt?: (stop: () => void) => () => void;
}

const ALL_COMPUTED = 0;
const SOME_PROBLEMS = 1;
const NOT_WORKED_ON = 2;

/** `args` without the word batch. Never throws for what a user or a file can do. */
export async function runBatch(args: readonly string[], io: BatchIo): Promise<0 | 1 | 2> {
  let words = rosterWords(languageAsked(args));
  try {
    const { job, summaryFile } = readCall(args, words.language, (text) => io.stderr.write(text));
    const report = await run(job, words, io);
    words = rosterWords(job.language ?? report.language);
    tell(report, words, io);
    if (summaryFile !== undefined && report.summary !== null) await writeSummary(summaryFile, report.summary);
    if (report.status !== "done") return NOT_WORKED_ON;
    return report.summary?.all.problems === 0 ? ALL_COMPUTED : SOME_PROBLEMS;
  } catch (error) {
    if (!(error instanceof RosterFault)) throw error;
    tellFault(error.fault, words, io);
    return NOT_WORKED_ON;
  }
}

async function writeSummary(file: string, summary: NonNullable<RosterReport["summary"]>): Promise<void> {
  try {
    await writeFile(file, `${JSON.stringify(summary, null, 2)}\n`);
  } catch (error) {
    throw fileFault(error, file);
  }
}

async function run(job: RosterJob, words: RosterWords, io: BatchIo): Promise<RosterReport> {
  let goOn = true;
  const release = (io.onInterrupt ?? onSignal)(() => {
    goOn = false;
  });
  const report = progressLine(words, io);
  try {
    return await runRoster(job, {
      onProgress: report,
      mayGoOn: () => Promise.resolve(goOn),
      now: () => performance.now(),
    });
  } finally {
    release();
    if (io.stderr.isTTY === true) io.stderr.write("\r\u001b[K");
  }
}

function onSignal(stop: () => void): () => void {
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  return () => {
    process.off("SIGINT", stop);
    process.off("SIGTERM", stop);
  };
}

const TELL_EVERY = 1_000;

/** One line a second; on a terminal it is written over the one before. */
function progressLine(words: RosterWords, io: BatchIo): (progress: Progress) => void {
  const start = performance.now();
  let last = start;
  return ({ rows, problems, bytes, ofBytes }) => {
    const now = performance.now();
    if (now - last < TELL_EVERY) return;
    last = now;
    const percent = ofBytes === 0 ? 100 : Math.floor((100 * bytes) / ofBytes);
    const perSecond = Math.round(rows / ((now - start) / 1_000));
    const text = words.text("run.progress", { percent, rows, perSecond, problems });
    io.stderr.write(io.stderr.isTTY === true ? `\r\u001b[K${text}` : `${text}\n`);
  };
}

function tell(
  { status, fault, summary, unknownNames, resumedAt, kept, notes }: RosterReport,
  words: RosterWords,
  io: BatchIo,
): void {
  if (resumedAt !== null) line(io, words.text("run.resumed", { row: resumedAt }));
  if (summary !== null) {
    const { rows, problems, review } = summary.all;
    line(io, words.text("run.done", { rows, computed: rows - problems, problems, review }));
    for (const check of CHECKS) {
      const count = summary.checks[check];
      if (count > 0) line(io, `  ${words.text("run.check", { check: words.text(`check.${check}`), count })}`);
    }
    for (const { field, name, rows: count } of unknownNames) {
      line(io, `  ${words.text("run.unknown-name", { field: words.text(`field.${field}`), name, count })}`);
    }
    if (summary.blankLines > 0) line(io, `  ${words.text("run.blank-lines", { count: summary.blankLines })}`);
  }
  for (const note of notes) line(io, `  ${words.text(`run.${note}`)}`);
  if (fault !== null) tellFault(fault, words, io);
  if (status === "cancelled") line(io, words.text("run.cancelled"));
  if (kept !== null) line(io, words.text("run.kept", kept));
}

/** The code first: it is the same in both languages, for whoever runs this from a script. */
function tellFault({ code, values }: Fault, words: RosterWords, io: BatchIo): void {
  line(io, `${code}: ${words.text(`fault.${code}`, values)}`);
}

function line(io: BatchIo, text: string): void {
  io.stderr.write(`${text}\n`);
}

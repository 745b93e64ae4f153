// calc batch: a list with its answers added. Progress and the summary go to stderr; the exit status says how it went.

import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { z } from "zod";
import { dayOf } from "../../shared/dates/civil.ts";
import { missingRuleSet } from "../../shared/engine/answer.ts";
import { CHECKS } from "../../shared/roster/checks.ts";
import { ROSTER_FIELDS } from "../../shared/roster/columns.ts";
import { readSettlements } from "../policies/settlements.ts";
import type { Policies } from "../policies/store.ts";
import { type Fault, RosterFault } from "../roster/fault.ts";
import { type Progress, type RosterJob, type RosterReport, runRoster } from "../roster/job.ts";
import type { Mapping } from "../roster/plan.ts";
import { type Language, type RosterWords, rosterWords } from "../roster/words.ts";
import { missingYearWords } from "./missing-year-words.ts";
import { rulesFrom } from "./rules-from.ts";

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
  let words = rosterWords("zh-CN");
  try {
    const values = parsed(args);
    const language = languageOption(values.language);
    if (language !== null) words = rosterWords(language);
    const { job, summaryFile } = readArguments(values, words.language, io);
    const report = await run(job, words, io);
    words = rosterWords(job.language ?? report.language);
    tell(report, words, io);
    if (summaryFile !== undefined && report.summary !== null)
      await writeFile(summaryFile, `${JSON.stringify(report.summary, null, 2)}\n`);
    if (report.status !== "done") return NOT_WORKED_ON;
    return report.summary?.all.problems === 0 ? ALL_COMPUTED : SOME_PROBLEMS;
  } catch (error) {
    if (!(error instanceof RosterFault)) throw error;
    tellFault(error.fault, words, io);
    return NOT_WORKED_ON;
  }
}

const OPTIONS = {
  "rule-set": { type: "string" },
  in: { type: "string" },
  out: { type: "string" },
  policies: { type: "string" },
  packs: { type: "string" },
  settings: { type: "string" },
  county: { type: "string" },
  column: { type: "string", multiple: true },
  category: { type: "string", multiple: true },
  group: { type: "string", multiple: true },
  mapping: { type: "string" },
  interpretation: { type: "string", multiple: true },
  review: { type: "string" },
  summary: { type: "string" },
  language: { type: "string" },
  neutralise: { type: "boolean" },
  fresh: { type: "boolean" },
} as const;

const MappingFile = z.strictObject({
  columns: z.partialRecord(z.enum(ROSTER_FIELDS), z.string()).default({}),
  categories: z.record(z.string(), z.string()).default({}),
  groups: z.record(z.string(), z.string()).default({}),
});

function readArguments(
  values: ReturnType<typeof parsed>,
  told: Language,
  io: BatchIo,
): { readonly job: RosterJob; readonly summaryFile: string | undefined } {
  const ruleSet = required(values["rule-set"], "--rule-set ID");
  const settled = readSettlements(values.settings);
  if (!settled.ok) throw new RosterFault("bad-argument", { argument: `--settings ${values.settings ?? ""}` });
  const from = rulesFrom({ policies: values.policies, packs: values.packs }, settled.settlements);
  if (!from.ok) throw new RosterFault("packs-unusable", { reason: from.messages.join("\n") });
  io.stderr.write(from.notice);
  const policies = from.rules;
  const table = policies.ruleSets.get(ruleSet)?.table;
  if (table === undefined) throw noRuleSet(ruleSet, policies, told);
  const now = new Date();
  const job: RosterJob = {
    input: required(values.in, "--in FILE"),
    output: required(values.out, "--out FILE"),
    table,
    mapping: mappingOf(values),
    county: values.county ?? null,
    interpretations: Object.fromEntries((values.interpretation ?? []).map((text) => pair(text, "--interpretation"))),
    language: languageOption(values.language),
    today: dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate()),
    review: values.review ?? null,
    neutralise: values.neutralise ?? false,
    fresh: values.fresh ?? false,
  };
  return { job, summaryFile: values.summary };
}

/** A year without a notice is named as such, with what is known of it; an area that nobody knows is an unknown rule set. */
function noRuleSet(ruleSet: string, { ruleSets, coming }: Policies, told: Language): RosterFault {
  const tables = [...ruleSets.values()].map(({ table }) => table);
  const missing = missingRuleSet(ruleSet, tables, coming);
  if (missing === null) return new RosterFault("unknown-rule-set", { ruleSet, known: [...ruleSets.keys()].join(", ") });
  return new RosterFault("missing-year", { ruleSet, ...missingYearWords(missing, told) });
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: false, strict: true }).values;
  } catch (error) {
    throw new RosterFault("bad-argument", { argument: error instanceof Error ? error.message : String(error) });
  }
}

function required(value: string | undefined, name: string): string {
  if (value === undefined || value === "") throw new RosterFault("bad-argument", { argument: name });
  return value;
}

function mappingOf(values: {
  readonly mapping?: string;
  readonly column?: string[];
  readonly category?: string[];
  readonly group?: string[];
}): Mapping {
  const file = values.mapping === undefined ? MappingFile.parse({}) : readMapping(values.mapping);
  const columns = Object.fromEntries((values.column ?? []).map((text) => pair(text, "--column")));
  const known = MappingFile.shape.columns.safeParse(columns);
  if (!known.success)
    throw new RosterFault("bad-argument", {
      argument: `--column ${Object.keys(columns).join(", ")} (${ROSTER_FIELDS.join(", ")})`,
    });
  return {
    columns: definedOnly({ ...file.columns, ...known.data }),
    categories: {
      ...file.categories,
      ...Object.fromEntries((values.category ?? []).map((text) => pair(text, "--category"))),
    },
    groups: { ...file.groups, ...Object.fromEntries((values.group ?? []).map((text) => pair(text, "--group"))) },
  };
}

function readMapping(path: string): z.infer<typeof MappingFile> {
  try {
    return MappingFile.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    throw new RosterFault("bad-argument", { argument: `--mapping ${path}` });
  }
}

function definedOnly(
  columns: Readonly<Partial<Record<(typeof ROSTER_FIELDS)[number], string | undefined>>>,
): Mapping["columns"] {
  return Object.fromEntries(Object.entries(columns).filter(([, header]) => header !== undefined)) as Mapping["columns"];
}

function pair(text: string, option: string): readonly [string, string] {
  const at = text.indexOf("=");
  if (at <= 0) throw new RosterFault("bad-argument", { argument: `${option} ${text}` });
  return [text.slice(0, at), text.slice(at + 1)];
}

function languageOption(text: string | undefined): Language | null {
  if (text === undefined || text === "zh-CN" || text === "en") return text ?? null;
  throw new RosterFault("bad-argument", { argument: `--language ${text} (zh-CN, en)` });
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

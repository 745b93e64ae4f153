// The roster's own process: the window and the main process stay free while a county runs here.
import { createReadStream } from "node:fs";
import { constants, setPriority } from "node:os";
import { Parser } from "csv-parse";
import { dayOf } from "../../shared/dates/civil.ts";
import { pastYearOf } from "../../shared/engine/answer.ts";
import { jurisdictionOf, missingYears } from "../../shared/rules/missing-year.ts";
import type { Table } from "../../shared/rules/table.ts";
import { loadRulesInUse } from "../packs/rules-in-use.ts";
import { describeLoaded } from "../policies/describe.ts";
import type { LoadedRuleSet } from "../policies/store.ts";
import { fileFault, RosterFault } from "./fault.ts";
import { fileState, sameState } from "./input.ts";
import { type RosterReport, runRoster } from "./job.ts";
import { openList } from "./list-rows.ts";
import { makePlan } from "./plan.ts";
import { chooseRows } from "./slips/choose-rows.ts";
import { eachSlip } from "./slips/slip-rows.ts";
import { surveyList } from "./survey.ts";
import type { FromWorker, RuleSource, RunOrder, SlipsOrder, ToWorker } from "./worker-messages.ts";

/** Rows of the sheet for a person that the window shows; the rest stands in the file. */
const REVIEW_SHOWN = 300;
const TELL_EVERY = 200;

let cancelled = false;
let handedOver: (() => void) | null = null;
let paused: { readonly promise: Promise<void>; readonly release: () => void } | null = null;

function tell(message: FromWorker): void {
  process.parentPort.postMessage(message);
}

process.parentPort.on("message", ({ data }: { readonly data: ToWorker }) => {
  switch (data.kind) {
    case "survey":
      void answer(() => survey(data), data.path);
      return;
    case "run":
      yieldToTheCounter();
      void answer(() => run(data.rules, data.order), data.order.input);
      return;
    case "slips-plan":
      void answer(() => planSlips(data.rules, data.order), data.order.run.input);
      return;
    case "slips":
      yieldToTheCounter();
      void answer(() => handOverSlips(data), data.order.run.input);
      return;
    case "more":
      handedOver?.();
      return;
    case "pause":
      paused ??= hold();
      return;
    case "resume":
      paused?.release();
      paused = null;
      return;
    case "cancel":
      cancelled = true;
      paused?.release();
      paused = null;
      handedOver?.();
      return;
  }
});

/**
 * The counter comes first: where the machine has no core to spare, the list waits for the keystroke and not the other way.
 * Not while somebody waits for a list to be looked at.
 */
function yieldToTheCounter(): void {
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
}

async function answer(work: () => Promise<void>, file: string): Promise<void> {
  try {
    await work();
  } catch (error) {
    tell({ kind: "fault", fault: (error instanceof RosterFault ? error : fileFault(error, file)).fault });
  }
}

async function survey({ rules, path, mapping }: ToWorker & { readonly kind: "survey" }): Promise<void> {
  tell({ kind: "surveyed", survey: await surveyList(path, tableOf(rules), mapping) });
}

async function run(rules: RuleSource, order: RunOrder): Promise<void> {
  const table = tableOf(rules);
  let told = 0;
  const report = await runRoster(
    { ...order, table, fresh: false },
    {
      onProgress: (progress) => {
        const now = performance.now();
        if (now - told < TELL_EVERY) return;
        told = now;
        tell({ kind: "progress", progress });
      },
      mayGoOn: async () => {
        // Between two batches messages are let in: without this a pause would wait for the end.
        await new Promise((resolve) => setImmediate(resolve));
        await paused?.promise;
        return !cancelled;
      },
      now: () => performance.now(),
    },
  );
  tell({ kind: "ended", report, review: await reviewRows(order, report) });
}

async function planSlips(rules: RuleSource, order: SlipsOrder): Promise<void> {
  const { table } = loadedOf(rules);
  const { chosen } = await slipsOf(table, order);
  const { coverageYear, lastUsefulDay } = pastYearOf(table);
  tell({ kind: "slips-planned", slips: chosen.slips, leftOut: chosen.leftOut, coverageYear, lastUsefulDay });
}

async function handOverSlips({ rules, order, frame }: ToWorker & { readonly kind: "slips" }): Promise<void> {
  const loaded = loadedOf(rules);
  const { list, plan, chosen } = await slipsOf(loaded.table, order);
  await eachSlip({
    list,
    plan,
    chosen,
    frame,
    table: loaded.table,
    rules: describeLoaded(loaded),
    missing: loaded.missing,
    selection: order.selection,
    take: async (batch) => {
      const taken = new Promise<void>((resolve) => {
        handedOver = resolve;
      });
      tell({ kind: "slips", batch, of: chosen.slips });
      await taken;
      return !cancelled;
    },
  });
  await unchanged(order);
  tell({ kind: "slips-done" });
}

/** The list as it was worked on, and its rows that get a slip. */
async function slipsOf(table: Table, order: SlipsOrder) {
  await unchanged(order);
  const { run, selection } = order;
  const list = await openList(run.input);
  const plan = makePlan({ ...run, table }, list.headers, list.headerRow, list.date1904);
  let told = 0;
  const chosen = await chooseRows(list, plan, selection, `${run.output}.numbers`, async ({ done, of }) => {
    const now = performance.now();
    if (now - told >= TELL_EVERY) {
      told = now;
      tell({ kind: "progress", progress: { rows: 0, problems: 0, bytes: done, ofBytes: of } });
    }
    await new Promise((resolve) => setImmediate(resolve));
    return !cancelled;
  });
  return { list, plan, chosen };
}

async function unchanged({ run, state }: SlipsOrder): Promise<void> {
  if (!sameState(state, await fileState(run.input))) throw new RosterFault("file-changed", { file: run.input, row: 0 });
}

/** The rule set, and the coverage years that a payment today may be for and that have none. */
function loadedOf({
  ruleSet,
  settlements,
  ...sources
}: RuleSource): LoadedRuleSet & { readonly missing: readonly number[] } {
  const { ruleSets, coming } = loadRulesInUse(sources, settlements);
  const loaded = ruleSets.get(ruleSet);
  if (loaded === undefined)
    throw new RosterFault("unknown-rule-set", { ruleSet, known: [...ruleSets.keys()].join(", ") });
  const now = new Date();
  const today = dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
  const entered = [...ruleSets.values()].map(({ table }) => table);
  const missing = missingYears(jurisdictionOf(ruleSet), today, entered, coming);
  return { ...loaded, missing: missing.map(({ coverageYear }) => coverageYear) };
}

function tableOf(rules: RuleSource): Table {
  return loadedOf(rules).table;
}

function hold(): { readonly promise: Promise<void>; readonly release: () => void } {
  let release: () => void = () => undefined;
  const promise = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { promise, release };
}

async function reviewRows({ review }: RunOrder, { status }: RosterReport): Promise<readonly (readonly string[])[]> {
  if (review === null || status !== "done") return [];
  const rows: string[][] = [];
  const parser = createReadStream(review).pipe(new Parser({ bom: true, to: REVIEW_SHOWN + 1 }));
  for await (const row of parser) rows.push(row as string[]);
  return rows.slice(1);
}

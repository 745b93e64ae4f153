// The roster's own process: the window and the main process stay free while a county runs here.
import { createReadStream } from "node:fs";
import { Parser } from "csv-parse";
import { loadPolicies } from "../policies/store.ts";
import { fileFault, RosterFault } from "./fault.ts";
import { type RosterReport, runRoster } from "./job.ts";
import { surveyList } from "./survey.ts";
import type { FromWorker, RuleSource, RunOrder, ToWorker } from "./worker-messages.ts";

/** Rows of the sheet for a person that the window shows; the rest stands in the file. */
const REVIEW_SHOWN = 300;
const TELL_EVERY = 200;

let cancelled = false;
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
      void answer(() => run(data.rules, data.order), data.order.input);
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
      return;
  }
});

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

function tableOf({ policies, ruleSet, settlements }: RuleSource) {
  const { ruleSets } = loadPolicies(policies, settlements);
  const table = ruleSets.get(ruleSet)?.table;
  if (table === undefined)
    throw new RosterFault("unknown-rule-set", { ruleSet, known: [...ruleSets.keys()].join(", ") });
  return table;
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

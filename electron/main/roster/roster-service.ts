// Lists in the window: the dialogs, the process that works, and what the window is told of it. One list at a time.
import { randomUUID } from "node:crypto";
import path from "node:path";
import { app, BrowserWindow, dialog, shell, type UtilityProcess, utilityProcess, webContents } from "electron";
import { dayOf } from "../../../shared/dates/civil.ts";
import { fail, succeed } from "../../../shared/ipc/channel.ts";
import type { RosterMappingData, RosterResult } from "../../../shared/ipc/channels/roster.ts";
import type { Settings } from "../../../shared/ipc/channels/settings.ts";
import type { Survey } from "../../../shared/roster/survey.ts";
import { settlementsOf } from "../../../shared/rules/bureau.ts";
import type { RuleSources } from "../../packs/rules-in-use.ts";
import type { Fault } from "../../roster/fault.ts";
import { fileState } from "../../roster/input.ts";
import type { FromWorker, RuleSource, RunOrder, ToWorker } from "../../roster/worker-messages.ts";
import type { BureauStore } from "../bureau-store.ts";
import { tell } from "../ipc/listen.ts";
import type { Handler } from "../ipc/router.ts";
import type { SettingsStore } from "../settings-store.ts";
import { createMappingMemory } from "./mapping-memory.ts";
import type { SlipLedger } from "./slip-record.ts";
import { createSlipService, type LastRun, type SlipService } from "./slip-service.ts";

export interface RosterService extends SlipService {
  readonly "roster.choose": Handler<"roster.choose">;
  readonly "roster.survey": Handler<"roster.survey">;
  readonly "roster.start": Handler<"roster.start">;
  readonly "roster.steer": Handler<"roster.steer">;
  readonly "roster.show": Handler<"roster.show">;
}

/** @param sources the policies folder and the packs in use, which the worker reads for itself */
export function createRosterService(
  sources: () => RuleSources,
  dataFolder: string,
  settings: SettingsStore,
  bureau: BureauStore,
  ledger: SlipLedger,
): RosterService {
  const rulesOf = async (ruleSet: string): Promise<RuleSource> => ({
    ...sources(),
    ruleSet,
    settlements: settlementsOf((await bureau.load()).decisions),
  });
  const memory = createMappingMemory(dataFolder);
  /** Files are named by the dialogs only: the window knows a list by a token, never by a path. */
  const lists = new Map<string, string>();
  let running: UtilityProcess | null = null;
  /** What "show in folder" shows. */
  let lastOutput: string | null = null;
  let lastRun: LastRun | null = null;

  app.on("before-quit", () => running?.kill());

  function ask(order: ToWorker, onMessage: (message: FromWorker) => void, onExit: () => void): UtilityProcess {
    // Rows live for a moment: a small young generation keeps the process small.
    const worker = utilityProcess.fork(path.join(import.meta.dirname, "roster-worker.js"), [], {
      serviceName: "Canbao roster",
      stdio: "ignore",
      execArgv: ["--max-semi-space-size=8"],
    });
    running = worker;
    worker.on("message", onMessage);
    worker.once("exit", () => {
      if (running === worker) running = null;
      onExit();
    });
    worker.postMessage(order);
    return worker;
  }

  return {
    ...createSlipService({
      lastRun: () => lastRun,
      isBusy: () => running !== null,
      ask,
      ledger,
      settings,
      shown: (file) => {
        lastOutput = file;
      },
    }),
    "roster.choose": async (_, { contentsId }) => {
      const { canceled, filePaths } = await openDialog(contentsId);
      const [chosen] = filePaths;
      if (canceled || chosen === undefined) return fail("cancelled");
      const list = randomUUID();
      lists.set(list, chosen);
      return succeed({ list, name: path.basename(chosen) });
    },
    "roster.survey": async ({ list, ruleSet, mapping: given }) => {
      const file = lists.get(list);
      if (file === undefined) return fail("unknown-list");
      if (running !== null) return fail("busy");
      const mapping = given ?? (await memory.recall(ruleSet));
      const rules = await rulesOf(ruleSet);
      const outcome = await new Promise<Survey | Fault>((resolve) => {
        const worker = ask(
          { kind: "survey", rules, path: file, mapping: definedOnly(mapping) },
          (message) => {
            if (message.kind === "surveyed") resolve(message.survey);
            if (message.kind === "fault") resolve(message.fault);
            worker.kill();
          },
          () => resolve({ code: "unexpected", values: { file, detail: "worker" } }),
        );
      });
      if ("code" in outcome) return fail("fault", { fault: outcome.code, ...named(outcome.values) });
      return succeed({ survey: outcome, mapping });
    },
    "roster.start": async ({ list, ruleSet, mapping, neutralise }, { contentsId }) => {
      const input = lists.get(list);
      if (input === undefined) return fail("unknown-list");
      if (running !== null) return fail("busy");
      const output = await saveDialog(contentsId, input);
      if (output === undefined) return fail("cancelled");
      if (running !== null) return fail("busy");
      await memory.remember(ruleSet, mapping);
      const found = await settings.get(undefined, { contentsId });
      const { county, interpretations, language } = found.ok ? found.value.settings : NO_SETTINGS;
      const rules = await rulesOf(ruleSet);
      const review = output.toLowerCase().endsWith(".xlsx") ? null : besides(output);
      const now = new Date();
      lastOutput = output;
      lastRun = null;
      // Taken before the first row is read: slips later on are for this list and no other.
      const state = await fileState(input).catch(() => null);
      const order: RunOrder = {
        input,
        output,
        review,
        county,
        interpretations: interpretations[ruleSet] ?? {},
        language,
        today: dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate()),
        neutralise,
        mapping: definedOnly(mapping),
      };
      let ended = false;
      const finish = (result: RosterResult): void => {
        if (ended) return;
        ended = true;
        const contents = webContents.fromId(contentsId);
        if (contents !== undefined && !contents.isDestroyed()) tell(contents, "roster.ended", result);
      };
      const empty = resultOf(output, review);
      const worker = ask(
        {
          kind: "run",
          rules,
          order,
        },
        (message) => {
          const contents = webContents.fromId(contentsId);
          if (message.kind === "progress" && contents !== undefined)
            tell(contents, "roster.progress", message.progress);
          if (message.kind === "progress") return;
          if (message.kind === "fault")
            finish({ ...empty, fault: { code: message.fault.code, values: named(message.fault.values) } });
          if (message.kind === "ended") {
            if (message.report.status === "done" && state !== null) lastRun = { rules, order, state };
            const { status, fault, summary, unknownNames, resumedAt, kept, notes } = message.report;
            finish({
              ...empty,
              status,
              fault: fault === null ? null : { code: fault.code, values: named(fault.values) },
              summary,
              unknownNames,
              resumedAt,
              kept: kept === null ? null : { ...kept, file: path.basename(kept.file) },
              notes,
              review: message.review,
            });
          }
          worker.kill();
        },
        // The partial result and its checkpoint are there: the same list started again goes on from them.
        () => finish({ ...empty, fault: { code: "worker-ended", values: {} } }),
      );
      return succeed({ output: path.basename(output) });
    },
    "roster.steer": ({ to }) => {
      if (running === null) return fail("not-running");
      running.postMessage({ kind: to } satisfies ToWorker);
      return succeed({});
    },
    "roster.show": () => {
      if (lastOutput === null) return fail("no-result");
      shell.showItemInFolder(lastOutput);
      return succeed({});
    },
  };
}

const NO_SETTINGS: Pick<Settings, "county" | "interpretations" | "language"> = {
  county: null,
  interpretations: {},
  language: "zh-CN",
};
const LIST_FILES = [{ name: "CSV, XLSX", extensions: ["csv", "xlsx", "txt", "tsv"] }];

function resultOf(output: string, review: string | null): RosterResult {
  return {
    status: "failed",
    fault: null,
    summary: null,
    unknownNames: [],
    resumedAt: null,
    kept: null,
    notes: [],
    output: path.basename(output),
    reviewFile: review === null ? null : path.basename(review),
    review: [],
  };
}

function openDialog(contentsId: number): Promise<Electron.OpenDialogReturnValue> {
  const options: Electron.OpenDialogOptions = { properties: ["openFile"], filters: LIST_FILES };
  const parent = windowOf(contentsId);
  return parent === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(parent, options);
}

async function saveDialog(contentsId: number, input: string): Promise<string | undefined> {
  const { dir, name, ext } = path.parse(input);
  const options: Electron.SaveDialogOptions = {
    defaultPath: path.join(dir, `${name}-结果${ext.toLowerCase() === ".xlsx" ? ".xlsx" : ".csv"}`),
    filters: [
      { name: "CSV", extensions: ["csv"] },
      { name: "XLSX", extensions: ["xlsx"] },
    ],
  };
  const parent = windowOf(contentsId);
  const { canceled, filePath } = await (parent === null
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(parent, options));
  return canceled || filePath === "" ? undefined : filePath;
}

function windowOf(contentsId: number): BrowserWindow | null {
  const contents = webContents.fromId(contentsId);
  return contents === undefined ? null : BrowserWindow.fromWebContents(contents);
}

/** 名册-结果.csv → 名册-结果-须核定.csv */
function besides(output: string): string {
  const { dir, name, ext } = path.parse(output);
  return path.join(dir, `${name}-须核定${ext}`);
}

/** A message names the file, not the folders it lies in. */
function named(values: Readonly<Record<string, string | number>>): Readonly<Record<string, string | number>> {
  return typeof values["file"] === "string" ? { ...values, file: path.basename(values["file"]) } : values;
}

function definedOnly({
  columns,
  categories,
  groups,
}: RosterMappingData): (ToWorker & { readonly kind: "survey" })["mapping"] {
  const given = Object.entries(columns).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { columns: Object.fromEntries(given), categories, groups };
}

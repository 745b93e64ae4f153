// Slips for the rows of the last list, as the window asks for them: counted, issued, stopped.
import path from "node:path";
import { BrowserWindow, dialog, type UtilityProcess, webContents } from "electron";
import { fail, type Outcome, succeed } from "../../../shared/ipc/channel.ts";
import type { SlipsResult } from "../../../shared/ipc/channels/roster-slips.ts";
import type { Settings } from "../../../shared/ipc/channels/settings.ts";
import type { CheckedRequestOf } from "../../../shared/ipc/contract.ts";
import { ledgerFaults } from "../../../shared/ledger/fault.ts";
import { MOST_SLIPS, partsOf } from "../../../shared/roster/slip-selection.ts";
import { NO_ADJUSTMENT } from "../../../shared/slip/paper.ts";
import { systemClock } from "../../ledger/clock.ts";
import type { FileState } from "../../roster/input.ts";
import { rosterWords } from "../../roster/words.ts";
import type { FromWorker, RuleSource, RunOrder, ToWorker } from "../../roster/worker-messages.ts";
import { tell } from "../ipc/listen.ts";
import type { Handler } from "../ipc/router.ts";
import { logFault } from "../log.ts";
import type { SettingsStore } from "../settings-store.ts";
import { leftOutSheet } from "./left-out-sheet.ts";
import { type Destination, handOutParts } from "./slip-parts.ts";
import { type SlipLedger, slipRecorder, type Unprinted } from "./slip-record.ts";
import { type SlipRun, slipRun } from "./slip-run.ts";

export interface SlipService {
  readonly "roster.slips.plan": Handler<"roster.slips.plan">;
  readonly "roster.slips.start": Handler<"roster.slips.start">;
  readonly "roster.slips.cancel": Handler<"roster.slips.cancel">;
}

/** The list that was worked on last: how it was read, and what it was then. */
export interface LastRun {
  readonly rules: RuleSource;
  readonly order: RunOrder;
  readonly state: FileState;
}

export interface SlipServiceParts {
  readonly lastRun: () => LastRun | null;
  readonly isBusy: () => boolean;
  readonly ask: (order: ToWorker, onMessage: (message: FromWorker) => void, onExit: () => void) => UtilityProcess;
  readonly ledger: SlipLedger;
  readonly settings: SettingsStore;
  /** What the window's "show in folder" shows from now on. */
  readonly shown: (file: string) => void;
}

type Start = CheckedRequestOf<"roster.slips.start">;
type Planned = Pick<
  FromWorker & { readonly kind: "slips-planned" },
  "slips" | "leftOut" | "coverageYear" | "lastUsefulDay"
>;
type Ended = { readonly code: string; readonly values: Readonly<Record<string, string | number>> } | null;

const SHEET_COLUMNS = ["row", "name", "id_number", "township", "codes", "reason"] as const;
const LEDGER_FAULTS: ReadonlySet<string> = new Set([...ledgerFaults, "case-invalid", "past-year"]);
const PRINT_FAULTS: ReadonlySet<string> = new Set([
  "no-printer",
  "printer-missing",
  "print-failed",
  "layout-failed",
  "folder-unwritable",
  "disk-full",
  "cancelled",
]);

export function createSlipService(parts: SlipServiceParts): SlipService {
  const { lastRun, isBusy, ask, ledger, settings } = parts;
  const unprinted: Unprinted = new Set();
  let underWay: { readonly run: SlipRun | null; readonly worker: UtilityProcess } | null = null;

  async function ledgerState() {
    const status = await ledger.handlers["ledger.status"](undefined, { contentsId: 0 });
    return status.ok ? status.value : ({ state: "closed" } as const);
  }

  async function start(last: LastRun, asked: Start, to: Destination, contentsId: number): Promise<void> {
    const found = await settings.get(undefined, { contentsId });
    const counterName = found.ok ? found.value.settings.counterName : "";
    const adjustments: Settings["adjustments"] = found.ok ? found.value.settings.adjustments : {};
    const printer = to.kind === "printer" ? (to.printer ?? "") : "";
    const words = rosterWords(last.order.language);
    const state = await ledgerState();
    const leftOut = leftOutSheet(
      leftOutFile(to.kind === "pdf" ? to.file : last.order.output, words.text("slips.left-out-file")),
      SHEET_COLUMNS.map((column) => words.text(`sheet.${column}`)),
    );
    const contents = webContents.fromId(contentsId);
    const say = (slips: number, of: number, share: number): void => {
      if (contents !== undefined && !contents.isDestroyed())
        tell(contents, "roster.slips.progress", { slips, of, share });
    };
    let of = asked.slips;
    const run = slipRun({
      recorder: state.state === "open" ? slipRecorder(ledger, state.records, asked.acceptClock, unprinted) : null,
      handOut: handOutParts({
        to,
        paper: asked.paper,
        adjustment: adjustments[printer] ?? NO_ADJUSTMENT,
        parts: partsOf(asked.slips),
      }),
      leaveOut: leftOut.add,
      sameAs: (row) => words.text("slips.same-as", { row }),
      onProgress: (slips) => say(slips, of, of === 0 ? 1 : slips / of),
    });
    // One message after the other: a stop must not overtake the slip that is just being recorded.
    let turn: Promise<void> = Promise.resolve();
    const inTurn = (work: () => Promise<void>): void => {
      turn = turn.then(work).catch((fault: unknown) => {
        logFault("slips of a list", fault);
        return end({ code: "internal", values: {} });
      });
    };
    const heed = async (message: FromWorker): Promise<void> => {
      if (message.kind === "progress") say(0, 0, message.progress.bytes / Math.max(1, message.progress.ofBytes));
      if (message.kind === "slips") {
        of = message.of;
        if (await run.take(message.batch)) worker.postMessage({ kind: "more" } satisfies ToWorker);
        else await end(null);
      }
      if (message.kind === "slips-done") await end(null);
      if (message.kind === "fault") await end({ code: message.fault.code, values: named(message.fault.values) });
    };
    let ended = false;
    const end = async (fault: Ended): Promise<void> => {
      if (ended) return;
      ended = true;
      underWay = null;
      worker.kill();
      await run.finish();
      const { slips, copies, unrecorded, lastRow, files, fault: stopped, cancelled } = run.state();
      const left = await leftOut.close();
      const why = stopped ?? fault;
      const [first] = files;
      if (first !== undefined) parts.shown(first);
      if (contents === undefined || contents.isDestroyed()) return;
      tell(contents, "roster.slips.ended", {
        status: why !== null ? "failed" : cancelled ? "cancelled" : "done",
        fault: why === null ? null : { ...why, from: sourceOf(why.code) },
        slips,
        copies,
        unrecorded,
        lastRow,
        files: files.map((file) => path.basename(file)),
        ...left,
      });
    };
    const [language, other] = asked.languages;
    const worker = ask(
      {
        kind: "slips",
        rules: last.rules,
        order: { run: last.order, state: last.state, selection: asked.selection },
        frame: {
          languages: other === undefined ? [language ?? "zh-CN"] : [language ?? "zh-CN", other],
          audience: asked.audience,
          pastYear: asked.pastYear !== null,
          hall: counterName.trim() === "" ? null : counterName,
          printedAt: localTime(new Date()),
        },
      },
      (message) => inTurn(() => heed(message)),
      () => inTurn(() => end({ code: "worker-ended", values: {} })),
    );
    underWay = { run, worker };
  }

  return {
    "roster.slips.plan": async ({ selection }) => {
      const last = lastRun();
      if (last === null) return fail("no-result");
      if (isBusy()) return fail("busy");
      const state = await ledgerState();
      const answer = await new Promise<Outcome<Planned, "fault" | "cancelled">>((resolve) => {
        const worker = ask(
          { kind: "slips-plan", rules: last.rules, order: { run: last.order, state: last.state, selection } },
          (message) => {
            if (message.kind === "progress") return;
            if (message.kind === "slips-planned") resolve(succeed(message));
            if (message.kind === "fault")
              resolve(fail("fault", { fault: message.fault.code, ...named(message.fault.values) }));
            worker.kill();
          },
          () => resolve(fail("cancelled")),
        );
        underWay = { run: null, worker };
      });
      underWay = null;
      if (!answer.ok) return answer;
      const unrecorded =
        state.state === "open"
          ? null
          : state.state === "fault"
            ? { code: state.fault.code, params: { ...state.fault.params } }
            : { code: "not-open", params: {} };
      const { slips, leftOut, coverageYear, lastUsefulDay } = answer.value;
      const pastYear = systemClock().day > lastUsefulDay ? { year: coverageYear, day: lastUsefulDay } : null;
      return succeed({ slips, leftOut, unrecorded, pastYear });
    },
    "roster.slips.start": async (asked, { contentsId }) => {
      const last = lastRun();
      if (last === null) return fail("no-result");
      if (isBusy()) return fail("busy");
      if (asked.slips > MOST_SLIPS) return fail("too-many", { limit: MOST_SLIPS });
      const file = asked.to.kind === "pdf" ? await askFile(contentsId, last.order) : null;
      if (asked.to.kind === "pdf" && file === null) return fail("cancelled");
      if (isBusy()) return fail("busy");
      const to: Destination = asked.to.kind === "printer" ? asked.to : { kind: "pdf", file: file ?? "" };
      await start(last, asked, to, contentsId);
      return succeed({});
    },
    "roster.slips.cancel": () => {
      // While only counting, nothing is on record yet: the worker may go at once.
      if (underWay?.run === null) underWay.worker.kill();
      underWay?.run?.cancel();
      underWay?.worker.postMessage({ kind: "cancel" } satisfies ToWorker);
      return succeed({});
    },
  };
}

function sourceOf(code: string): NonNullable<SlipsResult["fault"]>["from"] {
  if (PRINT_FAULTS.has(code)) return "printing";
  return LEDGER_FAULTS.has(code) ? "ledger" : "roster";
}

/** 测算单.pdf → 测算单-未出单.csv */
function leftOutFile(beside: string, word: string): string {
  const { dir, name } = path.parse(beside);
  return path.join(dir, `${name}-${word}.csv`);
}

async function askFile(contentsId: number, { input, language }: RunOrder): Promise<string | null> {
  const { dir, name } = path.parse(input);
  const title = rosterWords(language).text("slips.file");
  const options: Electron.SaveDialogOptions = {
    defaultPath: path.join(dir, `${name}-${title}.pdf`),
    filters: [{ name: "PDF", extensions: ["pdf"] }],
  };
  const contents = webContents.fromId(contentsId);
  const parent = contents === undefined ? null : BrowserWindow.fromWebContents(contents);
  const { canceled, filePath } = await (parent === null
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(parent, options));
  return canceled || filePath === "" ? null : filePath;
}

function named(values: Readonly<Record<string, string | number>>): Readonly<Record<string, string | number>> {
  return typeof values["file"] === "string" ? { ...values, file: path.basename(values["file"]) } : values;
}

function localTime(now: Date): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())} ${two(now.getHours())}:${two(now.getMinutes())}`;
}

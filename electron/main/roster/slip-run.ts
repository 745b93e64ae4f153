// One order of slips from a list: taken from the worker, put on record one by one, handed out part by part.
import type { SlipsResult } from "../../../shared/ipc/channels/roster-slips.ts";
import { SLIPS_A_PART } from "../../../shared/roster/slip-selection.ts";
import type { SlipDocument } from "../../../shared/slip/document.ts";
import type { SlipBatch } from "../../roster/slips/slip-rows.ts";
import type { HandOut } from "./slip-parts.ts";
import type { SlipRecorder } from "./slip-record.ts";

export interface SlipRunOptions {
  /** null: the ledger is not open, and the clerk goes on knowing it. */
  readonly recorder: SlipRecorder | null;
  readonly handOut: HandOut;
  /** Takes rows that get no slip. */
  readonly leaveOut: (lines: readonly (readonly string[])[]) => Promise<void>;
  /** Why a row gets none although it has an answer, in the clerk's words. */
  readonly sameAs: (row: number) => string;
  readonly onProgress: (slips: number) => void;
}

type Counts = Pick<SlipsResult, "slips" | "copies" | "unrecorded" | "lastRow" | "files">;
type SlipFault = { readonly code: string; readonly values: Readonly<Record<string, string | number>> };

export interface SlipRun {
  /** false: stop reading. Batches come one after another. */
  readonly take: (batch: SlipBatch) => Promise<boolean>;
  /** Hands out what is on record and not yet on paper. */
  readonly finish: () => Promise<void>;
  readonly cancel: () => void;
  readonly state: () => Counts & { readonly fault: SlipFault | null; readonly cancelled: boolean };
}

interface Waiting {
  readonly document: SlipDocument;
  readonly number: string | null;
  readonly copy: number | null;
  readonly row: number;
}

export function slipRun(options: SlipRunOptions): SlipRun {
  const { recorder, handOut } = options;
  const files: string[] = [];
  let waiting: Waiting[] = [];
  let part = 0;
  let slips = 0;
  let copies = 0;
  let unrecorded = 0;
  let lastRow: number | null = null;
  let fault: SlipFault | null = null;
  let cancelled = false;

  async function handOutWaiting(): Promise<void> {
    if (waiting.length === 0) return;
    part++;
    const given = await handOut(
      waiting.map(({ document }) => document),
      part,
    );
    if (!given.ok) {
      fault ??= { code: given.error.code, values: given.error.params };
      return;
    }
    if (given.value !== null) files.push(given.value);
    recorder?.handedOut(waiting.flatMap(({ number }) => (number === null ? [] : [number])));
    slips += waiting.length;
    copies += waiting.filter(({ copy }) => copy !== null).length;
    unrecorded += waiting.filter(({ number }) => number === null).length;
    lastRow = waiting.at(-1)?.row ?? lastRow;
    waiting = [];
  }

  async function take({ slips: batch, leftOut }: SlipBatch): Promise<boolean> {
    await options.leaveOut(leftOut);
    for (const slip of batch) {
      if (cancelled || fault !== null) return false;
      if (recorder === null) {
        waiting.push({ document: slip.document, number: null, copy: null, row: slip.row });
      } else {
        const stamped = await recorder.stamp(slip);
        if (!stamped.ok) {
          fault = { code: stamped.error.code, values: { ...stamped.error.params, row: slip.row } };
          return false;
        }
        const { value } = stamped;
        if (value.kind === "same-as") await options.leaveOut([[...slip.line.slice(0, -1), options.sameAs(value.row)]]);
        else waiting.push({ document: value.document, number: value.number, copy: value.copy, row: slip.row });
      }
      if (waiting.length >= SLIPS_A_PART) await handOutWaiting();
      options.onProgress(slips + waiting.length);
    }
    return !cancelled && fault === null;
  }

  return {
    take,
    // Also after a fault at the ledger or a stop: what is on record shall be on paper.
    finish: handOutWaiting,
    cancel: () => {
      cancelled = true;
    },
    state: () => ({ slips, copies, unrecorded, lastRow, files, fault, cancelled }),
  };
}

// One sheet after the other to the printer; what no printer takes becomes a PDF, and anything can be tried again.

import { fail, type Outcome, succeed } from "../../../shared/ipc/channel.ts";
import type { PrintJob } from "../../../shared/ipc/channels/print-queue.ts";
import type { PrintSheet } from "../../../shared/slip/sheet.ts";

export interface PrintOrder {
  readonly sheet: PrintSheet;
  /** null: the system's default */
  readonly printer: string | null;
  readonly title: string;
  readonly fileName: string;
}

export interface PrintTools {
  readonly print: (sheet: PrintSheet, printer: string | null) => Promise<Outcome<unknown>>;
  readonly savePdf: (sheet: PrintSheet, fileName: string) => Promise<Outcome<{ readonly path: string }>>;
  /** Called with all jobs, newest first, whenever one of them changes. */
  readonly changed: (jobs: readonly PrintJob[]) => void;
}

export interface PrintQueue {
  /** Resolves when it is printed, saved or has failed. */
  readonly add: (order: PrintOrder) => Promise<PrintJob>;
  readonly again: (id: number) => Promise<Outcome<PrintJob, "unknown-job">>;
  readonly jobs: () => readonly PrintJob[];
}

/** Sheets name people: no more of them are kept for another try than a clerk looks through. */
const KEPT = 20;

export function createPrintQueue({ print, savePdf, changed }: PrintTools): PrintQueue {
  let entries: readonly { readonly order: PrintOrder; readonly job: PrintJob }[] = [];
  let next = 1;
  let turn: Promise<unknown> = Promise.resolve();
  const jobs = () => entries.map(({ job }) => job);

  function set(job: PrintJob): PrintJob {
    entries = entries.map((entry) => (entry.job.id === job.id ? { ...entry, job } : entry));
    changed(jobs());
    return job;
  }

  function run(order: PrintOrder, job: PrintJob): Promise<PrintJob> {
    const waiting = set({ ...job, state: "waiting", why: null, path: null });
    const done = turn.then(async () => {
      const printing = set({ ...waiting, state: "printing" });
      const printed = await print(order.sheet, order.printer);
      if (printed.ok) return set({ ...printing, state: "printed" });
      const why = printed.error.code;
      const saved = await savePdf(order.sheet, order.fileName);
      return saved.ok
        ? set({ ...printing, state: "saved", why, path: saved.value.path })
        : set({ ...printing, state: "failed", why: saved.error.code });
    });
    // A bug in one job is its own answer's; the queue goes on.
    turn = done.catch(() => set({ ...waiting, state: "failed", why: "print-failed" }));
    return done;
  }

  return {
    jobs,
    add: (order) => {
      const job: PrintJob = { id: next++, title: order.title, state: "waiting", why: null, path: null };
      const rest = entries.filter((entry, at) => at < KEPT - 1 || isUnderWay(entry.job));
      entries = [{ order, job }, ...rest];
      return run(order, job);
    },
    again: async (id) => {
      const found = entries.find(({ job }) => job.id === id);
      if (found === undefined || isUnderWay(found.job)) return fail("unknown-job");
      return succeed(await run(found.order, found.job));
    },
  };
}

function isUnderWay({ state }: PrintJob): boolean {
  return state === "waiting" || state === "printing";
}

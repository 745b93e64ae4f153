// The print queue: what waits, what came out, what was saved as PDF instead, and trying again.

import { z } from "zod";
import { PrintSheetSchema } from "../../slip/sheet.ts";
import { PdfName } from "./print.ts";

export const PRINT_STATES = ["waiting", "printing", "printed", "saved", "failed"] as const;

const Job = z.strictObject({
  id: z.int().positive(),
  /** A slip's number and which copy; never a name. */
  title: z.string().max(60),
  /** `saved`: no printer took it, and it lies as PDF at `path`. */
  state: z.enum(PRINT_STATES),
  /** Why it did not come out of the printer, as `print.slip` says it; null where it did, or nobody tried yet. */
  why: z.string().nullable(),
  path: z.string().nullable(),
});
export type PrintJob = Readonly<z.infer<typeof Job>>;

const Jobs = z.strictObject({ jobs: z.array(Job).readonly() });

export const printQueueChannels = {
  /** Prints in turn, at once and without asking; where no printer takes it, a PDF. Answers when that is over. */
  "print.job": {
    request: z.strictObject({
      sheet: PrintSheetSchema,
      printer: z.string().min(1).nullable(),
      title: Job.shape.title,
      fileName: PdfName,
    }),
    response: Job,
    errors: [],
  },
  /** The same sheet once more, whatever became of it; nothing is counted or recorded by that. */
  "print.again": {
    request: z.strictObject({ id: z.int().positive() }),
    response: Job,
    errors: ["unknown-job"],
  },
  /** Newest first. */
  "print.queue": { request: z.undefined(), response: Jobs, errors: [] },
} as const;

export const printQueueEvents = { "print.queue": Jobs } as const;

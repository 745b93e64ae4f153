// Slips for the rows of the list that was worked on last: counted first, then issued, as PDF or on the printer.
import { z } from "zod";
import { SlipSelection } from "../../roster/slip-selection.ts";
import { AUDIENCES, SLIP_LANGUAGES } from "../../slip/document.ts";
import { PAPERS } from "../../slip/paper.ts";

const Values = z.record(z.string(), z.union([z.string(), z.number()]));
const Fault = z.strictObject({ code: z.string(), values: Values });

const Result = z.strictObject({
  status: z.enum(["done", "cancelled", "failed"]),
  /** A fault of the list, the paper or the ledger: `from` names whose texts have its words. */
  fault: Fault.extend({ from: z.enum(["roster", "printing", "ledger"]) }).nullable(),
  /** Slips on paper or in files; of them copies of earlier ones, and those that no ledger has. */
  slips: z.number(),
  copies: z.number(),
  unrecorded: z.number(),
  /** The last row of the list whose slip is out. */
  lastRow: z.number().nullable(),
  /** Names of the files written, without folders. */
  files: z.array(z.string()),
  leftOut: z.number(),
  leftOutFile: z.string().nullable(),
  /** The first of them: row, name, masked number, township, codes, reason. */
  leftOutRows: z.array(z.array(z.string())),
});
export type SlipsResult = Readonly<z.infer<typeof Result>>;

export const rosterSlipsChannels = {
  /** Reads the list and says how many slips there would be; nothing is recorded. */
  "roster.slips.plan": {
    request: z.strictObject({ selection: SlipSelection }),
    response: z.strictObject({
      slips: z.number(),
      leftOut: z.number(),
      /** null: the ledger is open; else why it is not, as a code of the ledger's texts. */
      unrecorded: z.strictObject({ code: z.string(), params: Values }).nullable(),
      /** The list's rules are past their last useful day: the year has to be named before a slip is issued. */
      pastYear: z.strictObject({ year: z.int(), day: z.string() }).nullable(),
    }),
    errors: ["busy", "no-result", "cancelled", "fault"],
  },
  /** For a PDF asks where it goes, then starts. */
  "roster.slips.start": {
    request: z.strictObject({
      selection: SlipSelection,
      /** What the plan said: several parts get numbered files. */
      slips: z.int().positive(),
      paper: z.enum(PAPERS),
      audience: z.enum(AUDIENCES),
      languages: z.array(z.enum(SLIP_LANGUAGES)).min(1).max(2),
      to: z.discriminatedUnion("kind", [
        z.strictObject({ kind: z.literal("pdf") }),
        z.strictObject({ kind: z.literal("printer"), printer: z.string().min(1).nullable() }),
      ]),
      acceptClock: z.boolean(),
      /** The year of past rules that the clerk goes on with; null where they are not past. */
      pastYear: z.int().nullable(),
    }),
    response: z.strictObject({}),
    errors: ["busy", "no-result", "cancelled", "too-many"],
  },
  /** Stops after the slip that is being recorded; what is on record still goes on paper. */
  "roster.slips.cancel": { request: z.undefined(), response: z.strictObject({}), errors: [] },
} as const;

export const rosterSlipsEvents = {
  /** `of` 0 while the list is read to choose the rows. */
  "roster.slips.progress": z.strictObject({ slips: z.number(), of: z.number(), share: z.number() }),
  "roster.slips.ended": Result,
} as const;

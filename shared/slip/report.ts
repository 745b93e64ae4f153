// The ledger's own papers: a day as it was closed, and how far the townships are. No names of residents stand on them.
import { z } from "zod";
import { DayTotals } from "../ledger/record.ts";
import { SLIP_LANGUAGES } from "./document.ts";

const Minute = z.string().regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/);
const Words = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

const head = {
  /** One language: what is counted reads the same in both. */
  languages: z.array(z.enum(SLIP_LANGUAGES)).length(1),
  hall: z.string().min(1).max(60).nullable(),
  printedAt: Minute,
} as const;

export const DayDocumentSchema = z.strictObject({
  format: z.literal("canbao-day/1"),
  kind: z.literal("day"),
  ...head,
  totals: DayTotals,
  /** What the townships of `totals`, kept by their Chinese names, are called where a county file lists them. */
  townships: z.array(Words).max(2000).optional(),
  /** What the rule sets of `totals` are called, of those that are loaded. */
  ruleSets: z
    .array(z.strictObject({ id: z.string().min(1), name: Words }))
    .max(2000)
    .optional(),
  /** Number and hash of the closing record, so that the paper stands against a ledger that was exchanged; null while the day is open. */
  closed: z.strictObject({ at: z.string(), clerk: z.string(), seq: z.int(), hash: z.string() }).nullable(),
  /** The day's slips now, where that is another number than when it was closed. */
  slipsNow: z.int().nullable(),
  reopened: z.array(z.strictObject({ at: z.string(), clerk: z.string(), reason: z.string() })),
});
export type DayDocument = z.infer<typeof DayDocumentSchema>;

export const TownshipsDocumentSchema = z.strictObject({
  format: z.literal("canbao-townships/1"),
  kind: z.literal("townships"),
  ...head,
  county: Words,
  coverageYear: z.int(),
  townships: z
    .array(
      z.strictObject({ no: z.int(), name: Words, toEnrol: z.int().nonnegative(), enrolled: z.int().nonnegative() }),
    )
    .min(1)
    .max(200),
  /** Residents with a slip whose township is not among these. */
  elsewhere: z.int().nonnegative(),
});
export type TownshipsDocument = z.infer<typeof TownshipsDocumentSchema>;

// What can be searched for among issued slips, and what comes back: masked, newest first.

import { z } from "zod";
import { MemberFigures } from "./record.ts";

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** All given conditions hold together; none given: all slips. */
export const SearchQuery = z.strictObject({
  /** Any part of a name, from its beginning or not. */
  name: z.string().trim().min(1).max(50).optional(),
  /** The last four characters of an ID number. */
  idTail: z
    .string()
    .regex(/^\d{3}[\dX]$/)
    .optional(),
  /** A whole ID number. */
  idNumber: z.string().min(8).max(40).optional(),
  /** A slip number, or its beginning. */
  number: z
    .string()
    .regex(/^[0-9A-Z-]{2,20}$/)
    .optional(),
  from: Day.optional(),
  through: Day.optional(),
  township: z.string().min(1).max(60).optional(),
  ruleSet: z.string().min(1).max(60).optional(),
  /** What the resident pays, in fen. */
  payable: z.int().nonnegative().optional(),
  category: z.string().min(1).max(60).optional(),
  clerk: z.string().min(1).max(60).optional(),
  standing: z.enum(["valid", "voided"]).optional(),
  /** Goes on after a page: its `next`. */
  after: z.int().positive().optional(),
  /** Three screens full; what lies below is asked for when somebody comes near it. */
  limit: z.int().min(1).max(500).default(50),
});
export type SearchQuery = z.infer<typeof SearchQuery>;

/** One resident on one slip. */
export const FoundEntry = z.strictObject({
  id: z.int(),
  seq: z.int(),
  number: z.string(),
  day: Day,
  clerk: z.string(),
  ruleSet: z.string(),
  /** Masked; null where none was given or it was erased. */
  name: z.string().nullable(),
  idNumber: z.string().nullable(),
  county: z.string().nullable(),
  township: z.string().nullable(),
  category: z.string().nullable(),
  payable: MemberFigures.shape.payable,
  aid: MemberFigures.shape.aid,
  voided: z.boolean(),
  copies: z.int(),
});
export type FoundEntry = z.infer<typeof FoundEntry>;

export const SearchPage = z.strictObject({
  entries: z.array(FoundEntry),
  /** How many there are in all, counted up to `countedTo`. */
  count: z.int(),
  countedTo: z.int(),
  /** Hand it back as `after`; null on the last page. */
  next: z.int().nullable(),
});
export type SearchPage = z.infer<typeof SearchPage>;

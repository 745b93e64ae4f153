// Which rows of a list get a slip, and how many at once.
import { z } from "zod";

/** Rows are counted as a spreadsheet numbers them; both ends belong to the range. */
export const SlipSelection = z.discriminatedUnion("rows", [
  z.strictObject({ rows: z.literal("all") }),
  /** Rows that a person has to look at and that have an answer. */
  z.strictObject({ rows: z.literal("for-person") }),
  /** As the list writes it; "" for rows that name none. */
  z.strictObject({ rows: z.literal("township"), township: z.string().max(200) }),
  z.strictObject({ rows: z.literal("range"), from: z.int().positive(), to: z.int().positive() }),
]);
export type SlipSelection = z.infer<typeof SlipSelection>;

/** Slips in one file or one print job: a pile that a hand can hold, and a page that stays small in memory. */
export const SLIPS_A_PART = 200;

/** More in one go is refused with a word: a county's paper is a month's work of a printer, and wants to be ordered by township. */
export const MOST_SLIPS = 20_000;

export function partsOf(slips: number): number {
  return Math.ceil(slips / SLIPS_A_PART);
}

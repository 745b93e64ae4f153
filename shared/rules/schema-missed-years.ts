// Missed years (断保) and what continuous cover earns, as a rule file writes them (国办发〔2024〕38号 and a province's own rule).
import { z } from "zod";
import { Cite, CitedMoney, IsoDate } from "./schema-parts.ts";

/** Paying for missed years takes the variable part of the wait away, one step a year (修复变动待遇等待期). */
const Repair = z.strictObject({
  /** After so many missed years in a row the whole wait stays at least this long, in the unit of the wait. */
  floor: z.strictObject({
    afterYears: z.int().positive(),
    day: z.int().positive().optional(),
    month: z.int().positive().optional(),
    cite: Cite,
  }),
  /** The price of one year is the place's personal standard of the year in which it is paid. */
  price: z.strictObject({ cite: Cite }),
  cite: Cite,
});

export const MissedYears = z.strictObject({
  cite: Cite,
  /** Where the rule names a day for those who pay inside a window, and not a length. */
  inWindow: z.strictObject({ start: IsoDate, unlessBornIn: z.int().optional(), cite: Cite }).optional(),
  repair: Repair.optional(),
});

/** Raises of the major-illness cap (大病保险最高支付限额). null: the place's amount is not known. */
export const Incentives = z.strictObject({
  /** For each year of cover after so many years without a break. */
  continuous: z.strictObject({ afterYears: z.int().positive(), raise: CitedMoney }),
  /** For a year without any claim. */
  claimFree: z.strictObject({ raise: CitedMoney }),
  /** At least this much each time. */
  atLeast: CitedMoney,
  /** All raises together stay within this share of the cap. */
  limit: z.strictObject({ percent: z.int().min(1).max(100), cite: Cite }),
  /** What is used up or broken off starts again. */
  reset: z.strictObject({ cite: Cite }),
});

export type MissedYearsData = z.infer<typeof MissedYears>;
export type IncentivesData = z.infer<typeof Incentives>;

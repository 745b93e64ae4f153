// The smallest parts of a rule file: amounts, days, ids, words, citations, lengths and first days.
import { z } from "zod";
import { parseIsoDay } from "../dates/iso.ts";

/** Amounts are yuan as text with two decimals: a JSON number would already have lost the exactness. */
export const Money = z
  .string()
  .regex(/^(0|[1-9]\d{0,5})\.\d{2}$/, 'an amount is text in yuan with two decimals, like "116.80"')
  .meta({ id: "money", description: 'Yuan as text with two decimals, like "116.80"' });
export const IsoDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, "a date is YYYY-MM-DD")
  .refine((text) => parseIsoDay(text) !== undefined, {
    error: ({ input }) => `"${input}" is no day of the calendar; write the day as the document prints it`,
  })
  .meta({ id: "date", description: "A day as YYYY-MM-DD" });
export const Slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "an id is lower-case words joined by hyphens")
  .meta({ id: "slug", description: "An id: lower-case words joined by hyphens" });
export const Words = z
  .strictObject({ zh: z.string().min(1), en: z.string().min(1) })
  .meta({ id: "words", description: "The same words in Chinese and English" });
export const GradeSchema = z.enum(["A", "B", "C", "D"]).meta({
  id: "grade",
  description: "A: official text. B: reprint that agrees with another source. C, D: carry no rule in force",
});

/** Where a rule is written. `silent` marks a point on which the article says nothing. */
export const Cite = z
  .strictObject({
    document: Slug,
    article: z.string().min(1),
    grade: GradeSchema,
    summary: Words,
    silent: z.literal(true).optional(),
    /** Filled while layers are resolved, never written by hand. */
    layer: z.string().optional(),
  })
  .meta({
    id: "cite",
    description: "Where a rule is written, with the rule in our words; silent: the text says nothing",
  });

/** A number with its citation; null means that the document does not state it. */
export const CitedMoney = z
  .strictObject({ value: Money.nullable(), cite: Cite })
  .meta({ id: "cited-money", description: "An amount with its citation; null where the document does not state it" });

export const START_RULES = [
  "coverage-year-start",
  "payment-day",
  "next-day",
  "month-start",
  "next-month",
  "birth",
  "not-stated",
] as const;
/** When cover starts: a fixed rule, or the option chosen for an interpretation (its option ids are start rules). */
export const Start = z.union([z.enum(START_RULES), z.strictObject({ by: Slug })]);

export const Length = z.strictObject({ length: z.int().positive().max(400), unit: z.enum(["day", "month"]) });

/** Holds only under this option of an interpretation. */
export const If = z.strictObject({ interpretation: Slug, is: Slug });

export type CiteData = z.infer<typeof Cite>;
export type WordsData = z.infer<typeof Words>;
export type StartData = z.infer<typeof Start>;
export type StartRule = (typeof START_RULES)[number];
export type LengthData = z.infer<typeof Length>;
export type IfData = z.infer<typeof If>;

// What is known of a coverage year before its notice is: single facts with their source, and what nobody knows yet. Never a number to compute with.
import { z } from "zod";

const Words = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const Yuan = z.string().regex(/^\d+\.\d{2}$/);

/** What a notice will have to say; said as unknown as long as it does not. */
export const COMING_UNKNOWN = ["contribution", "subsidy", "windows", "aid", "waits"] as const;

export const ComingYearFile = z.strictObject({
  format: z.literal("canbao-coming/1"),
  coverageYear: z.int().min(2025).max(2100),
  facts: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z][a-z-]*$/),
      /** The whole country, or one jurisdiction as rule sets name it. */
      scope: z.string().regex(/^[a-z]+$/),
      text: Words,
      values: z.record(z.string(), Yuan),
      document: Words,
      /** D never stands in a file: memory and content farms are no facts. */
      grade: z.enum(["A", "B", "C"]),
    }),
  ),
  unknown: z.array(z.enum(COMING_UNKNOWN)).min(1),
});

export type ComingYear = Readonly<z.infer<typeof ComingYearFile>>;
export type ComingFact = ComingYear["facts"][number];

// Worked cases beside a rule set: a resident, and what must come out. They are the rule set's own test and travel with it.
import { z } from "zod";
import { RequestSchema } from "../engine/request.ts";
import { GradeSchema, Words } from "./schema-parts.ts";

/** A part of the contract's result: every field named here has to be so, the others are free. Lists are compared whole. */
const Expected = z.record(z.string(), z.unknown()).refine((part) => Object.keys(part).length > 0, {
  error: "a case that expects nothing cannot fail; name at least one field of the result",
});

const WorkedCase = z.strictObject({
  /** Who it is and what is asked, in our words. */
  about: Words,
  /** Where the example is published: the document's number or the page's name as printed. */
  source: z.strictObject({ document: z.string().min(1), article: z.string().min(1), grade: GradeSchema }).optional(),
  /** The contract's request; the rule set is the file's. */
  request: RequestSchema.omit({ ruleSet: true }),
  expect: Expected,
});

/** `cases.json` beside a `rules.json`. */
export const CasesFile = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal("canbao-cases/1"),
  ruleSet: z.string().regex(/^[a-z]+\/\d{4}$/),
  cases: z.array(WorkedCase).min(1),
});

export type WorkedCaseData = z.infer<typeof WorkedCase>;
export type CasesData = z.infer<typeof CasesFile>;

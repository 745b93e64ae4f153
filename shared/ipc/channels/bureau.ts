// A bureau's decisions on interpretations (口径): what holds, who settled it where, and the channels that change it.

import { z } from "zod";
import { DecisionSchema } from "../../rules/bureau.ts";
import { fault } from "./rules.ts";

const question = { ruleSet: z.string().max(60), interpretation: z.string().max(60) };
const enteredBy = z.string().max(60).default("");

/** `params.field` names the field that is wrong or missing. */
const errors = [
  "unknown-rule-set",
  "unknown-interpretation",
  "unknown-option",
  "issuer-missing",
  "document-missing",
  "not-settled",
  /** the file cannot be read, so nothing may be written over it */
  "bureau-unreadable",
  "folder-unwritable",
  "disk-full",
] as const;

export const bureauChannels = {
  "rules.settlements": {
    request: z.undefined(),
    response: z.strictObject({
      /** the whole history, oldest first */
      decisions: z.array(DecisionSchema),
      /** the file was damaged and was set aside under this name: what it said is not in force */
      setAside: z.string().nullable(),
      /** the file is there and cannot be read */
      unreadable: z.boolean(),
      /** decisions that fit no rule set at hand, and are not used */
      faults: z.array(fault),
    }),
    errors: [],
  },
  "rules.settle": {
    request: z.strictObject({
      ...question,
      option: z.string().max(60),
      issuer: z.string().max(200),
      document: z.string().max(200),
      enteredBy,
    }),
    response: z.strictObject({ decision: DecisionSchema }),
    errors,
  },
  "rules.withdraw": {
    request: z.strictObject({ ...question, enteredBy }),
    response: z.strictObject({ decision: DecisionSchema }),
    errors,
  },
} as const;

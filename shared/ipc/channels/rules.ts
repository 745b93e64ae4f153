// The rule sets at hand: which there are, which files could not be used, and what a form needs to know of one of them.

import { z } from "zod";
import type { ComingYear } from "../../rules/coming.ts";
import type { RuleSetDescription, RuleSetSummary } from "../../rules/description.ts";

export const fault = z.strictObject({
  file: z.string(),
  /** the place inside the file, such as `periods[1].from`; empty for the file as a whole */
  path: z.string(),
  message: z.string(),
});

const isObject = (value: unknown): boolean => typeof value === "object" && value !== null;
const isRuleSet = (value: unknown): boolean => typeof value === "object" && value !== null && "id" in value;

export const rulesChannels = {
  "rules.list": {
    request: z.undefined(),
    response: z.strictObject({
      ruleSets: z.array(z.custom<RuleSetSummary>(isRuleSet)),
      coming: z.array(z.custom<ComingYear>(isObject)),
      faults: z.array(fault),
    }),
    errors: [],
  },
  "rules.describe": {
    request: z.strictObject({ id: z.string() }),
    response: z.custom<RuleSetDescription>(isRuleSet),
    errors: ["unknown-rule-set"],
  },
} as const;

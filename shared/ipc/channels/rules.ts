// The rule sets at hand: which there are, which files could not be used, and what a form needs to know of one of them.

import { z } from "zod";
import type { ComingYear } from "../../rules/coming.ts";
import type { RuleSetSummary } from "../../rules/description.ts";

export const fault = z.strictObject({
  file: z.string(),
  /** the place inside the file, such as `periods[1].from`; empty for the file as a whole */
  path: z.string(),
  message: z.string(),
});

const isObject = (value: unknown): boolean => typeof value === "object" && value !== null;
const isRuleSet = (value: unknown): boolean => typeof value === "object" && value !== null && "id" in value;

/**
 * A `RuleSetDescription` as JSON text: of its 40 kB a text is handed over at once, an object property by property between the
 * two worlds of a page.
 */
const description = z.string();

export const rulesChannels = {
  "rules.list": {
    request: z.undefined(),
    response: z.strictObject({
      ruleSets: z.array(z.custom<RuleSetSummary>(isRuleSet)),
      coming: z.array(z.custom<ComingYear>(isObject)),
      faults: z.array(fault),
      /** The one that this counter used last, else the first; null where there is none. A start needs no second question. */
      described: description.nullable(),
    }),
    errors: [],
  },
  "rules.describe": {
    request: z.strictObject({ id: z.string() }),
    response: description,
    errors: ["unknown-rule-set"],
  },
} as const;

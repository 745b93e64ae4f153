// A rule set as it stood when a slip was issued: its files word for word and the bureau's decisions of then.

import { z } from "zod";

/** Paths below a policies folder, and nothing that leads out of it. */
const RuleFilePath = z.string().regex(/^[a-z0-9-]+(?:\/[a-z0-9-]+){0,3}\.json$/);

export const ArchivedRules = z.strictObject({
  format: z.literal("canbao-rules/1"),
  ruleSet: z.string().min(1).max(60),
  files: z.array(z.strictObject({ path: RuleFilePath, text: z.string() })).min(1),
  /** Interpretation → what the bureau settled. */
  settled: z.record(z.string(), z.strictObject({ option: z.string(), issuer: z.string(), document: z.string() })),
});
export type ArchivedRules = z.infer<typeof ArchivedRules>;

/** What the ledger keeps: the archive as text, under the SHA-256 of that text. */
export interface RulesToKeep {
  /** 64 hexadecimal digits. */
  readonly hash: string;
  readonly text: string;
}

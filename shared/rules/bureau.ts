// A bureau's decisions on interpretations (口径): the form in which they are kept, and what they leave in force.
import { z } from "zod";
import type { Settlement } from "./table.ts";

const Filled = z
  .string()
  .max(200)
  .refine((text) => text.trim() !== "", "must not be blank");

const decided = {
  /** When it was entered: a day, or an instant in UTC. */
  at: z
    .string()
    .regex(
      /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d{3})?Z)?$/,
      "a day as YYYY-MM-DD, or an instant as YYYY-MM-DDThh:mm:ssZ",
    ),
  ruleSet: Filled,
  interpretation: Filled,
  /** Who entered it (经办人); may be left out. */
  enteredBy: z.string().max(60).default(""),
};

/** One entry of the history. Nothing is ever taken out of it: a withdrawal is an entry of its own. */
export const DecisionSchema = z.discriminatedUnion("action", [
  z.strictObject({
    action: z.literal("settle"),
    ...decided,
    option: Filled,
    /** Who settled it, and the number of the document that says so: without both it is nobody's decision. */
    issuer: Filled,
    document: Filled,
  }),
  z.strictObject({ action: z.literal("withdraw"), ...decided }),
]);

/** The file `bureau.json`. The last entry on an interpretation holds. */
export const BureauFile = z.strictObject({
  format: z.literal("canbao-bureau/1").default("canbao-bureau/1"),
  decisions: z.array(DecisionSchema).default([]),
});

export type Decision = Readonly<z.infer<typeof DecisionSchema>>;

/** Decisions in force, by rule set and interpretation id. */
export type Settlements = Readonly<Record<string, Readonly<Record<string, Settlement>>>>;

/** What holds after all of `decisions`, oldest first. */
export function settlementsOf(decisions: readonly Decision[]): Settlements {
  const inForce = new Map<string, Map<string, Settlement>>();
  for (const decision of decisions) {
    const ofRuleSet = inForce.get(decision.ruleSet) ?? new Map<string, Settlement>();
    inForce.set(decision.ruleSet, ofRuleSet);
    if (decision.action === "settle") {
      const { option, issuer, document } = decision;
      ofRuleSet.set(decision.interpretation, { option, issuer: issuer.trim(), document: document.trim() });
    } else ofRuleSet.delete(decision.interpretation);
  }
  return Object.fromEntries([...inForce].map(([ruleSet, settled]) => [ruleSet, Object.fromEntries(settled)]));
}

/** Options that leave the question as the document left it: nobody can settle a question with one of these. */
const LEAVES_OPEN: ReadonlySet<string> = new Set(["not-settled", "not-stated"]);

/** Whether choosing `option` answers the question. */
export function settles(option: string): boolean {
  return !LEAVES_OPEN.has(option);
}

// A rule set's description as it comes from the main process: as JSON text.
import type { RuleSetDescription } from "../../shared/rules/description.ts";

/** Made by our own main process, whose type it has: only its form as a rule set is looked at. Throws where it has not even that. */
export function descriptionOf(text: string): RuleSetDescription {
  const description: unknown = JSON.parse(text);
  if (typeof description !== "object" || description === null || !("id" in description))
    throw new Error("not a description");
  return description as RuleSetDescription;
}

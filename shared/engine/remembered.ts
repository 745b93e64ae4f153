// Answers for the ways in which one resident could turn out: what was decided before, told in another order, is not decided again.
import type { Table } from "../rules/table.ts";
import { type Assessment, assessWith, decisionOf, isSameDecision } from "./assess.ts";
import type { Case } from "./case.ts";

/** Answers a resident as `assess` does. */
export type Assess = (resident: Case) => Assessment;

/** Of more ways than so many a look through all of them would cost more than it saves. */
const REMEMBERED = 64;

/**
 * For `base`, whose answer is there already, and residents who differ from it by filled-in facts alone. Facts are compared
 * by identity: whoever fills the same list of identities or of years in twice is met again.
 */
export function rememberedAnswers(base: Case, answer: Assessment, table: Table): Assess {
  const known: { readonly resident: Case; readonly answer: Assessment }[] = [{ resident: base, answer }];
  return (resident) => {
    let shared: Assessment | null = null;
    for (const before of known) {
      if (!isSameDecision(before.resident, resident, table)) continue;
      if (before.resident.categories === resident.categories && before.resident.county === resident.county)
        return before.answer;
      shared = before.answer;
    }
    const made = assessWith(shared ?? decisionOf(resident, table), resident, table, null);
    if (known.length < REMEMBERED) known.push({ resident, answer: made });
    return made;
  };
}

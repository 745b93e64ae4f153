// What the household pays together: exact sums of what is known, and for how many members it is not.
import { amountInWords, sum } from "../../shared/slip/amount.ts";
import type { Answer } from "../assess/store.ts";

export interface HouseholdTotal {
  readonly aid: string;
  readonly payable: string;
  readonly payableInWords: string;
  /** Members whose amount is not stated or not known yet. */
  readonly unknown: number;
}

/** Null while nobody has an answer. */
export function householdTotal(answers: readonly (Answer | undefined)[]): HouseholdTotal | null {
  const contributions = answers.map((answer) =>
    answer?.stale === false ? (answer.result?.contribution ?? null) : null,
  );
  if (contributions.every((contribution) => contribution === null)) return null;
  const known = contributions.flatMap((contribution) =>
    contribution?.payable == null ? [] : [{ payable: contribution.payable, aid: contribution.aid ?? "0.00" }],
  );
  const payable = sum(known.map((entry) => entry.payable));
  return {
    aid: sum(known.map((entry) => entry.aid)),
    payable,
    payableInWords: amountInWords(payable),
    unknown: contributions.length - known.length,
  };
}

// What the household pays together: exact sums of what is known, and of how many lines it is not.
import { amountInWords, sum } from "../../shared/slip/amount.ts";
import type { Answer } from "../assess/store.ts";

export interface YearTotal {
  readonly aid: string;
  readonly payable: string;
  /** Lines whose amount is not stated, not known yet, or of a year without a notice. */
  readonly unknown: number;
}

export interface HouseholdTotal extends YearTotal {
  readonly payableInWords: string;
  readonly lines: number;
  /** One for each coverage year, earliest first; empty where all lines are of one year. */
  readonly byYear: readonly (YearTotal & { readonly coverageYear: number; readonly lines: number })[];
}

export interface HouseholdLine {
  readonly coverageYear: number;
  /** null: no notice of that year has been entered */
  readonly answer: Answer | null | undefined;
}

/** Null while nobody has an answer. */
export function householdTotal(lines: readonly HouseholdLine[]): HouseholdTotal | null {
  if (lines.every((line) => contributionOf(line) === null)) return null;
  const years = [...new Set(lines.map(({ coverageYear }) => coverageYear))].toSorted((one, other) => one - other);
  const all = sumsOf(lines);
  return {
    ...all,
    payableInWords: amountInWords(all.payable),
    lines: lines.length,
    byYear:
      years.length < 2
        ? []
        : years.map((coverageYear) => {
            const own = lines.filter((line) => line.coverageYear === coverageYear);
            return { coverageYear, lines: own.length, ...sumsOf(own) };
          }),
  };
}

function contributionOf({ answer }: HouseholdLine) {
  return answer?.stale === false ? (answer.result?.contribution ?? null) : null;
}

function sumsOf(lines: readonly HouseholdLine[]): YearTotal {
  const known = lines.flatMap((line) => {
    const contribution = contributionOf(line);
    return contribution?.payable == null ? [] : [{ payable: contribution.payable, aid: contribution.aid ?? "0.00" }];
  });
  return {
    aid: sum(known.map((entry) => entry.aid)),
    payable: sum(known.map((entry) => entry.payable)),
    unknown: lines.length - known.length,
  };
}

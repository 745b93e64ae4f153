// What the naive evaluator takes and gives: the facts of a checked request, and the part of a result that two evaluators can compare.

import type { Day } from "./calendar.ts";

export interface Claim {
  readonly group: string;
  readonly eventDate: Day | undefined;
}

/** A request that was found in order; `undefined` is "not told". */
export interface Facts {
  readonly ruleSet: "gansu/2025" | "jiangxi/2025" | "xinzhou/2025";
  readonly county: string | undefined;
  readonly paidOn: Day;
  readonly birthDate: Day | undefined;
  readonly categories: readonly string[] | undefined;
  readonly groups: readonly Claim[];
  readonly missedYears: readonly number[] | undefined;
  readonly recognisedElsewhere: boolean;
  readonly otherSponsor: boolean;
  readonly standing: string;
  readonly admittedOn: Day | undefined;
  readonly interpretations: ReadonlyMap<string, string>;
}

export interface Wait {
  readonly from: Day;
  readonly to: Day;
  readonly length: number;
  readonly unit: "day" | "month";
}

export interface Benefit {
  readonly kind: "exact" | "not-before" | "not-stated" | "none" | "undetermined";
  readonly start: Day | null;
  readonly end: Day | null;
  readonly wait: Wait | null;
  readonly reason: string | null;
}

/** The answer under one reading of everything that is open. */
export interface Answer {
  readonly benefit: Benefit;
  /** The special group that the answer rests on, null where the ordinary rule gave it. */
  readonly exemption: string | null;
  /** Whether a wait in months ended in a month without the corresponding day. */
  readonly monthEnd: boolean;
}

export interface Contribution {
  readonly standard: string;
  readonly category: string | null;
  readonly aid: string | null;
  readonly payable: string | null;
}

export interface Funding {
  readonly total: string | null;
  readonly central: string | null;
  readonly province: string | null;
  readonly cityCounty: string | null;
  readonly tier: string | null;
}

export interface MajorIllness {
  readonly perHead: string | null;
  readonly residentPays: string | null;
}

export interface NaiveResult {
  readonly contribution: Contribution;
  readonly funding: Funding;
  readonly majorIllness: MajorIllness;
  readonly window: string;
  /** undefined: left out, because something was open; not to be compared. */
  readonly exemption: { readonly group: string; readonly window: true; readonly wait: true } | null | undefined;
  readonly benefit: Benefit;
  /** Only Jiangxi, only where an admission was given. */
  readonly admission?: { readonly covered: boolean | null };
  /** Sorted, each code once. */
  readonly review: readonly string[];
  /** Only where undetermined: every different benefit among the readings, in no meaningful order. */
  readonly readings?: readonly Benefit[];
}

export interface NaiveError {
  readonly error: { readonly path: string };
}

export const FIRST_DAY: Day = "2025-01-01";
export const LAST_DAY: Day = "2025-12-31";

export function none(reason: string, wait: Wait | null = null): Benefit {
  return { kind: "none", start: null, end: null, wait, reason };
}

export const NOT_STATED: Benefit = { kind: "not-stated", start: null, end: LAST_DAY, wait: null, reason: null };

/** A benefit whose first day hangs on a birth date that nobody gave. */
export const UNKNOWN_BIRTH: Benefit = {
  kind: "undetermined",
  start: null,
  end: null,
  wait: null,
  reason: "fact-missing",
};

/** Cover without a wait from a day; a first day in the next year means nothing this year. */
export function coveredFrom(start: Day): Benefit {
  if (start > LAST_DAY) return none("starts-after-year");
  return { kind: "exact", start, end: LAST_DAY, wait: null, reason: null };
}

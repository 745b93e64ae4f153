// Coverage years for which no notice has been entered: which they are on a day, and what is known of them all the same.
import { civil, type EpochDay } from "../dates/civil.ts";
import { COMING_UNKNOWN, type ComingFact, type ComingYear } from "./coming.ts";

export interface MissingYear {
  readonly jurisdiction: string;
  readonly coverageYear: number;
  readonly facts: readonly ComingFact[];
  readonly unknown: readonly string[];
  /** Rule sets of the jurisdiction that are there; none of them stands in for the missing one. */
  readonly have: readonly string[];
}

interface Entered {
  readonly id: string;
  readonly coverageYear: number;
}

/** Every notice that is bundled opens its campaign in September of the year before. */
const SEASON_MONTH = 9;

/** Coverage years that a payment on that day can be for: its own calendar year's, and in the season the next one's. */
export function yearsPaidFor(day: EpochDay): readonly number[] {
  const { year, month } = civil(day);
  return month >= SEASON_MONTH ? [year, year + 1] : [year];
}

/** The years of that day for which the jurisdiction has no rule set. */
export function missingYears(
  jurisdiction: string,
  day: EpochDay,
  ruleSets: readonly Entered[],
  coming: readonly ComingYear[],
): readonly MissingYear[] {
  return yearsPaidFor(day).flatMap((year) => {
    const missing = missingYear(jurisdiction, year, ruleSets, coming);
    return missing === null ? [] : [missing];
  });
}

/** Null where the year has its rule set. */
export function missingYear(
  jurisdiction: string,
  coverageYear: number,
  ruleSets: readonly Entered[],
  coming: readonly ComingYear[],
): MissingYear | null {
  const own = ruleSets.filter(({ id }) => jurisdictionOf(id) === jurisdiction);
  if (own.some((entered) => entered.coverageYear === coverageYear)) return null;
  const known = coming.find((year) => year.coverageYear === coverageYear);
  const facts = (known?.facts ?? []).filter(({ scope }) => scope === "national" || scope === jurisdiction);
  return {
    jurisdiction,
    coverageYear,
    facts,
    unknown: known?.unknown ?? COMING_UNKNOWN,
    have: own.map(({ id }) => id),
  };
}

export function jurisdictionOf(ruleSet: string): string {
  return ruleSet.split("/")[0] ?? "";
}

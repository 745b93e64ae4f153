// A newborn's line for its other coverage year: when it may be added, what is asked for it, and what stands in it.
import { otherCoverageYear } from "../../shared/compare/newborn-years.ts";
import type { EpochDay } from "../../shared/dates/civil.ts";
import { isoDay } from "../../shared/dates/iso.ts";
import type { Review } from "../../shared/engine/result.ts";
import type { RuleSetDescription } from "../../shared/rules/description.ts";
import type { Draft } from "./draft.ts";
import { type Asked, ask } from "./request.ts";
import type { Answer } from "./store.ts";
import { forYear } from "./year-bound.ts";

export type OtherLine =
  /** No notice for that year has been entered: a line without any number. */
  | { readonly kind: "missing"; readonly coverageYear: number }
  /** `rules` and `answer` null until they have come. */
  | {
      readonly kind: "asked";
      readonly coverageYear: number;
      readonly rules: RuleSetDescription | null;
      readonly answer: Answer | null;
    };

/** The other coverage year of the newborn that was asked about; null for everybody else. */
export function otherYearOf(asked: Asked | null | undefined, coverageYear: number): number | null {
  const request = asked?.request;
  if (!asked || !request) return null;
  const { birthDate } = asked;
  return otherCoverageYear(
    { birthDate, paidOn: request.paidOn, standing: request.resident.standing ?? "registered" },
    coverageYear,
  );
}

/** What is left to settle: of the year before nothing is, where the newborn's line for it stands beside. */
export function toSettle(reviews: readonly Review[], hasOtherLine: boolean): readonly Review[] {
  return hasOtherLine ? reviews.filter(({ code }) => code !== "earlier-year") : reviews;
}

/** The year of the line that the clerk added, as long as the child is still one with two years. */
export function addedYear(draft: Draft, asked: Asked | null | undefined, coverageYear: number): number | null {
  return draft.alsoYear !== null && draft.alsoYear === otherYearOf(asked, coverageYear) ? draft.alsoYear : null;
}

/**
 * The same child asked about under the other year's rules. Adding the line by a key that names the year is the clerk's
 * word for past rules. Before its birth a child has missed no year; of the year in between nobody asked.
 */
export function askOther(draft: Draft, birthDate: string | null, rules: RuleSetDescription, today: EpochDay): Asked {
  const { coverageYear } = rules;
  const born = Number(birthDate?.slice(0, 4));
  return ask(
    {
      ...forYear(draft, coverageYear),
      ...(born >= coverageYear ? { continuity: "covered" } : {}),
      pastYear: isoDay(today) > rules.lastUsefulDay ? coverageYear : null,
    },
    rules,
    today,
  );
}

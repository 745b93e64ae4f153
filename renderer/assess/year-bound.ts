// What was told of the years before one coverage year means nothing before another: kept by year, and brought back with it.
import { missedFor, type ToldFor, YEAR_BOUND } from "../../shared/compare/carry-over.ts";
import { FURTHER_FACTS, type FurtherFact } from "../../shared/rules/table.ts";
import type { Continuity, Draft } from "./draft.ts";
import { type FurtherTexts, readFact } from "./further.ts";

export interface YearBound {
  readonly continuity: Continuity;
  readonly missedCount: number;
  readonly further: FurtherTexts;
}

/** The draft as it is asked under rules of that coverage year; the very same where it is already. */
export function forYear(draft: Draft, coverageYear: number): Draft {
  if (draft.year === coverageYear) return draft;
  if (draft.year === null) return { ...draft, year: coverageYear };
  const kept: Draft["otherYears"] = { ...draft.otherYears, ...(isTold(draft) ? { [draft.year]: boundOf(draft) } : {}) };
  const { [coverageYear]: back, ...rest } = kept;
  const { continuity, missedCount, further } = back ?? reached(toldIn(kept), coverageYear);
  const free = Object.entries(draft.further).filter(([fact]) => !YEAR_BOUND.has(fact as FurtherFact));
  return {
    ...draft,
    year: coverageYear,
    otherYears: rest,
    continuity,
    missedCount,
    further: { ...Object.fromEntries(free), ...further },
  };
}

/** All that was told, by coverage year; `coverageYear` is that of the draft itself. */
export function toldOf(draft: Draft, coverageYear: number): readonly ToldFor[] {
  return toldIn({ ...draft.otherYears, ...(isTold(draft) ? { [coverageYear]: boundOf(draft) } : {}) });
}

/** The years without cover, latest first: 2 before 2025 are 2024 and 2023. */
export function missedYearsOf(coverageYear: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => coverageYear - 1 - index);
}

function toldIn(kept: Draft["otherYears"]): readonly ToldFor[] {
  return Object.entries(kept).map(([year, { continuity, missedCount, further }]) => ({
    coverageYear: Number(year),
    missedYears:
      continuity === "unknown" ? null : continuity === "covered" ? [] : missedYearsOf(Number(year), missedCount),
    facts: Object.fromEntries(
      FURTHER_FACTS.flatMap((fact) => {
        const read = readFact(fact, further[fact] ?? "");
        return read.ok && read.value !== null ? [[fact, read.value]] : [];
      }),
    ),
  }));
}

/** What a later year's answer says of this one: missed 2025 and 2024, so 2023 was covered. */
function reached(told: readonly ToldFor[], coverageYear: number): YearBound {
  const missed = missedFor(told, coverageYear);
  const continuity = missed === null ? "unknown" : missed.length === 0 ? "covered" : "missed";
  return { continuity, missedCount: Math.max(1, missed?.length ?? 1), further: {} };
}

function boundOf({ continuity, missedCount, further }: Draft): YearBound {
  const bound = Object.entries(further).filter(([fact, text]) => YEAR_BOUND.has(fact as FurtherFact) && text !== "");
  return { continuity, missedCount, further: Object.fromEntries(bound) };
}

function isTold(draft: Draft): boolean {
  const { continuity, further } = boundOf(draft);
  return continuity !== "unknown" || Object.keys(further).length > 0;
}

// What every peer is given: the request flattened, dates already whole days and years, so that none of them pays for parsing.
import { civil } from "../../../shared/dates/civil.ts";
import { parseIsoDay } from "../../../shared/dates/iso.ts";
import type { Request } from "../../../shared/engine/request.ts";

export interface PeerFacts {
  readonly paidOn: number;
  readonly paidYear: number;
  readonly birth: number;
  readonly ageDays: number;
  readonly categories: readonly string[];
  readonly group: string;
  /** 0 where the claim has no event. */
  readonly eventYear: number;
  /** Years without cover directly before the coverage year. */
  readonly missed: number;
  readonly county: string;
}

/** What a peer answers and is held to: the rest of our result (trace in words, alternatives, questions) no peer models. */
export interface PeerAnswer {
  readonly window: string;
  readonly aid: string;
  readonly payable: string;
  readonly tier: string;
  readonly province: string;
  readonly kind: string;
  /** Epoch day; null where there is none. */
  readonly start: number | null;
  readonly exemption: string | null;
}

export interface Peer {
  readonly name: string;
  /** One evaluation with the peer's own trace switched on. */
  readonly evaluate: (facts: PeerFacts) => Promise<PeerAnswer>;
}

/** Days of the 2025 rules as the peers' models write them. */
export const DAY = {
  opening: day("2024-09-10"),
  concentratedEnd: day("2024-12-25"),
  betweenEnd: day("2024-12-31"),
  yearStart: day("2025-01-01"),
  closing: day("2025-02-28"),
  yearEnd: day("2025-12-31"),
} as const;

/** Annex 2: identity, what medical aid pays, what the resident pays; the most aid first, which settles several identities. */
export const AID = [
  ["extreme-poverty", "400.00", "0.00"],
  ["orphan", "400.00", "0.00"],
  ["rural-dibao-1-2", "310.00", "90.00"],
  ["urban-dibao-full", "310.00", "90.00"],
  ["rural-dibao-3-4", "250.00", "150.00"],
  ["urban-dibao-partial", "250.00", "150.00"],
  ["relapse-monitored", "250.00", "150.00"],
  ["dibao-marginal", "100.00", "300.00"],
  ["lifted-from-poverty", "100.00", "300.00"],
] as const;

/** Annex 1: prefectures and counties of tiers 3 and 1 by the beginning of their code; the rest is tier 2. */
export const TIERS = [
  ["6201", "3", "113.20"],
  ["6202", "3", "113.20"],
  ["6203", "3", "113.20"],
  ["6229", "1", "121.60"],
  ["6230", "1", "121.60"],
  ["620623", "1", "121.60"],
] as const;

export const ORDINARY_TIER = ["2", "116.80"] as const;

/** Groups that apply whenever they are claimed, and those that turn on an event of this year. */
export const ALWAYS = ["military-dependant", "employee-to-resident"] as const;
export const THIS_YEAR = ["discharged-soldier", "newly-recognised-low-income"] as const;

export function factsOf({ paidOn, county, resident }: Request): PeerFacts {
  const paid = day(paidOn);
  const birth = day(resident.birthDate ?? "");
  const claim = resident.groups?.[0];
  const event = claim?.eventDate ?? null;
  const missedYears = resident.missedYears ?? [];
  let missed = 0;
  while (missedYears.includes(2024 - missed)) missed++;
  return {
    paidOn: paid,
    paidYear: civil(paid).year,
    birth,
    ageDays: paid - birth,
    categories: resident.categories ?? [],
    group: claim?.group ?? "",
    eventYear: event === null ? 0 : civil(day(event)).year,
    missed,
    county: county ?? "",
  };
}

function day(text: string): number {
  const parsed = parseIsoDay(text);
  if (parsed === undefined) throw new Error(`not a date: ${text}`);
  return parsed;
}

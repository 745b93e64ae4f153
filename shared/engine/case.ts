// One resident at the counter, checked and ready to be decided: ids looked up, dates as epoch days. null = not known.
import type { EpochDay } from "../dates/civil.ts";
import type { Category, County, Group, Table } from "../rules/table.ts";

export type Standing = "registered" | "residence-permit" | "student" | "employee";

export interface Claim {
  readonly group: Group;
  /** The day that the group turns on (discharge, recognition, …); null where it was not given. */
  readonly event: EpochDay | null;
  /** Position in the request, for naming the field. */
  readonly index: number;
}

export interface Case {
  readonly paidOn: EpochDay;
  readonly birth: EpochDay | null;
  /** null = not asked yet; [] = none. */
  readonly categories: readonly Category[] | null;
  readonly claims: readonly Claim[];
  /** null = not known; [] = continuous. */
  readonly missedYears: readonly number[] | null;
  readonly recognisedElsewhere: boolean;
  readonly otherSponsor: boolean;
  readonly standing: Standing;
  readonly county: County | null;
  readonly admittedOn: EpochDay | null;
  /** Readings chosen for this case only, by interpretation id. */
  readonly choices: ReadonlyMap<string, string>;
}

export const NO_CHOICES: ReadonlyMap<string, string> = new Map();

/**
 * Years without cover directly before the coverage year: the unbroken run that ends with the year before, counted from
 * `since` on. A year in between with cover ends the run; unknown counts as continuous.
 */
export function missedRun(resident: Case, table: Table, since: number): number {
  const missed = resident.missedYears;
  if (missed === null || missed.length === 0) return 0;
  let run = 0;
  for (let year = table.coverageYear - 1; year >= since && missed.includes(year); year--) run++;
  return run;
}

/** Whether any aid identity is known to be held. */
export function holdsIdentity(resident: Case): boolean {
  return resident.categories !== null && resident.categories.length > 0;
}

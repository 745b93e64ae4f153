// One resident at the counter, checked and ready to be decided: ids looked up, dates as epoch days. null = not known.
import { addMonthsClamped, type EpochDay, firstBirthday, yearOf } from "../dates/civil.ts";
import type { LengthData } from "../rules/schema-parts.ts";
import type { Category, County, Group, Table } from "../rules/table.ts";

export type Standing = "registered" | "residence-permit" | "student" | "employee";

export interface Claim {
  readonly group: Group;
  /** The day that the group turns on (discharge, recognition, …); null where it was not given. */
  readonly event: EpochDay | null;
  /** Position in the request, for naming the field. */
  readonly index: number;
}

/** Facts that only some rule sets can use (`Table.furtherFacts`). null = not known. */
export interface Facts {
  /** A parent is insured in the province (父母一方已参保). */
  readonly parentInsured: boolean | null;
  /** The day on which the aid identity was recognised (身份认定日). */
  readonly recognisedOn: EpochDay | null;
  /** Unbroken years of basic insurance, employees' or residents', before the change (转保前连续参保年数). */
  readonly insuredYears: number | null;
  /** Months paid to employee insurance in the year before the coverage year. */
  readonly employeeMonths: number | null;
  /** Missed years that have been paid for to shorten the wait (已补缴年数). */
  readonly repairedYears: number;
  /** Unbroken years in residents' insurance up to the year before (连续参保年数). */
  readonly continuousYears: number | null;
  /** No claim on the fund in the year before (上年零报销). */
  readonly claimFreeLastYear: boolean | null;
  /** Last day of the wait of the year before's own payment (上年度缴费的等待期末日). null = none that is known of. */
  readonly lastYearWaitTo: EpochDay | null;
}

export const NO_FACTS: Facts = {
  parentInsured: null,
  recognisedOn: null,
  insuredYears: null,
  employeeMonths: null,
  repairedYears: 0,
  continuousYears: null,
  claimFreeLastYear: null,
  lastYearWaitTo: null,
};

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
  readonly facts: Facts;
  /** Readings chosen for this case only, by interpretation id. */
  readonly choices: ReadonlyMap<string, string>;
}

export const NO_CHOICES: ReadonlyMap<string, string> = new Map();

/** The option in force for this case, which may be that nothing is settled; undefined where the rule set has no such interpretation. */
export function optionInForce({ choices }: Case, { questions }: Table, id: string): string | undefined {
  return choices.get(id) ?? questions.get(id)?.inForce;
}

/** An open question: it is named as such where its readings differ, and nobody has to hear of it where they agree. */
export function isOpen(resident: Case, table: Table, id: string): boolean {
  return optionInForce(resident, table, id) === "not-settled";
}

/**
 * Years without cover directly before the coverage year: the unbroken run that ends with the year before, counted from
 * `since` on. A year in between with cover ends the run; unknown counts as continuous. Nobody missed a year before birth.
 */
export function missedRun({ missedYears, birth }: Case, { coverageYear }: Table, since: number): number {
  if (missedYears === null || missedYears.length === 0) return 0;
  const first = birth === null ? since : Math.max(since, yearOf(birth));
  let run = 0;
  for (let year = coverageYear - 1; year >= first && missedYears.includes(year); year--) run++;
  return run;
}

/** Whether any aid identity is known to be held. */
export function holdsIdentity(resident: Case): boolean {
  return resident.categories !== null && resident.categories.length > 0;
}

/** Up to and on the first birthday. */
export function isInFirstYear(birth: EpochDay, day: EpochDay): boolean {
  // No year is longer: for all but infants the calendar need not be asked.
  return day - birth <= 366 && day <= firstBirthday(birth);
}

/** Born on or after a day (null: any), and the coverage year is one of so many, the year of birth included. */
export function isBornSince(birth: EpochDay, from: EpochDay | null, years: number, { coverageYear }: Table): boolean {
  return birth >= (from ?? birth) && yearOf(birth) + years > coverageYear;
}

/** By birth date up to and on the first birthday; a claim without a birth date is believed for the amount. */
export function isNewborn(resident: Case, table: Table): boolean {
  if (resident.birth !== null) return isInFirstYear(resident.birth, resident.paidOn);
  return resident.claims.some((claim) => claim.group === table.newborn);
}

/** The edge of "within N of an event": the day on which sources disagree whether it is still inside. */
export function edgeDay(event: EpochDay, limit: LengthData): EpochDay {
  return limit.unit === "day" ? event + limit.length : addMonthsClamped(event, limit.length).day;
}

// What a clerk has typed for one resident, kept as typed: nothing is lost while it is still wrong or incomplete.

import { isoDay } from "../../shared/dates/iso.ts";
import { parseTypedDate } from "../../shared/dates/typed.ts";
import type { FurtherFact } from "../../shared/rules/table.ts";
import type { FurtherTexts } from "./further.ts";
import type { YearBound } from "./year-bound.ts";

export const STANDINGS = ["registered", "residence-permit", "student", "employee"] as const;
export type Standing = (typeof STANDINGS)[number];

/** A special group that the resident claims; the day of the event as typed. */
export interface Claim {
  readonly group: string;
  readonly eventText: string;
}

/** Cover in the years before this one; `unknown` where nobody asked or nobody knows. */
export type Continuity = "unknown" | "covered" | "missed";

export interface Draft {
  /** Tells members of a household apart in the window; no personal data. */
  readonly key: string;
  readonly idNumber: string;
  /** Typed only where there is no ID number, as for a newborn. */
  readonly birthText: string;
  readonly name: string;
  readonly county: string | null;
  readonly township: number | null;
  /** Aid identities (救助身份); null: not asked yet, []: none. */
  readonly categories: readonly string[] | null;
  readonly claims: readonly Claim[];
  readonly continuity: Continuity;
  /** How many years directly before the coverage year were missed; counts only with `missed`. */
  readonly missedCount: number;
  readonly paidText: string;
  readonly admittedText: string;
  readonly standing: Standing;
  readonly otherSponsor: boolean;
  readonly recognisedElsewhere: boolean;
  /** Facts that only some rule sets ask for, as typed. */
  readonly further: FurtherTexts;
  /** The coverage year before which `continuity`, `missedCount` and the year-bound facts were told; null: not known yet. */
  readonly year: number | null;
  /** The same of other coverage years, told before the rules were switched. */
  readonly otherYears: Readonly<Record<string, YearBound>>;
  /** The coverage year of past rules that the clerk chose to use all the same; null: nobody chose. */
  readonly pastYear: number | null;
  /** The other coverage year of a newborn for which the clerk added a line; null: nobody did. */
  readonly alsoYear: number | null;
  /** Questions that were asked and change nothing, by the engine's field: "not newly recognised this year". */
  readonly settled: readonly string[];
}

/** The fields a clerk passes, in the order in which they are asked. */
export const FIELDS = [
  "idNumber",
  "birthDate",
  "name",
  "area",
  "categories",
  "groups",
  "continuity",
  "paidOn",
  "admittedOn",
  "standing",
  "otherSponsor",
  "recognisedElsewhere",
] as const;
export type Field = (typeof FIELDS)[number] | FurtherFact;

/** An empty form; the counter's own county and the day stand in it already. */
export function emptyDraft(key: string, county: string | null, today: string): Draft {
  return {
    key,
    idNumber: "",
    birthText: "",
    name: "",
    county,
    township: null,
    categories: null,
    claims: [],
    continuity: "unknown",
    missedCount: 1,
    paidText: today,
    admittedText: "",
    standing: "registered",
    otherSponsor: false,
    recognisedElsewhere: false,
    further: {},
    year: null,
    otherYears: {},
    pastYear: null,
    alsoYear: null,
    settled: [],
  };
}

/** Somebody else of the same family: same place and payment day, nothing personal. */
export function familyMember(of: Draft, key: string): Draft {
  const paid = parseTypedDate(of.paidText);
  return {
    ...emptyDraft(key, of.county, paid.ok ? isoDay(paid.day) : of.paidText),
    township: of.township,
    pastYear: of.pastYear,
  };
}

/** True while the clerk has told nothing yet beyond what stands in an empty form. */
export function isUntouched(draft: Draft): boolean {
  return (
    draft.idNumber === "" &&
    draft.birthText === "" &&
    draft.name === "" &&
    draft.categories === null &&
    draft.claims.length === 0 &&
    draft.continuity === "unknown" &&
    draft.admittedText === "" &&
    draft.standing === "registered" &&
    !draft.otherSponsor &&
    !draft.recognisedElsewhere &&
    Object.keys(draft.otherYears).length === 0 &&
    Object.values(draft.further).every((text) => text === "")
  );
}

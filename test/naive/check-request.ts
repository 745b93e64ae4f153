// Reads a request and finds the first fault in it, by path; nothing is guessed and nothing is repaired.

import { type Day, isDay } from "./calendar.ts";
import type { Claim, Facts, NaiveError } from "./naive-result.ts";

const GANSU_CATEGORIES = [
  "extreme-poverty",
  "orphan",
  "rural-dibao-1-2",
  "rural-dibao-3-4",
  "urban-dibao-full",
  "urban-dibao-partial",
  "relapse-monitored",
  "dibao-marginal",
  "lifted-from-poverty",
];
const JIANGXI_CATEGORIES = ["full-aid", "fixed-aid", "extreme-poverty", "orphan", "dibao", "relapse-monitored"];

/** Category ids that each rule set takes. Xinzhou's notice has no list: all but the two classes that only Jiangxi names. */
export const CATEGORIES: Readonly<Record<Facts["ruleSet"], readonly string[]>> = {
  "gansu/2025": GANSU_CATEGORIES,
  "jiangxi/2025": JIANGXI_CATEGORIES,
  "xinzhou/2025": [...GANSU_CATEGORIES, "dibao"],
};

const JIANGXI_GROUPS = [
  "newborn",
  "discharged-soldier",
  "soldier-family",
  "medical-aid-recipient",
  "religious-staff",
  "employee-to-resident",
  "moved-in",
  "returned-from-abroad",
  "released",
  "graduate-returned",
  "other",
];

/** Group ids that each rule set takes: those its notice lists and `other`; Xinzhou's notice has no list. */
export const GROUPS: Readonly<Record<Facts["ruleSet"], readonly string[]>> = {
  "gansu/2025": [
    "discharged-soldier",
    "military-dependant",
    "newborn",
    "employee-to-resident",
    "newly-recognised-low-income",
    "other",
  ],
  "jiangxi/2025": JIANGXI_GROUPS,
  "xinzhou/2025": [...JIANGXI_GROUPS, "military-dependant", "newly-recognised-low-income"],
};

export const INTERPRETATIONS: Readonly<Record<string, readonly string[]>> = {
  "exempt-start": ["not-stated", "payment-day", "next-day"],
  "newborn-start": ["not-stated", "birth"],
  "jan-feb-start": ["not-stated", "coverage-year-start", "next-day"],
  "western-policy-county": ["not-settled", "not-stated", "yes", "no"],
  "gap-counted-from": ["not-settled", "2025", "any-year"],
  "within-edge": ["not-settled", "in", "out"],
  "this-year": ["not-settled", "payment-year", "campaign"],
  "low-income-means": ["not-settled", "listed", "annex-2"],
  "newborn-age": ["not-settled", "90-days", "first-birthday"],
  "wait-counts-payment-day": ["yes", "no"],
  "gap-anchor": ["later", "payment-day"],
  "one-fixed-wait": ["once", "each"],
  "month-end": ["first-of-next", "last-of-month"],
  "wait-unit": ["day", "month"],
};

/** The 14 counties of Xinzhou. */
export const XINZHOU_COUNTIES = [
  ...["140902", "140921", "140922", "140923", "140924", "140925", "140926"],
  ...["140927", "140928", "140929", "140930", "140931", "140932", "140981"],
];

class Fault extends Error {
  readonly path: string;
  constructor(path: string) {
    super(path);
    this.path = path;
  }
}

type Fields = Readonly<Record<string, unknown>>;

function fields(value: unknown, path: string, allowed: readonly string[]): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Fault(path);
  for (const key of Object.keys(value)) {
    if (!allowed.includes(key)) throw new Fault(path === "" ? key : `${path}.${key}`);
  }
  return Object.fromEntries(Object.entries(value));
}

function list(value: unknown, path: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new Fault(path);
  return value;
}

function optionalDay(value: unknown, path: string): Day | undefined {
  if (value === undefined) return undefined;
  if (!isDay(value)) throw new Fault(path);
  return value;
}

function optionalFlag(value: unknown, path: string): boolean {
  if (value === undefined) return false;
  if (typeof value !== "boolean") throw new Fault(path);
  return value;
}

function countyOf(value: unknown, ruleSet: Facts["ruleSet"]): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== "string" || !/^\d{6}$/.test(value)) throw new Fault("county");
  if (ruleSet === "gansu/2025" && !value.startsWith("62")) throw new Fault("county");
  if (ruleSet === "jiangxi/2025" && !value.startsWith("36")) throw new Fault("county");
  if (ruleSet === "xinzhou/2025" && !XINZHOU_COUNTIES.includes(value)) throw new Fault("county");
  return value;
}

function claimOf(value: unknown, path: string, ruleSet: Facts["ruleSet"]): Claim {
  const { group, eventDate } = fields(value, path, ["group", "eventDate"]);
  if (typeof group !== "string" || !GROUPS[ruleSet].includes(group)) throw new Fault(`${path}.group`);
  return { group, eventDate: optionalDay(eventDate, `${path}.eventDate`) };
}

function missedYearsOf(value: unknown): readonly number[] | undefined {
  if (value === undefined || value === null) return undefined;
  const years: number[] = [];
  for (const [i, year] of list(value, "resident.missedYears").entries()) {
    const path = `resident.missedYears[${i}]`;
    if (typeof year !== "number" || !Number.isInteger(year)) throw new Fault(path);
    if (year >= 2025) throw new Fault(path); // not a year before this one
    if (years.includes(year)) throw new Fault(path);
    years.push(year);
  }
  return years;
}

function interpretationsOf(value: unknown): ReadonlyMap<string, string> {
  const settled = new Map<string, string>();
  if (value === undefined) return settled;
  const given = fields(value, "interpretations", Object.keys(INTERPRETATIONS));
  for (const [id, option] of Object.entries(given)) {
    if (typeof option !== "string" || !INTERPRETATIONS[id]?.includes(option)) throw new Fault(`interpretations.${id}`);
    settled.set(id, option);
  }
  return settled;
}

const TOP_KEYS = ["id", "ruleSet", "county", "paidOn", "resident", "admittedOn", "interpretations"];
const RESIDENT_KEYS = [
  "birthDate",
  "categories",
  "groups",
  "missedYears",
  "recognisedElsewhere",
  "otherSponsor",
  "standing",
];
const STANDINGS = ["registered", "residence-permit", "student", "employee"];

function factsOf(request: unknown): Facts {
  const top = fields(request, "", TOP_KEYS);
  const { id, ruleSet, paidOn } = top;
  if (id !== undefined && typeof id !== "string") throw new Fault("id");
  if (ruleSet !== "gansu/2025" && ruleSet !== "jiangxi/2025" && ruleSet !== "xinzhou/2025") throw new Fault("ruleSet");
  const county = countyOf(top["county"], ruleSet);
  if (!isDay(paidOn)) throw new Fault("paidOn");
  const resident = fields(top["resident"], "resident", RESIDENT_KEYS);
  const birthDate = optionalDay(resident["birthDate"], "resident.birthDate");
  if (birthDate !== undefined && birthDate > paidOn) throw new Fault("resident.birthDate");
  const { categories, groups, standing = "registered" } = resident;
  if (typeof standing !== "string" || !STANDINGS.includes(standing)) throw new Fault("resident.standing");
  return {
    ruleSet,
    county,
    paidOn,
    birthDate,
    categories:
      categories === undefined
        ? undefined
        : list(categories, "resident.categories").map((category, i) => {
            if (typeof category === "string" && CATEGORIES[ruleSet].includes(category)) return category;
            throw new Fault(`resident.categories[${i}]`);
          }),
    groups:
      groups === undefined
        ? []
        : list(groups, "resident.groups").map((claim, i) => claimOf(claim, `resident.groups[${i}]`, ruleSet)),
    missedYears: missedYearsOf(resident["missedYears"]),
    recognisedElsewhere: optionalFlag(resident["recognisedElsewhere"], "resident.recognisedElsewhere"),
    otherSponsor: optionalFlag(resident["otherSponsor"], "resident.otherSponsor"),
    standing,
    admittedOn: optionalDay(top["admittedOn"], "admittedOn"),
    interpretations: interpretationsOf(top["interpretations"]),
  };
}

export function checkRequest(request: unknown): Facts | NaiveError {
  try {
    return factsOf(request);
  } catch (fault) {
    if (fault instanceof Fault) return { error: { path: fault.path } };
    throw fault;
  }
}

// One resident told for one rule set, asked under another: what the other rule set does not know is left out and named.
import type { RuleSetDescription } from "../rules/description.ts";
import { FURTHER_FACTS, type FurtherFact } from "../rules/table.ts";

export type FactValue = boolean | number | string;
export type FactValues = Readonly<Partial<Record<FurtherFact, FactValue>>>;

/** Facts counted back from a coverage year: told for one, they say nothing of another. */
export const YEAR_BOUND: ReadonlySet<FurtherFact> = new Set([
  "employeeMonths",
  "repairedYears",
  "continuousYears",
  "claimFreeLastYear",
  "lastYearWaitTo",
]);

/** What was told of the years before one coverage year. */
export interface ToldFor {
  readonly coverageYear: number;
  /** Coverage years missed directly before it, latest first; null: not known. */
  readonly missedYears: readonly number[] | null;
  /** The year-bound facts. */
  readonly facts: FactValues;
}

/** What is known of the resident, in the words of whichever rule set it was typed for. Days are ISO dates. */
export interface TypedCase {
  readonly county: string | null;
  readonly paidOn: string;
  readonly birthDate: string | null;
  /** null: not asked yet; []: none */
  readonly categories: readonly string[] | null;
  readonly groups: readonly { readonly group: string; readonly eventDate: string | null }[];
  /** One entry for each coverage year that was asked about. */
  readonly told: readonly ToldFor[];
  /** Further facts that are bound to no coverage year. */
  readonly facts: FactValues;
  readonly standing: string;
  readonly otherSponsor: boolean;
  readonly recognisedElsewhere: boolean;
  readonly admittedOn: string | null;
  /** readings (口径) that replace defaults: question → option */
  readonly interpretations: Readonly<Record<string, string>>;
}

/** The engine's question as JSON; see the calculation contract. */
export interface CarriedRequest {
  readonly ruleSet: string;
  readonly county?: string;
  readonly paidOn: string;
  readonly resident: {
    readonly birthDate?: string;
    readonly categories?: readonly string[];
    readonly groups?: readonly { readonly group: string; readonly eventDate?: string }[];
    readonly missedYears?: readonly number[];
    readonly recognisedElsewhere?: boolean;
    readonly otherSponsor?: boolean;
    readonly standing?: string;
    readonly parentInsured?: boolean;
    readonly recognisedOn?: string;
    readonly insuredYears?: number;
    readonly employeeMonths?: number;
    readonly repairedYears?: number;
    readonly continuousYears?: number;
    readonly claimFreeLastYear?: boolean;
    readonly lastYearWaitTo?: string;
  };
  readonly admittedOn?: string;
  readonly interpretations?: Readonly<Record<string, string>>;
  /** The coverage year of a rule set that is used past its last useful day on purpose. */
  readonly pastYear?: number;
}

/** Something that was typed and means nothing under the other rule set. */
export type Dropped =
  | { readonly kind: "county"; readonly id: string }
  /** `instead`: identities of this rule set that may be the same person's, for the clerk to choose from */
  | { readonly kind: "category"; readonly id: string; readonly instead: readonly string[] }
  | { readonly kind: "group"; readonly id: string }
  | { readonly kind: "interpretation"; readonly id: string; readonly option: string }
  /** the years before `year` (this rule set's coverage year) were not asked about */
  | { readonly kind: "missed-years"; readonly year: number }
  /** `unused`: this rule set has no such rule; `other-year`: it was told for another coverage year than this one */
  | { readonly kind: "fact"; readonly id: FurtherFact; readonly why: "unused" | "other-year"; readonly year: number }
  | { readonly kind: "admission"; readonly day: string };

export interface Carried {
  readonly request: CarriedRequest;
  readonly dropped: readonly Dropped[];
}

/** 低保对象 is split into four classes in some provinces and not in others; Jiangxi pays by two classes of its own. */
const KIN: readonly (readonly [wide: string, narrow: readonly string[]])[] = [
  ["dibao", ["rural-dibao-1-2", "rural-dibao-3-4", "urban-dibao-full", "urban-dibao-partial"]],
  ["full-aid", ["extreme-poverty", "orphan"]],
  ["fixed-aid", ["dibao", "relapse-monitored"]],
];

/** Identities that may name the same person elsewhere. Never chosen by the program: a bureau recognises an identity. */
function kinOf(id: string): readonly string[] {
  return KIN.flatMap(([wide, narrow]) => (wide === id ? narrow : narrow.includes(id) ? [wide] : []));
}

/**
 * @param standIns identities that the clerk put in the place of unknown ones, for this rule set only: unknown → known
 */
export function carryOver(
  typed: TypedCase,
  rules: RuleSetDescription,
  standIns: Readonly<Record<string, string>> = {},
): Carried {
  const dropped: Dropped[] = [];
  const county = countyFor(typed.county, rules, dropped);
  const categories = categoriesFor(typed.categories, rules, standIns, dropped);
  const groups = typed.groups.filter(({ group }) => {
    const known = rules.groups.some(({ id }) => id === group);
    if (!known) dropped.push({ kind: "group", id: group });
    return known;
  });
  const missedYears = missedFor(typed.told, rules.coverageYear);
  if (missedYears === null && typed.told.some((entry) => entry.missedYears !== null)) {
    dropped.push({ kind: "missed-years", year: rules.coverageYear });
  }
  if (typed.admittedOn !== null && !rules.hasAdmissionRule) {
    dropped.push({ kind: "admission", day: typed.admittedOn });
  }
  const facts = factsFor(typed, rules, dropped);
  const interpretations = Object.entries(typed.interpretations).filter(([id, option]) => {
    const known = rules.interpretations.some((entry) => entry.id === id && entry.options.some((o) => o.id === option));
    if (!known) dropped.push({ kind: "interpretation", id, option });
    return known;
  });

  const request: CarriedRequest = {
    ruleSet: rules.id,
    ...(county === null ? {} : { county }),
    paidOn: typed.paidOn,
    resident: {
      ...(typed.birthDate === null ? {} : { birthDate: typed.birthDate }),
      ...(categories === null ? {} : { categories }),
      ...(groups.length === 0
        ? {}
        : { groups: groups.map(({ group, eventDate }) => (eventDate === null ? { group } : { group, eventDate })) }),
      ...(missedYears === null ? {} : { missedYears }),
      ...(typed.standing === "registered" ? {} : { standing: typed.standing }),
      ...(typed.otherSponsor ? { otherSponsor: true } : {}),
      ...(typed.recognisedElsewhere ? { recognisedElsewhere: true } : {}),
      ...facts,
    },
    ...(typed.admittedOn !== null && rules.hasAdmissionRule ? { admittedOn: typed.admittedOn } : {}),
    ...(interpretations.length === 0 ? {} : { interpretations: Object.fromEntries(interpretations) }),
  };
  return { request, dropped };
}

function countyFor(county: string | null, rules: RuleSetDescription, dropped: Dropped[]): string | null {
  if (county === null) return null;
  if (rules.prefectures.some(({ counties }) => counties.some(({ code }) => code === county))) return county;
  dropped.push({ kind: "county", id: county });
  return null;
}

/** null where nothing is known: an identity that this rule set lacks is not "none", its amount is open. */
function categoriesFor(
  typed: readonly string[] | null,
  rules: RuleSetDescription,
  standIns: Readonly<Record<string, string>>,
  dropped: Dropped[],
): readonly string[] | null {
  if (typed === null) return null;
  const known = new Set(rules.categories.map(({ id }) => id));
  const taken = new Set<string>();
  for (const id of typed) {
    const standIn = standIns[id];
    if (known.has(id)) taken.add(id);
    else if (standIn !== undefined && known.has(standIn)) taken.add(standIn);
    else dropped.push({ kind: "category", id, instead: kinOf(id).filter((other) => known.has(other)) });
  }
  return taken.size === 0 && typed.length > 0 ? null : [...taken];
}

/** The missed years directly before `coverageYear`, as far as what was told reaches; null where it does not. */
export function missedFor(told: readonly ToldFor[], coverageYear: number): readonly number[] | null {
  const known = told.filter(({ missedYears }) => missedYears !== null);
  const own = known.find((entry) => entry.coverageYear === coverageYear);
  if (own !== undefined) return own.missedYears;
  for (const { coverageYear: year, missedYears } of known) {
    const years = missedYears ?? [];
    // The year before the earliest missed one was covered; further back nobody asked.
    if (coverageYear < year && coverageYear >= Math.min(year, ...years)) {
      return years.filter((missed) => missed < coverageYear);
    }
  }
  return null;
}

function factsFor(
  typed: TypedCase,
  rules: RuleSetDescription,
  dropped: Dropped[],
): Partial<CarriedRequest["resident"]> {
  const carried: [FurtherFact, FactValue][] = [];
  for (const fact of FURTHER_FACTS) {
    const own = YEAR_BOUND.has(fact)
      ? typed.told.find(({ coverageYear }) => coverageYear === rules.coverageYear)?.facts[fact]
      : typed.facts[fact];
    const elsewhere = typed.told.find(({ facts }) => facts[fact] !== undefined);
    if (own === undefined && elsewhere === undefined) continue;
    const year = own === undefined ? (elsewhere?.coverageYear ?? rules.coverageYear) : rules.coverageYear;
    if (!rules.furtherFacts.includes(fact)) dropped.push({ kind: "fact", id: fact, why: "unused", year });
    else if (own === undefined) dropped.push({ kind: "fact", id: fact, why: "other-year", year });
    else carried.push([fact, own]);
  }
  return Object.fromEntries(carried);
}

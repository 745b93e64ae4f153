// The facts that were not given, and the residents that each could turn out to be: on each side of every line that a rule draws.
import { addMonthsClamped, dayOf, type EpochDay, yearOf } from "../dates/civil.ts";
import type { Category, FurtherFact, Group, Table } from "../rules/table.ts";
import type { Assessment } from "./assess.ts";
import { type Case, type Claim, type Facts, holdsIdentity, isInFirstYear, isNewborn } from "./case.ts";
import { isWholeYear } from "./decide.ts";

/** A fact that was not given, and the residents this one could turn out to be. */
export interface MissingFact {
  readonly field: string;
  readonly candidates: (resident: Case) => readonly Case[];
  /** Each candidate only moves the first day further than the one before: the range needs no more than the ends. */
  readonly onlyLater?: true;
  /** Not told is none of the ways that it can turn out: nobody left the forces on no day. */
  readonly mustBeOne?: true;
  /** The day of a claim. */
  readonly isClaim?: true;
  /** Whether the range of amounts and days takes every side of it, or none (a county moves the purses alone); absent: those that count. */
  readonly inRange?: "whole" | "never";
  /** Told in the way that hides no other fact: no identity, no year missed, grown up, the claim in time. Absent: none does. */
  readonly plain?: (resident: Case) => Case;
}

/** What was not given and may matter to this resident, `base` being the answer as it stands. */
export function factsOf(resident: Case, table: Table, base: Assessment): readonly MissingFact[] {
  const facts: MissingFact[] = [];
  if (resident.categories === null)
    facts.push({
      field: "resident.categories",
      candidates: (known) => identityCandidates(known, table),
      plain: withoutIdentity,
    });
  else if (claimsWithoutIdentity(resident))
    facts.push({
      field: "resident.categories",
      candidates: (known) => identityCandidates(known, table).slice(1),
      plain: (known) => identityCandidates(known, table)[1] ?? known,
    });
  if (resident.missedYears === null && table.missedYears !== null)
    facts.push({
      field: "resident.missedYears",
      candidates: (known) => missedCandidates(known, table),
      onlyLater: true,
      plain: (known) => ({ ...known, missedYears: NO_YEARS }),
    });
  if (resident.birth === null)
    facts.push({
      field: "resident.birthDate",
      candidates: (known) => birthCandidates(known, table),
      plain: (known) => ({ ...known, birth: longAgo(known) }),
    });
  for (const claim of resident.claims) {
    if (claim.event === null && claim.group.needsEventDate) {
      facts.push({
        field: `resident.groups[${claim.index}].eventDate`,
        candidates: (known) => eventCandidates(known, claim),
        mustBeOne: true,
        isClaim: true,
        plain: (known) => withClaim(known, claim, known.paidOn),
      });
    }
  }
  const recognition = hasAll(base, resident, table) ? null : recognitionGroup(resident, table);
  if (recognition !== null) {
    const recognised = alsoRecognised();
    facts.push({ field: "resident.groups", candidates: (known) => recognised(known, recognition) });
  }
  facts.push(...furtherFacts(resident, table));
  if (resident.county === null && table.funding.byTier.size > 1)
    facts.push({ field: "county", candidates: (known) => countyCandidates(known, table), inRange: "never" });
  return facts;
}

/** The resident with these facts told in the way that hides no other. @returns the same resident where there is nothing to tell */
export function toldPlainly(resident: Case, facts: readonly MissingFact[]): Case {
  return facts.reduce((known, { plain }) => plain?.(known) ?? known, resident);
}

/** Facts that only this rule set uses, where this resident's answer can hang on them. */
function furtherFacts(resident: Case, table: Table): readonly MissingFact[] {
  const missing: MissingFact[] = [];
  for (const fact of table.furtherFacts) {
    if (resident.facts[fact] !== null || !isAsked(fact)) continue;
    const candidates = (known: Case) =>
      possibleFacts(fact, known, table).map((value) => ({ ...known, facts: { ...known.facts, ...value } }));
    missing.push({
      field: `resident.${fact}`,
      candidates,
      mustBeOne: true,
      inRange: "whole",
      plain: (known) => candidates(known)[1] ?? known,
    });
  }
  return missing;
}

/**
 * That an identity was recognised only now (本年新认定), which is asked once an identity is told: until then it counts in the
 * range alone.
 */
export function laterRecognition(resident: Case, table: Table): readonly MissingFact[] {
  if (resident.categories !== null) return [];
  const recognised = alsoRecognised();
  const candidates = (known: Case): readonly Case[] => {
    const group = recognitionGroup(known, table);
    return group === null ? [] : recognised(known, group).slice(0, 1);
  };
  return [{ field: "resident.groups", candidates }];
}

const NO_IDENTITY: readonly Category[] = [];

/** Somebody who holds no aid identity. */
export function withoutIdentity(resident: Case): Case {
  return resident.categories?.length === 0 ? resident : { ...resident, categories: NO_IDENTITY };
}

type AskedFact = "parentInsured" | "recognisedOn" | "insuredYears" | "employeeMonths";

/**
 * Repair is a choice, and what continuous cover earns changes neither amount nor day. A wait of the year before is rare,
 * and on last year's slip: it can be told, and nobody is asked.
 */
function isAsked(fact: FurtherFact): fact is AskedFact {
  return fact === "parentInsured" || fact === "recognisedOn" || fact === "insuredYears" || fact === "employeeMonths";
}

/** What a fact could turn out to be, on each side of the line that the rule draws. */
function possibleFacts(fact: AskedFact, resident: Case, table: Table): readonly Partial<Facts>[] {
  switch (fact) {
    case "parentInsured":
      return isNewborn(resident, table) ? [{ parentInsured: true }, { parentInsured: false }] : [];
    case "recognisedOn":
      // Whoever pays inside the window and holds an identity holds it by then, unless told otherwise.
      return holdsIdentity(resident) && resident.paidOn > table.closing
        ? [{ recognisedOn: table.closing }, { recognisedOn: table.closing + 1 }]
        : [];
    case "insuredYears":
    case "employeeMonths": {
      const needed = resident.claims.flatMap(({ group }) => group.requires).find((one) => one.fact === fact);
      return needed === undefined ? [] : [{ [fact]: 0 }, { [fact]: needed.atLeast }];
    }
  }
}

/** The whole year without a wait and without a group's help: one more group is not even weighed. */
function hasAll({ outcome }: Assessment, resident: Case, table: Table): boolean {
  return outcome.exemption === null && isWholeYear(outcome, resident, table);
}

/** A group that turns on when an identity was recognised, where the identity is held but the day was not told. */
function recognitionGroup(resident: Case, table: Table): Group | null {
  if (resident.categories === null || resident.categories.length === 0) return null;
  for (const group of table.groups) {
    if (group.listed === null || !group.needsEventDate) continue;
    if (!resident.claims.some((claim) => claim.group === group)) return group;
  }
  return null;
}

/** Claims to have been recognised, and names no identity: one of the two was not told. */
function claimsWithoutIdentity({ categories, claims, paidOn }: Case): boolean {
  return (
    categories?.length === 0 &&
    claims.some(({ group, event }) => group.listed !== null && (event === null || event <= paidOn))
  );
}

function identityCandidates(resident: Case, table: Table): readonly Case[] {
  return identitiesOf(table).map((categories) => ({ ...resident, categories }));
}

const identitiesByTable = new WeakMap<Table, readonly (readonly Category[])[]>();

/** No identity, and of the identities that every rule treats alike the first one. */
function identitiesOf(table: Table): readonly (readonly Category[])[] {
  const known = identitiesByTable.get(table);
  if (known !== undefined) return known;
  const kinds = new Map<string, readonly Category[]>();
  for (const category of table.categories.values()) {
    const kind = treatmentOf(category, table);
    if (!kinds.has(kind)) kinds.set(kind, [category]);
  }
  const identities = [NO_IDENTITY, ...kinds.values()];
  identitiesByTable.set(table, identities);
  return identities;
}

/** What amount and benefit can hang on of an identity: its aid, and the groups that name it. */
function treatmentOf({ id, aid }: Category, { groups }: Table): string {
  const named = groups.map(({ listed, openIdentities }) => [listed?.has(id), openIdentities?.ids.has(id)]);
  return JSON.stringify([aid, named]);
}

/** Years missed in a row, up to a run whose wait outlasts any year: the range has to hold whatever turns out. */
const LONGEST_RUN = 12;

function missedCandidates(resident: Case, { coverageYear }: Table): readonly Case[] {
  return runsBefore(coverageYear).map((missedYears) => ({ ...resident, missedYears }));
}

const NO_YEARS: readonly number[] = [];

const runsByYear = new Map<number, readonly (readonly number[])[]>();

function runsBefore(year: number): readonly (readonly number[])[] {
  const known = runsByYear.get(year);
  if (known !== undefined) return known;
  const longest = Array.from({ length: LONGEST_RUN }, (_year, back) => year - 1 - back);
  const runs = [NO_YEARS, ...longest.map((_year, back) => longest.slice(0, back + 1))];
  runsByYear.set(year, runs);
  return runs;
}

/** The birth date of somebody grown up. */
function longAgo({ paidOn }: Case): EpochDay {
  return addMonthsClamped(paidOn, -12 * 40).day;
}

/**
 * Born today or on the year's last day, 90 days old, on the edge after that, within the first year, on its last day, and
 * long ago; on the year's first day, where a rule may be for those born in it; past the first birthday, where a rule looks there.
 */
function birthCandidates(resident: Case, { yearStart, yearEnd, bornSince }: Table): readonly Case[] {
  const { paidOn } = resident;
  const births = [
    Math.min(paidOn, yearEnd),
    paidOn - 89,
    paidOn - 90,
    paidOn - 200,
    firstYearsLast(paidOn),
    longAgo(resident),
    Math.min(paidOn, yearStart),
    ...(bornSince === null ? [] : [paidOn - 400]),
  ];
  return births.map((birth) => ({ ...resident, birth }));
}

/** The birth date of somebody whose first year ends on that day (a 29 February has none: born the day after). */
function firstYearsLast(paidOn: EpochDay): EpochDay {
  const { day } = addMonthsClamped(paidOn, -12);
  return isInFirstYear(day, paidOn) ? day : day + 1;
}

function eventCandidates(resident: Case, claim: Claim): readonly Case[] {
  return eventDays(resident.paidOn, claim.group).map((event) => withClaim(resident, claim, event));
}

/** One more claim, to have been recognised on each of its days; the same lists of claims for whoever has made the same ones so far. */
function alsoRecognised(): (resident: Case, group: Group) => readonly Case[] {
  const longer = new Map<readonly Claim[], readonly (readonly Claim[])[]>();
  return (resident, group) => {
    const { claims, paidOn } = resident;
    const known = longer.get(claims);
    const lists = known ?? eventDays(paidOn, group).map((event) => [...claims, { group, event, index: claims.length }]);
    if (known === undefined) longer.set(claims, lists);
    return lists.map((list) => ({ ...resident, claims: list }));
  };
}

/** Today, the last day of the year before, long ago, and of a time limit the edge and the middle: on each side of every line that a test draws. */
function eventDays(paidOn: EpochDay, { test }: Group): readonly EpochDay[] {
  const days = [paidOn, dayOf(yearOf(paidOn) - 1, 12, 31), paidOn - 3650];
  if (test.kind !== "within") return days;
  const { length, unit } = test.within;
  const edge = unit === "day" ? paidOn - length : addMonthsClamped(paidOn, -length).day;
  return [...days, edge, Math.floor((edge + paidOn) / 2)];
}

function withClaim(resident: Case, claim: Claim, event: EpochDay): Case {
  return { ...resident, claims: resident.claims.map((other) => (other === claim ? { ...claim, event } : other)) };
}

function countyCandidates(resident: Case, table: Table): readonly Case[] {
  const byTier = new Map<string, Case>();
  for (const county of table.counties.values())
    if (county.tier !== null && !byTier.has(county.tier)) byTier.set(county.tier, { ...resident, county });
  return [...byTier.values()];
}

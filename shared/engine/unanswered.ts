// Which missing fact could change the answer, and how much: found by asking the engine with each fact filled in.
import { addMonthsClamped, dayOf, type EpochDay, yearOf } from "../dates/civil.ts";
import { isoDay } from "../dates/iso.ts";
import { compareYuan, fen, ZERO } from "../rules/money.ts";
import type { Category, FurtherFact, Group, Table } from "../rules/table.ts";
import { chineseChanges } from "../trace/chinese.ts";
import { type Assessment, assess, isSameBenefit } from "./assess.ts";
import { type Case, type Claim, type Facts, holdsIdentity, isNewborn } from "./case.ts";
import { isWholeYear } from "./decide.ts";
import { isSameOutcome } from "./outcome.ts";
import { isSameTree, leaves } from "./readings.ts";
import type { Range, Unanswered } from "./result.ts";

/** A fact that was not given, and the residents this one could turn out to be. */
interface MissingFact {
  readonly field: string;
  readonly candidates: (resident: Case) => readonly Case[];
  /** Each candidate only moves the first day further than the one before: the range needs no more than the ends. */
  readonly onlyLater?: true;
  /** Not told is none of the ways that it can turn out: nobody left the forces on no day. */
  readonly mustBeOne?: true;
}

export interface Missing {
  readonly unanswered: readonly Unanswered[];
  readonly range: Range | null;
}

const NOTHING: Missing = { unanswered: [], range: null };

/** Above this many combinations of missing facts the range is taken over each fact alone. */
const COMBINATIONS = 1024;

/** Facts whose answer could change the result, most telling first, and how far the result can still move. */
export function missingFacts(resident: Case, table: Table, base: Assessment): Missing {
  const telling: (Telling & { readonly stake: number; readonly changes: readonly Change[] })[] = [];
  const grounds = groundsOf(resident, table, base);
  for (const fact of factsOf(resident, table, base)) {
    let stake = 0;
    const kinds = new Set<Change>();
    const distinct = new Map<number, Assessment>();
    for (const [known, ground] of grounds) {
      const seen: Assessment[] = [ground];
      for (const [at, candidate] of fact.candidates(known).entries()) {
        const other = assess(candidate, table);
        if (seen.some((answer) => isSameAnswer(answer, other))) continue;
        seen.push(other);
        distinct.set(at, other);
        stake = Math.max(stake, stakeOf(ground, other, table));
        for (const kind of changes(ground, other)) kinds.add(kind);
      }
    }
    if (distinct.size === 0) continue;
    const moving = fact.onlyLater === true ? ends(distinct) : [...distinct.keys()];
    telling.push({ fact, stake, changes: [...kinds].sort(), distinct: moving });
  }
  if (telling.length === 0) return NOTHING;
  telling.sort((a, b) => b.stake - a.stake);
  return {
    unanswered: telling.map(({ fact, stake, changes }) => ({
      field: fact.field,
      why: chineseChanges(changes),
      changes,
      stake: (stake / 100).toFixed(2),
    })),
    range: rangeOf(resident, table, movingFacts(resident, table, telling)),
  };
}

/**
 * What a fact is weighed on: the answer as it stands, and, where the identities were not asked, that of somebody without
 * any, since as long as the amount is not known nothing else seems to change it.
 */
function groundsOf(resident: Case, table: Table, base: Assessment): readonly (readonly [Case, Assessment])[] {
  if (resident.categories !== null) return [[resident, base]];
  const none = withoutIdentity(resident);
  return [
    [resident, base],
    [none, assess(none, table)],
  ];
}

function withoutIdentity(resident: Case): Case {
  return { ...resident, categories: [] };
}

/** Of candidates that only move the first day further: the first, the last that still has a day, and the last. */
function ends(distinct: ReadonlyMap<number, Assessment>): readonly number[] {
  const latest = ({ tree }: Assessment) => Math.max(...leaves(tree).map(({ outcome }) => outcome.start ?? 0));
  const furthest = Math.max(...[...distinct.values()].map(latest));
  const found = [...distinct.entries()];
  return found
    .filter(([, answer], at) => at === 0 || at === found.length - 1 || latest(answer) === furthest)
    .map(([at]) => at);
}

type Change = Unanswered["changes"][number];

function changes(a: Assessment, b: Assessment): readonly Change[] {
  const found: Change[] = [];
  if (!isSameBenefit(a, b)) found.push("benefit");
  if (a.contribution.payable !== b.contribution.payable) found.push("amount");
  if (a.funding !== b.funding) found.push("funding");
  return found;
}

function isSameAnswer(a: Assessment, b: Assessment): boolean {
  return a.contribution.payable === b.contribution.payable && a.funding.tier === b.funding.tier && isSameBenefit(a, b);
}

/**
 * What hangs on the difference, in fen: the difference in payable plus the difference in covered days, each day at its
 * share of the year's whole premium (standard plus subsidy), so that money and cover weigh on one scale.
 */
function stakeOf(base: Assessment, other: Assessment, table: Table): number {
  const premium = fen(table.standard) + fen(base.funding.total ?? ZERO);
  const days = isSameTree(base.tree, other.tree, isSameOutcome)
    ? 0
    : Math.max(...coveredDays(other, table).flatMap((a) => coveredDays(base, table).map((b) => Math.abs(a - b))));
  const cover = Math.round((premium * days) / (table.yearEnd - table.yearStart + 1));
  const payable = amountGap(base.contribution.payable, other.contribution.payable, table);
  const funding = base.funding.tier === other.funding.tier ? 0 : 1;
  return cover + payable + funding;
}

/** An unknown amount may be anything from nothing to the standard. */
function amountGap(a: string | null, b: string | null, table: Table): number {
  if (a === null && b === null) return 0;
  if (a === null || b === null) return fen(table.standard);
  return Math.abs(fen(a) - fen(b));
}

/** Covered days under every reading; a day that is not stated counts from the payment or the year's start. */
function coveredDays(assessment: Assessment, table: Table): readonly number[] {
  return leaves(assessment.tree).map(({ outcome }) =>
    outcome.kind === "none" || outcome.kind === "undetermined"
      ? 0
      : table.yearEnd - (outcome.start ?? table.yearStart) + 1,
  );
}

function factsOf(resident: Case, table: Table, base: Assessment): readonly MissingFact[] {
  const facts: MissingFact[] = [];
  if (resident.categories === null)
    facts.push({ field: "resident.categories", candidates: (known) => identityCandidates(known, table) });
  if (resident.missedYears === null)
    facts.push({
      field: "resident.missedYears",
      candidates: (known) => missedCandidates(known, table),
      onlyLater: true,
    });
  if (resident.birth === null)
    facts.push({ field: "resident.birthDate", candidates: (known) => birthCandidates(known, table) });
  for (const claim of resident.claims) {
    if (claim.event === null && claim.group.needsEventDate) {
      facts.push({
        field: `resident.groups[${claim.index}].eventDate`,
        candidates: (known) => eventCandidates(known, claim),
        mustBeOne: true,
      });
    }
  }
  const recognition = hasAll(base, resident, table) ? null : recognitionGroup(resident, table);
  if (recognition !== null)
    facts.push({ field: "resident.groups", candidates: (known) => recognitionCandidates(known, recognition) });
  facts.push(...furtherFacts(resident, table));
  if (resident.county === null && table.funding.byTier.size > 1)
    facts.push({ field: "county", candidates: (known) => countyCandidates(known, table) });
  return facts;
}

/** Facts that only this rule set uses, where this resident's answer can hang on them. */
function furtherFacts(resident: Case, table: Table): readonly MissingFact[] {
  return table.furtherFacts.map((fact): MissingFact => {
    const isMissing = resident.facts[fact] === null;
    const values = (known: Case) => (isMissing ? possibleFacts(fact, known, table) : []);
    const candidates = (known: Case) =>
      values(known).map((value) => ({ ...known, facts: { ...known.facts, ...value } }));
    return { field: `resident.${fact}`, candidates, mustBeOne: true };
  });
}

/**
 * What the range is taken over: the telling facts, and the further ones whole. They have two sides each, and may count only
 * once another fact is told (a newborn's parents, an identity's day), so they come last and none of their sides is left out.
 */
function movingFacts(resident: Case, table: Table, telling: readonly Telling[]): readonly Telling[] {
  const further = furtherFacts(resident, table);
  const others = telling.filter(({ fact }) => !further.some(({ field }) => field === fact.field));
  return [...others, ...further.map((fact) => ({ fact, distinct: [0, 1] }))];
}

/** What a fact could turn out to be, on each side of the line that the rule draws. */
function possibleFacts(fact: FurtherFact, resident: Case, table: Table): readonly Partial<Facts>[] {
  switch (fact) {
    case "parentInsured":
      return isNewborn(resident, table) ? [{ parentInsured: true }, { parentInsured: false }] : [];
    case "recognisedOn":
      return holdsIdentity(resident) ? [{ recognisedOn: table.closing }, { recognisedOn: table.closing + 1 }] : [];
    case "insuredYears":
    case "employeeMonths": {
      const needed = resident.claims.flatMap(({ group }) => group.requires).find((one) => one.fact === fact);
      return needed === undefined ? [] : [{ [fact]: 0 }, { [fact]: needed.atLeast }];
    }
    // Repair is a choice, and what continuous cover earns changes neither amount nor day.
    case "repairedYears":
    case "continuousYears":
    case "claimFreeLastYear":
    // Rare, and on last year's slip: it can be told, and nobody is asked.
    case "lastYearWaitTo":
      return [];
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

function identityCandidates(resident: Case, table: Table): readonly Case[] {
  const single: (readonly Category[])[] = [[], ...[...table.categories.values()].map((category) => [category])];
  return single.map((categories) => ({ ...resident, categories }));
}

/** Years missed in a row, up to a run whose wait outlasts any year: the range has to hold whatever turns out. */
const LONGEST_RUN = 12;

function missedCandidates(resident: Case, { coverageYear }: Table): readonly Case[] {
  return Array.from({ length: LONGEST_RUN + 1 }, (_run, years) => ({
    ...resident,
    missedYears: Array.from({ length: years }, (_year, back) => coverageYear - 1 - back),
  }));
}

/**
 * Born today or on the year's last day, 90 days old, on the edge after that, within the first year, just before its end, and
 * long ago; on the year's first day, where a rule may be for those born in it; past the first birthday, where a rule looks there.
 */
function birthCandidates(resident: Case, { yearStart, yearEnd, bornSince }: Table): readonly Case[] {
  const { paidOn } = resident;
  const births = [
    Math.min(paidOn, yearEnd),
    paidOn - 89,
    paidOn - 90,
    paidOn - 200,
    paidOn - 364,
    addMonthsClamped(paidOn, -12 * 40).day,
    Math.min(paidOn, yearStart),
    ...(bornSince === null ? [] : [paidOn - 400]),
  ];
  return births.map((birth) => ({ ...resident, birth }));
}

function eventCandidates(resident: Case, claim: Claim): readonly Case[] {
  return eventDays(resident.paidOn, claim.group).map((event) => withClaim(resident, claim, event));
}

function recognitionCandidates(resident: Case, group: Group): readonly Case[] {
  const claim: Claim = { group, event: null, index: resident.claims.length };
  return eventDays(resident.paidOn, group).map((event) => ({
    ...resident,
    claims: [...resident.claims, { ...claim, event }],
  }));
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

interface Telling {
  readonly fact: MissingFact;
  /** Which of the fact's candidates give answers that differ from each other and from what is known now. */
  readonly distinct: readonly number[];
}

/** The ways in which a fact can turn out, the answer as it stands being one of them where nothing else says so. */
function possibleCases({ fact, distinct }: Telling, known: Case): readonly Case[] {
  const candidates = fact.candidates(known);
  const possible = distinct.flatMap((at) => candidates[at] ?? []);
  return fact.mustBeOne === true && possible.length > 0 ? possible : [known, ...possible];
}

/** The range of amounts and first days over every combination of what is missing. */
function rangeOf(resident: Case, table: Table, facts: readonly Telling[]): Range {
  const moving = facts.filter(({ fact }) => fact.field !== "county");
  const known = resident.categories === null ? withoutIdentity(resident) : resident;
  const all = moving.reduce((product, one) => product * possibleCases(one, known).length, 1) <= COMBINATIONS;
  let residents: readonly Case[] = [known];
  if (all) for (const one of moving) residents = residents.flatMap((each) => possibleCases(one, each));
  else residents = moving.flatMap((one) => possibleCases(one, known));
  const payables: string[] = [];
  const starts: EpochDay[] = [];
  let unknownAmount = false;
  let mayBeNone = false;
  let unknownStart = false;
  for (const possible of residents) {
    const answer = assess(possible, table);
    if (answer.contribution.payable === null) unknownAmount = true;
    else payables.push(answer.contribution.payable);
    for (const { outcome } of leaves(answer.tree)) {
      if (outcome.kind === "none") mayBeNone = true;
      else if (outcome.start === null) unknownStart = true;
      else starts.push(outcome.start);
    }
  }
  const amounts = payables.sort(compareYuan);
  const [min] = amounts;
  const max = amounts.at(-1);
  const earliest = starts.length === 0 ? null : isoDay(starts.reduce((a, b) => Math.min(a, b)));
  const latest = starts.length === 0 ? null : isoDay(starts.reduce((a, b) => Math.max(a, b)));
  return {
    payable:
      min === undefined || max === undefined
        ? null
        : { min, max, ...(unknownAmount ? { mayBeNotStated: true } : null) },
    start: { earliest, latest, mayBeNone, mayBeNotStated: unknownStart },
  };
}

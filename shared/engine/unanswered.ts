// Which missing fact could change the answer, and how much: found by asking the engine with each fact filled in.
import { fen, ZERO } from "../rules/money.ts";
import type { Table } from "../rules/table.ts";
import { chineseChanges } from "../trace/chinese.ts";
import { type Assessment, assess, isSameBenefit } from "./assess.ts";
import { IDENTITY } from "./awaited.ts";
import type { Case } from "./case.ts";
import { factsOf, type MissingFact, toldPlainly, withoutIdentity } from "./missing-facts.ts";
import { isSameOutcome } from "./outcome.ts";
import { movingFacts, rangeOf, type Telling } from "./range.ts";
import { isSameTree, outcomesOf } from "./readings.ts";
import type { Range, Unanswered } from "./result.ts";

export interface Missing {
  readonly unanswered: readonly Unanswered[];
  readonly range: Range | null;
}

const NOTHING: Missing = { unanswered: [], range: null };

/** Facts whose answer could change the result, most telling first, and how far the result can still move. */
export function missingFacts(resident: Case, table: Table, base: Assessment): Missing {
  const facts = factsOf(resident, table, base);
  const standpoints = standpointsOf(resident, table, base);
  const known = resident.categories === null ? withoutIdentity(resident) : resident;
  const weighed = facts.map((fact) => {
    const others = facts.filter((other) => other !== fact && other.field !== IDENTITY);
    const plain = toldPlainly(known, others);
    return weigh(fact, standpoints, plain === known ? null : plain, table);
  });
  const asked = weighed.filter(({ isAsked }) => isAsked).sort((a, b) => b.stake - a.stake);
  if (asked.length === 0) return NOTHING;
  const moving = [...asked, ...weighed.filter(({ isAsked, distinct }) => !isAsked && distinct.length > 0)];
  return {
    unanswered: asked.map(({ fact, stake, changes }) => ({
      field: fact.field,
      why: chineseChanges(changes),
      changes,
      stake: (stake / 100).toFixed(2),
    })),
    range: rangeOf(resident, table, movingFacts(resident, table, moving)),
  };
}

interface Weighed extends Telling {
  /** Whether it changes the answer from where the resident stands. */
  readonly isAsked: boolean;
  /** In fen. */
  readonly stake: number;
  readonly changes: readonly Change[];
}

/**
 * On each standpoint; and for the range alone on `plain`, where the other facts are told (null: nothing else is missing),
 * since an identity moves no amount while a claim waits for its day or a newborn for a birth date.
 */
function weigh(fact: MissingFact, standpoints: readonly Standpoint[], plain: Case | null, table: Table): Weighed {
  let stake = 0;
  const kinds = new Set<Change>();
  const distinct = new Map<number, Assessment>();
  const look = ([known, answer]: Standpoint): readonly Assessment[] => {
    const seen: Assessment[] = [answer];
    for (const [at, candidate] of fact.candidates(known).entries()) {
      const other = assess(candidate, table);
      if (seen.some((one) => isSameAnswer(one, other))) continue;
      seen.push(other);
      distinct.set(at, other);
    }
    return seen.slice(1);
  };
  for (const standpoint of standpoints) {
    const [, answer] = standpoint;
    for (const other of look(standpoint)) {
      stake = Math.max(stake, stakeOf(answer, other, table));
      for (const kind of changes(answer, other)) kinds.add(kind);
    }
  }
  const isAsked = distinct.size > 0;
  if (plain !== null) look([plain, assess(plain, table)]);
  return {
    fact,
    isAsked,
    stake,
    changes: [...kinds].sort(),
    distinct: fact.onlyLater === true ? ends(distinct) : [...distinct.keys()],
  };
}

type Standpoint = readonly [Case, Assessment];

/**
 * What a fact is weighed on: the answer as it stands, and, where the identities were not asked, that of somebody without
 * any, since as long as the amount is not known nothing else seems to change it.
 */
function standpointsOf(resident: Case, table: Table, base: Assessment): readonly Standpoint[] {
  if (resident.categories !== null) return [[resident, base]];
  const none = withoutIdentity(resident);
  return [
    [resident, base],
    [none, assess(none, table)],
  ];
}

/** Of candidates that only move the first day further: the first, the last that still has a day, and the last. */
function ends(distinct: ReadonlyMap<number, Assessment>): readonly number[] {
  const latest = ({ tree }: Assessment) => Math.max(...outcomesOf(tree).map(({ start }) => start ?? 0));
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
    : furthest(coveredDays(base, table), coveredDays(other, table));
  const cover = Math.round((premium * days) / (table.yearEnd - table.yearStart + 1));
  const payable = amountGap(base.contribution.payable, other.contribution.payable, table);
  const funding = base.funding.tier === other.funding.tier ? 0 : 1;
  return cover + payable + funding;
}

/** The largest difference between one of these numbers and one of those. */
function furthest(these: readonly number[], those: readonly number[]): number {
  return Math.max(Math.max(...these) - Math.min(...those), Math.max(...those) - Math.min(...these));
}

/** An unknown amount may be anything from nothing to the standard. */
function amountGap(a: string | null, b: string | null, table: Table): number {
  if (a === null && b === null) return 0;
  if (a === null || b === null) return fen(table.standard);
  return Math.abs(fen(a) - fen(b));
}

/** Covered days under every reading; a day that is not stated counts from the payment or the year's start. */
function coveredDays(assessment: Assessment, table: Table): readonly number[] {
  return outcomesOf(assessment.tree).map((outcome) =>
    outcome.kind === "none" || outcome.kind === "undetermined"
      ? 0
      : table.yearEnd - (outcome.start ?? table.yearStart) + 1,
  );
}

// Which missing fact could change the answer, and how much: found by asking the engine with each fact filled in.
import { fen, ZERO } from "../rules/money.ts";
import type { Table } from "../rules/table.ts";
import { chineseChanges } from "../trace/chinese.ts";
import { type Assessment, isSameBenefit } from "./assess.ts";
import type { Case } from "./case.ts";
import { factsOf, type MissingFact, toldPlainly, withoutIdentity } from "./missing-facts.ts";
import { isSameOutcome } from "./outcome.ts";
import { movingFacts, rangeOf, type Telling, waysOf } from "./range.ts";
import { isSameTree, outcomesOf } from "./readings.ts";
import { type Assess, rememberedAnswers } from "./remembered.ts";
import type { Range, Unanswered } from "./result.ts";

export interface Missing {
  readonly unanswered: readonly Unanswered[];
  readonly range: Range | null;
}

const NOTHING: Missing = { unanswered: [], range: null };

/** Facts whose answer could change the result, most telling first, and how far the result can still move. */
export function missingFacts(resident: Case, table: Table, base: Assessment): Missing {
  const facts = factsOf(resident, table, base);
  if (facts.length === 0) return NOTHING;
  const known = resident.categories === null ? withoutIdentity(resident) : resident;
  const assess = rememberedAnswers(resident, base, table);
  const standpoints = standpointsOf(resident, known, assess);
  const plain = (...but: readonly MissingFact[]) =>
    toldPlainly(
      known,
      facts.filter((fact) => !but.includes(fact)),
    );
  const weighed = facts.map((fact) => weigh(fact, standpoints, plain(fact), assess, table));
  const telling = weighed.filter(isTelling);
  const opening = telling.filter(({ fact }) => fact.inRange !== "never");
  const opened = weighed.flatMap((one) => {
    // A question that only another answer puts has no answers of its own yet: it is asked once that is told.
    if (isTelling(one) || one.fact.candidates(known).length === 0) return [];
    const told = opening.flatMap((other) => waysOf(other, plain(one.fact, other.fact)));
    return weigh(
      one.fact,
      told.map((each) => [each, assess(each)]),
      null,
      assess,
      table,
    );
  });
  const asked = [...telling, ...opened.filter(isTelling)].sort((a, b) => b.stake - a.stake);
  if (asked.length === 0) return NOTHING;
  return {
    unanswered: asked.map(({ fact, stake, changes }) => ({
      field: fact.field,
      why: chineseChanges(changes),
      changes,
      stake: (stake / 100).toFixed(2),
    })),
    range: rangeOf(known, movingFacts(resident, table, facts, asked), assess),
  };
}

interface Weighed extends Telling {
  /** In fen. */
  readonly stake: number;
  readonly changes: readonly Change[];
}

function isTelling({ distinct }: Telling): boolean {
  return distinct.length > 0;
}

/**
 * On each standpoint; and with the others told (`plain`; null: they are), since an identity moves no amount while a claim
 * waits for its day. A fact that counts only then weighs what it weighs there; of one that counts anyway it is the range
 * that wants to know more.
 */
function weigh(
  fact: MissingFact,
  standpoints: readonly Standpoint[],
  plain: Case | null,
  assess: Assess,
  table: Table,
): Weighed {
  let stake = 0;
  const kinds = new Set<Change>();
  const distinct = new Map<number, Assessment>();
  const look = ([known, answer]: Standpoint, isWeighed: boolean): void => {
    const candidates = fact.candidates(known);
    const furthest = fact.onlyLater === true ? candidates.at(-1) : undefined;
    if (furthest !== undefined && isSameAnswer(answer, assess(furthest))) return;
    const seen: Assessment[] = [answer];
    for (const [at, candidate] of candidates.entries()) {
      const other = assess(candidate);
      if (seen.some((one) => isSameAnswer(one, other))) continue;
      seen.push(other);
      distinct.set(at, other);
      if (!isWeighed) continue;
      stake = Math.max(stake, stakeOf(answer, other, table));
      for (const kind of changes(answer, other)) kinds.add(kind);
    }
  };
  for (const standpoint of standpoints) look(standpoint, true);
  const isCounted = distinct.size > 0;
  const isLeft = plain !== null && !standpoints.some(([known]) => known === plain);
  if (isLeft && !(isCounted && fact.inRange !== undefined)) look([plain, assess(plain)], !isCounted);
  return {
    fact,
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
function standpointsOf(resident: Case, known: Case, assess: Assess): readonly Standpoint[] {
  const asItStands: Standpoint = [resident, assess(resident)];
  return known === resident ? [asItStands] : [asItStands, [known, assess(known)]];
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
  if (!isSameAmount(a, b)) found.push("amount");
  if (!isSameFunding(a, b)) found.push("funding");
  return found;
}

function isSameAnswer(a: Assessment, b: Assessment): boolean {
  return isSameAmount(a, b) && isSameFunding(a, b) && isSameBenefit(a, b);
}

/**
 * A tier alone is no difference: a late payer owes the subsidy's part in every county. And where the price differs, that
 * says it already.
 */
function isSameFunding({ contribution, funding: a }: Assessment, other: Assessment): boolean {
  const b = other.funding;
  if (a === b || contribution.standard !== other.contribution.standard) return true;
  return a.total === b.total && a.central === b.central && a.province === b.province && a.cityCounty === b.cityCounty;
}

/** Under every reading, where the readings differ in the price. */
function isSameAmount(a: Assessment, b: Assessment): boolean {
  if (a.contribution.payable !== b.contribution.payable || a.payables?.length !== b.payables?.length) return false;
  return a.payables?.every((payable, at) => payable === b.payables?.[at]) ?? true;
}

/**
 * What hangs on the difference, in fen: the difference in payable plus the difference in covered days, each day at its
 * share of the year's whole premium (standard plus subsidy), so that money and cover weigh on one scale.
 */
function stakeOf(base: Assessment, other: Assessment, table: Table): number {
  const cover = isSameTree(base.tree, other.tree, isSameOutcome) ? 0 : coverStake(base, other, table);
  const payable = amountStake(base, other, table);
  const funding = isSameFunding(base, other) ? 0 : 1;
  return cover + payable + funding;
}

function coverStake(base: Assessment, other: Assessment, table: Table): number {
  const premium = fen(base.contribution.standard) + fen(base.funding.total ?? ZERO);
  const days = furthest(coveredDays(base, table), coveredDays(other, table));
  return Math.round((premium * days) / (table.yearEnd - table.yearStart + 1));
}

/** The largest difference between one of these numbers and one of those. */
function furthest(these: readonly number[], those: readonly number[]): number {
  return Math.max(Math.max(...these) - Math.min(...those), Math.max(...those) - Math.min(...these));
}

/** The difference in payable; where the readings differ in the price, the largest under one of them. */
function amountStake(base: Assessment, other: Assessment, table: Table): number {
  const whole = amountGap(base.contribution.payable, other.contribution.payable, table);
  if (base.payables === null || base.payables.length !== other.payables?.length) return whole;
  const under = base.payables.map((payable, at) => amountGap(payable, other.payables?.[at] ?? null, table));
  return Math.max(whole, ...under);
}

/** An unknown amount may be anything from nothing to the standard. */
function amountGap(a: string | null, b: string | null, table: Table): number {
  if (a === b) return 0;
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

// How far the answer can still move: amounts and first days over every combination of what is missing.
import type { EpochDay } from "../dates/civil.ts";
import { isoDay } from "../dates/iso.ts";
import { compareYuan } from "../rules/money.ts";
import type { Table } from "../rules/table.ts";
import type { Case } from "./case.ts";
import { laterRecognition, type MissingFact, toldPlainly } from "./missing-facts.ts";
import { outcomesOf } from "./readings.ts";
import type { Assess } from "./remembered.ts";
import type { Range } from "./result.ts";

/** Above this many combinations of missing facts the claims without their day are taken one by one. */
const COMBINATIONS = 1024;

export interface Telling {
  readonly fact: MissingFact;
  /** Which of the fact's candidates give answers that differ from each other and from what is known now. */
  readonly distinct: readonly number[];
}

/**
 * What the range is taken over: the telling facts, and whole those that may count only once another fact is told (a
 * newborn's parents, an identity's day). They have two sides each, and come last.
 */
export function movingFacts(
  resident: Case,
  table: Table,
  facts: readonly MissingFact[],
  telling: readonly Telling[],
): readonly Telling[] {
  const later = [...laterRecognition(resident, table), ...facts.filter(({ inRange }) => inRange === "whole")];
  const others = telling.filter(({ fact }) => fact.inRange === undefined);
  return [...others, ...later.map((fact) => ({ fact, distinct: [0, 1] }))];
}

/** The residents that a fact makes of this one, each told in another way. */
export function waysOf({ fact, distinct }: Telling, known: Case): readonly Case[] {
  const candidates = fact.candidates(known);
  return distinct.flatMap((at) => candidates[at] ?? []);
}

/** The ways in which a fact can turn out, the answer as it stands being one of them where nothing else says so. */
function possibleCases(telling: Telling, known: Case): readonly Case[] {
  const possible = waysOf(telling, known);
  return telling.fact.mustBeOne === true && possible.length > 0 ? possible : [known, ...possible];
}

function combined(facts: readonly Telling[], known: Case): readonly Case[] {
  return facts.reduce<readonly Case[]>((all, one) => all.flatMap((each) => possibleCases(one, each)), [known]);
}

/**
 * Everything but the claims in every way, and one claim after the other with it. A claim without its day is answered both
 * ways, in time and out of it, so that the others are left as they stand, or told plainly where that would take too long.
 */
function claimByClaim(moving: readonly Telling[], known: Case): readonly Case[] {
  const claims = moving.filter(({ fact }) => fact.isClaim === true);
  const others = moving.filter(({ fact }) => fact.isClaim !== true);
  const beside = (claim: Telling) => claims.filter((other) => other !== claim).map(({ fact }) => fact);
  return [
    ...combined(others, known),
    ...claims.flatMap((claim) => [
      ...combined([claim], known),
      ...combined([claim, ...others], toldPlainly(known, beside(claim))),
    ]),
  ];
}

/** The range of amounts and first days over every combination of what is missing; of `known` the identities are told, or there are none. */
export function rangeOf(known: Case, moving: readonly Telling[], assess: Assess): Range {
  const all = moving.reduce((product, one) => product * possibleCases(one, known).length, 1) <= COMBINATIONS;
  const residents = all ? combined(moving, known) : claimByClaim(moving, known);
  const payables = new Set<string>();
  const starts: EpochDay[] = [];
  let unknownAmount = false;
  let mayBeNone = false;
  let unknownStart = false;
  for (const possible of residents) {
    const answer = assess(possible);
    for (const payable of [answer.contribution.payable, ...(answer.payables ?? [])]) {
      if (payable === null) unknownAmount = true;
      else payables.add(payable);
    }
    for (const outcome of outcomesOf(answer.tree)) {
      if (outcome.kind === "none") mayBeNone = true;
      else if (outcome.start === null) unknownStart = true;
      else starts.push(outcome.start);
    }
  }
  const amounts = [...payables].sort(compareYuan);
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

// One trace, three readers: which of its steps stand on a slip for a resident, a clerk and an auditor.
import type { Clause, Result, TraceStep } from "../engine/result.ts";
import type { Audience, SlipCitation, SlipExplanation, SlipWords } from "./document.ts";

/** A resident reads this many sentences at most; the rest is on the screen and on the auditor's slip. */
export const RESIDENT_LINES = 5;

/** Steps that answer "why this day, why this amount", the first ones first to be kept. */
const TELLING: readonly string[] = [
  "wait",
  "exemption",
  "aid",
  "window",
  "benefit",
  "missed-years",
  "standing",
  "month-end",
  "earlier-year",
  "admission",
  "contribution",
];

/** The lines of the explanation for that reader, in the order of the trace. */
export function explain(trace: Result["trace"], audience: Audience): SlipExplanation[] {
  if (audience === "resident") return forResident(trace).map(lineOf);
  if (audience === "clerk") return trace.filter((step) => step.effect !== "info").map(lineOf);
  return trace.map(lineOf);
}

/** The most telling of the steps that shaped the answer: a rule that was tried and failed says nothing to a resident. */
function forResident(trace: Result["trace"]): readonly TraceStep[] {
  return trace
    .map((step, place) => ({ step, place, rank: TELLING.indexOf(step.step) }))
    .filter(({ step, rank }) => rank >= 0 && tellsResident(step))
    .toSorted((one, other) => one.rank - other.rank || one.place - other.place)
    .slice(0, RESIDENT_LINES)
    .toSorted((one, other) => one.place - other.place)
    .map(({ step }) => step);
}

function tellsResident(step: TraceStep): boolean {
  if (step.clause === null || step.effect === "failed") return false;
  // The day itself stands in large figures above; that no document states it has to be said with the article.
  if (step.step === "benefit") return step.clause.silent === true;
  return step.effect === "applied" || step.step === "standing" || step.step === "earlier-year";
}

function lineOf(step: TraceStep): SlipExplanation {
  return {
    step: step.step,
    variant: step.variant,
    effect: step.effect,
    summary: step.summary,
    given: copied(step.in),
    gives: copied(step.out),
    clause:
      step.clause === null
        ? null
        : {
            document: step.clause.document,
            article: step.clause.article,
            grade: step.clause.grade,
            silent: step.clause.silent === true,
          },
  };
}

function copied(values: TraceStep["in"]): SlipExplanation["given"] {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      typeof value === "object" && value !== null ? [...value] : value,
    ]),
  );
}

/**
 * The documents the answers rest on, each with its articles, in the order in which the decision used them. An article
 * that is silent on the point is no ground for anything and is left out: the line itself says that it is silent.
 */
export function citationsOf(
  traces: readonly Result["trace"][],
  titles: ReadonlyMap<string, SlipWords>,
): SlipCitation[] {
  const found = new Map<string, SlipCitation>();
  for (const { clause } of traces.flat().filter(isGround)) {
    if (clause === null) continue;
    const known = found.get(keyOf(clause)) ?? citation(clause, titles);
    found.set(keyOf(clause), known);
    // A step may rest on two articles at once: 五（一）、五（二）.
    known.articles.push(...clause.article.split("、").filter((article) => !known.articles.includes(article)));
  }
  return [...found.values()];
}

function isGround(step: TraceStep): boolean {
  return step.effect !== "failed" && step.clause?.silent !== true;
}

/** The same document can be known for sure in one article and only at second hand in another. */
function keyOf(clause: Clause): string {
  return `${clause.document} ${clause.grade}`;
}

function citation(clause: Clause, titles: ReadonlyMap<string, SlipWords>): SlipCitation {
  return {
    number: clause.document,
    title: titles.get(clause.document) ?? null,
    grade: clause.grade,
    articles: [],
  };
}

// The benefit as it stands on paper: settled, or with every reading that the rules leave open.
import type { Alternative, Benefit, Result } from "../engine/result.ts";
import type { SettledCoverage, SlipCoverage, SlipWords } from "./document.ts";
import { yearStrip } from "./year-strip.ts";

/** The questions of a rule set in words. */
export interface Question {
  readonly id: string;
  readonly question: SlipWords;
  readonly options: readonly { readonly id: string; readonly text: SlipWords }[];
}

export interface CoverageFacts {
  readonly result: Result;
  readonly paidOn: string;
  readonly birthDate: string | null;
  readonly questions: ReadonlyMap<string, Question>;
}

export function coverageOf(facts: CoverageFacts): SlipCoverage {
  const { benefit, review } = facts.result;
  if (benefit.kind !== "undetermined") return settled(facts, benefit);
  const open = review.find((entry) => entry.code === benefit.reason);
  return {
    kind: "undetermined",
    reason: benefit.reason ?? "conditions-not-stated",
    readings: (open?.alternatives ?? []).map((alternative) => reading(facts, alternative)),
  };
}

function reading(facts: CoverageFacts, alternative: Alternative): { choices: Choice[]; coverage: SettledCoverage } {
  return {
    choices: Object.entries(alternative.choices).map(([question, option]) => {
      const known = facts.questions.get(question);
      return {
        question,
        questionText: known?.question ?? null,
        option,
        optionText: known?.options.find(({ id }) => id === option)?.text ?? null,
      };
    }),
    coverage: settled(facts, alternative.benefit),
  };
}

type Choice = Extract<SlipCoverage, { kind: "undetermined" }>["readings"][number]["choices"][number];

/** Throws a RangeError for a benefit that contradicts itself: better no slip than one with a hole in it. */
function settled({ result, paidOn, birthDate }: CoverageFacts, benefit: Benefit): SettledCoverage {
  const newborn = result.exemption?.group === "newborn" && birthDate !== null;
  const year = yearStrip({
    coverageYear: result.ruleSet.coverageYear,
    paidOn,
    possibleFrom: newborn ? birthDate : paidOn,
    benefit,
  });
  const wait = benefit.wait === null ? null : { ...benefit.wait };
  switch (benefit.kind) {
    case "exact":
    case "not-before":
      return { kind: benefit.kind, start: given(benefit.start), end: given(benefit.end), wait, year };
    case "not-stated":
      return { kind: benefit.kind, end: given(benefit.end), wait, year };
    case "none":
      return { kind: benefit.kind, reason: given(benefit.reason), wait, year };
    case "undetermined":
      throw new RangeError("a reading cannot itself be open");
  }
}

function given(value: string | null | undefined): string {
  if (value === null || value === undefined) throw new RangeError("the benefit lacks a day or a reason it has to have");
  return value;
}

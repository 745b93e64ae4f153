// Open questions: what a text leaves open is asked by name, and every combination of answers is tried in full.

import type { Answer, Benefit } from "./naive-result.ts";

/** What a question is about, in the order in which a result names its reason. */
const CODES = ["boundary-day", "gap-before-2025", "conditions-not-stated", "fact-missing"] as const;
export type Code = (typeof CODES)[number];

/** Gives the reading to use. The options come with the one that is tried first at the front. */
export type Ask = (question: string, options: readonly [string, string, ...string[]], code: Code) => string;

interface Question {
  readonly name: string;
  readonly options: readonly [string, string, ...string[]];
  readonly code: Code;
}

type Choice = ReadonlyMap<string, string>;

export interface Readings {
  /** One answer for each combination; the first takes the first option of every question. */
  readonly answers: readonly Answer[];
  readonly anyQuestion: boolean;
  /** The benefits that differ from one another. */
  readonly benefits: readonly Benefit[];
  /** The first code among the questions that change the benefit; null where the readings agree. */
  readonly code: Code | null;
}

function combinations(questions: readonly Question[]): Choice[] {
  let all: Choice[] = [new Map()];
  for (const question of questions) {
    all = all.flatMap((choice) => question.options.map((option) => new Map([...choice, [question.name, option]])));
  }
  return all;
}

function sameBenefit(one: Benefit, other: Benefit): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** A question tells something where two combinations that differ in it alone give different benefits. */
function tells(question: Question, choices: readonly Choice[], answers: readonly Answer[]): boolean {
  return choices.some((choice, i) =>
    choices.some((partner, j) => {
      const here = answers[i];
      const there = answers[j];
      if (here === undefined || there === undefined || sameBenefit(here.benefit, there.benefit)) return false;
      return [...choice].every(([name, option]) => (partner.get(name) === option) === (name !== question.name));
    }),
  );
}

export function tryAllReadings(settled: ReadonlyMap<string, string>, answerUnder: (ask: Ask) => Answer): Readings {
  const questions: Question[] = [];
  for (;;) {
    const known = questions.length;
    const choices = combinations(questions);
    const answers = choices.map((choice) =>
      answerUnder((name, options, code) => {
        const bureau = settled.get(name);
        if (bureau !== undefined && bureau !== "not-settled") return bureau;
        const chosen = choice.get(name);
        if (chosen !== undefined) return chosen;
        if (!questions.some((question) => question.name === name)) questions.push({ name, options, code });
        return options[0];
      }),
    );
    if (questions.length > known) continue; // a new question came up: once more with its options
    const benefits: Benefit[] = [];
    for (const { benefit } of answers) {
      if (!benefits.some((other) => sameBenefit(other, benefit))) benefits.push(benefit);
    }
    const telling = benefits.length < 2 ? [] : questions.filter((question) => tells(question, choices, answers));
    const code = CODES.find((candidate) => telling.some((question) => question.code === candidate)) ?? null;
    return { answers, anyQuestion: questions.length > 0, benefits, code };
  }
}

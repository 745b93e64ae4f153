// The steps of what stays open: the questions nobody has answered, and what each combination of answers gives.
import { isoDay } from "../dates/iso.ts";
import type { Table } from "../rules/table.ts";
import type { Run } from "./assess.ts";
import { restsOn } from "./explain-benefit.ts";
import type { Log } from "./log.ts";
import type { Outcome } from "./outcome.ts";
import { type Leaf, readingText } from "./readings.ts";

/** The questions that stay open, then what each combination of answers gives and rests on; `runs` decided under each. */
export function logOpen(shown: readonly Leaf<Outcome>[], runs: readonly Run[], table: Table, log: Log): void {
  const asked = new Map(shown.flatMap((leaf) => leaf.path.map(({ question }) => [question.id, question] as const)));
  let factNamed = false;
  for (const { id, code } of asked.values()) {
    const question = table.questions.get(id);
    // That something is missing is said once; which facts they are stands in `unanswered`.
    if (question === undefined && factNamed) continue;
    factNamed ||= question === undefined;
    log.push({
      step: "open",
      variant: question === undefined ? "fact" : "question",
      effect: "info",
      cited: question?.cited ?? null,
      in: { question: id, code, zh: question?.question.zh ?? null, en: question?.question.en ?? null },
      out: {},
    });
  }
  for (const [at, leaf] of shown.entries()) {
    const { outcome } = leaf;
    const start = outcome.start === null ? null : isoDay(outcome.start);
    log.push({
      step: "reading",
      variant: outcome.kind,
      effect: "info",
      cited: restsOn(outcome, runs[at]?.steps ?? []),
      in: {
        choices: readingText(leaf),
        zh: optionWords(leaf, table, "zh", "；"),
        en: optionWords(leaf, table, "en", "; "),
      },
      out: { kind: outcome.kind, start, reason: outcome.reason },
    });
  }
}

/** The options of a reading in words; of a missing fact there are only "applies" and "does not". */
function optionWords(leaf: Leaf<Outcome>, table: Table, language: "zh" | "en", separator: string): string {
  return leaf.path
    .map(({ question, option }) => {
      const known = table.questions.get(question.id)?.options.find((other) => other.id === option);
      return known?.text[language] ?? FACT_WORDS[language][option === "applies" ? "applies" : "doesNot"];
    })
    .join(separator);
}

const FACT_WORDS = {
  zh: { applies: "所缺情况属实", doesNot: "所缺情况不属实" },
  en: { applies: "the missing fact holds", doesNot: "the missing fact does not hold" },
} as const;

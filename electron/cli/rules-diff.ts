// rules diff A B: two rule sets by id, file or pack, their differences in words or as JSON.
import type { Writable } from "node:stream";
import { differenceText } from "../../shared/rules/difference-words.ts";
import { differencesBetween } from "../../shared/rules/differences.ts";
import type { RuleLanguage } from "../../shared/rules/rule-words.ts";
import { comparedByAny } from "../packs/compared-pack.ts";
import type { Compared, RuleSetsAtHand } from "../policies/compared.ts";
import { ruleWordsIn } from "../policies/rule-words.ts";

export interface DiffOptions {
  readonly ruleSets: RuleSetsAtHand;
  readonly language: string;
  readonly json: boolean;
  readonly cites: boolean;
}

/** 0: they do not differ; 1: they do, or one of them cannot be read; 2: wrong usage. */
export function runDiff(names: readonly string[], options: DiffOptions, output: Writable, errors: Writable): number {
  const [first, second, ...more] = names;
  if (first === undefined || second === undefined || more.length > 0) {
    errors.write("rules diff: two rule sets are needed, each by id (gansu/2025), as a file, or as a pack\n");
    return 2;
  }
  const language = languageOf(options.language);
  if (language === undefined) {
    errors.write(`rules diff: "${options.language}" is no language here; there are zh-CN and en\n`);
    return 2;
  }
  const before = comparedByAny(first, options.ruleSets);
  const after = comparedByAny(second, options.ruleSets);
  for (const side of [before, after])
    if (!side.ok) for (const message of side.messages) errors.write(`rules diff: ${message}\n`);
  if (!before.ok || !after.ok) return 1;
  return write(before, after, language, options, output);
}

function write(
  before: Compared,
  after: Compared,
  language: RuleLanguage,
  { json, cites }: DiffOptions,
  output: Writable,
): number {
  const differences = differencesBetween(before.rules, after.rules);
  if (json)
    output.write(
      `${JSON.stringify(
        {
          old: before.label,
          new: after.label,
          differences: differences.map(({ oldLeaves: _old, newLeaves: _new, ...difference }) => difference),
        },
        null,
        2,
      )}\n`,
    );
  else {
    const words = ruleWordsIn(language);
    output.write(`${words.say("diff.head", { old: before.label, new: after.label })}\n\n`);
    output.write(differenceText(differences, words, cites));
  }
  return differences.length === 0 ? 0 : 1;
}

function languageOf(text: string): RuleLanguage | undefined {
  return text === "en" || text === "zh-CN" ? text : undefined;
}

// One case, one rule set → the result of the contract: figures and dates from assess(), and the trace that explains each of them.
import type { Table } from "../rules/table.ts";
import { type Assessment, assess, type Notes } from "./assess.ts";
import type { Case } from "./case.ts";
import { type Contribution, majorIllnessOf } from "./contribution.ts";
import { explain } from "./explain.ts";
import { benefitOf } from "./outcome.ts";
import { leaves, readingText } from "./readings.ts";
import type { Alternative, Result, Review } from "./result.ts";
import { missingFacts } from "./unanswered.ts";

/** Evaluates one case. Pure: the same case and table give the same result, trace included. */
export function evaluate(resident: Case, table: Table, id?: string | null): Result {
  const notes: Notes = { decision: null, amounts: [] };
  const assessment = assess(resident, table, notes);
  const missing = missingFacts(resident, table, assessment);
  const { trace, interpretations, repair, incentives } = explain(resident, table, assessment, notes);
  const { contribution, admission } = assessment;
  const result: Result = {
    ruleSet: ruleSetOf(table),
    contribution: contributionIn(contribution),
    funding: assessment.funding,
    majorIllness: majorIllnessOf(table, null),
    window: assessment.window,
    exemption: assessment.outcome.exemption?.exemption ?? null,
    benefit: benefitOf(assessment.outcome),
    review: reviewOf(assessment),
    unanswered: missing.unanswered,
    interpretations,
    trace,
  };
  const { range } = missing;
  const isPlain = admission === null && range === null && repair === null && incentives.length === 0;
  const whole: Result = isPlain
    ? result
    : {
        ...result,
        ...(admission === null ? null : { admission: { covered: admission.covered, reason: admission.reason } }),
        ...(range === null ? null : { range }),
        ...(repair === null ? null : { repair }),
        ...(incentives.length === 0 ? null : { incentives }),
      };
  return id === undefined || id === null ? whole : { id, ...whole };
}

/** Late price and relief are named only where there is one. */
function contributionIn({ standard, category, aid, payable, surcharge, relief }: Contribution): Result["contribution"] {
  const plain = { standard, category, aid, payable };
  if (surcharge === null && relief === null) return plain;
  return {
    ...plain,
    ...(surcharge === null ? null : { surcharge }),
    ...(relief === null ? null : { relief: { id: relief.id, name: relief.name, amount: relief.aid } }),
  };
}

const headers = new WeakMap<Table, Result["ruleSet"]>();

/** The same for every resident of a rule set. */
function ruleSetOf(table: Table): Result["ruleSet"] {
  const known = headers.get(table);
  if (known !== undefined) return known;
  const { id, coverageYear, status, version, hash } = table;
  const header = { id, coverageYear, status, version, hash };
  headers.set(table, header);
  return header;
}

function reviewOf(assessment: Assessment): readonly Review[] {
  if (assessment.open.length === 0 && assessment.flags.length === 0) return NO_REVIEW;
  const alternatives = alternativesOf(assessment);
  const open = assessment.open
    .filter((code) => code !== "fact-missing")
    .map((code): Review => ({ code, alternatives }));
  return [...open, ...assessment.flags.map((code): Review => ({ code, alternatives: NO_ALTERNATIVES }))];
}

const NO_REVIEW: readonly Review[] = [];

const NO_ALTERNATIVES: readonly Alternative[] = [];

/** Every reading of what stayed open, with its benefit, and with its price where that differs; none where the answer is settled. */
function alternativesOf({ tree, payables }: Assessment): readonly Alternative[] {
  if (tree.kind === "leaf") return NO_ALTERNATIVES;
  return leaves(tree).map((leaf, at) => ({
    reading: readingText(leaf),
    choices: Object.fromEntries(leaf.path.map(({ question, option }) => [question.id, option])),
    benefit: benefitOf(leaf.outcome),
    ...(payables === null ? null : { payable: payables[at] ?? null }),
  }));
}

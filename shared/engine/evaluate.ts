// One case, one rule set → the result of the contract: figures and dates from assess(), and the trace that explains each of them.
import { isoDay } from "../dates/iso.ts";
import type { Cited, Table } from "../rules/table.ts";
import { chinesePhrase } from "../trace/chinese.ts";
import { admissionOf } from "./admission.ts";
import { type Assessment, assess } from "./assess.ts";
import type { Case } from "./case.ts";
import { contributionOf, fundingOf, majorIllnessOf } from "./contribution.ts";
import { decide, periodOf } from "./decide.ts";
import type { Log, LoggedStep } from "./log.ts";
import { benefitOf, type Outcome } from "./outcome.ts";
import { type Leaf, leaves, Readings, type Tree } from "./readings.ts";
import type { Alternative, InterpretationUsed, Result, Review, TraceStep } from "./result.ts";
import { missingFacts } from "./unanswered.ts";

/** Evaluates one case. Pure: the same case and table give the same result, trace included. */
export function evaluate(resident: Case, table: Table, id?: string | null): Result {
  const assessment = assess(resident, table);
  const missing = missingFacts(resident, table, assessment);
  const used = new Map<string, string>();
  const trace = traceOf(resident, table, assessment, used);
  const { contribution } = assessment;
  const result: Result = {
    ruleSet: {
      id: table.id,
      coverageYear: table.coverageYear,
      status: table.status,
      version: table.version,
      hash: table.hash,
    },
    contribution: {
      standard: contribution.standard,
      category: contribution.category,
      aid: contribution.aid,
      payable: contribution.payable,
    },
    funding: assessment.funding,
    majorIllness: majorIllnessOf(table, null),
    window: assessment.window,
    exemption: assessment.outcome.exemption?.exemption ?? null,
    benefit: benefitOf(assessment.outcome),
    review: reviewOf(assessment),
    unanswered: missing.unanswered,
    interpretations: interpretationsOf(resident, table, used),
    trace,
  };
  return {
    ...(id === undefined || id === null ? {} : { id }),
    ...result,
    ...(assessment.admission === null
      ? {}
      : { admission: { covered: assessment.admission.covered, reason: assessment.admission.reason } }),
    ...(missing.range === null ? {} : { range: missing.range }),
  };
}

function reviewOf(assessment: Assessment): readonly Review[] {
  const alternatives = alternativesOf(assessment.tree);
  const open = assessment.open
    .filter((code) => code !== "fact-missing")
    .map((code): Review => ({ code, alternatives }));
  return [...open, ...assessment.flags.map((code): Review => ({ code, alternatives: NO_ALTERNATIVES }))];
}

const NO_ALTERNATIVES: readonly Alternative[] = [];

/** Every reading of what stayed open, with its benefit; none where the answer is settled. */
export function alternativesOf(tree: Tree<Outcome>): readonly Alternative[] {
  if (tree.kind === "leaf") return NO_ALTERNATIVES;
  return leaves(tree).map((leaf) => ({
    reading: readingText(leaf),
    choices: Object.fromEntries(leaf.path.map(({ question, option }) => [question.id, option])),
    benefit: benefitOf(leaf.outcome),
  }));
}

function readingText(leaf: Leaf<Outcome>): string {
  return leaf.path.map(({ question, option }) => `${question.id}=${option}`).join("; ");
}

function interpretationsOf(
  resident: Case,
  table: Table,
  used: ReadonlyMap<string, string>,
): readonly InterpretationUsed[] {
  const list: InterpretationUsed[] = [];
  for (const [id, option] of used) {
    const question = table.questions.get(id);
    if (question === undefined) continue;
    const chosen = resident.choices.has(id);
    const settlement = chosen ? null : question.settlement;
    list.push({
      id,
      option,
      source: chosen ? "request" : question.source,
      grade: question.grade,
      ...(settlement === null ? {} : { issuer: settlement.issuer, document: settlement.document }),
    });
  }
  return list;
}

function traceOf(
  resident: Case,
  table: Table,
  assessment: Assessment,
  used: Map<string, string>,
): readonly TraceStep[] {
  const log: Log = [];
  log.push({
    step: "rule-set",
    variant: table.status,
    effect: "info",
    cited: table.standardCited,
    in: { ruleSet: table.id, zh: table.name.zh, en: table.name.en },
    out: { version: table.version, coverageYear: table.coverageYear },
  });
  const shown = leaves(assessment.tree);
  const readings = logDecision(resident, table, shown, log);
  if (shown.length > 1) logOpen(shown, table, log);
  logBenefit(resident, table, assessment.outcome, log);
  contributionOf(resident, table, log);
  fundingOf(resident, table, log);
  majorIllnessOf(table, log);
  logAdmission(resident, table, assessment, log);
  logInformation(resident, table, log);
  const unsettled = new Set(shown.flatMap((leaf) => leaf.path.map(({ question }) => question.id)));
  for (const [id, option] of readings.used ?? []) {
    if (unsettled.has(id) || !table.questions.has(id) || isOpen(resident, table, id)) continue;
    used.set(id, option);
  }
  logCentral(resident, table, used);
  for (const entry of interpretationsOf(resident, table, used)) logInterpretation(entry, table, log);
  return log.map(told);
}

/** An open question whose readings agree: nobody has to hear of it. */
function isOpen(resident: Case, table: Table, id: string): boolean {
  return (resident.choices.get(id) ?? table.questions.get(id)?.inForce) === "not-settled";
}

function logCentral(resident: Case, table: Table, used: Map<string, string>): void {
  const { central } = table.funding;
  if (central === null || resident.standing === "employee") return;
  const option = resident.choices.get(central.by) ?? table.questions.get(central.by)?.inForce;
  if (option !== undefined) used.set(central.by, option);
}

/** One step for all the groups that nobody claimed and no fact showed; none where the whole year was given without them. */
function logUnclaimed(resident: Case, table: Table, log: Log, tried: readonly LoggedStep[]): void {
  if (resident.standing === "employee" || resident.paidOn < table.opening || resident.paidOn > table.yearEnd) return;
  const wholeYear =
    !tried.some((step) => step.step === "wait" || step.step === "group") &&
    periodOf(resident.paidOn, table)?.benefit.kind === "start";
  if (wholeYear) return;
  const named = new Set(tried.filter((step) => step.step === "group").map((step) => String(step.in["group"])));
  const others = table.groups.filter((group) => !named.has(group.id));
  if (others.length === 0) return;
  log.push({
    step: "group",
    variant: "none-claimed",
    effect: "failed",
    cited: others[0]?.cited ?? null,
    in: { groups: others.map((group) => group.id) },
    out: { applies: false },
  });
}

/**
 * Decides once under each reading and writes down the steps that all of them share: what only one reading says is left
 * to the lines of the readings. Returns the first run, which knows the interpretations it relied on.
 */
function logDecision(resident: Case, table: Table, shown: readonly Leaf<Outcome>[], log: Log): Readings {
  const [first, ...others] = shown.map((leaf) => {
    const steps: Log = [];
    const readings = new Readings(table, resident.choices, leaf.assigned, true);
    decide(resident, table, readings, steps);
    return { readings, steps };
  });
  if (first === undefined) throw new Error("a decision tree has at least one leaf");
  const elsewhere = others.map(({ steps }) => new Set(steps.map(stepKey)));
  log.push(...first.steps.filter((step) => elsewhere.every((known) => known.has(stepKey(step)))));
  logUnclaimed(resident, table, log, [...first.steps, ...others.flatMap(({ steps }) => steps)]);
  return first.readings;
}

function stepKey(step: LoggedStep): string {
  return JSON.stringify([step.step, step.variant, step.in, step.out]);
}

/** The questions that stay open, then what each combination of answers gives. */
function logOpen(shown: readonly Leaf<Outcome>[], table: Table, log: Log): void {
  const asked = new Map(shown.flatMap((leaf) => leaf.path.map(({ question }) => [question.id, question] as const)));
  for (const { id, code } of asked.values()) {
    const question = table.questions.get(id);
    log.push({
      step: "open",
      variant: question === undefined ? "fact" : "question",
      effect: "info",
      cited: question?.cited ?? null,
      in: { question: id, code, zh: question?.question.zh ?? null, en: question?.question.en ?? null },
      out: {},
    });
  }
  for (const leaf of shown) {
    const { outcome } = leaf;
    const start = outcome.start === null ? null : isoDay(outcome.start);
    log.push({
      step: "reading",
      variant: outcome.kind,
      effect: "info",
      cited:
        leaf.path.map(({ question }) => table.questions.get(question.id)?.cited).find((cited) => cited !== undefined) ??
        null,
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

function logBenefit(resident: Case, table: Table, outcome: Outcome, log: Log): void {
  const benefit = benefitOf(outcome);
  log.push({
    step: "benefit",
    variant: outcome.kind,
    effect: "applied",
    cited: outcome.exemption?.cited ?? lastApplied(log),
    in: { paidOn: isoDay(resident.paidOn) },
    out: { start: benefit.start, end: benefit.end, reason: benefit.reason ?? null },
  });
  const { birth } = resident;
  if (
    birth !== null &&
    birth < table.yearStart &&
    resident.paidOn - birth <= 90 &&
    resident.paidOn >= table.opening &&
    resident.paidOn <= table.yearEnd
  ) {
    log.push({
      step: "earlier-year",
      variant: "newborn",
      effect: "info",
      cited: table.earlierYear,
      in: { birth: isoDay(birth) },
      out: {},
    });
  }
}

function lastApplied(log: Log): Cited | null {
  for (let at = log.length - 1; at > 0; at--) {
    const step = log[at];
    if (step !== undefined && step.effect === "applied" && step.cited !== null) return step.cited;
  }
  return null;
}

function logAdmission(resident: Case, table: Table, assessment: Assessment, log: Log): void {
  if (resident.admittedOn === null) return;
  if (table.admission === null)
    log.push({
      step: "admission-rule",
      variant: "none",
      effect: "info",
      cited: table.wait.cited,
      in: { admittedOn: isoDay(resident.admittedOn) },
      out: {},
    });
  else admissionOf(resident.admittedOn, assessment.tree, table, log);
}

function logInformation(resident: Case, table: Table, log: Log): void {
  for (const entry of table.information) {
    if (
      entry.identities !== null &&
      !(resident.categories ?? []).some((category) => entry.identities?.has(category.id))
    )
      continue;
    if (entry.standing !== null && !entry.standing.has(resident.standing)) continue;
    if (entry.paidFrom !== null && resident.paidOn < entry.paidFrom) continue;
    if (entry.paidTo !== null && resident.paidOn > entry.paidTo) continue;
    if (entry.identities === null && entry.standing === null && entry.paidFrom === null) continue;
    log.push({
      step: "information",
      variant: "shown",
      effect: "info",
      cited: entry.cited,
      in: { information: entry.id, zh: entry.text.zh, en: entry.text.en },
      out: { ...entry.values },
    });
  }
}

function logInterpretation(entry: InterpretationUsed, table: Table, log: Log): void {
  const question = table.questions.get(entry.id);
  const option = question?.options.find((other) => other.id === entry.option);
  log.push({
    step: "interpretation",
    variant: entry.source,
    effect: "info",
    cited: question?.cited ?? null,
    in: {
      id: entry.id,
      questionZh: question?.question.zh ?? entry.id,
      questionEn: question?.question.en ?? entry.id,
      zh: option?.text.zh ?? entry.option,
      en: option?.text.en ?? entry.option,
      issuer: entry.issuer ?? null,
      document: entry.document ?? null,
    },
    out: { option: entry.option },
  });
}

function told(step: LoggedStep): TraceStep {
  return {
    step: step.step,
    variant: step.variant,
    effect: step.effect,
    clause: step.cited?.clause ?? null,
    summary: chinesePhrase(step),
    in: step.in,
    out: step.out,
  };
}

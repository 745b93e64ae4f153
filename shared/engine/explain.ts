// The trace of one answer: every rule tried, in the order of the law, each with its clause and a sentence.
import { isoDay } from "../dates/iso.ts";
import type { Cited, Information, Table } from "../rules/table.ts";
import { chinesePhrase } from "../trace/chinese.ts";
import { admissionOf } from "./admission.ts";
import type { Assessment } from "./assess.ts";
import type { Case } from "./case.ts";
import { contributionOf, fundingOf, majorIllnessOf } from "./contribution.ts";
import { decide, periodOf } from "./decide.ts";
import { incentivesOf } from "./incentives.ts";
import { fixedStep, type Log, type LoggedStep } from "./log.ts";
import { benefitOf, type Outcome } from "./outcome.ts";
import { type Leaf, leaves, Readings, readingText } from "./readings.ts";
import { repairOf } from "./repair.ts";
import type { Incentive, InterpretationUsed, RepairTable, Result, TraceStep } from "./result.ts";

export interface Explanation extends Pick<Result, "trace" | "interpretations"> {
  readonly repair: RepairTable | null;
  readonly incentives: readonly Incentive[];
}

/** Decides once more, now writing down every rule tried, and lists the interpretations that the decision rests on. */
export function explain(resident: Case, table: Table, assessment: Assessment): Explanation {
  const log: Log = [
    fixedStep(table, "rule-set", () => ({
      step: "rule-set",
      variant: table.status,
      effect: "info",
      cited: table.standardCited,
      in: { ruleSet: table.id, zh: table.name.zh, en: table.name.en },
      out: { version: table.version, coverageYear: table.coverageYear },
    })),
  ];
  const shown = leaves(assessment.tree);
  const readings = logDecision(resident, table, shown, log);
  if (shown.length > 1) logOpen(shown, table, log);
  logBenefit(resident, table, assessment.outcome, log);
  const repair = repairOf(resident, table, assessment, log);
  contributionOf(resident, table, assessment.price, log);
  fundingOf(resident, table, log);
  majorIllnessOf(table, log);
  const incentives = incentivesOf(resident, table, log);
  logAdmission(resident, table, assessment, log);
  logInformation(resident, table, log);
  const used = new Map<string, string>();
  for (const [id, option] of readings.used ?? []) {
    if (isAsked(id, shown) || !table.questions.has(id) || isOpen(resident, table, id)) continue;
    used.set(id, option);
  }
  addCentral(resident, table, used);
  const interpretations = interpretationsOf(resident, table, used);
  for (const entry of interpretations) logInterpretation(entry, table, log);
  return { trace: log.map(told), interpretations, repair, incentives };
}

/** Whether the question is one of those that stayed open. */
function isAsked(id: string, shown: readonly Leaf<Outcome>[]): boolean {
  return shown.some((leaf) => leaf.path.some(({ question }) => question.id === id));
}

function interpretationsOf(
  resident: Case,
  table: Table,
  used: ReadonlyMap<string, string>,
): readonly InterpretationUsed[] {
  if (used.size === 0) return NO_INTERPRETATIONS;
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

const NO_INTERPRETATIONS: readonly InterpretationUsed[] = [];

/** An open question whose readings agree: nobody has to hear of it. */
function isOpen(resident: Case, table: Table, id: string): boolean {
  return (resident.choices.get(id) ?? table.questions.get(id)?.inForce) === "not-settled";
}

function addCentral(resident: Case, table: Table, used: Map<string, string>): void {
  const { central } = table.funding;
  if (central === null || resident.standing === "employee") return;
  const option = resident.choices.get(central.by) ?? table.questions.get(central.by)?.inForce;
  if (option !== undefined) used.set(central.by, option);
}

/** The group for whatever the notice does not list: it has no place in a list of groups. */
const OTHER_CASES = "other";

/** One step for all the groups that nobody claimed and no fact showed; none where the whole year was given without them. */
function logUnclaimed(resident: Case, table: Table, log: Log, tried: readonly LoggedStep[]): void {
  if (resident.standing === "employee" || resident.paidOn < table.opening || resident.paidOn > table.yearEnd) return;
  const wholeYear =
    !tried.some((step) => step.step === "wait" || step.step === "group") &&
    periodOf(resident.paidOn, table)?.benefit.kind === "start";
  if (wholeYear) return;
  // A group with a window of its own was named with that window.
  const named = tried.flatMap((step) => ("group" in step.in ? [String(step.in["group"])] : []));
  const unclaimed = fixedStep(table, `none claimed but ${named.join()}`, () => {
    const others = table.groups.filter((group) => !named.includes(group.id) && group.id !== OTHER_CASES);
    return {
      step: "group",
      variant: "none-claimed",
      effect: "failed",
      cited: others[0]?.cited ?? null,
      in: { groups: others.map((group) => group.id) },
      out: { applies: false },
    };
  });
  // Somebody who claims every group there is has none left to hear of.
  if (unclaimed.cited !== null) log.push(unclaimed);
}

/**
 * Decides once under each reading and writes down the steps that all of them share. Where readings judge a group or the
 * missed years differently, one line says so; what each reading gives follows in logOpen().
 * Returns the first run, which knows the interpretations it relied on.
 */
function logDecision(resident: Case, table: Table, shown: readonly Leaf<Outcome>[], log: Log): Readings {
  const [first, ...others] = shown.map((leaf) => {
    const steps: Log = [];
    const readings = new Readings(table, resident.choices, leaf.assigned, true);
    decide(resident, table, readings, steps);
    return { readings, steps };
  });
  if (first === undefined) throw new Error("a decision tree has at least one leaf");
  if (others.length === 0) {
    logInOrder(resident, table, log, first.steps, first.steps);
    return first.readings;
  }
  const elsewhere = others.map(({ steps }) => new Set(steps.map(stepKey)));
  const shared = first.steps.filter((step) => elsewhere.every((known) => known.has(stepKey(step))));
  const tried = [...first.steps, ...others.flatMap(({ steps }) => steps)];
  logInOrder(resident, table, log, [...shared, ...depending(shared, tried)], tried);
  return first.readings;
}

/** As a decision is read: window and missed years, who is freed, then the wait that stays or is waived. */
function logInOrder(
  resident: Case,
  table: Table,
  log: Log,
  steps: readonly LoggedStep[],
  tried: readonly LoggedStep[],
): void {
  for (const step of steps) if (!comesLast(step)) log.push(agreed(step, resident, table));
  logUnclaimed(resident, table, log, tried);
  for (const step of steps) if (comesLast(step)) log.push(step);
}

/** Missed years that would change nothing however the open question is read: no reading was chosen, so none is named. */
function agreed(step: LoggedStep, resident: Case, table: Table): LoggedStep {
  const weighed = step.step === "missed-years" && (step.variant === "counted" || step.variant === "not-counted");
  if (!weighed || !isOpen(resident, table, "gap-counted-from")) return step;
  return { ...step, variant: "no-difference", effect: "info", out: {} };
}

function comesLast({ step }: LoggedStep): boolean {
  return step === "wait" || step === "month-end" || step === "exemption";
}

/** A line for each group, and for missed years, that some reading judges otherwise than another. */
function depending(shared: readonly LoggedStep[], tried: readonly LoggedStep[]): readonly LoggedStep[] {
  const lines: LoggedStep[] = [];
  for (const { step, in: facts, cited } of tried) {
    if (step !== "group" && step !== "missed-years") continue;
    const group = facts["group"] ?? null;
    const known = (other: LoggedStep): boolean => other.step === step && (other.in["group"] ?? null) === group;
    if (shared.some(known) || lines.some(known)) continue;
    lines.push({
      step,
      variant: "depends",
      effect: "info",
      cited,
      in: step === "group" ? { group } : { years: facts["years"] ?? null },
      out: {},
    });
  }
  // Missed years are looked at before groups.
  return lines.sort((a, b) => Number(a.step === "group") - Number(b.step === "group"));
}

function stepKey(step: LoggedStep): string {
  return JSON.stringify([step.step, step.variant, step.in, step.out]);
}

/** The questions that stay open, then what each combination of answers gives. */
function logOpen(shown: readonly Leaf<Outcome>[], table: Table, log: Log): void {
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
    cited: outcome.exemption?.cited ?? decisive(outcome, log),
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

/** What the benefit rests on: the wait, the window or the standing; where it stays open, the first question. */
function decisive(outcome: Outcome, log: Log): Cited | null {
  let found: Cited | null = null;
  for (const { step, effect, cited } of log) {
    if (outcome.kind === "undetermined") {
      if (step === "open" && cited !== null) return cited;
    } else if (step === "standing" && outcome.reason === "employee-cover") return cited;
    else if (step === "window" || (step === "wait" && effect === "applied")) found = cited;
  }
  return found;
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
    if (!entry.isConditional) continue;
    if (
      entry.identities !== null &&
      !(resident.categories ?? []).some((category) => entry.identities?.has(category.id))
    )
      continue;
    if (entry.standing !== null && !entry.standing.has(resident.standing)) continue;
    if (entry.groups !== null && !resident.claims.some(({ group }) => entry.groups?.has(group.id))) continue;
    if (!isBornIn(entry, resident)) continue;
    if (entry.paidFrom !== null && resident.paidOn < entry.paidFrom) continue;
    if (entry.paidTo !== null && resident.paidOn > entry.paidTo) continue;
    log.push(
      fixedStep(entry, "shown", () => ({
        step: "information",
        variant: "shown",
        effect: "info",
        cited: entry.cited,
        in: { information: entry.id, zh: entry.text.zh, en: entry.text.en },
        out: { ...entry.values },
      })),
    );
  }
}

function isBornIn({ bornFrom, bornTo }: Information, { birth }: Case): boolean {
  if (bornFrom === null && bornTo === null) return true;
  return birth !== null && birth >= (bornFrom ?? birth) && birth <= (bornTo ?? birth);
}

function logInterpretation(entry: InterpretationUsed, table: Table, log: Log): void {
  const question = table.questions.get(entry.id);
  if (question === undefined) return;
  log.push(
    fixedStep(question, `${entry.source} ${entry.option}`, () => {
      const option = question.options.find((other) => other.id === entry.option);
      return {
        step: "interpretation",
        variant: entry.source,
        effect: "info",
        cited: question.cited,
        in: {
          id: entry.id,
          questionZh: question.question.zh,
          questionEn: question.question.en,
          zh: option?.text.zh ?? entry.option,
          en: option?.text.en ?? entry.option,
          issuer: entry.issuer ?? null,
          document: entry.document ?? null,
        },
        out: { option: entry.option },
      };
    }),
  );
}

function told(step: LoggedStep): TraceStep {
  if (step.once === undefined) return tell(step);
  step.once.told ??= tell(step);
  return step.once.told;
}

function tell(step: LoggedStep): TraceStep {
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

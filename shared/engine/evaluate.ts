// One case, one rule set → the result of the contract: figures and dates from assess(), and the trace that explains each of them.
import { isoDay } from "../dates/iso.ts";
import type { Cited, Table } from "../rules/table.ts";
import { chinesePhrase } from "../trace/chinese.ts";
import { admissionOf } from "./admission.ts";
import { type Assessment, assess } from "./assess.ts";
import type { Case } from "./case.ts";
import { contributionOf, fundingOf, majorIllnessOf } from "./contribution.ts";
import { decide } from "./decide.ts";
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
    in: { ruleSet: table.id },
    out: { name: table.name.zh, version: table.version, coverageYear: table.coverageYear },
  });
  const shown = leaves(assessment.tree);
  const first = shown[0];
  const readings = new Readings(table, resident.choices, first?.assigned ?? null, true);
  const before = log.length;
  decide(resident, table, readings, log);
  logUnclaimed(resident, table, log, before);
  if (assessment.tree.kind === "ask") logOpen(shown, table, log);
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
function logUnclaimed(resident: Case, table: Table, log: Log, from: number): void {
  const tried = new Set<string>();
  let groupsAsked = false;
  for (let at = from; at < log.length; at++) {
    const step = log[at];
    if (step?.step === "group") tried.add(String(step.in["group"]));
    if (
      step?.step === "wait" ||
      step?.step === "group" ||
      step?.variant === "between-windows" ||
      step?.variant === "after-closing"
    )
      groupsAsked = true;
  }
  if (!groupsAsked || resident.standing === "employee") return;
  const others = table.groups.filter((group) => !tried.has(group.id));
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

function logOpen(shown: readonly Leaf<Outcome>[], table: Table, log: Log): void {
  for (const leaf of shown) {
    const asked = leaf.path
      .map(({ question }) => table.questions.get(question.id))
      .find((question) => question !== undefined);
    log.push({
      step: "reading",
      variant: "one",
      effect: "info",
      cited: asked?.cited ?? null,
      in: { choices: readingText(leaf) },
      out: {
        kind: leaf.outcome.kind,
        start: leaf.outcome.start === null ? null : isoDay(leaf.outcome.start),
        reason: leaf.outcome.reason,
      },
    });
  }
}

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
      in: { information: entry.id },
      out: { text: entry.text.zh },
    });
  }
}

function logInterpretation(entry: InterpretationUsed, table: Table, log: Log): void {
  const question = table.questions.get(entry.id);
  log.push({
    step: "interpretation",
    variant: entry.source,
    effect: "info",
    cited: question?.cited ?? null,
    in: { id: entry.id, issuer: entry.issuer ?? null, document: entry.document ?? null },
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

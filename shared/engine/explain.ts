// The trace of one answer: every rule tried, in the order of the law, each with its clause and a sentence.
import type { Table } from "../rules/table.ts";
import { chinesePhrase } from "../trace/chinese.ts";
import { logAdmission } from "./admission.ts";
import type { Assessment, Notes } from "./assess.ts";
import type { Case } from "./case.ts";
import { majorIllnessOf } from "./contribution.ts";
import { logBenefit } from "./explain-benefit.ts";
import { logDecision } from "./explain-decision.ts";
import { logInformation } from "./explain-information.ts";
import { explainInterpretations } from "./explain-interpretations.ts";
import { logOpen } from "./explain-open.ts";
import { incentivesOf } from "./incentives.ts";
import { fixedStep, type Log, type LoggedStep } from "./log.ts";
import { leaves } from "./readings.ts";
import { repairOf } from "./repair.ts";
import type { Incentive, RepairTable, Result, TraceStep } from "./result.ts";

export interface Explanation extends Pick<Result, "trace" | "interpretations"> {
  readonly repair: RepairTable | null;
  readonly incentives: readonly Incentive[];
}

/** Every rule tried, in order, from what was noted down while the case was assessed, and the interpretations that the decision rests on. */
export function explain(resident: Case, table: Table, assessment: Assessment, notes: Notes): Explanation {
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
  const runs = logDecision(resident, table, shown, notes.decision, log);
  if (shown.length > 1) logOpen(shown, runs, table, log);
  logBenefit(resident, table, assessment.outcome, log);
  const repair = repairOf(resident, table, assessment, log);
  log.push(...notes.amounts);
  majorIllnessOf(table, log);
  const incentives = incentivesOf(resident, table, log);
  logAdmission(resident, assessment.tree, table, log);
  logInformation(resident, table, log);
  const interpretations = explainInterpretations(resident, table, runs[0].readings, log);
  return { trace: log.map(told), interpretations, repair, incentives };
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

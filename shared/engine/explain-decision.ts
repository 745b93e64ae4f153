// The steps of the decision itself: window, missed years, groups and wait, and what open readings judge differently.
import type { Table } from "../rules/table.ts";
import type { Run } from "./assess.ts";
import { type Case, isOpen } from "./case.ts";
import { decide } from "./decide.ts";
import { logUnclaimed } from "./explain-unclaimed.ts";
import type { Log, LoggedStep } from "./log.ts";
import type { Outcome } from "./outcome.ts";
import { type Leaf, Readings } from "./readings.ts";

/**
 * Writes down the steps that all readings share: of the one run that settled the answer, or by deciding once more under
 * each. Where readings judge a group or the missed years differently, one line says so; what each gives follows in logOpen().
 * Returns the runs, one a reading in the order of `shown`: the first knows the interpretations it relied on.
 */
export function logDecision(
  resident: Case,
  table: Table,
  shown: readonly Leaf<Outcome>[],
  decision: Run | null,
  log: Log,
): readonly [Run, ...Run[]] {
  const runs = decision === null ? shown.map((leaf) => runUnder(leaf, resident, table)) : [decision];
  const [first, ...others] = runs;
  if (first === undefined) throw new Error("a decision tree has at least one leaf");
  if (others.length === 0) {
    logInOrder(resident, table, log, first.steps, first.steps);
    return [first];
  }
  const elsewhere = others.map(({ steps }) => new Set(steps.map(stepKey)));
  const shared = first.steps.filter((step) => elsewhere.every((known) => known.has(stepKey(step))));
  const tried = [...first.steps, ...others.flatMap(({ steps }) => steps)];
  logInOrder(resident, table, log, [...shared, ...depending(shared, tried)], tried);
  return [first, ...others];
}

function runUnder(leaf: Leaf<Outcome>, resident: Case, table: Table): Run {
  const steps: Log = [];
  const readings = new Readings(table, resident.choices, leaf.assigned, true);
  decide(resident, table, readings, steps);
  return { readings, steps };
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
  const weighed = step.variant === "counted" || step.variant === "not-counted";
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
  return lines;
}

function stepKey(step: LoggedStep): string {
  return JSON.stringify([step.step, step.variant, step.in, step.out]);
}

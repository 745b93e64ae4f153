// The recorder of a decision: steps are noted only when somebody will read them, so that rosters pay nothing for a trace.
import type { Cited } from "../rules/table.ts";
import type { TraceStep, TraceValue } from "./result.ts";

export interface LoggedStep {
  readonly step: string;
  readonly variant: string;
  readonly effect: TraceStep["effect"];
  readonly cited: Cited | null;
  readonly in: Readonly<Record<string, TraceValue>>;
  readonly out: Readonly<Record<string, TraceValue>>;
  /** Only on a step of `fixedStep`: keeps its telling. */
  readonly once?: { told: TraceStep | null };
}

export type Log = LoggedStep[];

const fixedSteps = new WeakMap<object, Map<string, LoggedStep>>();

/**
 * A step that reads alike for every resident it is said to: made once for its owner (a rule set, a county, an identity),
 * and put into words once. `key` names it among its owner's steps.
 */
export function fixedStep(owner: object, key: string, make: () => LoggedStep): LoggedStep {
  let steps = fixedSteps.get(owner);
  if (steps === undefined) {
    steps = new Map();
    fixedSteps.set(owner, steps);
  }
  let step = steps.get(key);
  if (step === undefined) {
    step = { ...make(), once: { told: null } };
    steps.set(key, step);
  }
  return step;
}

// The clauses that an answer rests on: those of the trace's steps that made amount, identity and first covered day.
import type { Table } from "../rules/table.ts";
import type { Assessment } from "./assess.ts";
import type { Case } from "./case.ts";
import { contributionOf } from "./contribution.ts";
import { logBenefit } from "./explain-benefit.ts";
import { logDecision } from "./explain-decision.ts";
import { logOpen } from "./explain-open.ts";
import type { Log } from "./log.ts";
import { leaves } from "./readings.ts";
import type { Clause, TraceStep } from "./result.ts";

type Step = Pick<TraceStep, "step" | "variant" | "effect" | "clause">;

/** The same clauses as `groundsIn` finds in the whole trace, without a word put together: for lists. */
export function groundsOf(resident: Case, table: Table, assessment: Assessment): readonly Clause[] {
  const log: Log = [];
  const shown = leaves(assessment.tree);
  const runs = logDecision(resident, table, shown, null, log);
  if (shown.length > 1) logOpen(shown, runs, table, log);
  logBenefit(resident, table, assessment.outcome, log);
  contributionOf(resident, table, assessment.price, log);
  return groundsIn(
    log.map(({ step, variant, effect, cited }) => ({ step, variant, effect, clause: cited?.clause ?? null })),
  );
}

/** Each document and article once, in the order of the trace; the same article in two layers' words counts once. */
export function groundsIn(trace: readonly Step[]): readonly Clause[] {
  const freed = trace.some(({ step }) => step === "exemption");
  const clauses: Clause[] = [];
  for (const step of trace) {
    const { clause } = step;
    if (clause === null || !isDeciding(step, freed)) continue;
    if (clauses.some(({ document, article }) => document === clause.document && article === clause.article)) continue;
    clauses.push(clause);
  }
  return clauses;
}

/** `freed`: a special group stands above the window and the missed years, so that the first day does not rest on them. */
function isDeciding({ step, variant, effect }: Step, freed: boolean): boolean {
  switch (step) {
    case "window":
    case "missed-years":
      return (effect === "applied" && !freed) || variant === "depends";
    case "group":
      return variant === "depends";
    // Questions that stay open: the answer is that they are.
    case "open":
      return true;
    // Also an identity that lost to another, or is aided only next year: why this one counts.
    case "aid":
      return true;
    case "standing":
    case "wait":
    case "month-end":
    case "exemption":
    case "benefit":
    case "contribution":
      return effect === "applied";
    default:
      return false;
  }
}

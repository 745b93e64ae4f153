// The step that says what the benefit is and which provision it rests on, and the one that points to the year before.
import { isoDay } from "../dates/iso.ts";
import type { Cited, Table } from "../rules/table.ts";
import { isEarlierYear } from "./assess.ts";
import type { Case } from "./case.ts";
import type { Log, LoggedStep } from "./log.ts";
import { benefitOf, type Outcome } from "./outcome.ts";

export function logBenefit(resident: Case, table: Table, outcome: Outcome, log: Log): void {
  const benefit = benefitOf(outcome);
  log.push({
    step: "benefit",
    variant: outcome.kind,
    effect: "applied",
    cited: restsOn(outcome, log),
    in: { paidOn: isoDay(resident.paidOn) },
    out: { start: benefit.start, end: benefit.end, reason: benefit.reason ?? null },
  });
  const { birth } = resident;
  if (birth !== null && isEarlierYear(resident, table)) {
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

/** What the benefit rests on: the group that is freed, the wait, the window or the standing; where it stays open, the first question. */
export function restsOn(outcome: Outcome, log: readonly LoggedStep[]): Cited | null {
  if (outcome.exemption !== null) return outcome.exemption.cited;
  let found: Cited | null = null;
  for (const { step, cited } of log) {
    if (outcome.kind === "undetermined") {
      if (step === "open" && cited !== null) return cited;
    } else if (step === "standing" && outcome.reason === "employee-cover") return cited;
    else if (step === "window" || step === "wait") found = cited;
  }
  return found;
}

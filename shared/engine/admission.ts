// Whether a hospital stay is covered, judged by the day of admission; only where the rule set has such a rule (赣医保发〔2024〕7号 一（四）).
import type { EpochDay } from "../dates/civil.ts";
import { isoDay } from "../dates/iso.ts";
import type { Table } from "../rules/table.ts";
import type { Log } from "./log.ts";
import type { Outcome } from "./outcome.ts";

export interface Admission {
  readonly covered: boolean | null;
  readonly reason: "admitted-while-covered" | "admitted-before-wait-ended" | "admitted-before-cover" | "outside-coverage-year" | "benefit-not-known" | "no-benefit";
}

/** `outcome` is null where the benefit is undetermined. */
export function admissionOf(admittedOn: EpochDay, outcome: Outcome | null, table: Table, log: Log | null): Admission {
  const admission = judge(admittedOn, outcome, table);
  log?.push({ step: "admission", variant: admission.reason, effect: "applied", cited: table.admission, in: { admittedOn: isoDay(admittedOn) }, out: { covered: admission.covered } });
  return admission;
}

function judge(day: EpochDay, outcome: Outcome | null, table: Table): Admission {
  if (day < table.yearStart || day > table.yearEnd) return { covered: null, reason: "outside-coverage-year" };
  if (outcome === null || outcome.kind === "not-stated" || outcome.kind === "undetermined") return { covered: null, reason: "benefit-not-known" };
  if (outcome.kind === "none") return outcome.wait === null ? { covered: null, reason: "no-benefit" } : { covered: false, reason: "admitted-before-wait-ended" };
  const start = outcome.start ?? table.yearEnd + 1;
  // A lower bound only says when cover cannot have begun: from that day on nothing is certain.
  if (day >= start) return outcome.kind === "exact" ? { covered: true, reason: "admitted-while-covered" } : { covered: null, reason: "benefit-not-known" };
  return outcome.wait === null ? { covered: null, reason: "admitted-before-cover" } : { covered: false, reason: "admitted-before-wait-ended" };
}

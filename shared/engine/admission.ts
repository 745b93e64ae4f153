// Whether a hospital stay is covered, judged by the day of admission; only where the rule set has such a rule (赣医保发〔2024〕7号 一（四）).
import type { EpochDay } from "../dates/civil.ts";
import { isoDay } from "../dates/iso.ts";
import type { Table } from "../rules/table.ts";
import type { Case } from "./case.ts";
import type { Log } from "./log.ts";
import type { Outcome } from "./outcome.ts";
import { leaves, type Tree } from "./readings.ts";

export interface Admission {
  readonly covered: boolean | null;
  readonly reason:
    | "admitted-while-covered"
    | "admitted-before-wait-ended"
    | "admitted-before-cover"
    | "outside-coverage-year"
    | "benefit-not-known"
    | "no-benefit";
}

/** Nothing where no stay was asked about; where the rule set judges none, the step says so. */
export function logAdmission(resident: Case, tree: Tree<Outcome>, table: Table, log: Log): void {
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
  else admissionOf(resident.admittedOn, tree, table, log);
}

/** Judges the stay under every open reading; where they disagree it is not known. */
export function admissionOf(admittedOn: EpochDay, tree: Tree<Outcome>, table: Table, log: Log | null): Admission {
  const [first, ...others] = leaves(tree).map(({ outcome }) => judge(admittedOn, outcome, table));
  const agreed =
    first !== undefined && others.every((other) => other.covered === first.covered) ? first : BENEFIT_NOT_KNOWN;
  log?.push({
    step: "admission",
    variant: agreed.reason,
    effect: "applied",
    cited: table.admission,
    in: { admittedOn: isoDay(admittedOn) },
    out: { covered: agreed.covered },
  });
  return agreed;
}

const BENEFIT_NOT_KNOWN: Admission = { covered: null, reason: "benefit-not-known" };

function judge(day: EpochDay, outcome: Outcome, table: Table): Admission {
  if (day < table.yearStart || day > table.yearEnd) return { covered: null, reason: "outside-coverage-year" };
  if (outcome.kind === "none")
    return outcome.wait === null
      ? { covered: null, reason: "no-benefit" }
      : { covered: false, reason: "admitted-before-wait-ended" };
  if (outcome.start === null) return BENEFIT_NOT_KNOWN;
  // A lower bound only says when cover cannot have begun: from that day on nothing is certain.
  if (day >= outcome.start)
    return outcome.kind === "exact" ? { covered: true, reason: "admitted-while-covered" } : BENEFIT_NOT_KNOWN;
  return outcome.wait === null
    ? { covered: null, reason: "admitted-before-cover" }
    : { covered: false, reason: "admitted-before-wait-ended" };
}

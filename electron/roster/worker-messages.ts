// What the main process and the roster's own process tell each other.
import type { EpochDay } from "../../shared/dates/civil.ts";
import type { SlipSelection } from "../../shared/roster/slip-selection.ts";
import type { Survey } from "../../shared/roster/survey.ts";
import type { Settlements } from "../../shared/rules/bureau.ts";
import type { RuleSources } from "../packs/rules-in-use.ts";
import type { Fault } from "./fault.ts";
import type { FileState } from "./input.ts";
import type { Progress, RosterReport } from "./job.ts";
import type { Mapping } from "./plan.ts";
import type { SlipBatch, SlipFrame } from "./slips/slip-rows.ts";
import type { Language } from "./words.ts";

export interface RunOrder {
  readonly input: string;
  readonly output: string;
  readonly review: string | null;
  readonly county: string | null;
  readonly interpretations: Readonly<Record<string, string>>;
  readonly language: Language;
  readonly today: EpochDay;
  readonly neutralise: boolean;
  readonly mapping: Mapping;
}

/** Slips of a list that was worked on: the same list, read the same way. */
export interface SlipsOrder {
  readonly run: RunOrder;
  /** The list as it was when it was worked on: slips of another list would not be those of the result. */
  readonly state: FileState;
  readonly selection: SlipSelection;
}

/** The rule set to answer by, and what the bureau has settled; the worker loads it for itself. */
export interface RuleSource extends RuleSources {
  readonly ruleSet: string;
  readonly settlements: Settlements;
}

export type ToWorker =
  | {
      readonly kind: "survey";
      readonly rules: RuleSource;
      readonly path: string;
      readonly mapping: Mapping;
    }
  | { readonly kind: "run"; readonly rules: RuleSource; readonly order: RunOrder }
  | { readonly kind: "slips-plan"; readonly rules: RuleSource; readonly order: SlipsOrder }
  | { readonly kind: "slips"; readonly rules: RuleSource; readonly order: SlipsOrder; readonly frame: SlipFrame }
  /** The slips handed over are on record: the next ones may come. */
  | { readonly kind: "more" }
  | { readonly kind: "pause" }
  | { readonly kind: "resume" }
  | { readonly kind: "cancel" };

export type FromWorker =
  | { readonly kind: "surveyed"; readonly survey: Survey }
  | { readonly kind: "progress"; readonly progress: Progress }
  | { readonly kind: "ended"; readonly report: RosterReport; readonly review: readonly (readonly string[])[] }
  | {
      readonly kind: "slips-planned";
      readonly slips: number;
      readonly leftOut: number;
      readonly coverageYear: number;
      /** ISO. */
      readonly lastUsefulDay: string;
    }
  | { readonly kind: "slips"; readonly batch: SlipBatch; readonly of: number }
  | { readonly kind: "slips-done" }
  | { readonly kind: "fault"; readonly fault: Fault };

// What this screen asks of the main process, as an interface: the window hands in the IPC, tests hand in the engine itself.
import type { Advice } from "../../shared/engine/advice.ts";
import type { Answer } from "../../shared/engine/answer.ts";
import type { RequestError } from "../../shared/engine/request.ts";
import type { ComingYear } from "../../shared/rules/coming.ts";
import type { RuleSetDescription, RuleSetSummary } from "../../shared/rules/description.ts";
import type { AssessRequest } from "./request.ts";

export interface Names {
  readonly zh: string;
  readonly en: string;
}

/** A rule set file that could not be used; `path` is the place inside the file. */
export interface RuleFileFault {
  readonly file: string;
  readonly path: string;
  readonly message: string;
}

export type EngineFault = Pick<RequestError, "code" | "path" | "message">;

export interface Gateway {
  evaluate(request: AssessRequest): Promise<Answer>;
  advise(request: AssessRequest): Promise<readonly Advice[]>;
  listRuleSets(): Promise<{
    readonly ruleSets: readonly RuleSetSummary[];
    readonly coming: readonly ComingYear[];
    readonly faults: readonly RuleFileFault[];
    /** Of the rule set that is probably wanted first; null where there is none. */
    readonly described: RuleSetDescription | null;
  }>;
  describeRuleSet(id: string): Promise<RuleSetDescription>;
}

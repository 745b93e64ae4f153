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
}

export type Log = LoggedStep[];

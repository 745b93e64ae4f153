// Every benchmark, in the order in which a run goes through them.
import { caseWithTrace } from "./case-with-trace.ts";
import type { Benchmark } from "./line.ts";
import { loadRuleSets } from "./load-rule-sets.ts";

export const BENCHMARKS: readonly Benchmark[] = [caseWithTrace, loadRuleSets];

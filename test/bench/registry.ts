// Every benchmark, in the order in which a run goes through them.
import { caseWithTrace } from "./case-with-trace.ts";
import { keystrokeWhileCounty } from "./keystroke-while-county.ts";
import { ledgerSearch } from "./ledger-search.ts";
import type { Benchmark } from "./line.ts";
import { loadRuleSets } from "./load-rule-sets.ts";
import { packageSize } from "./package-size.ts";
import { benchRoster } from "./roster.ts";
import { windowBenchmarks } from "./window.ts";

const roster: Benchmark = { names: ["roster-county", "roster-memory"], run: () => benchRoster() };

export const BENCHMARKS: readonly Benchmark[] = [
  caseWithTrace,
  loadRuleSets,
  roster,
  ledgerSearch,
  windowBenchmarks,
  keystrokeWhileCounty,
  packageSize,
];

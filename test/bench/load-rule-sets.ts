// All bundled rule sets from their files to compiled tables, in a process that has done nothing else yet: the way a start does it.
import { execFile } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { BenchLine, Benchmark } from "./line.ts";
import { median } from "./measure.ts";

const BUDGET_MILLISECONDS = 30;
const PROCESSES = 15;
/** Milliseconds: a start comes to a machine at rest. Right after each other the processes are a tenth slower. */
const REST = 500;

export const loadRuleSets: Benchmark = { names: ["load-rule-sets"], run: measureLoad };

/** What `load-sample.ts` tells of one process, in milliseconds. */
export interface LoadSample {
  readonly first: number;
  readonly again: number;
  readonly bare: number;
}

async function measureLoad(): Promise<readonly BenchLine[]> {
  const samples: LoadSample[] = [];
  for (let at = 0; at < PROCESSES; at++) samples.push(await sample(at % 2 === 0 ? "ours-first" : "bare-first"));
  const ours = median(samples.map(({ first }) => first));
  const bare = median(samples.map((one) => one.bare));
  return [
    {
      name: "load-rule-sets",
      ours,
      unit: "ms",
      peer: bare,
      peerName: "reading and JSON.parse of the same files, no check",
      ratio: ours / bare,
      ratioOf: "ours/peer",
      budget: BUDGET_MILLISECONDS,
      budgetText: `≤ ${BUDGET_MILLISECONDS} ms in a fresh process`,
      ok: ours <= BUDGET_MILLISECONDS,
      also: { "loaded again in the same process (ms)": median(samples.map(({ again }) => again)) },
    },
  ];
}

const SAMPLE = fileURLToPath(new URL("load-sample.ts", import.meta.url));

async function sample(order: string): Promise<LoadSample> {
  await pause(REST);
  const { stdout } = await promisify(execFile)(process.execPath, [SAMPLE, order]);
  return JSON.parse(stdout) as LoadSample;
}

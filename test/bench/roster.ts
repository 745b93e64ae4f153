// A county's list, CSV to CSV, against a bare parse-and-write of the same rows: time as a ratio, memory at one and ten times the rows.
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export interface BenchLine {
  readonly name: string;
  readonly ours: number;
  readonly unit: string;
  readonly peer: number;
  readonly peerName: string;
  readonly ratio: number;
  readonly budget: number;
  readonly ok: boolean;
}

export const COUNTY_ROWS = 734_881;
const TIME_BUDGET = 2.0;
const MEMORY_BUDGET_MB = 250;
/** What the second measure of memory may be above the first before it counts as growing with the rows. */
const FLAT = 1.15;
const ROUNDS = 3;

interface Measured {
  readonly seconds: number;
  readonly megabytes: number;
}

/** `tenfold` also runs a list of ten counties, which takes minutes: memory must not follow. */
export async function benchRoster({ rows = COUNTY_ROWS, tenfold = false } = {}): Promise<readonly BenchLine[]> {
  const folder = await mkdtemp(join(tmpdir(), "canbao-roster-"));
  const input = join(folder, "roster.csv");
  const output = join(folder, "results.csv");
  try {
    await generate(rows, input);
    const ours: Measured[] = [];
    const peers: Measured[] = [];
    // In turns, so that whatever else the machine does falls on both.
    for (let round = 0; round < ROUNDS; round++) {
      peers.push(await measure(["test/bench/roster-peer.ts", input, output], [0]));
      ours.push(await measure(batch(input, output), [0, 1]));
    }
    const our = median(ours.map((run) => run.seconds));
    const peer = median(peers.map((run) => run.seconds));
    const ratio = our / peer;
    const peak = Math.max(...ours.map((run) => run.megabytes));
    const peerPeak = Math.max(...peers.map((run) => run.megabytes));
    let large = peak;
    if (tenfold) {
      await generate(rows * 10, input);
      large = (await measure(batch(input, output), [0, 1])).megabytes;
    }
    const flat = large <= peak * FLAT;
    return [
      {
        name: "roster-county",
        ours: our,
        unit: "s",
        peer,
        peerName: "csv-parse + csv-stringify",
        ratio,
        budget: TIME_BUDGET,
        ok: ratio <= TIME_BUDGET,
      },
      {
        name: "roster-memory",
        ours: large,
        unit: "MB",
        peer: peerPeak,
        peerName: tenfold
          ? `csv-parse + csv-stringify; ours at a tenth of the rows ${peak.toFixed(0)}`
          : "csv-parse + csv-stringify",
        ratio: large / peerPeak,
        budget: MEMORY_BUDGET_MB,
        ok: large <= MEMORY_BUDGET_MB && flat,
      },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

function batch(input: string, output: string): readonly string[] {
  return ["electron/cli/calc.ts", "batch", "--rule-set", "gansu/2025", "--in", input, "--out", output, "--fresh"];
}

export async function generate(rows: number, file: string): Promise<void> {
  const { createWriteStream } = await import("node:fs");
  const child = spawn(process.execPath, ["electron/cli/roster.ts", "--rows", String(rows), "--seed", "1"], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const { pipeline } = await import("node:stream/promises");
  await pipeline(child.stdout, createWriteStream(file));
}

function measure(args: readonly string[], accepted: readonly number[]): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(process.execPath, ["--import", "./test/bench/report-memory.ts", ...args], {
      cwd: ROOT,
      stdio: ["ignore", "ignore", "ignore", "pipe"],
    });
    let told = "";
    child.stdio[3]?.on("data", (data: Buffer) => {
      told += data.toString();
    });
    child.on("error", reject);
    child.on("close", (code) => {
      const seconds = (performance.now() - start) / 1_000;
      if (code === null || !accepted.includes(code)) reject(new Error(`${args[0]} ended with ${code}`));
      else resolve({ seconds, megabytes: Number(told) / 1_000_000 });
    });
  });
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const line of await benchRoster({ tenfold: process.argv.includes("--tenfold") }))
    process.stdout.write(`${JSON.stringify(line)}\n`);
}

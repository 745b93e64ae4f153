// 100,000 requests stream through one process in flat memory, and every one is answered in its place.

import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { CALC } from "./calc.ts";

const REQUESTS = 100_000;
const SAMPLES = 200;

const BODIES = [
  {
    ruleSet: "gansu/2025",
    county: "620602",
    paidOn: "2024-11-03",
    resident: { birthDate: "1980-05-01", categories: [], missedYears: [] },
  },
  {
    ruleSet: "gansu/2025",
    county: "620602",
    paidOn: "2025-01-15",
    resident: { birthDate: "1962-02-10", categories: [], missedYears: [] },
  },
  {
    ruleSet: "jiangxi/2025",
    paidOn: "2025-03-05",
    resident: { birthDate: "1990-07-07", categories: [], missedYears: [] },
  },
  {
    ruleSet: "xinzhou/2025",
    paidOn: "2025-04-10",
    resident: { birthDate: "1975-01-31", categories: ["dibao"], missedYears: [] },
  },
  { ruleSet: "gansu/2025", paidOn: "2025-02-30", resident: {} },
].map((body) => JSON.stringify(body).slice(1));

/** Kilobytes that the process holds in memory. */
function rss(pid: number): number {
  if (process.platform === "linux")
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
  return Number(spawnSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" }).stdout);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

it("answers 100,000 requests with no more memory at the end than after the first quarter", {
  timeout: 240_000,
}, async () => {
  const child = spawn(process.execPath, [CALC, "evaluate"], { stdio: ["pipe", "pipe", "inherit"] });
  const { pid } = child;
  if (pid === undefined) throw new Error("calc did not start");
  let answered = 0;
  let inOrder = true;
  let rest = "";
  const samples: number[] = [];
  child.stdout.setEncoding("latin1").on("data", (text: string) => {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      if (!line.startsWith(`{"id":"${answered}",`)) inOrder = false;
      answered++;
      if (answered % (REQUESTS / SAMPLES) === 0) samples.push(rss(pid));
    }
  });
  const closed = once(child, "close");
  for (let at = 0; at < REQUESTS; at++) {
    const line = `{"id":"${at}",${BODIES[at % BODIES.length]}\n`;
    if (!child.stdin.write(line)) await once(child.stdin, "drain");
  }
  child.stdin.end();
  expect(await closed).toEqual([1, null]);
  expect({ answered, inOrder }).toEqual({ answered: REQUESTS, inOrder: true });
  const quarter = (n: number): number => median(samples.slice((n * SAMPLES) / 4, ((n + 1) * SAMPLES) / 4));
  // The collector lets the heap breathe by some tens of megabytes; a kilobyte kept of each request would be fifty more.
  expect(quarter(3) - quarter(1)).toBeLessThan(45_000);
});

// One fresh process: loads the bundled rule sets once cold, then warm, and reads the same files bare. Prints its times as JSON.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadPolicies } from "../../electron/policies/store.ts";
import type { LoadSample } from "./load-rule-sets.ts";

const POLICIES = fileURLToPath(new URL("../../policies/", import.meta.url));
const AGAIN = 9;

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function load(): void {
  const { ruleSets, faults } = loadPolicies(POLICIES);
  if (ruleSets.size === 0 || faults.length > 0) throw new Error(JSON.stringify(faults));
}

function readBare(): void {
  for (const name of readdirSync(POLICIES, { recursive: true, encoding: "utf8" }))
    if (name.endsWith(".json") && !name.startsWith("schema")) JSON.parse(readFileSync(join(POLICIES, name), "utf8"));
}

const bareFirst = process.argv[2] === "bare-first";
const early = bareFirst ? timed(readBare) : 0;
const first = timed(load);
const bare = bareFirst ? early : timed(readBare);
const again = Array.from({ length: AGAIN }, () => timed(load)).sort((a, b) => a - b)[Math.floor(AGAIN / 2)] ?? 0;
process.stdout.write(JSON.stringify({ first, again, bare } satisfies LoadSample));

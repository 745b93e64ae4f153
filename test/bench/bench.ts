// npm run bench [-- NAME… --json --write]: measures what is promised and ends with 1 where a promise is broken.
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg, release, totalmem, type } from "node:os";
import { parseArgs } from "node:util";
import type { BenchLine } from "./line.ts";
import { BENCHMARKS } from "./registry.ts";
import { jsonLine, type Machine, markdown, tableText } from "./report.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: "boolean" }, write: { type: "boolean" } },
});

async function main(): Promise<number> {
  const known = BENCHMARKS.flatMap(({ names }) => names);
  const unknown = positionals.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    process.stderr.write(`no benchmark ${unknown.join(", ")}; there are ${known.join(", ")}\n`);
    return 2;
  }
  const machine = thisMachine();
  const lines: BenchLine[] = [];
  for (const { names, run } of BENCHMARKS) {
    const wanted = names.filter((name) => positionals.length === 0 || positionals.includes(name));
    if (wanted.length === 0) continue;
    if (process.stderr.isTTY) process.stderr.write(`measuring ${wanted.join(", ")} …\n`);
    for (const line of await run()) {
      if (!wanted.includes(line.name)) continue;
      lines.push(line);
      if (values.json === true) process.stdout.write(`${jsonLine(line)}\n`);
    }
  }
  if (values.json !== true) process.stdout.write(`${tableText(lines)}\n`);
  if (values.write === true) writeFileSync(inProject("docs/benchmarks.md"), markdown(lines, machine));
  return lines.every(({ ok }) => ok) ? 0 : 1;
}

function inProject(path: string): URL {
  return new URL(`../../${path}`, import.meta.url);
}

const COMPARED = ["@gorules/zen-engine", "json-rules-engine", "publicodes", "csv-parse", "csv-stringify"] as const;

function thisMachine(): Machine {
  const versions: Record<string, string> = { Node: process.versions.node };
  for (const name of COMPARED) {
    const { version } = JSON.parse(readFileSync(inProject(`node_modules/${name}/package.json`), "utf8")) as {
      readonly version: string;
    };
    versions[name] = version;
  }
  const processors = cpus();
  return {
    date: new Date().toISOString().slice(0, 10),
    processor: processors[0]?.model.trim() ?? "unknown processor",
    cores: processors.length,
    memoryGigabytes: Math.round(totalmem() / 2 ** 30),
    load: loadavg()[0] ?? 0,
    system: `${type()} ${release()}`,
    versions,
  };
}

process.exitCode = await main();

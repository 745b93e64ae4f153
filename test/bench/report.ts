// Measured lines as JSON, as a table for a terminal and as a page for docs/.
import { CASES } from "./cases.ts";
import type { BenchLine } from "./line.ts";

/** One object a line, the contract's keys first. */
export function jsonLine(line: BenchLine): string {
  const { name, ours, unit, peer, peerName, ratio, budget, ok, ...more } = line;
  return JSON.stringify({ name, ours, unit, peer, peerName, ratio, budget, ok, ...more }, (_key, value: unknown) =>
    typeof value === "number" ? Number(value.toPrecision(4)) : value,
  );
}

const HEADINGS = ["name", "ours", "unit", "peer", "ratio", "budget", "verdict"] as const;

export function tableText(lines: readonly BenchLine[]): string {
  const rows = [HEADINGS, ...lines.flatMap(tableRows)];
  const widths = HEADINGS.map((_, at) => Math.max(...rows.map((row) => width(row[at] ?? ""))));
  return rows
    .map((row) =>
      row
        .map((cell, at) => cell + " ".repeat((widths[at] ?? 0) - width(cell)))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** Wide characters do not occur in these cells; the length in code points is the width. */
function width(cell: string): number {
  return [...cell].length;
}

function tableRows(line: BenchLine): readonly (readonly string[])[] {
  const peer = line.peer === null ? "" : `${figure(line.peer)} ${line.peerName ?? ""}`;
  const first = [
    line.name,
    figure(line.ours),
    line.unit,
    peer,
    ratioText(line.ratio, line.ratioOf),
    line.budgetText ?? String(line.budget),
    line.ok ? "ok" : "MISSED",
  ];
  const others = (line.others ?? []).map((other) => [
    "",
    "",
    "",
    `${figure(other.peer)} ${other.peerName}`,
    ratioText(other.ratio, line.ratioOf),
    "",
    "",
  ]);
  const also = Object.entries(line.also ?? {}).map(([name, value]) => ["", figure(value), "", name, "", "", ""]);
  return [first, ...others, ...also];
}

/** Three figures that mean something; a count of more is not cut. */
export function figure(value: number): string {
  return Math.abs(value) >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)));
}

function ratioText(ratio: number | null, of: BenchLine["ratioOf"]): string {
  if (ratio === null) return "";
  return of === "peer/ours" ? `${figure(ratio)}× faster` : `${figure(ratio)}×`;
}

export interface Machine {
  readonly date: string;
  readonly processor: string;
  readonly cores: number;
  readonly memoryGigabytes: number;
  /** Load average over the last minute: on a busy machine only the ratios mean much. */
  readonly load: number;
  readonly system: string;
  readonly versions: Readonly<Record<string, string>>;
}

/** The page of docs/benchmarks.md. */
export function markdown(lines: readonly BenchLine[], machine: Machine): string {
  const versions = Object.entries(machine.versions).map(([name, version]) => `${name} ${version}`);
  const rows = lines.flatMap(tableRows).map((row) => `| ${row.join(" | ")} |`);
  return `# Benchmarks

\`npm run bench\` measures what is promised and ends with 1 where a promise is broken; \`npm run bench -- NAME…\` runs some,
\`-- --json\` prints one object a line, \`-- --write\` writes this page. How it is measured, and why so:
[decision 20](adr/0020-benchmarks.md).

Measured on ${machine.date}: ${machine.processor}, ${machine.cores} cores, ${machine.memoryGigabytes} GB, ${machine.system}, load ${figure(machine.load)}
when it began. ${versions.join(", ")}.

| ${HEADINGS.join(" | ")} |
|${HEADINGS.map(() => "---").join("|")}|
${rows.join("\n")}

## case-with-trace

From the request's JSON object to the result with its full trace, the mean over one pass of the cases below, the median of
the passes. The peers get the same facts, flattened, with every date already a whole day, and run with their trace on. A
test holds each peer's model to our answer for window, aid, payable, tier, province's part, kind of benefit, first day and
exemption, on every case.

${CASES.map(({ about, request }) => `- ${about}: paid ${request.paidOn}, county ${request.county ?? "not given"}`).join("\n")}

What the peers' models leave out, because they could not hold it or only as a rule written by hand for each combination:

- **All three**: the readings of an open question. They only flag that a missed year is open; the alternatives with their
  dates, the reading in force and who settled it are not computed. Nor are the facts that were not given and what they could
  change; checks of ids, dates and counties; reviews beside the open one; citations with grade and layer (an article stands in
  zen-engine's and json-rules-engine's rows); sentences. Dates and years are calculated before they are asked.
- **zen-engine** answers by decision tables side by side and adds days itself. It runs natively and answers with a
  promise; the way there and back is part of what a caller waits for and is in its time.
- **json-rules-engine** cannot calculate: the first covered day is added up outside. Its trace is the list of rules that held.
- **publicodes** knows no lists and no prefixes: identities are one yes/no fact each, the county's prefecture is given. Its
  trace is the tree of evaluated nodes, which each evaluation builds. The name of the exempt group is told outside.

## load-rule-sets

Reading every file under \`policies/\`, refusing what is not strict JSON, checking it against the schema, merging the layers,
checking what no schema can say, and compiling, in a fresh process for each sample, half a second after the one before. A rule set is
hashed when it is first asked for, which is not in it. The time to import the program's
own modules is not in it: it belongs to the start. The peer is the floor, not a rival: the same files read and given to
\`JSON.parse\` without any check.
`;
}

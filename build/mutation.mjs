// `npm run mutation`: Stryker over engine, rules and identity in slices, so that an interrupted run loses one slice; the scores go to docs/mutation.md.
// With words behind `--`, only the files whose path holds one of them are measured again; with `--rest`, those that have no score.

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { projectRoot, run } from "./setup/child.mjs";
import { runScript, say } from "./setup/terminal.mjs";

const FOLDERS = ["shared/engine", "shared/rules", "shared/identity"];
const SLICE_LINES = 1200;
const LEAST = 90;
const RESULTS = path.join(projectRoot, "out/mutation");
const PAGE = path.join(projectRoot, "docs/mutation.md");
const BEGIN = "<!-- scores: written by npm run mutation -->";
const END = "<!-- end of scores -->";

/** @typedef {{killed: number, timeout: number, survived: number, noCoverage: number, errors: number, commit: string, date: string}} Score */
/** @typedef {{line: number, column: number}} Place */
/** @typedef {{fileName: string, status: string, statusReason?: string, mutatorName: string, replacement?: string, location: {start: Place, end: Place}}} Verdict */

/** @returns {string[]} */
function sources() {
  return FOLDERS.flatMap((folder) =>
    readdirSync(path.join(projectRoot, folder))
      .filter((name) => name.endsWith(".ts"))
      .sort()
      .map((name) => `${folder}/${name}`),
  );
}

/** @param {readonly string[]} files */
function slicesOf(files) {
  /** @type {string[][]} */
  const slices = [];
  let room = 0;
  for (const file of files) {
    const lines = readFileSync(path.join(projectRoot, file), "utf8").split("\n").length;
    if (lines > room) {
      slices.push([]);
      room = SLICE_LINES;
    }
    slices.at(-1)?.push(file);
    room -= lines;
  }
  return slices;
}

/** @param {string} name @param {unknown} whenMissing @returns {any} */
function readResult(name, whenMissing) {
  try {
    return JSON.parse(readFileSync(path.join(RESULTS, name), "utf8"));
  } catch {
    return whenMissing;
  }
}

/** What is kept of a slice, finished or broken off: the verdicts of each file that has all of its own. @param {Record<string, Score>} scores */
function take(scores) {
  /** @type {{files: string[], commit: string, date: string, isWhole: boolean}} */
  const { files, commit, date, isWhole } = readResult("slice.json", { files: [] });
  /** @type {Record<string, number>} */
  const planned = readResult("planned.json", {});
  const verdicts = readVerdicts();
  const isEndless = (/** @type {Verdict} */ { statusReason }) => statusReason?.startsWith("Hit limit") === true;
  for (const file of files) {
    const mutants = verdicts.filter(({ fileName }) => path.resolve(projectRoot, fileName).endsWith(`/${file}`));
    const known = Object.entries(planned).find(([name]) => name.endsWith(file))?.[1] ?? (isWhole ? 0 : Number.NaN);
    writeFileSync(path.join(RESULTS, `${file.replaceAll("/", "-")}.survivors.txt`), survivorsOf(file, mutants));
    // A file of types alone has no mutants.
    if (mutants.length !== known) continue;
    // A hundred times the steps that the tests need is a loop without end; running out of time may only mean a busy machine.
    const endless = mutants.filter((one) => one.status === "Timeout" && isEndless(one)).length;
    const count = (/** @type {string[]} */ ...states) => mutants.filter(({ status }) => states.includes(status)).length;
    scores[file] = {
      killed: count("Killed") + endless,
      timeout: count("Timeout") - endless,
      survived: count("Survived"),
      noCoverage: count("NoCoverage"),
      errors: count("RuntimeError", "CompileError"),
      commit,
      date,
    };
  }
  writeFileSync(path.join(RESULTS, "scores.json"), JSON.stringify(scores, null, 2));
}

/** @returns {Verdict[]} */
function readVerdicts() {
  const file = path.join(RESULTS, "verdicts.jsonl");
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split("\n");
  // The last line is empty, or was cut short when the run was broken off.
  return lines.slice(0, -1).map((line) => JSON.parse(line));
}

/** What no test noticed, a line each: the place, what stands there and what was put there. @param {string} file @param {readonly Verdict[]} mutants */
function survivorsOf(file, mutants) {
  const lines = readFileSync(path.join(projectRoot, file), "utf8").split("\n");
  const flat = (/** @type {string} */ text) => text.replaceAll(/\s+/g, " ").slice(0, 160);
  return mutants
    .filter(({ status }) => status !== "Killed")
    .map(({ status, mutatorName, replacement = "", location: { start, end } }) => {
      const text = lines.slice(start.line - 1, end.line).join("\n");
      const rest = lines[end.line - 1]?.slice(end.column - 1) ?? "";
      const was = text.slice(start.column - 1, text.length - rest.length);
      return `${start.line}:${start.column} ${status} ${mutatorName}: ${flat(was)} -> ${flat(replacement)}\n`;
    })
    .join("");
}

/** Only what a test noticed counts; a mutant that ran out of time is not taken for a kill. @param {readonly Score[]} scores */
function percent(scores) {
  const sum = (/** @type {(score: Score) => number} */ of) => scores.reduce((total, score) => total + of(score), 0);
  const killed = sum((score) => score.killed);
  const all = killed + sum(({ timeout, survived, noCoverage }) => timeout + survived + noCoverage);
  return all === 0 ? null : (100 * killed) / all;
}

/** @param {string} name @param {readonly Score[]} scores @param {string} when */
function row(name, scores, when) {
  const sum = (/** @type {"killed" | "timeout" | "survived" | "noCoverage" | "errors"} */ key) =>
    scores.reduce((total, score) => total + score[key], 0);
  const share = percent(scores);
  return `| ${name} | ${share === null ? "no mutants" : `${share.toFixed(1)} %`} | ${sum("killed")} | ${sum("survived")} | ${sum("noCoverage")} | ${sum("timeout")} | ${sum("errors")} | ${when} |`;
}

/** @param {Record<string, Score>} scores */
function writePage(scores) {
  const measured = Object.entries(scores).sort(([a], [b]) => (a < b ? -1 : 1));
  const table = [
    "| file | score | killed | survived | not covered | out of time | errors | commit, date |",
    "|---|---|---|---|---|---|---|---|",
    ...measured.map(([file, score]) => row(file, [score], `${score.commit}, ${score.date}`)),
    row(
      "**all**",
      measured.map(([, score]) => score),
      "",
    ),
  ];
  const machine = `Machine: ${os.cpus()[0]?.model ?? "unknown"}, ${os.cpus().length} cores, ${Math.round(os.totalmem() / 2 ** 30)} GB; Node ${process.versions.node}.`;
  const page = readFileSync(PAGE, "utf8");
  const [before = "", rest = ""] = page.split(BEGIN);
  const after = rest.split(END)[1] ?? "";
  writeFileSync(PAGE, `${before}${BEGIN}\n\n${machine}\n\n${table.join("\n")}\n\n${END}${after}`);
}

await runScript(async () => {
  const words = process.argv.slice(2).filter((word) => !word.startsWith("--"));
  const all = sources();
  mkdirSync(RESULTS, { recursive: true });
  const head = await run("git", ["rev-parse", "--short", "HEAD"], { quiet: true });
  const commit = head.stdout.trim() || "no commit";
  /** @type {Record<string, Score>} */
  const kept = readResult("scores.json", {});
  const scores = Object.fromEntries(Object.entries(kept).filter(([file]) => all.includes(file)));
  // What a run that was broken off has left.
  take(scores);
  const files = all
    .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
    .filter((file) => !process.argv.includes("--rest") || scores[file] === undefined);
  for (const slice of slicesOf(files)) {
    say(`Mutating ${slice.join(", ")}`);
    for (const name of ["planned.json", "verdicts.jsonl"]) rmSync(path.join(RESULTS, name), { force: true });
    const begun = { files: slice, commit, date: new Date().toISOString().slice(0, 10) };
    const keep = (/** @type {boolean} */ isWhole) =>
      writeFileSync(path.join(RESULTS, "slice.json"), JSON.stringify({ ...begun, isWhole }));
    keep(false);
    const stryker = path.join(projectRoot, "node_modules/@stryker-mutator/core/bin/stryker.js");
    const args = [stryker, "run", "build/stryker.config.json", "--mutate", slice.join(",")];
    const { code } = await run(process.execPath, args, { env: { ...process.env, MUTATION_RESULTS: RESULTS } });
    keep(code === 0);
    take(scores);
    writePage(scores);
    if (code !== 0) return code;
  }
  writePage(scores);
  const total = percent(Object.values(scores)) ?? 0;
  const missing = all.filter((file) => scores[file] === undefined);
  say(
    `Mutation score ${total.toFixed(2)} %, at least ${LEAST} % is promised${missing.length === 0 ? "" : `; not measured: ${missing.join(", ")}`}`,
  );
  return total >= LEAST && missing.length === 0 ? 0 : 1;
});

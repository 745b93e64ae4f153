// `npm test`: installs what is missing, runs every check and every test, and ends with one line of true totals.
//
// `node build/test.mjs unit window` runs only the parts named.

import { mkdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { pinnedNode, projectRoot, run } from "./setup/child.mjs";
import { ensureDependencies } from "./setup/dependencies.mjs";
import { describeRuntime, ensureElectron } from "./setup/electron-runtime.mjs";
import { ensureSystemLibraries } from "./setup/system-libraries.mjs";
import { runScript, SetupFault, say, secondsSince } from "./setup/terminal.mjs";

/** @typedef {{passed: number, failed: number, skipped: number}} Tally */

const modules = path.join(projectRoot, "node_modules");
const tsc = path.join(modules, "typescript", "bin", "tsc");
const reports = path.join(projectRoot, "out", "test");

/** @type {Readonly<Record<string, () => Promise<Tally>>>} */
const parts = {
  types: () =>
    allOf(["shared", "renderer", "electron", "build", "test"].map((layer) => [tsc, "-p", `${layer}/tsconfig.json`])),
  lint: () => allOf([[path.join(modules, "@biomejs", "biome", "bin", "biome"), "check", "--error-on-warnings"]]),
  layers: () => allOf([["build/layers.mjs"]]),
  unit: () => vitest("unit"),
  window: () => vitest("window"),
  packaged: () => vitest("window", ["test/window/packaged.test.ts"]),
};

/** Part of another one, and run by itself only where it is asked for. */
const contained = ["packaged"];

/**
 * Checks that answer with an exit code, two at a time; together they count as one test.
 *
 * @param {readonly (readonly string[])[]} commands scripts for the pinned Node, with their arguments
 * @returns {Promise<Tally>}
 */
async function allOf(commands) {
  const queue = [...commands];
  let failed = 0;
  const worker = async () => {
    for (let command = queue.shift(); command !== undefined; command = queue.shift()) {
      const { code, stdout, stderr } = await run(pinnedNode(), command, { quiet: true });
      if (code === 0) continue;
      failed = 1;
      say(`${stdout}${stderr}`.trim());
    }
  };
  await Promise.all([worker(), worker()]);
  return { passed: 1 - failed, failed, skipped: 0 };
}

/**
 * @param {string} project one of those in vitest.config.ts
 * @param {readonly string[]} [files] these alone
 * @returns {Promise<Tally>}
 */
async function vitest(project, files = []) {
  const report = path.join(reports, `${project}.json`);
  await rm(report, { force: true });
  await mkdir(reports, { recursive: true });
  const args = [
    "run",
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
    ...files,
  ];
  const { code } = await run(pinnedNode(), [path.join(modules, "vitest", "vitest.mjs"), ...args]);
  return tallyOf(await readFile(report, "utf8").catch(() => undefined), code);
}

/**
 * Counts what vitest reported. A file that could not even be loaded has no tests to count, and an error outside any
 * test none either: both count as one failure, so that nothing red can look green.
 *
 * @param {string | undefined} report
 * @param {number} code vitest's exit code
 * @returns {Tally}
 */
export function tallyOf(report, code) {
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(report);
  const broken = testResults.filter(
    (/** @type {{status: string, assertionResults: {status: string}[]}} */ file) =>
      file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  ).length;
  const failed = numFailedTests + broken;
  return {
    passed: numPassedTests,
    failed: failed === 0 && (code !== 0 || numPassedTests === 0) ? 1 : failed,
    skipped: numPendingTests + numTodoTests,
  };
}

/** @param {readonly string[]} names */
async function main(names) {
  const unknown = names.filter((name) => !(name in parts));
  if (unknown.length > 0)
    throw new SetupFault(`Unknown: ${unknown.join(", ")}. There are: ${Object.keys(parts).join(", ")}`);
  const chosen = names.length > 0 ? names : Object.keys(parts).filter((name) => !contained.includes(name));
  const windows = chosen.includes("window") || chosen.includes("packaged");
  if (windows) await ensureSystemLibraries(["window", "display", "pictures", "printing", "keyring", "clock"]);
  await ensureDependencies();
  if (windows) say(describeRuntime(await ensureElectron()));
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const name of chosen) {
    const since = Date.now();
    const tally = await /** @type {() => Promise<Tally>} */ (parts[name])();
    total.passed += tally.passed;
    total.failed += tally.failed;
    total.skipped += tally.skipped;
    say(`${name}: ${tally.failed === 0 ? "passed" : "FAILED"} (${secondsSince(since)})`);
  }
  if (total.skipped > 0) say(`${total.skipped} skipped`);
  say(`${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
}

if (process.argv[1] === path.join(projectRoot, "build", "test.mjs")) await runScript(() => main(process.argv.slice(2)));

// npm run soak [-- --residents 5000 --write]: a very long day at the counter in one run of the real window. Ends with 1 where memory or latency
// grew, an answer was wrong or a slip was lost; prints a table of the run, and with --write puts it into docs/soak.md.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { _electron } from "playwright-core";
import { buildApp } from "../../build/app.mjs";
import { projectRoot } from "../../build/setup/child.mjs";
import { ensureDisplay } from "../../build/setup/display.mjs";
import { ensureElectron, heldStart, rootSwitch } from "../../build/setup/electron-runtime.mjs";
import { expectedRecords, growth, type Sample, soak } from "./run.ts";

const MOST_GROWTH = 0.1;

const { values } = parseArgs({
  options: { residents: { type: "string", default: "5000" }, write: { type: "boolean", default: false } },
});
const residents = Number(values.residents);

const row = ({ after, memory, windowMemory, latency, latency95 }: Sample): string =>
  `| ${after} | ${memory.toFixed(0)} | ${windowMemory.toFixed(0)} | ${latency.toFixed(1)} | ${latency95.toFixed(1)} |`;

/** The page of the documents, from the run itself. */
function documentOf(lines: readonly string[], summary: readonly string[]): string {
  return [
    "# A very long day",
    "",
    "`npm run soak -- --write` takes residents through the real window in one run and writes this page. Each is typed at the counter, answered, compared with",
    "the day that plain addition gives, and recorded in the ledger; every hundredth slip is laid out and saved through the dialog. Memory is that of all",
    "processes after a collection; latency is from the last key to the last change of the answer. The run fails where memory or latency of the last tenth is",
    "more than a tenth above the second, an answer is wrong, or a slip is missing from the ledger. `test/window/soak.test.ts` is the short form. What all",
    "processes gain is mostly the ledger's page cache, which grows with its file up to 64 MB (`cache_size` in `electron/ledger/database.ts`): in 2,500 residents",
    "its process went from 118 to 135 MB, the file to 15 MB, the main process from 236 to 237.",
    "",
    `On ${new Date().toISOString().slice(0, 10)}:`,
    "",
    ...summary.map((line) => `- ${line}`),
    "",
    ...lines,
    "",
  ].join("\n");
}

async function main(): Promise<number> {
  const runtime = await ensureElectron();
  await buildApp();
  const display = await ensureDisplay();
  const folder = mkdtempSync(path.join(tmpdir(), "canbao-soak-"));
  const launch = () =>
    _electron.launch({
      executablePath: runtime.executable,
      chromiumSandbox: rootSwitch().length === 0,
      args: [
        ...heldStart,
        projectRoot,
        `--user-data-dir=${path.join(folder, "profile")}`,
        "--lang=zh-CN",
        `--canbao-test-out=${folder}`,
      ],
      env: { ...process.env, ...(display.display === undefined ? {} : { DISPLAY: display.display }) } as Record<
        string,
        string
      >,
    });
  const electron = await launch();
  const since = Date.now();
  try {
    const lines = ["| residents | all processes, MB | window, MB | latency, ms | 95th, ms |", "|---|---|---|---|---|"];
    process.stdout.write(`${lines.join("\n")}\n`);
    const every = Math.max(10, Math.floor(residents / 50));
    const page = await electron.firstWindow();
    const report = await soak({ electron, page }, residents, every, (sample) => {
      lines.push(row(sample));
      process.stdout.write(`${row(sample)}\n`);
    });
    const memory = growth(report.samples, (sample) => sample.memory);
    const latency = growth(report.samples, (sample) => sample.latency);
    const lost = expectedRecords(residents) - report.records;
    for (const line of report.wrong.slice(0, 20)) process.stdout.write(`${line}\n`);
    const summary = [
      `${report.taken} residents in ${((Date.now() - since) / 60_000).toFixed(1)} min, load ${loadavg()[0]?.toFixed(1)} at the end, Electron ${runtime.version}`,
      `memory, last tenth against second: ${(memory * 100).toFixed(1)} %; latency: ${(latency * 100).toFixed(1)} %`,
      `${report.wrong.length} wrong, ${report.records} slips on record, ${lost} lost, ${report.findings} findings in the chain`,
    ];
    process.stdout.write(`\n${summary.join("\n")}\n`);
    if (values.write) writeFileSync(path.join(projectRoot, "docs/soak.md"), documentOf(lines, summary));
    return memory <= MOST_GROWTH &&
      latency <= MOST_GROWTH &&
      report.wrong.length === 0 &&
      lost === 0 &&
      report.findings === 0
      ? 0
      : 1;
  } finally {
    await electron.close();
    display.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

process.exitCode = await main();

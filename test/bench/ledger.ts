// What else half a million slips cost: `node test/bench/ledger.ts [COUNT] [--walk]`. Searching is `npm run bench -- ledger-search`.

import { rmSync, statSync } from "node:fs";
import { issueSlip } from "../../electron/ledger/issue.ts";
import { FROM_THE_FIRST, type VerifyProgress, verifyNext } from "../../electron/ledger/verify.ts";
import { slipOf } from "../electron/ledger/fixture.ts";
import { AFTERWARDS, ledgerOf, openAt, varied } from "./ledger-of.ts";
import { median } from "./measure.ts";

const args = process.argv.slice(2);
const COUNT = Number(args.find((arg) => /^\d+$/.test(arg)) ?? 500_000);
const ISSUED = 50;

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function report(name: string, ms: number, more: Readonly<Record<string, unknown>> = {}): void {
  console.log(`${name.padEnd(14)} ${ms.toFixed(1).padStart(9)} ms  ${JSON.stringify(more)}`);
}

const megabytes = (file: string) => Math.round(statSync(file).size / 1_048_576);

const place = ledgerOf(COUNT);
const opening = performance.now();
const ledger = openAt(place, { now: AFTERWARDS });
report("open", performance.now() - opening, { records: COUNT, megabytes: megabytes(place.file) });
const { session } = ledger;

const first = Date.now();
const issued = Array.from({ length: ISSUED }, (_, i) =>
  timed(() => issueSlip(session, { clerk: "李敏" }, slipOf(first + i, [varied(first + i)]))),
);
report("issue", median(issued), { worst: Number(Math.max(...issued).toFixed(1)) });

const copy = `${place.file}.copy`;
rmSync(copy, { force: true });
report(
  "backup",
  timed(() => session.database.run("VACUUM INTO ?", copy)),
  { megabytes: megabytes(copy) },
);
rmSync(copy, { force: true });

// Minutes: only where asked for.
if (args.includes("--walk")) {
  let progress: VerifyProgress = FROM_THE_FIRST;
  const walk = timed(() => {
    while (!progress.done) progress = verifyNext(session.database, session.keys, progress, 2000);
  });
  report("walk", walk, { checked: progress.checked, findings: progress.findings.length });
}
ledger.close();

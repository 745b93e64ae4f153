// How fast the ledger answers with half a million slips in it: `node test/bench/ledger.ts [--json] [COUNT]`.

import { existsSync, mkdirSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { nowOf } from "../../electron/ledger/clock.ts";
import { issueSlip, issueSlips } from "../../electron/ledger/issue.ts";
import { type OpenLedger, openLedger } from "../../electron/ledger/open.ts";
import { type Place, placeIn } from "../../electron/ledger/place.ts";
import { search } from "../../electron/ledger/search.ts";
import { FROM_THE_FIRST, type VerifyProgress, verifyNext } from "../../electron/ledger/verify.ts";
import { SearchQuery } from "../../shared/ledger/search.ts";
import { DATA_KEY, resident, slipOf } from "../electron/ledger/fixture.ts";

const args = process.argv.slice(2);
const json = args.includes("--json");
const COUNT = Number(args.find((arg) => /^\d+$/.test(arg)) ?? 500_000);
/** A year and a half of working days. */
const DAYS = 400;
/** What a clerk waits for an answer at most, in milliseconds. */
const SEARCH_BUDGET = 50;

const root = path.join(import.meta.dirname, `../../.cache/bench-ledger-${COUNT}`);
const place = placeIn(path.join(root, "ledger"), root);
const SLIPS_AT_ONCE = 500;

function open(at: Place, time: { now: Date }, mayCreate: boolean): OpenLedger {
  return openLedger({
    place: at,
    dataKey: DATA_KEY,
    mayCreate,
    clock: () => nowOf(time.now),
    station: "03",
    app: "bench",
  });
}

/** Filling takes minutes: it is done once and kept in the cache folder. */
function fill(): void {
  if (existsSync(place.anchor)) return;
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  const building = placeIn(path.join(root, "ledger"), path.join(root, "ledger"));
  const time = { now: new Date("2024-09-10T01:00:00.000Z") };
  const ledger = open({ ...building, anchor: place.anchor }, time, true);
  const first = time.now.getTime();
  for (let n = 0; n < COUNT; n += SLIPS_AT_ONCE) {
    time.now = new Date(first + Math.floor((n / COUNT) * DAYS) * 86_400_000 + (n % 30_000) * 1000);
    const clerk = ["李敏", "王芳", "张伟"][n % 3] ?? "李敏";
    const slips = Array.from({ length: Math.min(SLIPS_AT_ONCE, COUNT - n) }, (_, i) => slipOf(n + i, [varied(n + i)]));
    issueSlips(ledger.session, { clerk, acceptClock: true }, slips);
    if (n % 50_000 === 0) process.stderr.write(`filling: ${n} of ${COUNT}\n`);
  }
  ledger.close();
}

/** As many names, townships and rule sets as a county has. */
function varied(n: number) {
  const person = resident(n);
  const mixed = (n * 2_654_435_761) % 4_294_967_296;
  return {
    ...person,
    idNumber: `99999919${50 + (mixed % 50)}${String(1 + (mixed % 12)).padStart(2, "0")}${String(1 + (mixed % 28)).padStart(2, "0")}${String(mixed % 10_000).padStart(4, "0")}`,
    figures: { ...person.figures, township: `第${mixed % 47}镇` },
  };
}

function timed(work: () => unknown, times: number): { readonly median: number; readonly worst: number } {
  const taken = Array.from({ length: times }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return { median: taken[Math.floor(times / 2)] ?? 0, worst: taken.at(-1) ?? 0 };
}

function report(name: string, ours: number, budget: number | null, more: Readonly<Record<string, unknown>> = {}): void {
  const ok = budget === null || ours <= budget;
  const line = { name, ours: Number(ours.toFixed(2)), unit: "ms", budget, ok, ...more };
  if (json) console.log(JSON.stringify(line));
  else
    console.log(
      `${ok ? "ok  " : "SLOW"} ${name.padEnd(44)} ${ours.toFixed(2).padStart(9)} ms${budget === null ? "" : ` (≤ ${budget})`}  ${JSON.stringify(more)}`,
    );
  if (!ok) process.exitCode = 1;
}

const QUERIES: Readonly<Record<string, Parameters<typeof SearchQuery.parse>[0]>> = {
  newest: {},
  "name-part": { name: "桂建" },
  "name-surname": { name: "王" },
  "name-unknown": { name: "欧阳娜" },
  "id-tail": { idTail: "0024" },
  "slip-number": { number: "03-241105-0042" },
  day: { from: "2025-01-15", through: "2025-01-15" },
  month: { from: "2024-11-01", through: "2024-11-30" },
  township: { township: "第12镇" },
  amount: { payable: 9000 },
  "amount-unknown": { payable: 12_345 },
  "rule-set": { ruleSet: "gansu/2025" },
  "rule-set-amount": { ruleSet: "jiangxi/2025", payable: 9000 },
  "township-amount": { township: "第12镇", payable: 9000 },
  "township-amount-old-month": { township: "第12镇", payable: 9000, from: "2024-09-10", through: "2024-10-10" },
  "township-name": { township: "第12镇", name: "王" },
  "name-day": { name: "王", from: "2025-01-15", through: "2025-01-15" },
  "clerk-voided": { clerk: "李敏", standing: "voided" },
};

fill();
const time = { now: new Date("2027-01-04T01:00:00.000Z") };
const opening = performance.now();
const ledger = open(place, time, false);
report("ledger-open", performance.now() - opening, null, {
  records: COUNT,
  megabytes: Math.round(statSync(place.file).size / 1_048_576),
});
for (const [name, query] of Object.entries(QUERIES)) {
  const start = performance.now();
  const page = search(ledger.session.database, SearchQuery.parse(query));
  const cold = performance.now() - start;
  const { median, worst } = timed(() => search(ledger.session.database, SearchQuery.parse(query)), 15);
  report(`ledger-search ${name}`, worst, SEARCH_BUDGET, {
    median: Number(median.toFixed(2)),
    first: Number(cold.toFixed(2)),
    found: page.count,
  });
}
let n = Date.now();
const issued = timed(() => issueSlip(ledger.session, { clerk: "李敏" }, slipOf(n++, [varied(n)])), 50);
report("ledger-issue", issued.median, null, { worst: Number(issued.worst.toFixed(2)) });
const walking = performance.now();
let progress: VerifyProgress = FROM_THE_FIRST;
while (!progress.done) progress = verifyNext(ledger.session.database, ledger.session.keys, progress, 2000);
report("ledger-verify-all", performance.now() - walking, null, {
  checked: progress.checked,
  findings: progress.findings.length,
});
const backup = path.join(root, "backup.db");
rmSync(backup, { force: true });
const copying = performance.now();
ledger.session.database.run("VACUUM INTO ?", backup);
report("ledger-backup", performance.now() - copying, null, {
  megabytes: Math.round(statSync(backup).size / 1_048_576),
});
rmSync(backup, { force: true });
ledger.close();

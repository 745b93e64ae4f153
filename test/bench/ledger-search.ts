// How long a clerk waits for an answer from half a million slips: every kind of query, each time with nothing cached.

import { search } from "../../electron/ledger/search.ts";
import { SearchQuery } from "../../shared/ledger/search.ts";
import { AFTERWARDS, ledgerOf, openAt } from "./ledger-of.ts";
import type { BenchLine, Benchmark } from "./line.ts";
import { quantile } from "./measure.ts";

const RECORDS = 500_000;
/** Milliseconds. */
const BUDGET = 50;
/** Each kind of query is asked so often, every time for something else. */
const TIMES = 20;

type Query = Parameters<typeof SearchQuery.parse>[0];

const SURNAMES = Array.from("王李张刘陈杨赵黄周吴");
const PARTS = ["桂建", "志强", "秀英", "玉", "兰", "王桂", "陈玉文", "晓", "欧阳娜", "芳"];
const pick = <Value>(from: readonly Value[], n: number): Value | undefined => from[n % from.length];
const township = (n: number) => `第${(n * 7) % 47}镇`;
const day = (n: number) => new Date(Date.UTC(2024, 8, 10 + n * 19)).toISOString().slice(0, 10);
const two = (value: number) => String(value).padStart(2, "0");

/** What can be asked for in the window, and what the program asks for itself. */
const KINDS: Readonly<Record<string, (n: number) => Query>> = {
  newest: () => ({}),
  "name-part": (n) => ({ name: pick(PARTS, n) }),
  surname: (n) => ({ name: pick(SURNAMES, n) }),
  "surname-township": (n) => ({ name: pick(SURNAMES, n), township: township(n) }),
  "name-township": (n) => ({ name: pick(PARTS, n), township: township(n) }),
  "surname-tail": (n) => ({ name: pick(SURNAMES, n), idTail: `00${two(n * 4)}` }),
  "surname-amount": (n) => ({ name: pick(SURNAMES, n), payable: n % 2 === 0 ? 9000 : 12_345 }),
  "surname-day": (n) => ({ name: pick(SURNAMES, n), from: day(n), through: day(n) }),
  "surname-voided": (n) => ({ name: pick(SURNAMES, n), standing: "voided" }),
  "id-tail": (n) => ({ idTail: `${two(n)}24` }),
  "slip-number": (n) => ({ number: `03-${day(n).slice(2).replaceAll("-", "")}-00${two(n)}` }),
  "number-beginning": (n) => ({ number: `03-${day(n).slice(2).replaceAll("-", "")}` }),
  day: (n) => ({ from: day(n), through: day(n) }),
  month: (n) => ({ from: day(n), through: day(n + 2) }),
  township: (n) => ({ township: township(n) }),
  amount: (n) => ({ payable: n % 2 === 0 ? 9000 : 40_000 }),
  "amount-unknown": () => ({ payable: 12_345 }),
  "rule-set": () => ({ ruleSet: "gansu/2025" }),
  "rule-set-amount": (n) => ({ ruleSet: n % 2 === 0 ? "jiangxi/2025" : "gansu/2025", payable: 9000 }),
  "township-amount": (n) => ({ township: township(n), payable: 9000 }),
  "township-amount-month": (n) => ({ township: township(n), payable: 9000, from: day(n), through: day(n + 2) }),
  "township-valid": (n) => ({ township: township(n), standing: "valid" }),
  "clerk-voided": () => ({ clerk: "李敏", standing: "voided" }),
};

interface Taken {
  readonly wall: number;
  /** What the processor spent on it: the same on a busy machine. */
  readonly cpu: number;
}

/** The 95th percentiles of each kind, in milliseconds. */
function searchTimes(records: number): ReadonlyMap<string, Taken> {
  const ledger = openAt(ledgerOf(records), { now: AFTERWARDS });
  try {
    const { database } = ledger.session;
    return new Map(
      Object.entries(KINDS).map(([kind, query]) => {
        const taken = Array.from({ length: TIMES }, (_, n) => {
          database.pragma("shrink_memory");
          const [start, before] = [performance.now(), process.cpuUsage()];
          search(database, SearchQuery.parse(query(n)));
          const { user, system } = process.cpuUsage(before);
          return { wall: performance.now() - start, cpu: (user + system) / 1000 };
        });
        const of = (what: keyof Taken) =>
          quantile(
            taken.map((one) => one[what]),
            0.95,
          );
        return [kind, { wall: of("wall"), cpu: of("cpu") }] as const;
      }),
    );
  } finally {
    ledger.close();
  }
}

function measured(): readonly BenchLine[] {
  const times = searchTimes(RECORDS);
  const worst = (what: keyof Taken) => Math.max(...[...times.values()].map((taken) => taken[what]));
  const ours = worst("wall");
  const kinds = [...times].map(([kind, { wall }]) => [kind, Number(wall.toFixed(1))] as const);
  return [
    {
      name: "ledger-search",
      ours,
      unit: "ms",
      peer: null,
      peerName: null,
      ratio: null,
      budget: BUDGET,
      ok: ours <= BUDGET,
      budgetText: `≤ ${BUDGET} ms, the worst p95 of ${times.size} kinds of query on ${RECORDS} records, nothing cached`,
      also: { "worst CPU": Number(worst("cpu").toFixed(1)), ...Object.fromEntries(kinds) },
    },
  ];
}

export const ledgerSearch: Benchmark = { names: ["ledger-search"], run: () => Promise.resolve(measured()) };

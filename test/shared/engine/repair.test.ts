// Missed years for real: the wait grows with them, paying for them takes it back year by year, and after four it has a floor.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseIsoDay } from "../../../shared/dates/iso.ts";
import { answerRequest } from "../../../shared/engine/answer.ts";
import type { Result } from "../../../shared/engine/result.ts";
import { englishPhrase } from "../../../shared/trace/english.ts";
import { resultOf } from "./residents.ts";
import { rulesOf2027 } from "./rules-2027.ts";

const adult = { birthDate: "1980-05-01", categories: [] };

interface Change {
  readonly paidOn?: string;
  readonly resident?: object;
  readonly anyYear?: boolean;
}

/** Somebody who missed these years and pays for 2027. */
function pays(
  missedYears: readonly number[],
  { paidOn = "2026-12-01", resident, anyYear = false }: Change = {},
): Result {
  const table = rulesOf2027();
  const answer = answerRequest(
    {
      ruleSet: table.id,
      paidOn,
      resident: { ...adult, missedYears, ...resident },
      interpretations: anyYear ? { "gap-counted-from": "any-year" } : {},
    },
    new Map([[table.id, table]]),
  );
  if (!answer.ok) throw new Error(`${answer.error.path}: ${answer.error.message}`);
  return answer.result;
}

const run = (last: number, count: number) => Array.from({ length: count }, (_, back) => last - back);
const rowsOf = ({ repair }: Result) => repair?.rows.map(({ years, cost, start }) => [years, cost, start]);

describe("somebody who pays for 2027 inside the window", () => {
  it("having missed 2025 and 2026 waits four months, and one repaired year wins April (Qingdao's example)", () => {
    const result = pays([2025, 2026]);
    expect(result.benefit).toMatchObject({ start: "2027-05-01", wait: { length: 4, unit: "month", to: "2027-04-30" } });
    expect(result.repair).toMatchObject({
      missedYears: 2,
      pricePerYear: "400.00",
      most: 1,
      rows: [
        { years: 0, cost: "0.00", start: "2027-05-01", gainedDays: 0 },
        { years: 1, cost: "400.00", start: "2027-04-01", gainedDays: 30, wait: { length: 3, to: "2027-03-31" } },
      ],
      floor: null,
      notStated: ["aid-on-repair", "earlier-costs"],
    });
    expect(result.repair?.rule).toMatchObject({ document: "国办发〔2024〕38号", grade: "B" });
  });

  it("having paid for one of them is answered so, and the table still shows every choice", () => {
    const result = pays([2025, 2026], { resident: { repairedYears: 1 } });
    expect(result.benefit.start).toBe("2027-04-01");
    expect(rowsOf(result)?.[0]).toEqual([0, "0.00", "2027-05-01"]);
    expect(result.trace.map(({ step, variant }) => `${step}.${variant}`)).toContain("missed-years.repaired");
  });

  it("having paid for more years than can be repaired gains nothing by it", () => {
    expect(pays([2025, 2026], { resident: { repairedYears: 9 } }).benefit.start).toBe("2027-04-01");
  });

  it("having missed 2026 alone has the fixed wait and nothing to repair", () => {
    const result = pays([2026]);
    expect(result.benefit.start).toBe("2027-04-01");
    expect(result.repair).toMatchObject({ most: 0, rows: [{ years: 0 }] });
  });

  it.each([
    [
      3,
      [
        [0, "0.00", "2027-06-01"],
        [1, "400.00", "2027-05-01"],
        [2, "800.00", "2027-04-01"],
      ],
    ],
    // Four years: 3 + 3 months is the floor of six, nothing to repair. Five: seven months, of which one.
    [4, [[0, "0.00", "2027-07-01"]]],
    [
      5,
      [
        [0, "0.00", "2027-08-01"],
        [1, "400.00", "2027-07-01"],
      ],
    ],
    [
      7,
      [
        [0, "0.00", "2027-10-01"],
        [1, "400.00", "2027-09-01"],
        [2, "800.00", "2027-08-01"],
        [3, "1200.00", "2027-07-01"],
      ],
    ],
  ] as const)("%i missed years, any year counting", (count, rows) => {
    const result = pays(run(2026, count), { anyYear: true });
    expect(rowsOf(result)).toEqual(rows);
    expect(result.repair?.floor === null).toBe(count < 4);
  });

  it("whose wait outlasts the year can buy it back into the year", () => {
    const result = pays(run(2026, 11), { anyYear: true });
    expect(result.benefit).toMatchObject({ kind: "none", reason: "wait-outlasts-year" });
    expect(result.repair?.rows[0]).toMatchObject({ start: null, reason: "wait-outlasts-year", gainedDays: 0 });
    expect(result.repair?.rows.at(-1)).toMatchObject({ start: "2027-07-01", gainedDays: 184 });
  });
});

it("late and with two missed years waits once, four months, and repairs one", () => {
  const result = pays([2025, 2026], { paidOn: "2027-03-05" });
  expect(rowsOf(result)).toEqual([
    [0, "0.00", "2027-07-05"],
    [1, "400.00", "2027-06-05"],
  ]);
});

it.each([
  ["nothing is known of missed years", { missedYears: null }],
  ["no year was missed", { missedYears: [] }],
  ["a special group is freed from the wait", { missedYears: [2025, 2026], categories: ["fixed-aid"] }],
])("there is no table where %s", (_why, resident) => {
  expect(pays([], { resident }).repair).toBeUndefined();
});

it("rule sets of 2025 know no repair", () => {
  const resident = { ...adult, missedYears: [2023, 2024] };
  const request = { ruleSet: "gansu/2025", paidOn: "2024-12-03", resident };
  expect(resultOf({ ...request, interpretations: { "gap-counted-from": "any-year" } }).repair).toBeUndefined();
});

it("every choice: more years cost more and never start later, no row is worth its neighbour's answer, and the floor holds", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 200 }), (count, days) => {
      const from = parseIsoDay("2026-10-01") ?? 0;
      const paidOn = new Date((from + days) * 86_400_000).toISOString().slice(0, 10);
      const result = pays(run(2026, count), { paidOn, anyYear: true });
      const rows = result.repair?.rows ?? [];
      expect(rows.length).toBeGreaterThan(0);
      for (const [at, row] of rows.entries()) {
        expect(row.years).toBe(at);
        expect(row.cost).toBe(`${400 * at}.00`);
        expect(row.wait?.length).toBe(Math.max(3, 3 + count - 1 - at));
        if (count >= 4) expect(row.wait?.length).toBeGreaterThanOrEqual(6);
        const before = rows[at - 1];
        if (before !== undefined) expect(row.gainedDays).toBeGreaterThanOrEqual(before.gainedDays);
      }
      for (const step of result.trace) {
        expect(step.summary).not.toMatch(/undefined|\{\{/);
        expect(englishPhrase(step)).not.toMatch(/undefined|\{\{/);
      }
    }),
    { seed: 20_270_101, numRuns: 300 },
  );
});

describe("what continuous cover earns", () => {
  const incentivesOf = (resident: object, ruleSet = "jiangxi/2026") =>
    resultOf({ ruleSet, paidOn: "2025-11-20", resident: { ...adult, missedYears: [], ...resident } }).incentives;

  it.each([
    [3, 0, "0.00"],
    [4, 1, "3000.00"],
    [6, 3, "9000.00"],
  ])("%i continuous years and this one: %i raises in Jiangxi", (continuousYears, raises, amount) => {
    expect(incentivesOf({ continuousYears })).toMatchObject([{ kind: "continuous", raises, amount, limitPercent: 20 }]);
  });

  it("a missed year starts the count again", () => {
    expect(incentivesOf({ continuousYears: 9, missedYears: [2025] })).toMatchObject([{ raises: 0 }]);
  });

  it("is said without an amount where the place's is not known", () => {
    expect(incentivesOf({ claimFreeLastYear: true }, "guizhou/2026")).toMatchObject([
      { kind: "claim-free", raises: 1, amount: null, atLeast: "1000.00" },
    ]);
  });

  it("is not spoken of where nobody told, and changes neither amount nor day", () => {
    expect(incentivesOf({})).toBeUndefined();
    const request = { ruleSet: "hunan/2026", paidOn: "2025-11-20", resident: { ...adult, missedYears: [] } };
    const told = { ...request, resident: { ...request.resident, continuousYears: 8, claimFreeLastYear: true } };
    expect(resultOf(told)).toMatchObject({
      benefit: resultOf(request).benefit,
      contribution: resultOf(request).contribution,
    });
  });
});

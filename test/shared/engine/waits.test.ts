// Waits: their length, first and last day, month ends, leap days, missed years, and the year's end.

import { describe, expect, it } from "vitest";
import { resultOf } from "./residents.ts";

const anyYear = { "gap-counted-from": "any-year" };

function waits(ruleSet: string, paidOn: string, missedYears: readonly number[] = [], interpretations: object = {}) {
  const { benefit, review } = resultOf({
    ruleSet,
    paidOn,
    resident: { birthDate: "1980-05-01", categories: [], missedYears },
    interpretations,
  });
  const { wait } = benefit;
  return {
    wait: wait === null ? null : `${wait.from} ${wait.to} ${wait.length} ${wait.unit}`,
    start: benefit.start ?? benefit.reason ?? null,
    flags: review.map(({ code }) => code).join(" "),
  };
}

describe("missed years before birth", () => {
  const paid = (birthDate: string, missedYears: readonly number[] | null, interpretations: object = anyYear) =>
    resultOf({
      ruleSet: "gansu/2025",
      county: "620602",
      paidOn: "2024-11-10",
      resident: { birthDate, categories: [], missedYears },
      interpretations,
    });

  it("a child of 2023 of whom five years are told: two can be missed, 2023 and 2024", () => {
    const { benefit, trace } = paid("2023-05-05", [2024, 2023, 2022, 2021, 2020]);
    expect(benefit).toMatchObject({ start: "2025-05-01", wait: { length: 120 } });
    const lines = trace.filter(({ step }) => step === "missed-years");
    expect(lines.map(({ variant, in: given }) => [variant, given["years"]])).toEqual([
      ["before-birth", [2022, 2021, 2020]],
      ["counted", [2024, 2023]],
    ]);
  });

  it("of the same child, years not told: never more than 120 days, and never nothing this year", () => {
    expect(paid("2023-05-05", null).range?.start).toEqual({
      earliest: "2025-01-01",
      latest: "2025-05-01",
      mayBeNone: false,
      mayBeNotStated: false,
    });
  });

  it("of a baby of a hundred days who pays in February, 2024 alone can be missed: no reading of it is open", () => {
    const { benefit, review } = resultOf({
      ruleSet: "gansu/2025",
      county: "620602",
      paidOn: "2025-02-09",
      resident: { birthDate: "2024-11-01", categories: [], missedYears: [2024, 2023] },
    });
    expect(benefit.reason).toBe("conditions-not-stated");
    expect(review.map(({ code }) => code)).toEqual(["conditions-not-stated"]);
  });

  it("of somebody born in 2025, 2024 is no missed year and is not called one that lies further back", () => {
    const { benefit, trace } = resultOf({
      ruleSet: "gansu/2025",
      county: "620602",
      paidOn: "2025-02-09",
      resident: { birthDate: "2025-01-05", categories: [], missedYears: [2024] },
    });
    expect(benefit.kind).toBe("not-stated");
    expect(trace.filter(({ step }) => step === "missed-years").map(({ variant }) => variant)).toEqual(["before-birth"]);
  });
});

describe("three calendar months in Jiangxi", () => {
  it.each([
    ["2025-03-01", "2025-05-31", "2025-06-01", ""],
    ["2025-03-30", "2025-06-29", "2025-06-30", ""],
    ["2025-03-31", "2025-06-30", "2025-07-01", "month-end"],
    ["2025-05-31", "2025-08-30", "2025-08-31", ""],
    ["2025-08-31", "2025-11-30", "2025-12-01", "month-end"],
    ["2025-09-01", "2025-11-30", "2025-12-01", ""],
    ["2025-09-30", "2025-12-29", "2025-12-30", ""],
    ["2025-10-01", "2025-12-31", "wait-outlasts-year", ""],
    ["2025-11-28", "2026-02-27", "wait-outlasts-year", ""],
    ["2025-11-29", "2026-02-28", "wait-outlasts-year", "month-end"],
    ["2025-11-30", "2026-02-28", "wait-outlasts-year", "month-end"],
    ["2025-12-31", "2026-03-30", "wait-outlasts-year", ""],
  ])("paid on %s: wait to %s, covered from %s", (paidOn, to, start, flags) => {
    expect(waits("jiangxi/2025", paidOn)).toEqual({ wait: `${paidOn} ${to} 3 month`, start, flags });
  });

  it("missed years change nothing in Jiangxi, inside the window and after it", () => {
    for (const paidOn of ["2024-10-10", "2025-02-20", "2025-03-05"])
      expect(waits("jiangxi/2025", paidOn, [2020, 2021, 2022, 2023, 2024])).toEqual(waits("jiangxi/2025", paidOn));
  });
});

describe("ninety days in Gansu", () => {
  it.each([
    ["2025-01-01", "2025-03-31", "2025-04-01"],
    ["2025-01-15", "2025-04-14", "2025-04-15"],
    ["2025-01-31", "2025-04-30", "2025-05-01"],
    ["2025-02-01", "2025-05-01", "2025-05-02"],
    ["2025-02-28", "2025-05-28", "2025-05-29"],
  ])("paid on %s: wait to %s, covered from %s", (paidOn, to, start) => {
    expect(waits("gansu/2025", paidOn)).toEqual({ wait: `${paidOn} ${to} 90 day`, start, flags: "" });
  });
});

describe("missed years in Gansu, any year counting", () => {
  it.each([
    ["one, paid in the concentrated window", "2024-11-10", [2024], "2025-01-01 2025-03-31 90 day", "2025-04-01"],
    ["two", "2024-11-10", [2024, 2023], "2025-01-01 2025-04-30 120 day", "2025-05-01"],
    ["four", "2024-11-10", [2021, 2022, 2023, 2024], "2025-01-01 2025-06-29 180 day", "2025-06-30"],
    [
      "ten",
      "2024-11-10",
      [2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024],
      "2025-01-01 2025-12-26 360 day",
      "2025-12-27",
    ],
    [
      "eleven: the wait outlasts the year",
      "2024-11-10",
      [2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024],
      "2025-01-01 2026-01-25 390 day",
      "wait-outlasts-year",
    ],
    ["one, paid late: one fixed wait for both", "2025-01-15", [2024], "2025-01-15 2025-04-14 90 day", "2025-04-15"],
    ["two, paid late", "2025-01-15", [2023, 2024], "2025-01-15 2025-05-14 120 day", "2025-05-15"],
    ["2023 but not 2024: covered in between", "2024-11-10", [2023], null, "2025-01-01"],
    [
      "2024 and 2022: only the last one lies directly before",
      "2024-11-10",
      [2022, 2024],
      "2025-01-01 2025-03-31 90 day",
      "2025-04-01",
    ],
  ] as const)("%s", (_what, paidOn, missed, wait, start) => {
    expect(waits("gansu/2025", paidOn, missed, anyYear)).toEqual({ wait, start, flags: "" });
  });

  it("only years from 2025 on counting, no year before it counts", () => {
    expect(waits("gansu/2025", "2024-11-10", [2022, 2023, 2024], { "gap-counted-from": "2025" })).toEqual({
      wait: null,
      start: "2025-01-01",
      flags: "",
    });
  });

  it("not settled, one missed year is an open reading in the concentrated window and none in the supplementary", () => {
    const open = resultOf({
      ruleSet: "gansu/2025",
      paidOn: "2024-11-10",
      resident: { categories: [], missedYears: [2024] },
    });
    expect(open.benefit).toEqual({
      kind: "undetermined",
      start: null,
      end: "2025-12-31",
      wait: null,
      reason: "gap-before-2025",
    });
    expect(open.review).toMatchObject([
      {
        code: "gap-before-2025",
        alternatives: [
          { reading: "gap-counted-from=2025", benefit: { kind: "exact", start: "2025-01-01" } },
          { reading: "gap-counted-from=any-year", benefit: { kind: "exact", start: "2025-04-01" } },
        ],
      },
    ]);
    expect(waits("gansu/2025", "2025-01-15", [2024])).toEqual({
      wait: "2025-01-15 2025-04-14 90 day",
      start: "2025-04-15",
      flags: "",
    });
    expect(waits("gansu/2025", "2025-01-15", [2023, 2024])).toMatchObject({
      start: "gap-before-2025",
      flags: "gap-before-2025",
    });
  });
});

describe("at least three months in Xinzhou", () => {
  it.each([
    ["late", "2025-04-10", [], "2025-04-10 2025-07-09 3 month", "2025-07-10"],
    ["one missed year, in the window", "2024-12-03", [2024], "2025-01-01 2025-03-31 3 month", "2025-04-01"],
    ["two missed years, in January", "2025-01-15", [2024, 2023], "2025-01-15 2025-05-14 4 month", "2025-05-15"],
    [
      "three missed years, paid on 31 March",
      "2025-03-31",
      [2024, 2023, 2022],
      "2025-03-31 2025-08-30 5 month",
      "2025-08-31",
    ],
  ] as const)("%s", (_what, paidOn, missed, wait, start) => {
    expect(waits("xinzhou/2025", paidOn, missed, anyYear)).toMatchObject({ wait, start });
    expect(
      resultOf({
        ruleSet: "xinzhou/2025",
        paidOn,
        resident: { birthDate: "1980-05-01", categories: [], missedYears: missed },
        interpretations: anyYear,
      }).benefit.kind,
    ).toBe("not-before");
  });
});

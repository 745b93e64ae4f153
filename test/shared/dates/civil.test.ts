import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonthsClamped,
  civil,
  dayOf,
  daysInMonth,
  firstBirthday,
  isLeapYear,
  realDay,
  yearOf,
} from "../../../shared/dates/civil.ts";
import { isoDay, parseIsoDay } from "../../../shared/dates/iso.ts";

const EPOCH = Temporal.PlainDate.from("1970-01-01");
const oracle = (day: number): Temporal.PlainDate => EPOCH.add({ days: day });
const anyDay = fc.integer({ min: dayOf(1900, 1, 1), max: dayOf(2199, 12, 31) });

function day(text: string): number {
  const found = parseIsoDay(text);
  if (found === undefined) throw new Error(`the test names a day that does not exist: ${text}`);
  return found;
}

describe("days as integers", () => {
  it("starts at 0 on 1 January 1970", () => {
    expect(dayOf(1970, 1, 1)).toBe(0);
    expect(dayOf(1969, 12, 31)).toBe(-1);
    expect(dayOf(2000, 3, 1)).toBe(11_017);
  });

  it("agrees with the oracle on every day from 1900 to 2199, both ways", () => {
    let date = Temporal.PlainDate.from("1900-01-01");
    let expected = EPOCH.until(date).days;
    const wrong: string[] = [];
    let count = 0;
    while (date.year < 2200) {
      const text = date.toString();
      const parts = civil(expected);
      const same =
        parseIsoDay(text) === expected &&
        isoDay(expected) === text &&
        isoDay(expected) === text &&
        dayOf(date.year, date.month, date.day) === expected &&
        parts.year === date.year &&
        parts.month === date.month &&
        parts.day === date.day &&
        yearOf(expected) === date.year;
      if (!same) wrong.push(text);
      count += 1;
      expected += 1;
      date = date.add({ days: 1 });
    }
    expect(wrong).toEqual([]);
    expect(count).toBe(109_573);
  });

  it("agrees with the oracle far outside those years too", () => {
    fc.assert(
      fc.property(fc.integer({ min: -3_000_000, max: 5_000_000 }), (number) => {
        const date = oracle(number);
        expect(civil(number)).toEqual({ year: date.year, month: date.month, day: date.day });
        expect(realDay(date.year, date.month, date.day)).toBe(number);
        expect(isoDay(number)).toBe(date.toString());
      }),
    );
  });

  it("knows the leap years of the centuries", () => {
    expect([1900, 2000, 2023, 2024, 2100].map(isLeapYear)).toEqual([false, true, false, true, false]);
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((month) => daysInMonth(2025, month))).toEqual([
      31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
    ]);
    expect(daysInMonth(2024, 2)).toBe(29);
  });

  it.each([
    [2025, 2, 29],
    [2100, 2, 29],
    [2025, 4, 31],
    [2025, 0, 1],
    [2025, 13, 1],
    [2025, 1, 0],
    [2025, 1, 32],
    [2025, 1.5, 1],
    [2025, 1, 1.5],
    [Number.NaN, 1, 1],
  ])("has no day %d-%d-%d", (year, month, dayOfMonth) => {
    expect(realDay(year, month, dayOfMonth)).toBeUndefined();
    expect(() => dayOf(year, month, dayOfMonth)).toThrow(RangeError);
  });
});

describe("sums", () => {
  it("counts ninety days from 15 January 2025 to 15 April", () => {
    expect(isoDay(addDays(day("2025-01-15"), 90))).toBe("2025-04-15");
  });

  it.each([
    ["2025-03-05", 3, "2025-06-05", false],
    ["2025-03-31", 3, "2025-06-30", true],
    ["2025-11-30", 3, "2026-02-28", true],
    ["2023-11-30", 3, "2024-02-29", true],
    ["2024-02-29", 12, "2025-02-28", true],
    ["2024-02-29", 48, "2028-02-29", false],
    ["2025-12-31", 1, "2026-01-31", false],
    ["2025-03-31", -1, "2025-02-28", true],
    ["2025-01-15", -1, "2024-12-15", false],
    ["2025-01-15", 0, "2025-01-15", false],
  ])("%s and %d months is %s (clamped: %s)", (from, months, to, clamped) => {
    expect(addMonthsClamped(day(from), months)).toEqual({ day: day(to), clamped });
  });

  it("adds months as the oracle does, and says when it clamped", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -2400, max: 2400 }), (start, months) => {
        const from = oracle(start);
        const to = from.add({ months });
        const got = addMonthsClamped(start, months);
        expect(isoDay(got.day)).toBe(to.toString());
        expect(got.clamped).toBe(to.day !== from.day);
      }),
      { numRuns: 2000 },
    );
  });

  it("gives a child born on 29 February a first birthday on 28 February", () => {
    expect(isoDay(firstBirthday(day("2024-02-29")))).toBe("2025-02-28");
    expect(isoDay(firstBirthday(day("2024-08-25")))).toBe("2025-08-25");
  });
});

import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { dayOf } from "../../../shared/dates/civil.ts";
import { isoDay, parseIsoDay } from "../../../shared/dates/iso.ts";

describe("strict ISO days", () => {
  it.each([
    "",
    "2025-1-15",
    "2025-01-15 ",
    " 2025-01-15",
    "2025/01/15",
    "20250115",
    "2025-01-15T00:00",
    "2025-02-29",
    "2025-00-10",
    "2025-13-10",
    "2025-04-31",
    "1899-12-31",
    "2200-01-01",
    "２025-01-15",
    "-025-01-15",
    "2025-0a-15",
    "2025-+1-15",
    "2025-01- 5",
    "2025-01-0:",
    "2025-01-0/",
  ])("refuses %j", (text) => {
    expect(parseIsoDay(text)).toBeUndefined();
  });

  it("takes the first and the last day it deals with", () => {
    expect(parseIsoDay("1900-01-01")).toBe(dayOf(1900, 1, 1));
    expect(parseIsoDay("2199-12-31")).toBe(dayOf(2199, 12, 31));
  });

  it("takes of any ten digits and hyphens exactly the dates the oracle has", () => {
    const nearDate = fc
      .tuple(fc.integer({ min: 1890, max: 2210 }), fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 33 }))
      .map(([year, month, day]) => `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`);
    fc.assert(
      fc.property(nearDate, (text) => {
        let expected: string | undefined;
        try {
          const date = Temporal.PlainDate.from(text);
          expected = date.year >= 1900 && date.year <= 2199 ? date.toString() : undefined;
        } catch {
          expected = undefined;
        }
        const got = parseIsoDay(text);
        expect(got === undefined ? undefined : isoDay(got)).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });

  it("writes days outside the cached years as well", () => {
    expect(isoDay(dayOf(1899, 12, 31))).toBe("1899-12-31");
    expect(isoDay(dayOf(2200, 1, 1))).toBe("2200-01-01");
    expect(isoDay(dayOf(10_000, 1, 1))).toBe("+010000-01-01");
    expect(isoDay(dayOf(-1, 1, 1))).toBe("-000001-01-01");
  });

  it("refuses half a day: that is a fault in the caller", () => {
    expect(() => isoDay(0.5)).toThrow(RangeError);
    expect(() => isoDay(Number.NaN)).toThrow(RangeError);
  });
});

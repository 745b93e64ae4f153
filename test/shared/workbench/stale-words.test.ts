// An amount that changed while the sentence beside it still says last year's is pointed out before it is confirmed.

import { describe, expect, it } from "vitest";
import type { PointValue } from "../../../shared/rules/points.ts";
import { staleFigures } from "../../../shared/workbench/stale-words.ts";

function stale(zh: string, now: PointValue, before: PointValue | undefined): readonly string[] {
  const cite = { document: "d", article: "a", grade: "A", silent: false, summary: { zh, en: "words" } };
  return staleFigures({ leaves: [{ names: ["value"], path: ["value"], value: now }], cite }, () => before);
}

describe("last year's figure in this year's words", () => {
  it("is named where the amount beside it has changed", () => {
    expect(stale("个人缴费每人每年400元", "444.00", "400.00")).toEqual(["400"]);
    expect(stale("省级116.80元", "118.00", "116.80")).toEqual(["116.80"]);
    expect(stale("省级116.8元", "118.00", "116.80")).toEqual(["116.8"]);
    expect(stale("等待期3个月", { length: 4, unit: "month" }, { length: 3, unit: "month" })).toEqual(["3"]);
    expect(stale("2025年财政补助", 2026, 2025)).toEqual(["2025"]);
  });

  it("is nothing to say while the figure is the same, or new, or the words are mended", () => {
    expect(stale("个人缴费每人每年400元", "400.00", "400.00")).toEqual([]);
    expect(stale("个人缴费每人每年400元", "400.00", undefined)).toEqual([]);
    expect(stale("个人缴费每人每年444元", "444.00", "400.00")).toEqual([]);
  });

  it("is not found inside a longer figure", () => {
    expect(stale("合计1400元、400.50元", "444.00", "400.00")).toEqual([]);
  });
});

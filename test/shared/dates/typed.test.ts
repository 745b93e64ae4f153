import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { civil, dayOf } from "../../../shared/dates/civil.ts";
import { isoDay } from "../../../shared/dates/iso.ts";
import { parseTypedDate } from "../../../shared/dates/typed.ts";

describe("a date as a clerk types it", () => {
  it.each([
    "2025-01-15",
    "2025-1-15",
    "2025/1/15",
    "2025/01/15",
    "20250115",
    "2025年1月15日",
    "2025年01月15",
    "2025 年 1 月 15 号",
    "2025.1.15",
    "2025。1。15",
    "２０２５０１１５",
    "２０２５／１／１５",
    "２０２５－０１－１５",
    " 2025-01-15\u3000",
  ])("%j is 15 January 2025", (text) => {
    expect(parseTypedDate(text)).toEqual({ ok: true, day: dayOf(2025, 1, 15) });
  });

  it("says that nothing was typed", () => {
    expect(parseTypedDate(" \u3000")).toEqual({ ok: false, error: { code: "empty" } });
  });

  it.each([
    "15/1/2025",
    "25-1-15",
    "2025-1/15",
    "2025年1-15",
    "2025年1月",
    "2025-1-15日",
    "2025011",
    "202501150",
    "2025-115",
    "2025-1-15T00",
    "二〇二五年一月十五日",
    "-2025-1-15",
    "2025-001-15",
  ])("%j can not be read as one date", (text) => {
    expect(parseTypedDate(text)).toEqual({ ok: false, error: { code: "form" } });
  });

  it("names the day that the calendar lacks", () => {
    expect(parseTypedDate("20250229")).toEqual({
      ok: false,
      error: { code: "no-such-day", year: 2025, month: 2, day: 29 },
    });
    expect(parseTypedDate("2025/13/1")).toMatchObject({ ok: false, error: { code: "no-such-day" } });
    expect(parseTypedDate("2025年0月1日")).toMatchObject({ ok: false, error: { code: "no-such-day" } });
  });

  it("names the years it takes", () => {
    const error = { code: "year-out-of-range", year: 1899, first: 1900, last: 2199 };
    expect(parseTypedDate("18991231")).toEqual({ ok: false, error });
    expect(parseTypedDate("22000101")).toMatchObject({ ok: false, error: { code: "year-out-of-range", year: 2200 } });
  });

  it("reads every written form of any day back to that day", () => {
    fc.assert(
      fc.property(fc.integer({ min: dayOf(1900, 1, 1), max: dayOf(2199, 12, 31) }), (day) => {
        const { year, month, day: ofMonth } = civil(day);
        const iso = isoDay(day);
        const forms = [
          iso,
          iso.replaceAll("-", ""),
          iso.replaceAll("-", "/"),
          `${year}/${month}/${ofMonth}`,
          `${year}.${month}.${ofMonth}`,
          `${year}年${month}月${ofMonth}日`,
        ];
        for (const form of forms) expect(parseTypedDate(form)).toEqual({ ok: true, day });
      }),
    );
  });
});

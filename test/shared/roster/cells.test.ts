import { describe, expect, it } from "vitest";
import { isoDay } from "../../../shared/dates/iso.ts";
import { readDay, readGroups, readMissedYears, readNames } from "../../../shared/roster/cells.ts";
import { categoryVocabulary, groupVocabulary } from "../../../shared/roster/vocabulary.ts";

function day(text: string, date1904 = false): string | null {
  const result = readDay(text, date1904);
  if (!result.ok) return result.problem.code;
  return result.value === null ? null : isoDay(result.value);
}

describe("a date cell", () => {
  it.each([
    "2025-01-15",
    "2025/1/15",
    "20250115",
    "2025年1月15日",
    "45672",
    "45672.5",
    "2025.1.15",
    " ２０２５-01-15 ",
    "2025-01-15 08:30:00",
    "2025/1/15 8:30",
  ])("%s is 15 January 2025", (text) => {
    expect(day(text)).toBe("2025-01-15");
  });

  it("an Excel serial counts from 1904 where the workbook does", () => {
    expect(day("44210", true)).toBe("2025-01-15");
  });

  it.each(["2025-02-30", "15/1/2025", "25-1-15", "2025-01", "昨天", "2025年"])("%s is no date", (text) => {
    expect(day(text)).toBe("date");
  });

  it("2024 alone is a year that somebody typed, not a day of 1905", () => {
    expect(day("2024")).toBe("date-number");
  });

  it("is empty or a day", () => {
    expect(day("")).toBeNull();
    expect(day("  ")).toBeNull();
  });
});

const CATEGORIES = categoryVocabulary(["rural-dibao-1-2", "orphan", "lifted-from-poverty"], {});
const GROUPS = groupVocabulary(["newborn", "discharged-soldier"], {});

describe("an identity cell", () => {
  it.each([
    ["", []],
    ["无", []],
    ["孤儿；脱贫人口", ["orphan", "lifted-from-poverty"]],
    ["孤儿、脱贫人口", ["orphan", "lifted-from-poverty"]],
    ["农村低保一、二类", ["rural-dibao-1-2"]],
    ["农村低保一、二类;孤儿", ["rural-dibao-1-2", "orphan"]],
    ["orphan;orphan", ["orphan"]],
  ])("%s holds %s", (text, ids) => {
    expect(readNames(text, CATEGORIES, "category-unknown")).toEqual({ ok: true, value: ids });
  });

  it("names the part that is not known, with what it may mean", () => {
    const result = readNames("孤儿;低保一类", CATEGORIES, "category-unknown");
    expect(result).toEqual({
      ok: false,
      problem: { code: "category-unknown", values: { cell: "低保一类", known: "rural-dibao-1-2" } },
    });
  });
});

describe("a group cell", () => {
  it("takes dates behind @", () => {
    const result = readGroups("新生儿; 退役军人＠2025年2月1日", GROUPS, false);
    expect(result).toEqual({
      ok: true,
      value: [
        { id: "newborn", event: null },
        { id: "discharged-soldier", event: 20120 },
      ],
    });
  });

  it.each([
    ["discharged-soldier@", "group-date"],
    ["discharged-soldier@soon", "group-date"],
    ["pilot", "group-unknown"],
  ])("%s is refused as %s", (text, code) => {
    const result = readGroups(text, GROUPS, false);
    expect(result.ok ? "" : result.problem.code).toBe(code);
  });
});

describe("a missed-years cell", () => {
  it.each([
    ["", null],
    ["0", []],
    ["连续参保", []],
    ["2024", [2024]],
    ["2023；2024年度", [2023, 2024]],
    ["2023、2024", [2023, 2024]],
  ])("%s means %s", (text, years) => {
    expect(readMissedYears(text, 2025)).toEqual({ ok: true, value: years });
  });

  it.each([
    ["2", "missed-year"],
    ["24", "missed-year"],
    ["2025", "missed-year-future"],
    ["2024;2024", "missed-year-repeated"],
  ])("%s is refused as %s", (text, code) => {
    const result = readMissedYears(text, 2025);
    expect(result.ok ? "" : result.problem.code).toBe(code);
  });
});

// Residents whom nobody thinks of first, worked out from the notices before the engine was asked: edges that meet edges.
import { describe, expect, it } from "vitest";
import type { Benefit } from "../../../shared/engine/result.ts";
import { resultOf } from "./residents.ts";

/** "exact 2025-01-01", "not-stated", "none windows-closed", with "wait first..last length unit" where there is one. */
function said({ kind, start, wait, reason }: Benefit): string {
  const waits = wait === null ? [] : [`wait ${wait.from}..${wait.to} ${wait.length} ${wait.unit}`];
  return [kind, start, reason, ...waits].filter(Boolean).join(" ");
}

function answer(ruleSet: string, paidOn: string, resident: object, interpretations: object = {}) {
  const told = { categories: [], missedYears: [], ...resident };
  const { benefit, review, contribution } = resultOf({ ruleSet, paidOn, resident: told, interpretations });
  const readings = review.flatMap(({ alternatives }) => alternatives.map((one) => said(one.benefit)));
  const open = benefit.kind === "undetermined" ? [...new Set(readings)].sort() : [];
  return { says: said(benefit), open, payable: contribution.payable, review: review.map(({ code }) => code) };
}

const group = (name: string, eventDate: string) => ({ groups: [{ group: name, eventDate }] });
const missed = (years: number) => ({ missedYears: Array.from({ length: years }, (_, back) => 2024 - back) });
const anyYear = { "gap-counted-from": "any-year" };

describe("Gansu, 甘医保发〔2024〕54号 五", () => {
  // Born 1 October: 31 days to its end, 61 to 30 November, so 29 December is day 90.
  it("a baby's 90th day falls between the windows: free, and the days of 2024 belong to the year before", () => {
    const found = answer("gansu/2025", "2024-12-29", { birthDate: "2024-10-01" });
    expect(found).toMatchObject({ says: "not-stated", review: ["start-not-stated", "earlier-year"] });
  });

  it("its 91st day does too: outside the 90 days nothing at all is to be had", () => {
    expect(answer("gansu/2025", "2024-12-30", { birthDate: "2024-10-01" })).toMatchObject({
      says: "undetermined boundary-day",
      open: ["none between-windows", "not-stated"],
    });
  });

  it("a soldier discharged two days before New Year's Day pays on it: 当年 is last year's or the campaign's", () => {
    expect(answer("gansu/2025", "2025-01-01", group("discharged-soldier", "2024-12-30"))).toMatchObject({
      says: "undetermined conditions-not-stated",
      open: ["exact 2025-04-01 wait 2025-01-01..2025-03-31 90 day", "not-stated"],
    });
  });

  it("discharged on New Year's Day and paid on it: of this year under either reading", () => {
    expect(answer("gansu/2025", "2025-01-01", group("discharged-soldier", "2025-01-01")).says).toBe("not-stated");
  });

  it("recognised as monitored in November, paid in January and in March: open while the campaign runs, shut after it", () => {
    const monitored = { categories: ["relapse-monitored"], ...group("newly-recognised-low-income", "2024-11-15") };
    expect(answer("gansu/2025", "2025-01-10", monitored)).toMatchObject({
      says: "undetermined conditions-not-stated",
      open: ["exact 2025-04-10 wait 2025-01-10..2025-04-09 90 day", "not-stated"],
      payable: "150.00",
    });
    expect(answer("gansu/2025", "2025-03-01", monitored)).toMatchObject({
      says: "none windows-closed",
      payable: "150.00",
    });
  });

  it("newly on the margin and on dibao: the listed identity settles what the margin alone leaves open", () => {
    const both = {
      categories: ["dibao-marginal", "rural-dibao-3-4"],
      ...group("newly-recognised-low-income", "2025-03-05"),
    };
    expect(answer("gansu/2025", "2025-03-05", both)).toMatchObject({ says: "not-stated", payable: "150.00" });
  });

  it("an orphan of a hundred days: too old for certain to be a newborn, but newly recognised, so nothing is open", () => {
    const orphan = {
      birthDate: "2025-01-20",
      categories: ["orphan"],
      ...group("newly-recognised-low-income", "2025-05-01"),
    };
    expect(answer("gansu/2025", "2025-05-02", orphan)).toEqual({
      says: "not-stated",
      open: [],
      payable: "0.00",
      review: ["start-not-stated"],
    });
  });

  // 90 + 2 × 30 = 150 days from 28 February: 1 to its end, 32, 62, 93, 123 to 30 June, so 27 July is the last.
  it("missed three years and pays on the last day: 90 days or 150", () => {
    expect(answer("gansu/2025", "2025-02-28", missed(3))).toMatchObject({
      says: "undetermined gap-before-2025",
      open: [
        "exact 2025-05-29 wait 2025-02-28..2025-05-28 90 day",
        "exact 2025-07-28 wait 2025-02-28..2025-07-27 150 day",
      ],
    });
  });

  // 90 + 9 × 30 = 360 days: from 5 January to 30 December, from 6 January to 31 December.
  it("ten missed years: paid on 5 January one day of cover is left, on the 6th none", () => {
    expect(answer("gansu/2025", "2025-01-05", missed(10), anyYear).says).toBe(
      "exact 2025-12-31 wait 2025-01-05..2025-12-30 360 day",
    );
    expect(answer("gansu/2025", "2025-01-06", missed(10), anyYear).says).toBe(
      "none wait-outlasts-year wait 2025-01-06..2025-12-31 360 day",
    );
  });

  // Born 3 October: 29 days in October, 59, 90 to 31 December, so 1 January is the edge.
  it("a baby's 91st day is New Year's Day after the year: two open questions, one answer a day earlier or later", () => {
    expect(answer("gansu/2025", "2026-01-01", { birthDate: "2025-10-03" })).toMatchObject({
      says: "undetermined boundary-day",
      open: ["none coverage-year-over", "not-stated"],
    });
    expect(answer("gansu/2025", "2026-01-01", { birthDate: "2025-10-02" }).says).toBe("none coverage-year-over");
    expect(answer("gansu/2025", "2025-12-31", { birthDate: "2025-10-03" }).says).toBe("not-stated");
  });
});

describe("Jiangxi, 赣医保发〔2024〕7号 一（四）（六）", () => {
  // Born 2 December: 30 days in that month, 61, 89 to 28 February, so 1 March is day 90.
  it("last year's baby on its 90th day, the first after the window: the whole year; a day later it is open", () => {
    expect(answer("jiangxi/2025", "2025-03-01", { birthDate: "2024-12-02" })).toMatchObject({
      says: "exact 2025-01-01",
      payable: null,
      review: ["earlier-year", "aid-not-stated"],
    });
    expect(answer("jiangxi/2025", "2025-03-02", { birthDate: "2024-12-02" })).toMatchObject({
      says: "undetermined boundary-day",
      open: ["exact 2025-01-01", "exact 2025-03-03"],
    });
  });

  it("discharged on 30 November, 1 and 2 December, paid on 1 March: too late, on the edge, in time", () => {
    const paid = (discharged: string) =>
      answer("jiangxi/2025", "2025-03-01", group("discharged-soldier", discharged)).says;
    expect(paid("2024-11-30")).toBe("exact 2025-06-01 wait 2025-03-01..2025-05-31 3 month");
    expect(paid("2024-12-01")).toBe("undetermined boundary-day");
    expect(paid("2024-12-02")).toBe("exact 2025-03-02");
  });

  it("on dibao since ten days after the payment: an ordinary wait, and an amount that nobody can state", () => {
    const later = { categories: ["dibao"], ...group("medical-aid-recipient", "2025-06-10") };
    expect(answer("jiangxi/2025", "2025-06-01", later)).toMatchObject({
      says: "exact 2025-09-01 wait 2025-06-01..2025-08-31 3 month",
      payable: null,
    });
  });

  it("discharged half a year ago, but on dibao: the identity frees where the discharge no longer does", () => {
    const both = { categories: ["dibao"], ...group("discharged-soldier", "2025-01-01") };
    expect(answer("jiangxi/2025", "2025-07-01", both)).toMatchObject({ says: "exact 2025-07-02", payable: "80.00" });
  });

  // Born 1 October: 30 December is event + 90, the edge; 31 December is past it, and the next day is next year's.
  it("a baby of three months at the year's end: open on 30 December, nothing left of the year on the 31st", () => {
    expect(answer("jiangxi/2025", "2025-12-30", { birthDate: "2025-10-01" })).toMatchObject({
      open: ["exact 2025-10-01", "exact 2025-12-31"],
    });
    expect(answer("jiangxi/2025", "2025-12-31", { birthDate: "2025-10-01" }).says).toBe("none starts-after-year");
  });

  it("born on 29 February 2024: 28 February is the last day of its first year, on 1 March it waits like anybody", () => {
    expect(answer("jiangxi/2025", "2025-03-01", { birthDate: "2024-02-29" })).toMatchObject({
      says: "exact 2025-06-01 wait 2025-03-01..2025-05-31 3 month",
      payable: "400.00",
    });
  });
});

describe("Xinzhou, 忻医保发〔2024〕11号 三", () => {
  it("missed 2024 and pays in February: no wait on a day not stated, or three months at least", () => {
    expect(answer("xinzhou/2025", "2025-02-10", missed(1))).toMatchObject({
      says: "undetermined gap-before-2025",
      open: ["not-before 2025-05-10 wait 2025-02-10..2025-05-09 3 month", "not-stated"],
    });
  });

  it("discharged, missed two years, pays late: free, three months at least, or four at least", () => {
    const soldier = { ...missed(2), ...group("discharged-soldier", "2025-04-01") };
    expect(answer("xinzhou/2025", "2025-04-30", soldier)).toMatchObject({
      says: "undetermined gap-before-2025",
      open: [
        "not-before 2025-07-30 wait 2025-04-30..2025-07-29 3 month",
        "not-before 2025-08-30 wait 2025-04-30..2025-08-29 4 month",
        "not-stated",
      ],
    });
  });

  it("nine missed years leave December at best, ten nothing", () => {
    expect(answer("xinzhou/2025", "2024-12-31", missed(9), anyYear).says).toBe(
      "not-before 2025-12-01 wait 2025-01-01..2025-11-30 11 month",
    );
    expect(answer("xinzhou/2025", "2024-12-31", missed(10), anyYear).says).toBe(
      "none wait-outlasts-year wait 2025-01-01..2025-12-31 12 month",
    );
  });

  it("a baby of February under the reading that January and February give the whole year: never before birth", () => {
    const settled = { "jan-feb-start": "coverage-year-start" };
    expect(answer("xinzhou/2025", "2025-02-25", { birthDate: "2025-02-20" }, settled).says).toBe("exact 2025-02-20");
  });
});

// Unknown is not zero: what is asked, in which order, what is not asked, and how far the answer can still move. And admissions.

import { describe, expect, it } from "vitest";
import { adult } from "./adult.ts";
import { resultOf } from "./residents.ts";

function asks(request: object): readonly string[] {
  return resultOf(request).unanswered.map(({ field }) => field);
}

describe("what is asked", () => {
  it.each([
    [
      "nothing of somebody fully known",
      { ruleSet: "gansu/2025", county: "620602", paidOn: "2024-11-10", resident: adult },
      [],
    ],
    ["the county where the tiers differ", { ruleSet: "gansu/2025", paidOn: "2024-11-10", resident: adult }, ["county"]],
    ["no county where no tier is stated", { ruleSet: "jiangxi/2025", paidOn: "2024-11-10", resident: adult }, []],
    [
      "missed years, which could take the spring away, before the county",
      { ruleSet: "gansu/2025", paidOn: "2024-11-10", resident: { ...adult, missedYears: null } },
      ["resident.missedYears", "county"],
    ],
    [
      "no missed years where the notice has no rule for them",
      { ruleSet: "jiangxi/2025", paidOn: "2025-03-05", resident: { ...adult, missedYears: null } },
      [],
    ],
    [
      "no missed years after closing, when nothing is left to lose",
      { ruleSet: "gansu/2025", county: "620602", paidOn: "2025-06-10", resident: { ...adult, missedYears: null } },
      [],
    ],
    [
      "identities, worth up to 400",
      { ruleSet: "gansu/2025", county: "620602", paidOn: "2024-11-10", resident: { ...adult, categories: null } },
      ["resident.categories"],
    ],
    [
      "the date of a discharge",
      {
        ruleSet: "gansu/2025",
        county: "620602",
        paidOn: "2025-06-10",
        resident: { ...adult, groups: [{ group: "discharged-soldier" }] },
      },
      ["resident.groups[0].eventDate"],
    ],
    [
      "no date of a group without a limit",
      { ruleSet: "jiangxi/2025", paidOn: "2025-06-10", resident: { ...adult, groups: [{ group: "religious-staff" }] } },
      [],
    ],
    [
      "when an identity was recognised, before nothing is believed",
      { ruleSet: "gansu/2025", county: "620602", paidOn: "2025-06-10", resident: { ...adult, categories: ["orphan"] } },
      ["resident.groups"],
    ],
    [
      "no recognition in the concentrated window",
      { ruleSet: "gansu/2025", county: "620602", paidOn: "2024-11-10", resident: { ...adult, categories: ["orphan"] } },
      [],
    ],
    [
      "the birth date of a newborn claimed without one",
      {
        ruleSet: "jiangxi/2025",
        paidOn: "2025-06-10",
        resident: { categories: [], missedYears: [], groups: [{ group: "newborn" }] },
      },
      ["resident.birthDate"],
    ],
    ["nothing of an employee", { ruleSet: "gansu/2025", paidOn: "2025-06-10", resident: { standing: "employee" } }, []],
  ])("%s", (_what, request, expected) => {
    expect(asks(request)).toEqual(expected);
  });

  it("without missed years the answer is that of somebody continuous, and says so", () => {
    const { benefit, trace } = resultOf({
      ruleSet: "gansu/2025",
      county: "620602",
      paidOn: "2024-11-10",
      resident: { ...adult, missedYears: null },
    });
    expect(benefit).toMatchObject({ kind: "exact", start: "2025-01-01" });
    expect(trace.map(({ step, variant }) => `${step}.${variant}`)).toContain("missed-years.unknown");
  });

  it("without identities aid and payable are unknown, never zero", () => {
    expect(
      resultOf({ ruleSet: "gansu/2025", paidOn: "2024-11-10", resident: { ...adult, categories: undefined } })
        .contribution,
    ).toEqual({ standard: "400.00", category: null, aid: null, payable: null });
  });

  it("an identity not asked for in Xinzhou may leave the amount not stated; in Gansu every identity has its amount", () => {
    const resident = { birthDate: "1980-05-01", missedYears: [] };
    const xinzhou = resultOf({ ruleSet: "xinzhou/2025", county: "140902", paidOn: "2025-03-10", resident });
    expect(xinzhou.range?.payable).toEqual({ min: "400.00", max: "400.00", mayBeNotStated: true });
    const gansu = resultOf({ ruleSet: "gansu/2025", county: "620602", paidOn: "2025-01-10", resident });
    expect(gansu.range?.payable).toEqual({ min: "0.00", max: "400.00" });
  });

  it("the range spans what the missing facts can make of the answer, up to a wait that outlasts the year", () => {
    const { range } = resultOf({
      ruleSet: "gansu/2025",
      county: "620602",
      paidOn: "2024-11-10",
      resident: { ...adult, categories: null, missedYears: null },
    });
    expect(range).toMatchObject({
      payable: { min: "0.00", max: "400.00" },
      start: { earliest: "2025-01-01", latest: "2025-07-30", mayBeNone: true },
    });
  });

  it("a missing date that decides everything leaves the answer open, and each way is computed", () => {
    const { benefit, review, range } = resultOf({
      ruleSet: "gansu/2025",
      county: "620602",
      paidOn: "2025-06-10",
      resident: { ...adult, groups: [{ group: "discharged-soldier" }] },
    });
    expect(benefit).toMatchObject({ kind: "undetermined", start: null, reason: "fact-missing" });
    expect(review).toEqual([]);
    expect(range?.start).toMatchObject({ mayBeNone: true, mayBeNotStated: true });
  });
});

describe("an admission in Jiangxi", () => {
  const wait = { ruleSet: "jiangxi/2025", paidOn: "2025-03-05", resident: adult };
  const clergy = {
    ruleSet: "jiangxi/2025",
    paidOn: "2025-03-15",
    resident: { ...adult, groups: [{ group: "religious-staff" }] },
  };
  it.each([
    ["on the wait's last day", wait, "2025-06-04", false, "admitted-before-wait-ended"],
    ["on the first covered day", wait, "2025-06-05", true, "admitted-while-covered"],
    ["before the payment, with a wait", wait, "2025-02-01", false, "admitted-before-wait-ended"],
    ["on New Year's Eve", wait, "2025-12-31", true, "admitted-while-covered"],
    ["in the year after", wait, "2026-01-01", null, "outside-coverage-year"],
    ["in the year before", wait, "2024-12-31", null, "outside-coverage-year"],
    ["on the day of payment, without a wait", clergy, "2025-03-15", null, "admitted-before-cover"],
    ["on the day after, without a wait", clergy, "2025-03-16", true, "admitted-while-covered"],
    [
      "where the wait outlasts the year",
      { ...wait, paidOn: "2025-11-06" },
      "2025-12-01",
      false,
      "admitted-before-wait-ended",
    ],
    ["before the window opens", { ...wait, paidOn: "2024-09-01" }, "2025-03-01", null, "no-benefit"],
  ])("%s", (_what, request, admittedOn, covered, reason) => {
    expect(resultOf({ ...request, admittedOn }).admission).toEqual({ covered, reason });
  });

  it("under readings that disagree it is not known; where they agree it is", () => {
    const edge = {
      ruleSet: "jiangxi/2025",
      paidOn: "2025-05-30",
      resident: { ...adult, groups: [{ group: "released", eventDate: "2025-03-01" }] },
    };
    expect(resultOf({ ...edge, admittedOn: "2025-06-15" }).admission).toEqual({
      covered: null,
      reason: "benefit-not-known",
    });
    expect(resultOf({ ...edge, admittedOn: "2025-09-01" }).admission).toEqual({
      covered: true,
      reason: "admitted-while-covered",
    });
  });

  it.each(["gansu/2025", "xinzhou/2025"])("%s has no such rule: no answer, and a step that says so", (ruleSet) => {
    const result = resultOf({ ruleSet, paidOn: "2024-11-10", resident: adult, admittedOn: "2025-03-01" });
    expect(result).not.toHaveProperty("admission");
    expect(result.trace.map(({ step }) => step)).toContain("admission-rule");
  });
});

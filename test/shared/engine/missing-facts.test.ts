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
      "the identity, of somebody who claims to be newly recognised and names none",
      {
        ruleSet: "gansu/2025",
        county: "620602",
        paidOn: "2025-05-12",
        resident: { ...adult, groups: [{ group: "newly-recognised-low-income", eventDate: "2025-05-10" }] },
      },
      ["resident.categories"],
    ],
    [
      "the identity and the day, where neither was told",
      {
        ruleSet: "gansu/2025",
        county: "620602",
        paidOn: "2025-05-12",
        resident: { ...adult, groups: [{ group: "newly-recognised-low-income" }] },
      },
      ["resident.categories", "resident.groups[0].eventDate"],
    ],
    [
      "no identity where the recognition came after the payment",
      {
        ruleSet: "gansu/2025",
        county: "620602",
        paidOn: "2025-05-12",
        resident: { ...adult, groups: [{ group: "newly-recognised-low-income", eventDate: "2025-05-20" }] },
      },
      [],
    ],
    [
      "no date of a group without a limit",
      { ruleSet: "jiangxi/2025", paidOn: "2025-06-10", resident: { ...adult, groups: [{ group: "religious-staff" }] } },
      [],
    ],
    [
      "when an identity was recognised, of somebody who claims another group too",
      {
        ruleSet: "gansu/2025",
        county: "620602",
        paidOn: "2025-06-10",
        resident: {
          ...adult,
          categories: ["orphan"],
          groups: [{ group: "discharged-soldier", eventDate: "2023-01-01" }],
        },
      },
      ["resident.groups"],
    ],
    [
      "when an identity was recognised, before nothing is believed",
      { ruleSet: "gansu/2025", county: "620602", paidOn: "2025-06-10", resident: { ...adult, categories: ["orphan"] } },
      ["resident.groups"],
    ],
    [
      "nothing more of somebody recognised two years ago who says so",
      {
        ruleSet: "gansu/2025",
        county: "620602",
        paidOn: "2025-06-10",
        resident: {
          ...adult,
          categories: ["orphan"],
          groups: [{ group: "newly-recognised-low-income", eventDate: "2023-06-01" }],
        },
      },
      [],
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
      // Ten missed years wait 360 days and leave the last five of the year; eleven leave none.
      start: { earliest: "2025-01-01", latest: "2025-12-27", mayBeNone: true },
    });
  });

  it("a newborn without a birth date may be a child of 90 days, covered from the day of birth", () => {
    const { range } = resultOf({
      ruleSet: "jiangxi/2025",
      county: "360102",
      paidOn: "2025-06-10",
      resident: { ...adult, birthDate: null, groups: [{ group: "newborn" }] },
    });
    expect(range?.start).toEqual({
      earliest: "2025-03-12",
      latest: "2025-09-10",
      mayBeNone: false,
      mayBeNotStated: true,
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

describe("what hangs on a missing fact, and how far the answer can still move", () => {
  const liangzhou = { ruleSet: "gansu/2025", county: "620602" };
  const employee = (eventDate: string) => ({ ...adult, groups: [{ group: "employee-to-resident", eventDate }] });
  const days = (earliest: string | null, latest: string | null, mayBeNone: boolean, mayBeNotStated: boolean) => ({
    earliest,
    latest,
    mayBeNone,
    mayBeNotStated,
  });

  // A day of cover weighs its share of the year's premium, standard and subsidy: 1070 yuan in Gansu and Jiangxi, 1100 in 2026.
  it.each<
    readonly [who: string, request: object, asked: readonly (readonly string[])[], payable: object, start: object]
  >([
    [
      "of whom only the birth date is known: a whole year of cover, then any amount up to 400",
      { ...liangzhou, paidOn: "2024-11-10", resident: { birthDate: "1980-05-01" } },
      [
        ["resident.missedYears", "1070.00", "benefit"],
        ["resident.categories", "400.00", "amount"],
      ],
      { min: "0.00", max: "400.00" },
      days("2025-01-01", "2025-12-27", true, false),
    ],
    [
      "whose county is not known: the purses alone, which weigh a fen",
      { ruleSet: "gansu/2025", paidOn: "2024-11-10", resident: adult },
      [["county", "0.01", "funding"]],
      { min: "400.00", max: "400.00" },
      days("2025-01-01", "2025-01-01", false, false),
    ],
    [
      "who was released on a day not told: 91 days, from the next day or after three months",
      { ruleSet: "jiangxi/2025", paidOn: "2025-05-06", resident: { ...adult, groups: [{ group: "released" }] } },
      [["resident.groups[0].eventDate", "266.77", "benefit"]],
      { min: "400.00", max: "400.00" },
      days("2025-05-07", "2025-08-06", false, false),
    ],
    [
      "who was discharged on a day not told: 89 days",
      {
        ...liangzhou,
        paidOn: "2025-01-10",
        resident: { ...adult, groups: [{ group: "discharged-soldier" }] },
        interpretations: { "exempt-start": "next-day" },
      },
      [["resident.groups[0].eventDate", "260.90", "benefit"]],
      { min: "400.00", max: "400.00" },
      days("2025-01-11", "2025-04-10", false, false),
    ],
    [
      "whose missed years are not told in the supplementary window: the 235 days that are left",
      {
        ...liangzhou,
        paidOn: "2025-02-10",
        resident: { ...adult, missedYears: null },
        interpretations: { "gap-counted-from": "any-year" },
      },
      [["resident.missedYears", "688.90", "benefit"]],
      { min: "400.00", max: "400.00" },
      days("2025-05-11", "2025-12-07", true, false),
    ],
    [
      "whose birth is not told, in Jiangxi in March: a newborn's amount is not stated, and its days are 170 more",
      { ruleSet: "jiangxi/2025", paidOn: "2025-03-20", resident: { categories: [], missedYears: [] } },
      [["resident.birthDate", "898.36", "amount benefit"]],
      { min: "400.00", max: "400.00", mayBeNotStated: true },
      days("2025-01-01", "2025-06-20", false, false),
    ],
    [
      "whose birth is not told, in Jiangxi in June, where the boundary day is outside: from the ninetieth day before at the earliest",
      {
        ruleSet: "jiangxi/2025",
        paidOn: "2025-06-20",
        resident: { categories: [], missedYears: [] },
        interpretations: { "within-edge": "out" },
      },
      [["resident.birthDate", "930.60", "amount benefit"]],
      { min: "400.00", max: "400.00", mayBeNotStated: true },
      days("2025-03-23", "2025-09-20", false, false),
    ],
    [
      "whose birth is not told, in Jiangxi after the year, where newborns of it are covered from birth: up to its last day",
      {
        ruleSet: "jiangxi/2025",
        paidOn: "2026-01-10",
        resident: { categories: [], missedYears: [] },
        interpretations: { "within-edge": "out", "newborn-after-year": "from-birth" },
      },
      [["resident.birthDate", "634.52", "amount benefit"]],
      { min: "400.00", max: "400.00", mayBeNotStated: true },
      days("2025-10-13", "2025-12-31", true, false),
    ],
    [
      "whose birth is not told, in Gansu after closing: a newborn's cover, on a day that is not stated",
      { ...liangzhou, paidOn: "2025-03-20", resident: { categories: [], missedYears: [] } },
      [["resident.birthDate", "1070.00", "benefit"]],
      { min: "400.00", max: "400.00" },
      days(null, null, true, true),
    ],
    [
      "who is an orphan since a day not told, after closing",
      { ...liangzhou, paidOn: "2025-06-10", resident: { ...adult, categories: ["orphan"] } },
      [["resident.groups", "1070.00", "benefit"]],
      { min: "0.00", max: "0.00" },
      days(null, null, true, true),
    ],
    [
      "who left employee insurance after years not told, in Tongren: 109 days and the late price",
      { ruleSet: "guizhou/2026", paidOn: "2026-03-20", resident: employee("2026-02-20") },
      [["resident.insuredYears", "728.49", "amount benefit"]],
      { min: "400.00", max: "1100.00" },
      days("2026-03-01", "2026-06-18", false, false),
    ],
    [
      "who left employee insurance on a day not told, in Tongren: from the month of payment at the earliest, and on the edge of three months no price is settled",
      {
        ruleSet: "guizhou/2026",
        paidOn: "2026-06-20",
        resident: { ...adult, insuredYears: 3, groups: [{ group: "employee-to-resident" }] },
      },
      [["resident.groups[0].eventDate", "728.49", "amount benefit"]],
      { min: "400.00", max: "1100.00", mayBeNotStated: true },
      days("2026-06-01", "2026-09-18", false, false),
    ],
    [
      "who is a newborn of Hunan in the window, of insured parents or not: nothing is paid, or 400 yuan",
      { ruleSet: "hunan/2026", paidOn: "2026-01-20", resident: { ...adult, birthDate: "2026-01-10" } },
      [["resident.parentInsured", "400.00", "amount"]],
      { min: "0.00", max: "400.00" },
      days("2026-01-10", "2026-01-10", false, false),
    ],
    [
      "who left employee insurance after months not told, in Hunan: 140 days and the late price",
      { ruleSet: "hunan/2026", paidOn: "2026-02-20", resident: employee("2025-12-20") },
      [["resident.employeeMonths", "821.92", "amount benefit"]],
      { min: "400.00", max: "1100.00" },
      days("2026-05-21", "2026-05-21", false, true),
    ],
    [
      "who is on dibao since a day not told, in Hunan at the standard price: half of it is aid, or nothing",
      {
        ruleSet: "hunan/2026",
        paidOn: "2026-02-20",
        resident: { ...employee("2025-12-20"), employeeMonths: 3, categories: ["dibao"] },
      },
      [["resident.recognisedOn", "400.00", "amount"]],
      { min: "200.00", max: "400.00" },
      days(null, null, false, true),
    ],
  ])("%s", (_who, request, asked, payable, start) => {
    const { unanswered, range } = resultOf(request);
    expect(unanswered.map(({ field, stake, changes }) => [field, stake, changes.join(" ")])).toEqual(asked);
    expect(range).toEqual({ payable, start });
  });

  it("with more facts missing than can be combined still spans each of them alone", () => {
    const groups = ["released", "moved-in", "returned-from-abroad", "discharged-soldier", "soldier-family"];
    const { unanswered, range } = resultOf({
      ruleSet: "jiangxi/2025",
      paidOn: "2025-05-06",
      resident: {
        missedYears: [],
        groups: [...groups, "employee-to-resident", "graduate-returned"].map((group) => ({ group })),
      },
    });
    expect(unanswered.map(({ field }) => field)).toEqual([
      "resident.birthDate",
      "resident.categories",
      ...Array.from({ length: 7 }, (_, at) => `resident.groups[${at}].eventDate`),
    ]);
    expect(range).toMatchObject({ payable: { min: "0.00", max: "400.00" }, start: { latest: "2025-08-06" } });
  });

  it("asks for the birth date in Jiangxi beside the identities: of a newborn the amount is not stated", () => {
    const { unanswered, range } = resultOf({
      ruleSet: "jiangxi/2025",
      paidOn: "2024-11-21",
      resident: { missedYears: [] },
    });
    expect(unanswered.map(({ field, changes }) => [field, ...changes])).toEqual([
      ["resident.categories", "amount"],
      ["resident.birthDate", "amount"],
    ]);
    expect(range?.payable).toEqual({ min: "0.00", max: "400.00", mayBeNotStated: true });
  });

  it("of whom nothing is known in Hunan in March may be a child of 1 January with an insured parent: free, and covered from birth", () => {
    const { range } = resultOf({ ruleSet: "hunan/2026", paidOn: "2026-03-01", resident: {} });
    expect(range?.payable).toEqual({ min: "0.00", max: "1100.00", mayBeNotStated: true });
    expect(range?.start).toEqual(days("2026-01-01", "2026-05-30", false, true));
  });

  it("of whom nothing is known in Jiangxi in autumn 2026 may be a child past its first birthday, whose day is not stated", () => {
    const { range } = resultOf({ ruleSet: "jiangxi/2026", paidOn: "2026-10-28", resident: { categories: [] } });
    expect(range?.start.mayBeNotStated).toBe(true);
  });

  it("of who left employee insurance on a day not told, in Hunan, may be extremely poor: the identity is asked for beside the day, and nothing may be to pay", () => {
    const { unanswered, range } = resultOf({
      ruleSet: "hunan/2026",
      paidOn: "2026-04-20",
      resident: {
        birthDate: "1980-09-21",
        missedYears: [],
        groups: [{ group: "employee-to-resident" }],
        employeeMonths: 4,
      },
    });
    expect(unanswered.map(({ field, stake, changes }) => [field, stake, changes.join(" ")])).toEqual([
      ["resident.groups[0].eventDate", "999.73", "amount benefit"],
      ["resident.categories", "400.00", "amount"],
    ]);
    expect(range?.payable).toEqual({ min: "0.00", max: "1100.00", mayBeNotStated: true });
  });

  it("of whom no identity is known in Gansu in July may be recognised as poor this year: no wait, from a day not stated", () => {
    const { range } = resultOf({
      ruleSet: "gansu/2025",
      paidOn: "2025-07-23",
      resident: { birthDate: "1981-04-20", missedYears: [], groups: [] },
    });
    expect(range?.start).toEqual(days(null, null, true, true));
  });

  it("of whom no birth date is known on the last day of 2026 in Hunan may be one year old today: its amount is not stated", () => {
    const { range } = resultOf({
      ruleSet: "hunan/2026",
      paidOn: "2026-12-31",
      resident: { missedYears: [], categories: [], parentInsured: true },
    });
    expect(range?.payable?.mayBeNotStated).toBe(true);
  });

  it("says in Chinese what each would change", () => {
    const whys = (request: object) => resultOf(request).unanswered.map(({ why }) => why);
    expect(whys({ ruleSet: "gansu/2025", paidOn: "2024-11-10", resident: { birthDate: "1980-05-01" } })).toEqual([
      "会改变待遇起始日",
      "会改变应缴金额",
      "会改变财政分担",
    ]);
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

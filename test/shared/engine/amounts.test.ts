// What is paid and by whom: the notices' tables row by row, several identities, and every reason for which no amount is stated.

import { describe, expect, it } from "vitest";
import { answerRequest } from "../../../shared/engine/answer.ts";
import { sum } from "../../../shared/rules/money.ts";
import { tableOf } from "../../bundled.ts";
import { gansuAmounts, gansuTiers } from "../../naive/worked-examples.ts";
import { adult } from "./adult.ts";
import { resultOf } from "./residents.ts";
import { gansuRewritten } from "./rewritten.ts";

function inTime(ruleSet: string, resident: object, county?: string) {
  return resultOf({
    ruleSet,
    paidOn: "2024-11-10",
    resident: { ...adult, ...resident },
    ...(county === undefined ? {} : { county }),
  });
}

function amounts(ruleSet: string, resident: object): string {
  const { contribution, review } = inTime(ruleSet, resident);
  return [contribution.category, contribution.aid, contribution.payable, ...review.map(({ code }) => code)].join(" ");
}

describe("Gansu's annexes", () => {
  it.each([["none", "0.00", "400.00"] as const, ...gansuAmounts])(
    "%s: aid %s, pays %s; with the subsidy 1070.00 in all",
    (id, aid, payable) => {
      const { contribution, funding } = inTime("gansu/2025", { categories: id === "none" ? [] : [id] }, "620602");
      expect(contribution).toEqual({ standard: "400.00", category: id === "none" ? null : id, aid, payable });
      expect(funding).toEqual({
        total: "670.00",
        central: "536.00",
        province: "116.80",
        cityCounty: "17.20",
        tier: "2",
      });
      expect(sum(aid, payable, funding.central ?? "", funding.province ?? "", funding.cityCounty ?? "")).toBe(
        "1070.00",
      );
    },
  );

  it.each(gansuTiers)(
    "county %s is in tier %s: province %s, city and county %s",
    (county, tier, province, cityCounty, unverified) => {
      const { funding, review } = inTime("gansu/2025", {}, county);
      expect(funding).toEqual({ total: "670.00", central: "536.00", province, cityCounty, tier });
      expect(review.map(({ code }) => code)).toEqual(unverified ? ["tier-unverified"] : []);
    },
  );

  it("Jiayuguan, a city without counties, is named by its own code 620200 of GB/T 2260, too", () => {
    expect(inTime("gansu/2025", {}, "620200")).toEqual(inTime("gansu/2025", {}, "620201"));
    expect(inTime("gansu/2025", {}, "620200").funding).toMatchObject({ tier: "3", province: "113.20" });
    expect(tableOf("gansu/2025").counties.has("620300")).toBe(false);
  });

  it("every county of the province has a tier, and only 18 rest on the unverified list", () => {
    const counties = [...new Set(tableOf("gansu/2025").counties.values())];
    expect(counties.filter(({ tier }) => tier === null)).toEqual([]);
    expect(counties.filter(({ tierVerified }) => !tierVerified)).toHaveLength(18);
  });

  it("a county in doubt keeps annex 1 as the source of its amounts; the list is cited for the doubt alone", () => {
    const steps = inTime("gansu/2025", {}, "620622").trace.filter(({ step }) => step === "funding");
    expect(steps.map(({ variant, clause }) => [variant, clause?.article, clause?.grade])).toEqual([
      ["known", "附表1", "A"],
      ["tier-unverified", "名单", "D"],
    ]);
  });

  it("without a county total and centre are known, the rest is not", () => {
    expect(inTime("gansu/2025", {}).funding).toEqual({
      total: "670.00",
      central: "536.00",
      province: null,
      cityCounty: null,
      tier: null,
    });
  });

  it("major illness takes 115 a head and nothing from the resident", () => {
    expect(inTime("gansu/2025", {}).majorIllness).toEqual({ perHead: "115.00", residentPays: "0.00" });
  });

  it("an orphan recognised after the windows and before the payment is aided this year: no rule puts it off", () => {
    const resident = { ...adult, categories: ["orphan"], recognisedOn: "2025-03-05" };
    expect(resultOf({ ruleSet: "gansu/2025", paidOn: "2025-03-20", resident }).contribution).toMatchObject({
      category: "orphan",
      aid: "400.00",
      payable: "0.00",
    });
  });
});

describe("major illness of which the resident pays a part", () => {
  it("is told with both amounts", () => {
    const tables = gansuRewritten(({ majorIllness }) => ({
      majorIllness: { ...majorIllness, residentPays: { ...majorIllness.residentPays, value: "30.00" } },
    }));
    const answer = answerRequest({ ruleSet: "gansu/2025", paidOn: "2024-11-10", resident: adult }, tables);
    if (!answer.ok) throw new Error(answer.error.message);
    expect(answer.result.majorIllness).toEqual({ perHead: "115.00", residentPays: "30.00" });
    expect(answer.result.trace.find(({ step }) => step === "major-illness")).toMatchObject({
      variant: "known",
      out: { perHead: "115.00", residentPays: "30.00", about: null },
    });
  });
});

describe("Jiangxi's two classes", () => {
  it.each([
    [[], " 0.00 400.00"],
    [["full-aid"], "full-aid 400.00 0.00"],
    [["fixed-aid"], "fixed-aid 320.00 80.00"],
    [["extreme-poverty"], "full-aid 400.00 0.00 membership-unverified"],
    [["orphan"], "full-aid 400.00 0.00 membership-unverified"],
    [["dibao"], "fixed-aid 320.00 80.00 membership-unverified"],
    [["relapse-monitored"], "fixed-aid 320.00 80.00 membership-unverified"],
    [["dibao", "orphan"], "full-aid 400.00 0.00 several-identities membership-unverified"],
    [["dibao", "relapse-monitored"], "fixed-aid 320.00 80.00 membership-unverified"],
    [["fixed-aid", "fixed-aid"], "fixed-aid 320.00 80.00"],
  ])("%j → %s", (categories, expected) => {
    expect(amounts("jiangxi/2025", { categories })).toBe(expected);
  });

  it("funding: the central part is one of two, until the county question is settled", () => {
    expect(inTime("jiangxi/2025", {}).funding).toEqual({
      total: "670.00",
      central: null,
      province: null,
      cityCounty: null,
      tier: null,
      centralOptions: ["402.00", "536.00"],
    });
    for (const [option, central] of [
      ["yes", "536.00"],
      ["no", "402.00"],
    ] as const)
      expect(
        resultOf({
          ruleSet: "jiangxi/2025",
          paidOn: "2024-11-10",
          resident: adult,
          interpretations: { "western-policy-county": option },
        }).funding,
      ).toEqual({ total: "670.00", central, province: null, cityCounty: null, tier: null });
  });

  it("major illness has no amount, about 107", () => {
    expect(inTime("jiangxi/2025", {}).majorIllness).toEqual({ perHead: null, residentPays: null, about: "107.00" });
  });
});

describe("Xinzhou states no aid", () => {
  it.each([
    [["dibao"], "dibao   aid-not-stated"],
    [["dibao", "orphan"], "orphan   several-identities aid-not-stated"],
    [["orphan", "dibao"], "orphan   several-identities aid-not-stated"],
  ])("%j → %s", (categories, expected) => {
    expect(amounts("xinzhou/2025", { categories })).toBe(expected);
  });

  it("major illness takes 130; what the resident pays of it is not stated", () => {
    expect(inTime("xinzhou/2025", {}).majorIllness).toEqual({ perHead: "130.00", residentPays: null });
  });
});

describe("no amount is stated", () => {
  const late = { groups: [{ group: "newly-recognised-low-income", eventDate: "2024-11-24" }] };
  it.each([
    [
      "gansu/2025",
      "recognised after the payment",
      { categories: ["orphan"], ...late },
      "orphan   recognised-after-payment",
    ],
    [
      "gansu/2025",
      "recognised on the day of payment",
      { categories: ["orphan"], groups: [{ group: "newly-recognised-low-income", eventDate: "2024-11-10" }] },
      "orphan 400.00 0.00",
    ],
    [
      "gansu/2025",
      "recognised elsewhere",
      { categories: ["orphan"], recognisedElsewhere: true },
      "orphan   aid-not-stated",
    ],
    [
      "xinzhou/2025",
      "recognised elsewhere",
      { categories: ["orphan"], recognisedElsewhere: true },
      "orphan   aid-by-recognition-place",
    ],
    [
      "jiangxi/2025",
      "recognised elsewhere",
      { categories: ["fixed-aid"], recognisedElsewhere: true },
      "fixed-aid   aid-not-stated",
    ],
    ["gansu/2025", "paid for by another body", { categories: [], otherSponsor: true }, "   other-sponsor"],
    [
      "gansu/2025",
      "both of it",
      { categories: ["orphan"], otherSponsor: true, recognisedElsewhere: true, ...late },
      "orphan   other-sponsor recognised-after-payment aid-not-stated",
    ],
    ["jiangxi/2025", "a student", { standing: "student" }, "   aid-not-stated"],
    [
      "jiangxi/2025",
      "a student aided in full",
      { standing: "student", categories: ["full-aid"] },
      "full-aid 400.00 0.00",
    ],
    ["jiangxi/2025", "a newborn", { birthDate: "2024-10-10" }, "   aid-not-stated earlier-year"],
    [
      "jiangxi/2025",
      "an orphan born in October",
      { birthDate: "2024-10-10", categories: ["orphan"] },
      "full-aid 400.00 0.00 earlier-year membership-unverified",
    ],
    ["gansu/2025", "a student", { standing: "student" }, " 0.00 400.00"],
    ["gansu/2025", "an identity that nobody asked for", { categories: undefined }, "  "],
  ])("%s, %s", (ruleSet, _what, resident, expected) => {
    expect(amounts(ruleSet, resident).split(" ").sort()).toEqual(expected.split(" ").sort());
  });
});

describe("identities and counties of another place", () => {
  it.each([
    [
      "gansu/2025",
      { resident: { ...adult, categories: ["full-aid"] } },
      /resident\.categories\[0\]: "full-aid" is no aid identity of gansu\/2025; it has extreme-poverty, /,
    ],
    ["gansu/2025", { resident: { ...adult, categories: ["orphan", "dibao"] } }, /resident\.categories\[1\]/],
    ["jiangxi/2025", { resident: { ...adult, categories: ["rural-dibao-1-2"] } }, /resident\.categories\[0\]/],
    ["xinzhou/2025", { resident: { ...adult, categories: ["fixed-aid"] } }, /resident\.categories\[0\]/],
    [
      "gansu/2025",
      { resident: { ...adult, groups: [{ group: "religious-staff" }] } },
      /resident\.groups\[0\]\.group.*it has discharged-soldier, /,
    ],
    [
      "jiangxi/2025",
      { resident: { ...adult, groups: [{ group: "military-dependant" }] } },
      /resident\.groups\[0\]\.group/,
    ],
    [
      "gansu/2025",
      { county: "360102", resident: adult },
      /county: 360102 is no county of gansu\/2025; .* begin with 62/,
    ],
    ["xinzhou/2025", { county: "140101", resident: adult }, /county: .* covers 140902, 140921, /],
  ])("%s refuses %j", (ruleSet, request, says) => {
    expect(() => resultOf({ ruleSet, paidOn: "2024-11-10", ...request })).toThrow(says);
  });
});

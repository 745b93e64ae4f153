// What is paid in 2026 by residents of whom something is not known: free whatever else holds, or open, and why.
import { describe, expect, it } from "vitest";
import { answerRequest } from "../../../shared/engine/answer.ts";
import type { RuleSetData } from "../../../shared/rules/schema.ts";
import { resultOf } from "./residents.ts";
import { rewritten } from "./rewritten.ts";

const grown = { birthDate: "1962-02-10", missedYears: [] };

function aid(request: object) {
  const { contribution, review, trace } = resultOf(request);
  return {
    payable: contribution.payable,
    review: review.map(({ code }) => code).filter((code) => code !== "provisional-rules"),
    steps: trace.filter(({ step }) => step === "aid").map(({ variant }) => variant),
  };
}

describe("what is paid in 2026", () => {
  it("nothing for a young child of Jiangxi, though nobody asked for aid identities", () => {
    const resident = { birthDate: "2026-01-10", missedYears: [] };
    expect(aid({ ruleSet: "jiangxi/2026", paidOn: "2026-02-10", resident })).toEqual({
      payable: "0.00",
      review: [],
      steps: ["relief-all"],
    });
  });

  it("late in Tongren it hangs on the identities alone, as long as nobody asked for them", () => {
    expect(aid({ ruleSet: "guizhou/2026", paidOn: "2026-08-17", resident: grown })).toEqual({
      payable: null,
      review: [],
      steps: ["not-asked"],
    });
  });

  it.each([
    ["hunan/2026", "2026-02-05"],
    ["guizhou/2026", "2026-08-17"],
  ])(
    "late in %s: the subsidy's part by the resident himself, so that no treasury pays it, wherever the county lies",
    (ruleSet, paidOn) => {
      const { contribution, funding, trace, unanswered } = resultOf({
        ruleSet,
        paidOn,
        resident: { ...grown, categories: [] },
      });
      expect(contribution).toMatchObject({ standard: "1100.00", surcharge: "700.00", payable: "1100.00" });
      expect(funding).toEqual({ total: "0.00", central: "0.00", province: "0.00", cityCounty: "0.00", tier: null });
      expect(trace.filter(({ step }) => step === "funding").map(({ variant }) => variant)).toEqual(["owed-late"]);
      expect(unanswered.map(({ field }) => field)).not.toContain("county");
    },
  );

  it("in time in Hunan: the standard, beside a subsidy of 700 yuan", () => {
    const { contribution, funding } = resultOf({
      ruleSet: "hunan/2026",
      paidOn: "2025-11-05",
      resident: { ...grown, categories: [] },
    });
    expect(contribution).toMatchObject({ standard: "400.00", payable: "400.00" });
    expect(funding.total).toBe("700.00");
  });

  it("late in Hunan by somebody on dibao, of the higher price no notice says how much aid takes over", () => {
    const resident = { ...grown, categories: ["dibao"], recognisedOn: "2025-12-01" };
    expect(aid({ ruleSet: "hunan/2026", paidOn: "2026-02-05", resident })).toEqual({
      payable: null,
      review: ["aid-not-stated"],
      steps: ["late-price"],
    });
  });

  it("late in Tongren for a newborn whose birth nobody told: which price holds hangs on the birth", () => {
    const resident = { categories: [], missedYears: [], groups: [{ group: "newborn" }] };
    expect(aid({ ruleSet: "guizhou/2026", paidOn: "2026-04-10", resident })).toEqual({
      payable: null,
      review: [],
      steps: ["price-open"],
    });
  });

  it("in Tongren by an orphan on dibao, neither amount is stated, so the notice's first name is no more than a beginning", () => {
    const resident = { ...grown, categories: ["dibao-marginal", "orphan", "dibao"] };
    expect(aid({ ruleSet: "guizhou/2026", paidOn: "2026-01-17", resident })).toEqual({
      payable: null,
      review: ["several-identities", "aid-not-stated"],
      steps: ["identity-first-named", "identity-first-named", "category"],
    });
  });

  it("for a newborn of Hunan in extreme poverty, the parents' insurance and the price are open", () => {
    const resident = {
      birthDate: "2026-02-25",
      missedYears: [],
      categories: ["extreme-poverty"],
      recognisedOn: "2026-01-02",
    };
    expect(aid({ ruleSet: "hunan/2026", paidOn: "2026-03-02", resident })).toEqual({
      payable: null,
      review: ["price-not-stated"],
      steps: ["parent-not-asked", "price-not-stated"],
    });
  });
});

describe("where a province with reliefs asks more of late payers", () => {
  const tables = () =>
    rewritten("jiangxi/2026", ({ periods, contribution }) => ({
      periods: periods.map((period) =>
        period.window === "after-closing"
          ? { ...period, standard: { ...contribution.standard, value: "1100.00" } }
          : period,
      ),
    }));
  const paysInApril = (resident: object) => {
    const answer = answerRequest(
      { ruleSet: "jiangxi/2026", paidOn: "2026-04-20", resident: { categories: [], missedYears: [], ...resident } },
      tables(),
    );
    if (!answer.ok) throw new Error(answer.error.message);
    const { contribution, trace } = answer.result;
    return {
      contribution,
      steps: trace.filter(({ step }) => step === "aid" || step === "contribution").map(({ variant }) => variant),
    };
  };

  it("a grown resident pays the late price", () => {
    expect(paysInApril({ birthDate: "1962-02-10" })).toEqual({
      contribution: { standard: "1100.00", surcharge: "700.00", category: null, aid: "0.00", payable: "1100.00" },
      steps: ["standard", "late", "none"],
    });
  });

  it("a child whom the province pays for in full owes no late price and pays nothing", () => {
    const { contribution, steps } = paysInApril({ birthDate: "2024-05-02" });
    expect(contribution).toMatchObject({ standard: "400.00", aid: "400.00", payable: "0.00" });
    expect(contribution).not.toHaveProperty("surcharge");
    expect(steps).toEqual(["standard", "relief-all"]);
  });

  it("of a student, what the relief of 200 yuan takes of the late price is not stated", () => {
    const { contribution, steps } = paysInApril({ birthDate: "2004-05-02", standing: "student" });
    expect(contribution).toMatchObject({ standard: "1100.00", surcharge: "700.00", aid: null, payable: null });
    expect(steps).toEqual(["standard", "late", "late-price"]);
  });
});

describe("a relief beside an identity, in Jiangxi rewritten", () => {
  type Aid = RuleSetData["aid"];
  const pays = (change: (aid: Aid) => Partial<Aid>, resident: object) => {
    const tables = rewritten("jiangxi/2026", ({ aid }) => ({ aid: { ...aid, ...change(aid) } }));
    const told = { birthDate: "2004-05-02", categories: [], missedYears: [], ...resident };
    const answer = answerRequest({ ruleSet: "jiangxi/2026", paidOn: "2025-11-10", resident: told }, tables);
    if (!answer.ok) throw new Error(answer.error.message);
    const { category, relief, payable } = answer.result.contribution;
    return [relief?.id ?? category, payable];
  };
  const studentsGet = (amount: string) => (aid: Aid) => ({
    reliefs: (aid.reliefs ?? []).map((relief) => (relief.id === "student-aid" ? { ...relief, pays: amount } : relief)),
  });
  const bornSince = (from: string, years: number) => (aid: Aid) => ({
    reliefs: (aid.reliefs ?? []).map((relief) =>
      relief.id === "free-newborn-years" ? { ...relief, who: { kind: "born-since" as const, from, years } } : relief,
    ),
  });
  const student = { standing: "student", categories: ["fixed-aid"] };

  it("counts where it is more, and at a tie the identity counts", () => {
    expect(pays(studentsGet("350.00"), student)).toEqual(["student-aid", "50.00"]);
    expect(pays(studentsGet("320.00"), student)).toEqual(["fixed-aid", "80.00"]);
    expect(pays(studentsGet("200.00"), student)).toEqual(["fixed-aid", "80.00"]);
  });

  it("does not count where nobody knows what the identity pays", () => {
    const unknown = ({ categories }: Aid) => ({
      categories: categories.map((entry) => (entry.id === "fixed-aid" ? { ...entry, aid: null } : entry)),
    });
    expect(pays(unknown, student)).toEqual(["fixed-aid", null]);
  });

  it("of two reliefs is the one that pays more, in whatever order they are written", () => {
    const turned = ({ reliefs }: Aid) => ({ reliefs: (reliefs ?? []).toReversed() });
    expect(pays(turned, { birthDate: "2024-05-02", standing: "student" })).toEqual(["free-newborn-years", "0.00"]);
  });

  it.each([
    ["2024-01-01", 5, "2023-12-31", "400.00"],
    ["2024-01-01", 5, "2024-01-01", "0.00"],
    ["2023-01-01", 4, "2023-06-01", "0.00"],
    ["2023-01-01", 3, "2023-06-01", "400.00"],
  ])("for children born since %s, for %i years: born on %s, %s yuan", (from, years, birthDate, payable) => {
    expect(pays(bornSince(from, years), { birthDate })[1]).toBe(payable);
  });
});

describe("reliefs for newborns", () => {
  const payable = (ruleSet: string, paidOn: string, resident: object) =>
    resultOf({ ruleSet, paidOn, resident: { categories: [], missedYears: [], ...resident } }).contribution.payable;

  it("believe a newborn of Jiangxi that is claimed, though nobody told its birth", () => {
    expect(payable("jiangxi/2026", "2025-12-10", { groups: [{ group: "newborn" }] })).toBe("0.00");
    expect(payable("jiangxi/2026", "2025-12-10", {})).toBe("400.00");
  });

  it("are for those born in Hunan from New Year's Day on, with an insured parent", () => {
    const insured = (birthDate: string) => payable("hunan/2026", "2026-01-20", { birthDate, parentInsured: true });
    expect(insured("2026-01-01")).toBe("0.00");
    expect(insured("2025-12-31")).toBe("400.00");
  });
});

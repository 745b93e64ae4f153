// What is paid in 2026 by residents of whom something is not known: free whatever else holds, or open, and why.
import { describe, expect, it } from "vitest";
import { answerRequest } from "../../../shared/engine/answer.ts";
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

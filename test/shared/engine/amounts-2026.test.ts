// What is paid in 2026 by residents of whom something is not known: free whatever else holds, or open, and why.
import { describe, expect, it } from "vitest";
import { resultOf } from "./residents.ts";

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

// Last year was paid for so late that its wait reaches into this year: each reading's day of cover, and what the trace says.
import { describe, expect, it } from "vitest";
import { adult } from "./adult.ts";
import { resultOf } from "./residents.ts";

type Reading = "runs-on" | "as-missed" | "no-wait";

/** Paid in Jiangxi's window for 2026, where cover begins on the day after a payment in the new year. */
function paid(paidOn: string, lastYearWaitTo: string, reading: Reading) {
  const { benefit, trace, review } = resultOf({
    ruleSet: "jiangxi/2026",
    paidOn,
    resident: { ...adult, lastYearWaitTo },
    interpretations: { "unfinished-wait": reading },
  });
  const steps = trace.filter(({ step, variant }) => step === "missed-years" && variant !== "continuous");
  return {
    benefit,
    review: review.map(({ code }) => code),
    steps: steps.map((step) => [step.variant, step.effect, step.in, step.out]),
  };
}

const cover = (start: string) => ({ kind: "exact", start, end: "2026-12-31" });

describe("a wait of last year that ends on 25 January", () => {
  it("runs on for somebody who pays on the 24th: two days, and covered from the 26th", () => {
    expect(paid("2026-01-24", "2026-01-25", "runs-on")).toEqual({
      benefit: { ...cover("2026-01-26"), wait: { from: "2026-01-24", to: "2026-01-25", length: 2, unit: "day" } },
      review: ["provisional-rules"],
      steps: [["wait-runs-on", "applied", { to: "2026-01-25" }, { counted: 0 }]],
    });
  });

  it("is over before the cover of somebody who pays on the 25th begins", () => {
    expect(paid("2026-01-25", "2026-01-25", "runs-on")).toEqual({
      benefit: { ...cover("2026-01-26"), wait: null },
      review: ["provisional-rules"],
      steps: [["wait-not-carried-over", "info", { to: "2026-01-25" }, { counted: 0 }]],
    });
  });

  it("makes a missed year where a year that never covered anybody counts as missed: three months from the payment", () => {
    expect(paid("2026-01-20", "2026-01-25", "as-missed")).toEqual({
      benefit: { ...cover("2026-04-20"), wait: { from: "2026-01-20", to: "2026-04-19", length: 3, unit: "month" } },
      review: ["provisional-rules"],
      steps: [["never-covered", "applied", { to: "2026-01-25" }, { counted: 1 }]],
    });
  });

  it("is forgotten where any year that was paid for ends every wait", () => {
    expect(paid("2026-01-20", "2026-01-25", "no-wait")).toMatchObject({
      benefit: { ...cover("2026-01-21"), wait: null },
      steps: [["wait-not-carried-over", "info", { to: "2026-01-25" }, { counted: 0 }]],
    });
  });
});

describe("a wait of last year that takes all of this year", () => {
  it("leaves the last day of the year where it ends on 30 December", () => {
    expect(paid("2025-12-20", "2026-12-30", "runs-on").benefit).toEqual({
      ...cover("2026-12-31"),
      wait: { from: "2026-01-01", to: "2026-12-30", length: 364, unit: "day" },
    });
  });

  it("leaves nothing where it ends with the year", () => {
    expect(paid("2025-12-20", "2026-12-31", "runs-on").benefit).toMatchObject({
      kind: "none",
      reason: "wait-outlasts-year",
      wait: { from: "2026-01-01", to: "2026-12-31", length: 365, unit: "day" },
    });
  });
});

describe("a wait of last year that nobody settled how to read", () => {
  const open = (lastYearWaitTo: string) => {
    const resident = { ...adult, lastYearWaitTo };
    return resultOf({ ruleSet: "jiangxi/2026", paidOn: "2025-12-20", resident }).benefit;
  };

  it("ends cover with the year where every reading gives some", () => {
    expect(open("2026-03-10")).toMatchObject({ kind: "undetermined", start: null, end: "2026-12-31" });
  });

  it("names no end where one of three readings gives no cover at all", () => {
    expect(open("2026-12-31")).toMatchObject({ kind: "undetermined", start: null, end: null });
  });
});

describe("a newborn whose birth date nobody told, after the year's end", () => {
  it("may have been born within the year until 31 March, the open day after the ninetieth; on 1 April it cannot", () => {
    const asks = (paidOn: string) =>
      resultOf({
        ruleSet: "gansu/2025",
        paidOn,
        resident: { categories: [], missedYears: [], groups: [{ group: "newborn" }] },
      }).benefit;
    expect(asks("2026-03-31")).toMatchObject({ kind: "undetermined", reason: "fact-missing" });
    expect(asks("2026-04-01")).toMatchObject({ kind: "none", reason: "coverage-year-over" });
  });

  it("is not thought of where nobody says that it is one", () => {
    const { benefit } = resultOf({ ruleSet: "gansu/2025", paidOn: "2026-01-10", resident: { categories: [] } });
    expect(benefit).toMatchObject({ kind: "none", reason: "coverage-year-over" });
  });
});

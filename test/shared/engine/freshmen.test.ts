// First-year students in Hunan 2026: "1 September 2025 to 31 December 2026" may be when they pay, or when they are covered.
import { describe, expect, it } from "vitest";
import { adult } from "./adult.ts";
import { resultOf } from "./residents.ts";

const student = { ...adult, birthDate: "2007-03-01", standing: "student", groups: [{ group: "freshman" }] };
const pays = (paidOn: string, more: object = {}, interpretations: Readonly<Record<string, string>> = {}) =>
  resultOf({ ruleSet: "hunan/2026", paidOn, resident: { ...student, ...more }, interpretations });

describe("a first-year student of Hunan who pays on 10 March, after the window", () => {
  it("owes 400 and waits for nothing, or owes 1100 and waits 90 days: the bureau has to say which", () => {
    const { window, benefit, contribution, review, exemption } = pays("2026-03-10");
    expect({ window, exemption, kind: benefit.kind, reason: benefit.reason, payable: contribution.payable }).toEqual({
      window: "after-closing",
      exemption: null,
      kind: "undetermined",
      reason: "conditions-not-stated",
      payable: null,
    });
    expect(review[0]?.alternatives).toMatchObject([
      { choices: { "freshman-means": "payment-window" }, benefit: { kind: "not-stated" }, payable: "400.00" },
      { choices: { "freshman-means": "cover-period" }, benefit: { start: "2026-06-08" }, payable: "1100.00" },
    ]);
  });

  it("pays in a window of its own, once the bureau reads the days so", () => {
    expect(pays("2026-03-10", {}, { "freshman-means": "payment-window" })).toMatchObject({
      window: "concentrated",
      contribution: { standard: "400.00", payable: "400.00" },
      exemption: { group: "freshman", window: true, wait: false },
      benefit: { kind: "not-stated", start: null, wait: null },
    });
  });

  it("pays late like anybody, once the bureau reads them as the days of cover", () => {
    expect(pays("2026-03-10", {}, { "freshman-means": "cover-period" })).toMatchObject({
      window: "after-closing",
      contribution: { standard: "1100.00", payable: "1100.00" },
      exemption: null,
      benefit: { kind: "exact", start: "2026-06-08", wait: { from: "2026-03-10", to: "2026-06-07" } },
    });
  });

  it("who missed 2025 waits 90 days under both readings, and only the price is open", () => {
    const { benefit, contribution, review } = pays("2026-03-10", { missedYears: [2025] });
    expect(benefit).toMatchObject({ kind: "exact", start: "2026-06-08", wait: { length: 90 } });
    expect(contribution).toMatchObject({ standard: "400.00", aid: null, payable: null });
    expect(review.map(({ code }) => code)).toEqual(["conditions-not-stated", "provisional-rules"]);
    expect(review[0]?.alternatives).toMatchObject([
      { benefit: { start: "2026-06-08" }, payable: "400.00" },
      { benefit: { start: "2026-06-08" }, payable: "1100.00" },
    ]);
  });
});

it.each(["2025-09-01", "2026-01-31"])("one who pays on %s, inside everybody's window, has nothing open", (paidOn) => {
  expect(pays(paidOn)).toMatchObject({
    window: "concentrated",
    contribution: { payable: "400.00" },
    benefit: { kind: "exact", start: "2026-01-01" },
    review: [{ code: "provisional-rules" }],
  });
});

it("one who is in hospital in autumn 2025 is sent to the bureau with the days before the coverage year", () => {
  const told = pays("2025-10-10").trace.map(({ summary }) => summary);
  expect(told.join(" ")).toContain("2025年9月1日至12月31日");
});

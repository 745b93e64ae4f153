// The day of payment: every window's first and last day, the days between, before and after, in all three places.

import { describe, expect, it } from "vitest";
import { resultOf } from "./residents.ts";

const ordinary = { birthDate: "1980-05-01", categories: [], missedYears: [] };

function pays(ruleSet: string, paidOn: string, interpretations: object = {}): string {
  const { window, benefit } = resultOf({ ruleSet, paidOn, resident: ordinary, interpretations });
  return [window, benefit.kind, benefit.start ?? benefit.reason ?? "not stated"].join(" ");
}

describe("an ordinary resident of Gansu who pays on", () => {
  it.each([
    ["2024-09-09", "before-opening none window-not-open"],
    ["2024-09-10", "concentrated exact 2025-01-01"],
    ["2024-12-25", "concentrated exact 2025-01-01"],
    ["2024-12-26", "between-windows none between-windows"],
    ["2024-12-31", "between-windows none between-windows"],
    ["2025-01-01", "supplementary exact 2025-04-01"],
    ["2025-01-31", "supplementary exact 2025-05-01"],
    ["2025-02-28", "supplementary exact 2025-05-29"],
    ["2025-03-01", "after-closing none windows-closed"],
    ["2025-12-31", "after-closing none windows-closed"],
    ["2026-01-01", "after-closing none coverage-year-over"],
  ])("%s → %s", (paidOn, expected) => {
    expect(pays("gansu/2025", paidOn)).toBe(expected);
  });
});

describe("an ordinary resident of Jiangxi who pays on", () => {
  it.each([
    ["2024-09-14", "before-opening none window-not-open"],
    ["2024-09-15", "concentrated exact 2025-01-01"],
    ["2024-12-31", "concentrated exact 2025-01-01"],
    ["2025-02-28", "concentrated exact 2025-01-01"],
    ["2025-03-01", "after-closing exact 2025-06-01"],
    ["2025-09-30", "after-closing exact 2025-12-30"],
    ["2025-10-01", "after-closing none wait-outlasts-year"],
    ["2025-12-31", "after-closing none wait-outlasts-year"],
    ["2026-01-01", "after-closing none coverage-year-over"],
  ])("%s → %s", (paidOn, expected) => {
    expect(pays("jiangxi/2025", paidOn)).toBe(expected);
  });
});

describe("an ordinary resident of Xinzhou who pays on", () => {
  it.each([
    ["2024-08-31", "before-opening none window-not-open"],
    ["2024-09-01", "concentrated exact 2025-01-01"],
    ["2024-12-31", "concentrated exact 2025-01-01"],
    ["2025-01-01", "concentrated not-stated not stated"],
    ["2025-02-28", "concentrated not-stated not stated"],
    ["2025-03-01", "after-closing not-before 2025-06-01"],
    ["2025-09-30", "after-closing not-before 2025-12-30"],
    ["2025-10-01", "after-closing none wait-outlasts-year"],
    ["2026-01-01", "after-closing none coverage-year-over"],
  ])("%s → %s", (paidOn, expected) => {
    expect(pays("xinzhou/2025", paidOn)).toBe(expected);
  });
});

describe("a year without a rule set", () => {
  it.each([
    ["gansu/2024", "gansu", 2024, /There is gansu\/2025, gansu\/2026; no year stands in for another/],
    ["gansu/2027", "gansu", 2027, /There is gansu\/2025, gansu\/2026/],
    ["xinzhou/2026", "xinzhou", 2026, /There is xinzhou\/2025/],
    ["hunan/2025", "hunan", 2025, /There is hunan\/2026/],
  ])("%s is refused, and the missing notice is named with what there is", (ruleSet, place, year, words) => {
    const ask = () => resultOf({ ruleSet, paidOn: "2025-01-15", resident: ordinary });
    expect(ask).toThrow(`the notice of ${place} for coverage year ${year} has not been entered`);
    expect(ask).toThrow(words);
  });

  it("a place without a year is no rule set, and those at hand are named", () => {
    expect(() => resultOf({ ruleSet: "gansu", paidOn: "2025-01-15", resident: ordinary })).toThrow(
      /known: gansu\/2025, .*, xinzhou\/2025/,
    );
  });
});

describe("somebody bound to employee insurance", () => {
  it.each(["2024-09-01", "2024-12-28", "2025-05-01", "2026-02-01"])(
    "who comes on %s is not this insurance's",
    (paidOn) => {
      const result = resultOf({
        ruleSet: "gansu/2025",
        county: "620622",
        paidOn,
        resident: { standing: "employee", categories: ["orphan"], missedYears: [2024] },
      });
      expect(result).toMatchObject({
        contribution: { standard: "400.00", category: null, aid: null, payable: null },
        funding: { total: null, central: null, province: null, cityCounty: null, tier: null },
        benefit: { kind: "none", start: null, end: null, wait: null, reason: "employee-cover" },
        exemption: null,
        review: [],
        unanswered: [],
      });
    },
  );
});

describe("residence-permit holders and students", () => {
  it.each(["residence-permit", "student"])(
    "%s: the same cover and subsidy in Gansu, and the trace says why",
    (standing) => {
      const plain = resultOf({ ruleSet: "gansu/2025", county: "620602", paidOn: "2025-01-15", resident: ordinary });
      const other = resultOf({
        ruleSet: "gansu/2025",
        county: "620602",
        paidOn: "2025-01-15",
        resident: { ...ordinary, standing },
      });
      expect([other.benefit, other.funding, other.contribution]).toEqual([
        plain.benefit,
        plain.funding,
        plain.contribution,
      ]);
      expect(other.trace.find(({ step }) => step === "standing")).toMatchObject({
        variant: standing,
        clause: { article: "一、二（一）" },
      });
    },
  );
});

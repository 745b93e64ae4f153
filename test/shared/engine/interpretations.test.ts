// Every interpretation of every rule set with every option: a resident for whom it decides, and what each option gives.

import { describe, expect, it } from "vitest";
import type { Result } from "../../../shared/engine/result.ts";
import { tables } from "../../bundled.ts";
import { adult, born, claims, missed } from "./adult.ts";
import { cases2026, type Decided } from "./interpretations-2026.ts";
import { resultOf } from "./residents.ts";

const COUNTY = { paidOn: "2024-11-10", resident: adult, gives: { "not-stated": "null", yes: "536.00", no: "402.00" } };
const anyYear = { "gap-counted-from": "any-year" };

const cases: Readonly<Record<string, Readonly<Record<string, Decided>>>> = {
  ...cases2026,
  "gansu/2025": {
    "wait-counts-payment-day": {
      paidOn: "2025-01-15",
      resident: adult,
      gives: { yes: "2025-04-15", no: "2025-04-16" },
    },
    "wait-unit": { paidOn: "2025-02-28", resident: adult, gives: { day: "2025-05-29", month: "2025-05-28" } },
    "month-end": {
      paidOn: "2025-01-31",
      resident: adult,
      also: { "wait-unit": "month" },
      gives: { "first-of-next": "2025-05-01", "last-of-month": "2025-04-30" },
    },
    "within-edge": {
      paidOn: "2025-05-30",
      resident: born("2025-03-01"),
      also: { "newborn-age": "90-days" },
      gives: { "not-settled": "boundary-day", in: "not stated", out: "windows-closed" },
    },
    "gap-counted-from": {
      paidOn: "2024-11-10",
      resident: missed(2024),
      gives: { "not-settled": "gap-before-2025", "2025": "2025-01-01", "any-year": "2025-04-01" },
    },
    "gap-anchor": {
      paidOn: "2024-12-10",
      resident: missed(2024),
      also: anyYear,
      gives: { later: "2025-04-01", "payment-day": "2025-03-10" },
    },
    "one-fixed-wait": {
      paidOn: "2025-01-20",
      resident: missed(2024),
      also: anyYear,
      gives: { once: "2025-04-20", each: "2025-07-19" },
    },
    "several-identities": {
      paidOn: "2024-11-10",
      resident: { ...adult, categories: ["orphan", "dibao-marginal"] },
      gives: { best: "2025-01-01" },
    },
    "this-year": {
      paidOn: "2025-01-10",
      resident: claims("discharged-soldier", "2024-12-10"),
      gives: { "not-settled": "conditions-not-stated", "payment-year": "2025-04-10", campaign: "not stated" },
    },
    "newborn-after-year": {
      paidOn: "2026-01-10",
      resident: born("2025-12-01"),
      also: { "newborn-start": "birth" },
      gives: { "not-settled": "conditions-not-stated", "from-birth": "2025-12-01", "year-over": "coverage-year-over" },
    },
    "other-groups": {
      paidOn: "2025-06-20",
      resident: claims("other"),
      gives: { "not-settled": "conditions-not-stated", ordinary: "windows-closed", exempt: "not stated" },
    },
    "exempt-start": {
      paidOn: "2025-06-20",
      resident: claims("military-dependant"),
      gives: { "not-stated": "not stated", "payment-day": "2025-06-20", "next-day": "2025-06-21" },
    },
    "newborn-start": {
      paidOn: "2025-04-10",
      resident: born("2025-03-20"),
      gives: { "not-stated": "not stated", birth: "2025-03-20" },
    },
    "newborn-age": {
      paidOn: "2025-06-20",
      resident: born("2025-03-01"),
      gives: { "not-settled": "conditions-not-stated", "90-days": "windows-closed", "first-birthday": "not stated" },
    },
    "low-income-means": {
      paidOn: "2025-04-10",
      resident: {
        ...adult,
        categories: ["dibao-marginal"],
        groups: [{ group: "newly-recognised-low-income", eventDate: "2025-04-01" }],
      },
      gives: { "not-settled": "conditions-not-stated", listed: "windows-closed", "annex-2": "not stated" },
    },
  },
  "jiangxi/2025": {
    "wait-counts-payment-day": {
      paidOn: "2025-03-05",
      resident: adult,
      gives: { yes: "2025-06-05", no: "2025-06-06" },
    },
    "wait-unit": { paidOn: "2025-03-05", resident: adult, gives: { month: "2025-06-05" } },
    "month-end": {
      paidOn: "2025-03-31",
      resident: adult,
      gives: { "first-of-next": "2025-07-01", "last-of-month": "2025-06-30" },
    },
    "within-edge": {
      paidOn: "2025-05-30",
      resident: claims("released", "2025-03-01"),
      gives: { "not-settled": "boundary-day", in: "2025-05-31", out: "2025-08-30" },
    },
    "several-identities": {
      paidOn: "2024-11-10",
      resident: { ...adult, categories: ["orphan", "dibao"] },
      gives: { best: "2025-01-01" },
    },
    "newborn-after-year": {
      paidOn: "2026-01-10",
      resident: born("2025-12-01"),
      gives: { "not-settled": "conditions-not-stated", "from-birth": "2025-12-01", "year-over": "coverage-year-over" },
    },
    "other-groups": {
      paidOn: "2025-03-15",
      resident: claims("other"),
      gives: { "not-settled": "conditions-not-stated", ordinary: "2025-06-15", exempt: "2025-03-16" },
    },
    "western-policy-county": COUNTY,
  },
  "xinzhou/2025": {
    "wait-counts-payment-day": {
      paidOn: "2025-04-10",
      resident: adult,
      gives: { yes: "2025-07-10", no: "2025-07-11" },
    },
    "wait-unit": { paidOn: "2025-04-10", resident: adult, gives: { month: "2025-07-10" } },
    "month-end": {
      paidOn: "2025-03-31",
      resident: adult,
      gives: { "first-of-next": "2025-07-01", "last-of-month": "2025-06-30" },
    },
    "within-edge": {
      paidOn: "2026-01-01",
      resident: born("2025-10-03"),
      also: { "newborn-after-year": "from-birth", "special-groups": "exempt" },
      gives: { "not-settled": "boundary-day", in: "not stated", out: "coverage-year-over" },
    },
    "gap-counted-from": {
      paidOn: "2024-11-10",
      resident: missed(2024),
      gives: { "not-settled": "gap-before-2025", "2025": "2025-01-01", "any-year": "2025-04-01" },
    },
    "gap-anchor": {
      paidOn: "2024-12-10",
      resident: missed(2024),
      also: anyYear,
      gives: { later: "2025-04-01", "payment-day": "2025-03-10" },
    },
    "one-fixed-wait": {
      paidOn: "2025-04-10",
      resident: missed(2024),
      also: anyYear,
      gives: { once: "2025-07-10", each: "2025-10-10" },
    },
    "several-identities": {
      paidOn: "2024-11-10",
      resident: { ...adult, categories: ["orphan", "dibao"] },
      gives: { best: "2025-01-01" },
    },
    "newborn-after-year": {
      paidOn: "2026-01-10",
      resident: born("2025-12-01"),
      also: { "special-groups": "exempt" },
      gives: { "not-settled": "conditions-not-stated", "from-birth": "not stated", "year-over": "coverage-year-over" },
    },
    "jan-feb-start": {
      paidOn: "2025-01-15",
      resident: adult,
      gives: { "not-stated": "not stated", "coverage-year-start": "2025-01-01", "next-day": "2025-01-16" },
    },
    "special-groups": {
      paidOn: "2025-04-10",
      resident: claims("religious-staff"),
      gives: { "not-settled": "conditions-not-stated", ordinary: "2025-07-10", exempt: "not stated" },
    },
    "western-policy-county": COUNTY,
  },
};

const rows = Object.entries(cases).flatMap(([ruleSet, questions]) =>
  Object.entries(questions).flatMap(([id, decided]) =>
    Object.entries(decided.gives).map(([option, gives]) => ({ ruleSet, id, option, gives, decided })),
  ),
);

/** What an interpretation decides: the central part, what is to be paid, else the first day. */
function givenBy(id: string, { funding, contribution, benefit }: Result): string {
  if (id === "western-policy-county") return String(funding.central);
  if (id === "free-newborn-limit") return contribution.payable ?? "not stated";
  return benefit.start ?? benefit.reason ?? "not stated";
}

describe("every interpretation", () => {
  it("of every rule set stands here with every option", () => {
    for (const [ruleSet, table] of tables) {
      expect(Object.keys(cases[ruleSet] ?? {}).sort()).toEqual([...table.questions.keys()].sort());
      for (const [id, { options }] of table.questions)
        expect(Object.keys(cases[ruleSet]?.[id]?.gives ?? {}).sort(), id).toEqual(
          options.map((option) => option.id).sort(),
        );
    }
  });

  it.each(rows)("$ruleSet $id=$option → $gives", ({ ruleSet, id, option, gives, decided }) => {
    const { paidOn, resident, also } = decided;
    const result = resultOf({ ruleSet, paidOn, resident, interpretations: { ...also, [id]: option } });
    expect(givenBy(id, result)).toBe(gives);
    // A settled reading that was relied on is named; what is still open is not called settled.
    const used = result.interpretations.find((entry) => entry.id === id);
    if (option === "not-settled") expect(used).toBeUndefined();
    else if (id !== "several-identities" && !(id === "wait-unit" && !ruleSet.startsWith("gansu/")))
      expect(used).toMatchObject({ option, source: "request" });
  });

  it.each(rows.filter(({ option, ruleSet, id }) => tables.get(ruleSet)?.questions.get(id)?.default === option))(
    "$ruleSet $id: $option is the default",
    ({ ruleSet, gives, decided, id }) => {
      const { paidOn, resident, also } = decided;
      expect(givenBy(id, resultOf({ ruleSet, paidOn, resident, interpretations: { ...also } }))).toBe(gives);
    },
  );

  it("refuses an id or an option that the rule set does not have, naming those it has", () => {
    const request = { ruleSet: "jiangxi/2025", paidOn: "2025-01-15", resident: adult };
    expect(() => resultOf({ ...request, interpretations: { "exempt-start": "next-day" } })).toThrow(
      /interpretations\.exempt-start: .*it has wait-counts-payment-day, /,
    );
    expect(() => resultOf({ ...request, interpretations: { "within-edge": "maybe" } })).toThrow(
      /allowed: not-settled, in, out/,
    );
  });
});

// For every interpretation of the rule sets of 2026: a resident for whom it decides, and what each option gives, counted by hand.

import { adult, born, claims, missed } from "./adult.ts";

export interface Decided {
  readonly paidOn: string;
  readonly resident: object;
  readonly also?: object;
  /** Option → what it gives: first day, reason, or "not stated"; for the county question the central part, for the free newborn's limit the amount. */
  readonly gives: Readonly<Record<string, string>>;
}

/** A child with an insured parent, which Hunan covers from birth. */
const insured = (birthDate: string) => ({ ...born(birthDate), parentInsured: true });
const severalOf = (...categories: string[]): Decided => ({
  paidOn: "2025-11-10",
  resident: { ...adult, categories },
  gives: { best: "2026-01-01" },
});
const AFTER_YEAR = { paidOn: "2027-01-10", resident: born("2026-12-01") };
const GAP_ANCHOR: Decided = {
  paidOn: "2025-12-10",
  resident: missed(2025),
  gives: { later: "2026-04-01", "payment-day": "2026-03-10" },
};
/** 90 and 30 days from 1 January, or three months and one, end on the same day. */
const TWO_MISSED: Decided = {
  paidOn: "2025-11-10",
  resident: missed(2024, 2025),
  gives: { "2025": "2026-04-01", "any-year": "2026-05-01" },
};
/** Paid for 2025 on 6 November, so that the wait ended on 5 February, as in Fuxin's example. */
const UNFINISHED: Decided = {
  paidOn: "2025-12-10",
  resident: { ...adult, lastYearWaitTo: "2026-02-05" },
  gives: {
    "not-settled": "conditions-not-stated",
    "runs-on": "2026-02-06",
    "no-wait": "2026-01-01",
    "as-missed": "2026-04-01",
  },
};
const OVER = "coverage-year-over";

export const cases2026: Readonly<Record<string, Readonly<Record<string, Decided>>>> = {
  "gansu/2026": {
    "unfinished-wait": UNFINISHED,
    "wait-counts-payment-day": {
      paidOn: "2026-01-15",
      resident: adult,
      gives: { yes: "2026-04-15", no: "2026-04-16" },
    },
    "wait-unit": { paidOn: "2026-02-28", resident: adult, gives: { day: "2026-05-29", month: "2026-05-28" } },
    "month-end": {
      paidOn: "2026-01-31",
      resident: adult,
      also: { "wait-unit": "month" },
      gives: { "first-of-next": "2026-05-01", "last-of-month": "2026-04-30" },
    },
    "within-edge": {
      paidOn: "2027-01-01",
      resident: born("2026-10-03"),
      also: { "newborn-after-year": "from-birth", "special-groups": "exempt" },
      gives: { "not-settled": "boundary-day", in: "not stated", out: OVER },
    },
    "gap-counted-from": TWO_MISSED,
    "gap-anchor": GAP_ANCHOR,
    "one-fixed-wait": {
      paidOn: "2026-01-20",
      resident: missed(2025),
      gives: { once: "2026-04-20", each: "2026-07-19" },
    },
    "several-identities": severalOf("orphan", "dibao-marginal"),
    "newborn-after-year": {
      ...AFTER_YEAR,
      also: { "special-groups": "exempt" },
      gives: { "not-settled": "conditions-not-stated", "from-birth": "not stated", "year-over": OVER },
    },
    "special-groups": {
      paidOn: "2026-01-20",
      resident: claims("discharged-soldier"),
      gives: { "not-settled": "conditions-not-stated", ordinary: "2026-04-20", exempt: "not stated" },
    },
  },
  "jiangxi/2026": {
    "unfinished-wait": UNFINISHED,
    "wait-counts-payment-day": {
      paidOn: "2026-03-05",
      resident: adult,
      gives: { yes: "2026-06-05", no: "2026-06-06" },
    },
    "wait-unit": { paidOn: "2026-03-05", resident: adult, gives: { month: "2026-06-05" } },
    "month-end": {
      paidOn: "2026-03-31",
      resident: adult,
      gives: { "first-of-next": "2026-07-01", "last-of-month": "2026-06-30" },
    },
    "within-edge": {
      paidOn: "2026-05-30",
      resident: claims("moved-in", "2026-03-01"),
      gives: { "not-settled": "boundary-day", in: "2026-05-31", out: "2026-08-30" },
    },
    "gap-counted-from": TWO_MISSED,
    "gap-anchor": GAP_ANCHOR,
    "one-fixed-wait": {
      paidOn: "2026-04-10",
      resident: missed(2025),
      gives: { once: "2026-07-10", each: "2026-10-10" },
    },
    "several-identities": severalOf("full-aid", "fixed-aid"),
    "newborn-after-year": {
      ...AFTER_YEAR,
      gives: { "not-settled": "conditions-not-stated", "from-birth": "2026-12-01", "year-over": OVER },
    },
    "other-groups": {
      paidOn: "2026-04-10",
      resident: claims("other"),
      gives: { "not-settled": "conditions-not-stated", ordinary: "2026-07-10", exempt: "2026-04-11" },
    },
    "exempt-start": {
      paidOn: "2026-05-20",
      resident: born("2024-05-02"),
      gives: { "not-stated": "not stated", "payment-day": "2026-05-20", "next-day": "2026-05-21" },
    },
    "western-policy-county": {
      paidOn: "2025-11-10",
      resident: adult,
      gives: { "not-stated": "null", yes: "560.00", no: "420.00" },
    },
  },
  "hunan/2026": {
    "unfinished-wait": UNFINISHED,
    "wait-counts-payment-day": {
      paidOn: "2026-02-01",
      resident: adult,
      gives: { yes: "2026-05-02", no: "2026-05-03" },
    },
    "within-edge": {
      paidOn: "2026-05-30",
      resident: insured("2026-03-01"),
      gives: { "not-settled": "boundary-day", in: "2026-03-01", out: "not stated" },
    },
    "gap-counted-from": { paidOn: "2025-10-10", resident: missed(2024, 2025), gives: { "2025": "2026-04-01" } },
    "gap-anchor": GAP_ANCHOR,
    "one-fixed-wait": {
      paidOn: "2026-02-20",
      resident: missed(2025),
      gives: { once: "2026-05-21", each: "2026-08-19" },
    },
    "several-identities": severalOf("orphan", "dibao"),
    "newborn-after-year": {
      ...AFTER_YEAR,
      resident: insured("2026-12-01"),
      gives: { "not-settled": "conditions-not-stated", "from-birth": "2026-12-01", "year-over": OVER },
    },
    "other-groups": {
      paidOn: "2026-02-20",
      resident: claims("other"),
      gives: { "not-settled": "conditions-not-stated", ordinary: "2026-05-21", exempt: "not stated" },
    },
    "exempt-start": {
      paidOn: "2026-09-10",
      resident: { ...claims("employee-to-resident", "2026-08-20"), employeeMonths: 9 },
      gives: { "not-stated": "not stated", "payment-day": "2026-09-10", "next-day": "2026-09-11" },
    },
    "freshman-means": {
      paidOn: "2026-03-10",
      resident: claims("freshman"),
      gives: { "not-settled": "conditions-not-stated", "payment-window": "not stated", "cover-period": "2026-06-08" },
    },
    "newborn-late-start": {
      paidOn: "2026-07-01",
      resident: insured("2026-03-01"),
      gives: { "not-stated": "not stated", "payment-day": "2026-07-01", birth: "2026-03-01" },
    },
    "free-newborn-limit": {
      paidOn: "2026-07-01",
      resident: insured("2026-03-01"),
      gives: { "not-settled": "not stated", "first-year": "0.00", "within-90-days": "not stated" },
    },
    "event-from-edge": {
      paidOn: "2025-12-20",
      resident: { ...claims("employee-to-resident", "2025-10-01"), missedYears: [2025], employeeMonths: 9 },
      gives: { "not-settled": "boundary-day", in: "2026-01-01", out: "2026-04-01" },
    },
  },
  "guizhou/2026": {
    "unfinished-wait": UNFINISHED,
    "wait-counts-payment-day": {
      paidOn: "2026-03-01",
      resident: adult,
      gives: { yes: "2026-05-30", no: "2026-05-31" },
    },
    "within-edge": {
      paidOn: "2026-05-30",
      resident: born("2026-03-01"),
      also: { "newborn-age": "90-days" },
      gives: { "not-settled": "boundary-day", in: "2026-03-01", out: "2026-08-28" },
    },
    "gap-counted-from": { paidOn: "2025-12-03", resident: missed(2024, 2025), gives: { "2025": "2026-04-01" } },
    "one-fixed-wait": {
      paidOn: "2026-04-10",
      resident: missed(2025),
      gives: { once: "2026-07-09", each: "2026-10-07" },
    },
    "several-identities": severalOf("orphan", "dibao"),
    "this-year": {
      paidOn: "2026-01-10",
      resident: { ...claims("discharged-soldier", "2025-12-10"), missedYears: [2025] },
      gives: { "not-settled": "conditions-not-stated", "payment-year": "2026-04-01", campaign: "2026-01-01" },
    },
    "newborn-after-year": {
      ...AFTER_YEAR,
      gives: { "not-settled": "conditions-not-stated", "from-birth": "2026-12-01", "year-over": OVER },
    },
    "other-groups": {
      paidOn: "2026-04-10",
      resident: claims("other"),
      gives: { "not-settled": "conditions-not-stated", ordinary: "2026-07-09", exempt: "not stated" },
    },
    "newborn-age": {
      paidOn: "2026-07-20",
      resident: born("2026-03-01"),
      gives: { "not-settled": "conditions-not-stated", "90-days": "2026-10-18", "first-birthday": "not stated" },
    },
    "hardship-means": {
      paidOn: "2026-04-10",
      resident: { ...adult, categories: ["dibao"] },
      gives: { "not-settled": "conditions-not-stated", "identity-holders": "2026-04-10", others: "2026-07-09" },
    },
  },
};

// The published cases of the calculation contract for coverage year 2025, as facts: what is asked, and what must come out.

export interface ExpectedCase {
  readonly resident: string;
  readonly request: unknown;
  /** Every field named here must be so in the result; others are free. */
  readonly expected: object;
}

const wholeYear = { kind: "exact", start: "2025-01-01", end: "2025-12-31", wait: null };

export const contractCases: readonly ExpectedCase[] = [
  {
    resident: "in Liangzhou, without any identity, pays in the concentrated window",
    request: {
      ruleSet: "gansu/2025",
      county: "620602",
      paidOn: "2024-11-03",
      resident: { birthDate: "1980-05-01", categories: [], missedYears: [] },
    },
    expected: {
      contribution: { standard: "400.00", category: null, aid: "0.00", payable: "400.00" },
      funding: { total: "670.00", central: "536.00", province: "116.80", tier: "2", cityCounty: "17.20" },
      majorIllness: { perHead: "115.00", residentPays: "0.00" },
      window: "concentrated",
      exemption: null,
      benefit: wholeYear,
      review: [],
    },
  },
  {
    resident: "on rural dibao 1-2 pays on 15 January: 90 days of which the payment day is the first",
    request: {
      ruleSet: "gansu/2025",
      county: "620602",
      paidOn: "2025-01-15",
      resident: { birthDate: "1962-02-10", categories: ["rural-dibao-1-2"], missedYears: [] },
    },
    expected: {
      contribution: { aid: "310.00", payable: "90.00", category: "rural-dibao-1-2" },
      window: "supplementary",
      benefit: {
        kind: "exact",
        start: "2025-04-15",
        end: "2025-12-31",
        wait: { from: "2025-01-15", to: "2025-04-14", length: 90, unit: "day" },
      },
    },
  },
  {
    resident: "pays in Gansu on 10 March, after both windows",
    request: { ruleSet: "gansu/2025", paidOn: "2025-03-10", resident: { categories: [], missedYears: [] } },
    expected: {
      window: "after-closing",
      benefit: { kind: "none", start: null, end: null, reason: "windows-closed" },
    },
  },
  {
    resident: "pays in Gansu on 28 December, between the windows",
    request: { ruleSet: "gansu/2025", paidOn: "2024-12-28", resident: { categories: [], missedYears: [] } },
    expected: {
      window: "between-windows",
      benefit: { kind: "none", start: null, reason: "between-windows" },
    },
  },
  {
    resident: "left the forces in May, pays in June: exempt, first day not stated",
    request: {
      ruleSet: "gansu/2025",
      paidOn: "2025-06-20",
      resident: { categories: [], groups: [{ group: "discharged-soldier", eventDate: "2025-05-30" }] },
    },
    expected: {
      exemption: { group: "discharged-soldier", window: true, wait: true },
      benefit: { kind: "not-stated", start: null, end: "2025-12-31", wait: null },
    },
  },
  {
    resident: "left the forces in December, pays in January: 当年 can be read two ways",
    request: {
      ruleSet: "gansu/2025",
      paidOn: "2025-01-10",
      resident: {
        categories: [],
        missedYears: [],
        groups: [{ group: "discharged-soldier", eventDate: "2024-12-10" }],
      },
    },
    expected: { benefit: { kind: "undetermined", start: null, reason: "conditions-not-stated" } },
  },
  {
    resident: "missed 2024: counted or not",
    request: { ruleSet: "gansu/2025", paidOn: "2024-11-10", resident: { categories: [], missedYears: [2024] } },
    expected: { benefit: { kind: "undetermined", start: null, reason: "gap-before-2025" } },
  },
  {
    resident: "missed 2024, and the bureau counts any year",
    request: {
      ruleSet: "gansu/2025",
      paidOn: "2024-11-10",
      resident: { categories: [], missedYears: [2024] },
      interpretations: { "gap-counted-from": "any-year" },
    },
    expected: {
      benefit: {
        kind: "exact",
        start: "2025-04-01",
        wait: { from: "2025-01-01", to: "2025-03-31", length: 90, unit: "day" },
      },
    },
  },
  {
    resident: "left the forces in May, and the bureau counts from the day after the payment",
    request: {
      ruleSet: "gansu/2025",
      paidOn: "2025-06-20",
      resident: { categories: [], groups: [{ group: "discharged-soldier", eventDate: "2025-05-30" }] },
      interpretations: { "exempt-start": "next-day" },
    },
    expected: { benefit: { kind: "exact", start: "2025-06-21", end: "2025-12-31" } },
  },
  {
    resident: "pays in Jiangxi in February: still from 1 January",
    request: { ruleSet: "jiangxi/2025", paidOn: "2025-02-20", resident: { categories: [], missedYears: [] } },
    expected: { window: "concentrated", benefit: wholeYear },
  },
  {
    resident: "pays in Jiangxi on 5 March: three calendar months",
    request: { ruleSet: "jiangxi/2025", paidOn: "2025-03-05", resident: { categories: [], missedYears: [] } },
    expected: {
      window: "after-closing",
      benefit: {
        kind: "exact",
        start: "2025-06-05",
        end: "2025-12-31",
        wait: { from: "2025-03-05", to: "2025-06-04", length: 3, unit: "month" },
      },
    },
  },
  {
    resident: "born on 1 January, enrolled in Jiangxi on day 60",
    request: {
      ruleSet: "jiangxi/2025",
      paidOn: "2025-03-01",
      resident: { birthDate: "2025-01-01", categories: [], groups: [{ group: "newborn" }] },
    },
    expected: {
      benefit: { kind: "exact", start: "2025-01-01", end: "2025-12-31" },
      contribution: { standard: "400.00", aid: null, payable: null },
    },
  },
  {
    resident: "born on 1 January, enrolled in Jiangxi in June: the day after the payment",
    request: {
      ruleSet: "jiangxi/2025",
      paidOn: "2025-06-01",
      resident: { birthDate: "2025-01-01", categories: [], groups: [{ group: "newborn" }] },
    },
    expected: {
      exemption: { group: "newborn" },
      benefit: { kind: "exact", start: "2025-06-02", end: "2025-12-31", wait: null },
      contribution: { standard: "400.00", aid: null, payable: null },
    },
  },
  {
    resident: "of the 80-yuan class pays in Jiangxi after the window",
    request: { ruleSet: "jiangxi/2025", paidOn: "2025-03-15", resident: { categories: ["fixed-aid"] } },
    expected: {
      contribution: { aid: "320.00", payable: "80.00" },
      exemption: { group: "medical-aid-recipient" },
      benefit: { kind: "exact", start: "2025-03-16" },
    },
  },
  {
    resident: "pays late in Xinzhou: a lower bound",
    request: { ruleSet: "xinzhou/2025", paidOn: "2025-04-10", resident: { categories: [], missedYears: [] } },
    expected: {
      window: "after-closing",
      benefit: { kind: "not-before", start: "2025-07-10", end: "2025-12-31" },
      majorIllness: { perHead: "130.00", residentPays: null },
    },
  },
  {
    resident: "on dibao in Xinzhou: no amount is made up",
    request: {
      ruleSet: "xinzhou/2025",
      paidOn: "2024-10-10",
      resident: { categories: ["dibao"], missedYears: [] },
    },
    expected: {
      contribution: { standard: "400.00", aid: null, payable: null },
      benefit: { kind: "exact", start: "2025-01-01" },
    },
  },
];

// Worked examples that authorities or the press published, as far as a rule set of coverage year 2025 has the same rule.

import type { ExpectedCase } from "./contract-cases.ts";

const none = { categories: [], missedYears: [] };
const toYearsEnd = { kind: "exact", end: "2025-12-31" };

export const workedExamples: readonly ExpectedCase[] = [
  {
    // 江西 解读: paid 1 March, wait 1 March to 31 May, covered from 1 June.
    resident: "pays in Jiangxi on 1 March",
    request: { ruleSet: "jiangxi/2025", paidOn: "2025-03-01", resident: none },
    expected: {
      benefit: {
        ...toYearsEnd,
        start: "2025-06-01",
        wait: { from: "2025-03-01", to: "2025-05-31", length: 3, unit: "month" },
      },
    },
  },
  {
    // 江西 解读: paid 5 March, wait to 4 June; a stay that begins on 5 June is covered.
    resident: "pays in Jiangxi on 5 March and goes to hospital on 5 June",
    request: { ruleSet: "jiangxi/2025", paidOn: "2025-03-05", resident: none, admittedOn: "2025-06-05" },
    expected: {
      benefit: {
        ...toYearsEnd,
        start: "2025-06-05",
        wait: { from: "2025-03-05", to: "2025-06-04", length: 3, unit: "month" },
      },
      admission: { covered: true },
    },
  },
  {
    // 江西 解读
    resident: "born on 1 January 2025, paid for in Jiangxi on 1 March, claimed by nobody",
    request: { ruleSet: "jiangxi/2025", paidOn: "2025-03-01", resident: { birthDate: "2025-01-01", categories: [] } },
    expected: { benefit: { ...toYearsEnd, start: "2025-01-01", wait: null } },
  },
  {
    // 江西 解读
    resident: "born on 1 January 2025, paid for in Jiangxi on 1 June, claimed by nobody",
    request: { ruleSet: "jiangxi/2025", paidOn: "2025-06-01", resident: { birthDate: "2025-01-01", categories: [] } },
    expected: { benefit: { ...toYearsEnd, start: "2025-06-02", wait: null } },
  },
  {
    // 江西 解读
    resident: "receives medical aid and pays in Jiangxi on 15 March",
    request: {
      ruleSet: "jiangxi/2025",
      paidOn: "2025-03-15",
      resident: { categories: [], groups: [{ group: "medical-aid-recipient" }] },
    },
    expected: { benefit: { ...toYearsEnd, start: "2025-03-16", wait: null } },
  },
  {
    // 阜新 2025-09-08, the same three months: paid 3 July, wait 3 July to 2 October, covered from 3 October.
    resident: "pays late on 3 July under a three-month rule",
    request: { ruleSet: "jiangxi/2025", paidOn: "2025-07-03", resident: none },
    expected: {
      benefit: {
        ...toYearsEnd,
        start: "2025-10-03",
        wait: { from: "2025-07-03", to: "2025-10-02", length: 3, unit: "month" },
      },
    },
  },
  {
    // 阜新: paid 6 November, wait to 5 February of the next year: nothing of this year is left.
    resident: "pays late on 6 November under a three-month rule",
    request: { ruleSet: "jiangxi/2025", paidOn: "2025-11-06", resident: none },
    expected: {
      benefit: {
        kind: "none",
        start: null,
        end: null,
        wait: { from: "2025-11-06", to: "2026-02-05", length: 3, unit: "month" },
        reason: "wait-outlasts-year",
      },
    },
  },
  {
    // 阜新, 铜仁, 咸宁: one year missed, paid inside the window: from 1 April.
    resident: "missed one year and pays in Xinzhou's window, any year counting",
    request: {
      ruleSet: "xinzhou/2025",
      paidOn: "2024-12-03",
      resident: { categories: [], missedYears: [2024] },
      interpretations: { "gap-counted-from": "any-year" },
    },
    expected: { benefit: { kind: "not-before", start: "2025-04-01", end: "2025-12-31" } },
  },
  {
    // The same in Gansu's days: 1 January + 90 days is also 1 April.
    resident: "missed one year and pays in Gansu's concentrated window, any year counting",
    request: {
      ruleSet: "gansu/2025",
      paidOn: "2024-12-03",
      resident: { categories: [], missedYears: [2024] },
      interpretations: { "gap-counted-from": "any-year" },
    },
    expected: { benefit: { ...toYearsEnd, start: "2025-04-01" } },
  },
  {
    // 青岛: two years missed, paid inside the window: 3 + 1 months, from 1 May.
    resident: "missed two years and pays in Xinzhou's window, any year counting",
    request: {
      ruleSet: "xinzhou/2025",
      paidOn: "2024-12-03",
      resident: { categories: [], missedYears: [2023, 2024] },
      interpretations: { "gap-counted-from": "any-year" },
    },
    expected: {
      benefit: {
        kind: "not-before",
        start: "2025-05-01",
        wait: { from: "2025-01-01", to: "2025-04-30", length: 4, unit: "month" },
      },
    },
  },
  {
    // 兰州: paid on 1 January in the supplementary window: from 1 April.
    resident: "pays in Lanzhou on 1 January",
    request: { ruleSet: "gansu/2025", county: "620102", paidOn: "2025-01-01", resident: none },
    expected: {
      funding: { total: "670.00", central: "536.00", province: "113.20", cityCounty: "20.80", tier: "3" },
      benefit: {
        ...toYearsEnd,
        start: "2025-04-01",
        wait: { from: "2025-01-01", to: "2025-03-31", length: 90, unit: "day" },
      },
    },
  },
];

/** Annex 2 of 甘医保发〔2024〕54号: identity, aid, what is left to pay. */
export const gansuAmounts: readonly (readonly [string, string, string])[] = [
  ["extreme-poverty", "400.00", "0.00"],
  ["orphan", "400.00", "0.00"],
  ["rural-dibao-1-2", "310.00", "90.00"],
  ["urban-dibao-full", "310.00", "90.00"],
  ["rural-dibao-3-4", "250.00", "150.00"],
  ["urban-dibao-partial", "250.00", "150.00"],
  ["relapse-monitored", "250.00", "150.00"],
  ["dibao-marginal", "100.00", "300.00"],
  ["lifted-from-poverty", "100.00", "300.00"],
];

/** Annex 1: county, tier, province, city and county, whether the tier rests on the unverified list. */
export const gansuTiers: readonly (readonly [string, string, string, string, boolean])[] = [
  ["620602", "2", "116.80", "17.20", false], // Liangzhou
  ["620621", "2", "116.80", "17.20", false], // Minqin
  ["620623", "1", "121.60", "12.40", false], // Tianzhu, the "one county"
  ["620622", "1", "121.60", "12.40", true], // Gulang, one of the 18
  ["621126", "1", "121.60", "12.40", true], // Minxian, one of the 18
  ["622901", "1", "121.60", "12.40", false], // Linxia prefecture
  ["623027", "1", "121.60", "12.40", false], // Gannan prefecture
  ["620201", "3", "113.20", "20.80", false], // Jiayuguan
  ["620302", "3", "113.20", "20.80", false], // Jinchang
];

// Cases worked out by hand from the notices: each says how its dates were counted.

import type { ExpectedCase } from "./contract-cases.ts";

export interface HandDerivedCase extends ExpectedCase {
  /** Where undetermined: what the readings give, in any order. */
  readonly readings?: readonly object[];
}

const plain = { categories: [], missedYears: [] };
const toYearsEnd = { kind: "exact", end: "2025-12-31" };
const notStated = { kind: "not-stated", start: null, end: "2025-12-31", wait: null };
const windowsClosed = { kind: "none", reason: "windows-closed" };
const anyYear = { "gap-counted-from": "any-year" };

function gansu(paidOn: string, resident: object, interpretations: object = {}): object {
  return { ruleSet: "gansu/2025", paidOn, resident, interpretations };
}
function jiangxi(paidOn: string, resident: object, admittedOn?: string): object {
  return { ruleSet: "jiangxi/2025", paidOn, resident, ...(admittedOn === undefined ? {} : { admittedOn }) };
}
function xinzhou(paidOn: string, resident: object, interpretations: object = {}): object {
  return { ruleSet: "xinzhou/2025", paidOn, resident, interpretations };
}
function group(name: string, eventDate?: string): object {
  return { categories: [], groups: [{ group: name, ...(eventDate === undefined ? {} : { eventDate }) }] };
}

export const handDerivedCases: readonly HandDerivedCase[] = [
  {
    // 五（二）. Day 1 is 28 February; March brings 32, April 62, so day 90 is 28 May.
    resident: "pays on the last day of Gansu's supplementary window",
    request: gansu("2025-02-28", plain),
    expected: {
      benefit: {
        ...toYearsEnd,
        start: "2025-05-29",
        wait: { from: "2025-02-28", to: "2025-05-28", length: 90, unit: "day" },
      },
      review: [],
    },
  },
  {
    // 五（一）: 25 December still belongs to the window.
    resident: "pays on 25 December in Gansu",
    request: gansu("2024-12-25", plain),
    expected: { window: "concentrated", benefit: { ...toYearsEnd, start: "2025-01-01" } },
  },
  {
    // 五（一）: the window opens on 10 September.
    resident: "pays a day before Gansu's window",
    request: gansu("2024-09-09", plain),
    expected: { window: "before-opening", benefit: { kind: "none", reason: "window-not-open" } },
  },
  {
    // 五（二）: 90 + 30 = 120 days from 20 January: 12 in January, 40 to 28 February, 71, 101 to 30 April, so 19 May is the last.
    resident: "missed two years and pays on 20 January in Gansu, any year counting",
    request: gansu("2025-01-20", { categories: [], missedYears: [2023, 2024] }, anyYear),
    expected: {
      benefit: { start: "2025-05-20", wait: { from: "2025-01-20", to: "2025-05-19", length: 120, unit: "day" } },
    },
  },
  {
    // Twice 90 and once 30 are 210 days: 101 to 30 April, 132, 162, 193 to 31 July, so 17 August is the last.
    resident: "the same with the fixed wait due for each of the two",
    request: gansu(
      "2025-01-20",
      { categories: [], missedYears: [2023, 2024] },
      { ...anyYear, "one-fixed-wait": "each" },
    ),
    expected: { benefit: { start: "2025-08-18", wait: { to: "2025-08-17", length: 210 } } },
  },
  {
    // 2023 was missed but 2024 was not: nothing lies directly before 2025.
    resident: "missed 2023 alone and pays in Gansu's concentrated window",
    request: gansu("2024-11-10", { categories: [], missedYears: [2023] }, anyYear),
    expected: { benefit: { ...toYearsEnd, start: "2025-01-01", wait: null } },
  },
  {
    // From 10 November, 90 days: 21 in November, 52 to the year's end, 83 to 31 January, so 7 February is the last.
    resident: "missed 2024 and pays in November, the wait read as running from the payment",
    request: gansu("2024-11-10", { categories: [], missedYears: [2024] }, { ...anyYear, "gap-anchor": "payment-day" }),
    expected: { benefit: { start: "2025-02-08", wait: { from: "2024-11-10", to: "2025-02-07" } } },
  },
  {
    // From 10 September the 90 days end on 8 December 2024; cover still starts with the coverage year.
    resident: "the same in September: the wait is over before the year begins",
    request: gansu("2024-09-10", { categories: [], missedYears: [2024] }, { ...anyYear, "gap-anchor": "payment-day" }),
    expected: { benefit: { ...toYearsEnd, start: "2025-01-01", wait: { from: "2024-09-10", to: "2024-12-08" } } },
  },
  {
    // Civil Code 202: 31 January + 3 months has no day in April, so the wait lasts to the 30th.
    resident: "pays on 31 January in Gansu, the wait read in months",
    request: gansu("2025-01-31", plain, { "wait-unit": "month" }),
    expected: {
      benefit: { start: "2025-05-01", wait: { from: "2025-01-31", to: "2025-04-30", length: 3, unit: "month" } },
      review: ["month-end"],
    },
  },
  {
    resident: "the same with the month's last day as the first covered one",
    request: gansu("2025-01-31", plain, { "wait-unit": "month", "month-end": "last-of-month" }),
    expected: { benefit: { start: "2025-04-30", wait: { to: "2025-04-29" } }, review: ["month-end"] },
  },
  {
    // Day 1 is 16 January then: everything one day later than the contract's case.
    resident: "pays on 15 January in Gansu, the payment day read as not counted",
    request: gansu("2025-01-15", plain, { "wait-counts-payment-day": "no" }),
    expected: { benefit: { start: "2025-04-16", wait: { from: "2025-01-16", to: "2025-04-15" } } },
  },
  {
    // Born 1 March: 31 March is day 31, 30 April day 61, 29 May day 90.
    resident: "born on 1 March, paid for in Gansu on day 90",
    request: gansu("2025-05-29", { birthDate: "2025-03-01", categories: [] }),
    expected: { exemption: { group: "newborn" }, benefit: notStated, review: ["start-not-stated"] },
  },
  {
    resident: "born on 1 March, paid for in Gansu on the edge",
    request: gansu("2025-05-30", { birthDate: "2025-03-01", categories: [] }),
    expected: { benefit: { kind: "undetermined", reason: "boundary-day" }, review: ["boundary-day"] },
    readings: [notStated, windowsClosed],
  },
  {
    resident: "born on 1 March, paid for in Gansu a day after the edge: the notice names no age",
    request: gansu("2025-05-31", { birthDate: "2025-03-01", categories: [] }),
    expected: { benefit: { kind: "undetermined", reason: "conditions-not-stated" }, review: ["conditions-not-stated"] },
    readings: [notStated, windowsClosed],
  },
  {
    // The first birthday of 29 February 2024 is 28 February 2025.
    resident: "born on 29 February and paid for on the first birthday, which still counts",
    request: gansu("2025-02-28", { birthDate: "2024-02-29", categories: [] }, { "newborn-age": "first-birthday" }),
    expected: { exemption: { group: "newborn" }, benefit: notStated },
  },
  {
    resident: "the same a day later",
    request: gansu("2025-03-01", { birthDate: "2024-02-29", categories: [] }, { "newborn-age": "first-birthday" }),
    expected: { exemption: null, benefit: windowsClosed },
  },
  {
    // 五（三） lists 城乡低保对象.
    resident: "recognised for rural dibao in April, pays in April in Gansu",
    request: gansu("2025-04-10", {
      categories: ["rural-dibao-1-2"],
      groups: [{ group: "newly-recognised-low-income", eventDate: "2025-04-01" }],
    }),
    expected: { exemption: { group: "newly-recognised-low-income" }, benefit: notStated },
  },
  {
    // Annex 2 counts 低保边缘 among 低收入困难群众, 五（三） does not list it.
    resident: "recognised as dibao-marginal in April, pays in April in Gansu",
    request: gansu("2025-04-10", {
      categories: ["dibao-marginal"],
      groups: [{ group: "newly-recognised-low-income", eventDate: "2025-04-01" }],
    }),
    expected: { benefit: { kind: "undetermined", reason: "conditions-not-stated" } },
    readings: [notStated, windowsClosed],
  },
  {
    resident: "says to be newly recognised but names no identity",
    request: gansu("2025-04-10", group("newly-recognised-low-income", "2025-04-01")),
    expected: { benefit: { kind: "undetermined", reason: "fact-missing" }, review: [] },
  },
  {
    resident: "is recognised two weeks after the payment: the aid is open",
    request: gansu("2024-11-10", {
      categories: ["orphan"],
      missedYears: [],
      groups: [{ group: "newly-recognised-low-income", eventDate: "2024-11-24" }],
    }),
    expected: {
      contribution: { category: "orphan", aid: null, payable: null },
      benefit: { start: "2025-01-01" },
      review: ["recognised-after-payment"],
    },
  },
  {
    // 符合条件的: exempt, and a person looks at the conditions.
    resident: "left the employees' insurance and pays in May in Gansu",
    request: gansu("2025-05-06", group("employee-to-resident")),
    expected: {
      exemption: { group: "employee-to-resident" },
      benefit: notStated,
      review: ["conditions-not-stated", "start-not-stated"],
    },
  },
  {
    // Cover of 2025 cannot begin in 2024.
    resident: "left the forces in December and pays between the windows, covered from the payment day",
    request: gansu("2024-12-28", group("discharged-soldier", "2024-12-01"), { "exempt-start": "payment-day" }),
    expected: { benefit: { ...toYearsEnd, start: "2025-01-01", wait: null } },
  },
  {
    // 避免重复资助: the 250 count, never 250 + 100.
    resident: "is both marginal and monitored in Gansu",
    request: gansu("2024-11-10", { categories: ["dibao-marginal", "relapse-monitored"], missedYears: [] }),
    expected: {
      contribution: { category: "relapse-monitored", aid: "250.00", payable: "150.00" },
      review: ["several-identities"],
    },
  },
  {
    resident: "belongs to the employees' insurance",
    request: gansu("2024-11-10", { categories: [], standing: "employee" }),
    expected: {
      contribution: { aid: null, payable: null },
      funding: { total: null, central: null },
      benefit: { kind: "none", reason: "employee-cover" },
    },
  },
  {
    // June has no 31st: the wait lasts to 30 June.
    resident: "pays in Jiangxi on 31 March",
    request: jiangxi("2025-03-31", plain),
    expected: {
      benefit: { start: "2025-07-01", wait: { from: "2025-03-31", to: "2025-06-30" } },
      review: ["month-end"],
    },
  },
  {
    // Nor has February 2026 a 30th.
    resident: "pays in Jiangxi on 30 November",
    request: jiangxi("2025-11-30", plain),
    expected: {
      benefit: { kind: "none", reason: "wait-outlasts-year", wait: { from: "2025-11-30", to: "2026-02-28" } },
      review: ["month-end"],
    },
  },
  {
    // Born 20 December: 12 days in that year, 43 to 31 January, 71 to 28 February, so 10 March is day 81.
    resident: "born in December, paid for in Jiangxi on day 81",
    request: jiangxi("2025-03-10", { birthDate: "2024-12-20", categories: [] }),
    expected: { benefit: { start: "2025-01-01", wait: null }, review: ["aid-not-stated", "earlier-year"] },
  },
  {
    // Born 1 January: 31 March is day 90, 1 April the edge.
    resident: "born on 1 January, paid for in Jiangxi on the edge",
    request: jiangxi("2025-04-01", { birthDate: "2025-01-01", categories: [] }),
    expected: { benefit: { kind: "undetermined", reason: "boundary-day" } },
    readings: [
      { kind: "exact", start: "2025-01-01" },
      { kind: "exact", start: "2025-04-02" },
    ],
  },
  {
    // 3个月以内 of 15 April: 14 July is safe.
    resident: "left the forces on 15 April, pays in Jiangxi on 14 July",
    request: jiangxi("2025-07-14", group("discharged-soldier", "2025-04-15")),
    expected: { exemption: { group: "discharged-soldier" }, benefit: { start: "2025-07-15", wait: null } },
  },
  {
    resident: "left the forces on 15 April, pays in Jiangxi on 15 July",
    request: jiangxi("2025-07-15", group("discharged-soldier", "2025-04-15")),
    expected: { benefit: { kind: "undetermined", reason: "boundary-day" } },
    readings: [{ start: "2025-07-16" }, { start: "2025-10-15" }],
  },
  {
    resident: "left the forces on 15 April, pays in Jiangxi on 16 July",
    request: jiangxi("2025-07-16", group("discharged-soldier", "2025-04-15")),
    expected: { exemption: null, benefit: { start: "2025-10-16" } },
  },
  {
    // April has no 31st, so its last day is the edge.
    resident: "left the employees' insurance on 31 January, pays in Jiangxi on 30 April",
    request: jiangxi("2025-04-30", group("employee-to-resident", "2025-01-31")),
    expected: { benefit: { kind: "undetermined", reason: "boundary-day" } },
  },
  {
    // Released 1 June: 30 June is day 30, 31 July day 61, 29 August day 90.
    resident: "was released on 1 June and pays in Jiangxi on day 90",
    request: jiangxi("2025-08-29", group("released", "2025-06-01")),
    expected: { exemption: { group: "released" }, benefit: { start: "2025-08-30" } },
  },
  {
    resident: "was released on 1 June and pays in Jiangxi two days later",
    request: jiangxi("2025-08-31", group("released", "2025-06-01")),
    expected: { exemption: null, benefit: { start: "2025-12-01", wait: { to: "2025-11-30" } }, review: ["month-end"] },
  },
  {
    resident: "moved in but does not say when",
    request: jiangxi("2025-08-31", group("moved-in")),
    expected: { benefit: { kind: "undetermined", reason: "fact-missing" } },
  },
  {
    // The next day is 1 January 2026.
    resident: "on full aid pays in Jiangxi on New Year's Eve",
    request: jiangxi("2025-12-31", { categories: ["full-aid"] }),
    expected: {
      exemption: { group: "medical-aid-recipient" },
      benefit: { kind: "none", reason: "starts-after-year", wait: null },
    },
  },
  {
    resident: "an orphan on dibao in Jiangxi",
    request: jiangxi("2024-11-10", { categories: ["dibao", "orphan"] }),
    expected: {
      contribution: { category: "full-aid", aid: "400.00", payable: "0.00" },
      review: ["membership-unverified", "several-identities"],
    },
  },
  {
    // （四）: admitted before the wait has ended.
    resident: "pays in Jiangxi on 5 March and goes to hospital on 4 June",
    request: jiangxi("2025-03-05", plain, "2025-06-04"),
    expected: { admission: { covered: false } },
  },
  {
    resident: "of the clergy pays in Jiangxi on 15 March and was in hospital before: no wait, nothing stated",
    request: jiangxi("2025-03-15", group("religious-staff"), "2025-03-10"),
    expected: { benefit: { start: "2025-03-16" }, admission: { covered: null } },
  },
  {
    // Born 15 November: 16 days in November, 47 to 31 December, so 20 January is day 67.
    resident: "born in November, paid for in Jiangxi in January of the next year",
    request: jiangxi("2026-01-20", { birthDate: "2025-11-15", categories: [] }),
    expected: { benefit: { kind: "undetermined", reason: "conditions-not-stated" } },
    readings: [
      { kind: "none", reason: "coverage-year-over" },
      { kind: "exact", start: "2025-11-15" },
    ],
  },
  {
    resident: "a newborn without a birth date, paid for in Jiangxi's window in February",
    request: jiangxi("2025-02-20", { categories: [], groups: [{ group: "newborn" }] }),
    expected: { contribution: { payable: null }, benefit: { kind: "undetermined", reason: "fact-missing" } },
  },
  {
    resident: "pays in Xinzhou in January: the day is not in the notice",
    request: xinzhou("2025-01-15", plain),
    expected: { benefit: notStated, review: ["start-not-stated"] },
  },
  {
    resident: "the same, settled as the day after the payment",
    request: xinzhou("2025-01-15", plain, { "jan-feb-start": "next-day" }),
    expected: { benefit: { ...toYearsEnd, start: "2025-01-16" }, review: [] },
  },
  {
    // Two counted years: 3 + 1 months from 10 April.
    resident: "pays late in Xinzhou and missed two years, any year counting",
    request: xinzhou("2025-04-10", { categories: [], missedYears: [2024, 2023] }, anyYear),
    expected: { benefit: { kind: "not-before", start: "2025-08-10", wait: { to: "2025-08-09", length: 4 } } },
  },
  {
    // The national rule excepts newborns, the notice does not name them.
    resident: "born in March, paid for in Xinzhou on 10 April",
    request: xinzhou("2025-04-10", { birthDate: "2025-03-20", categories: [] }),
    expected: { benefit: { kind: "undetermined", reason: "conditions-not-stated" } },
    readings: [notStated, { kind: "not-before", start: "2025-07-10" }],
  },
  {
    resident: "recognised elsewhere, pays in Xinzhou",
    request: xinzhou("2024-11-10", { categories: ["dibao"], missedYears: [], recognisedElsewhere: true }),
    expected: { contribution: { aid: null, payable: null }, review: ["aid-by-recognition-place", "aid-not-stated"] },
  },
  {
    resident: "pays in a Xinzhou county under western policies",
    request: xinzhou("2024-11-10", plain, { "western-policy-county": "yes" }),
    expected: { funding: { total: "670.00", central: "536.00", province: null } },
  },
];

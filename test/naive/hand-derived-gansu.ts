// Gansu cases worked out by hand from 甘医保发〔2024〕54号: each says how its dates were counted.

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
function group(name: string, eventDate?: string): object {
  return { categories: [], groups: [{ group: name, ...(eventDate === undefined ? {} : { eventDate }) }] };
}

export const handDerivedGansu: readonly HandDerivedCase[] = [
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
    // 五（三） frees from the wait for missed years; in the concentrated window 五（二） then gives the whole year.
    resident: "missed 2024, left the employees' insurance and pays in the concentrated window, any year counting",
    request: gansu(
      "2024-11-10",
      { categories: [], missedYears: [2024], groups: [{ group: "employee-to-resident" }] },
      anyYear,
    ),
    expected: {
      exemption: { group: "employee-to-resident" },
      benefit: { ...toYearsEnd, start: "2025-01-01", wait: null },
      review: ["conditions-not-stated"],
    },
  },
  {
    // Counted or not, the army's dependant has the whole year: nothing is open.
    resident: "missed 2024, depends on a soldier and pays in the concentrated window",
    request: gansu("2024-11-10", { categories: [], missedYears: [2024], groups: [{ group: "military-dependant" }] }),
    expected: { benefit: { ...toYearsEnd, start: "2025-01-01", wait: null }, review: [] },
  },
  {
    // 90 days are due for paying late whether 2024 counts or not.
    resident: "missed 2024 and pays in the supplementary window",
    request: gansu("2025-01-15", { categories: [], missedYears: [2024] }),
    expected: { benefit: { ...toYearsEnd, start: "2025-04-15" }, review: [] },
  },
  {
    // Born 17 October: 15 days in October, 45, 76 to 31 December, so 14 January is day 90 and 15 January the edge.
    // 90 days without counted years, 120 with two: 15 January + 120 days is 15 May.
    // 2023 lies before the birth: nobody breaks off (断保) a cover before being born, so the wait is 90 days at most.
    resident: "born in October, missed two years on paper, paid for on the edge",
    request: gansu("2025-01-15", { birthDate: "2024-10-17", categories: [], missedYears: [2024, 2023] }),
    expected: {
      benefit: { kind: "undetermined", reason: "boundary-day" },
      review: ["boundary-day", "earlier-year"],
    },
    readings: [notStated, { kind: "exact", start: "2025-04-15" }],
  },
  {
    // 当年 as the campaign of 2024 ends with the supplementary window.
    resident: "left the forces in December and pays on the campaign's last day, the campaign counting",
    request: gansu("2025-02-28", group("discharged-soldier", "2024-12-10"), { "this-year": "campaign" }),
    expected: { exemption: { group: "discharged-soldier" }, benefit: notStated },
  },
  {
    resident: "left the forces in December and pays a day after the campaign",
    request: gansu("2025-03-01", group("discharged-soldier", "2024-12-10"), { "this-year": "campaign" }),
    expected: { exemption: null, benefit: windowsClosed },
  },
  {
    resident: "leaves the forces the day after paying",
    request: gansu("2025-06-20", group("discharged-soldier", "2025-06-21")),
    expected: { exemption: null, benefit: windowsClosed },
  },
  {
    resident: "is exempt, pays on New Year's Eve and is covered from the next day, which is next year's",
    request: gansu("2025-12-31", group("military-dependant"), { "exempt-start": "next-day" }),
    expected: {
      exemption: { group: "military-dependant" },
      benefit: { kind: "none", reason: "starts-after-year", wait: null },
    },
  },
];

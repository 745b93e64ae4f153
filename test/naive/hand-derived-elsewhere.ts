// Jiangxi and Xinzhou cases worked out by hand from 赣医保发〔2024〕7号 and 忻医保发〔2024〕11号: each says how its dates were counted.

import type { HandDerivedCase } from "./hand-derived-gansu.ts";

const plain = { categories: [], missedYears: [] };
const toYearsEnd = { kind: "exact", end: "2025-12-31" };
const notStated = { kind: "not-stated", start: null, end: "2025-12-31", wait: null };
const anyYear = { "gap-counted-from": "any-year" };

function jiangxi(paidOn: string, resident: object, admittedOn?: string): object {
  return { ruleSet: "jiangxi/2025", paidOn, resident, ...(admittedOn === undefined ? {} : { admittedOn }) };
}
function xinzhou(paidOn: string, resident: object, interpretations: object = {}): object {
  return { ruleSet: "xinzhou/2025", paidOn, resident, interpretations };
}
function group(name: string, eventDate?: string): object {
  return { categories: [], groups: [{ group: name, ...(eventDate === undefined ? {} : { eventDate }) }] };
}

export const handDerivedElsewhere: readonly HandDerivedCase[] = [
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
    expected: { contribution: { aid: null, payable: null }, review: ["aid-by-recognition-place"] },
  },
  {
    resident: "pays in a Xinzhou county under western policies",
    request: xinzhou("2024-11-10", plain, { "western-policy-county": "yes" }),
    expected: { funding: { total: "670.00", central: "536.00", province: null } },
  },
  {
    // Recognised on 20 March, paid on 15 March: on that day nobody was a recipient yet.
    resident: "of the 80-yuan class, recognised five days after paying in Jiangxi",
    request: jiangxi("2025-03-15", {
      categories: ["fixed-aid"],
      groups: [{ group: "medical-aid-recipient", eventDate: "2025-03-20" }],
    }),
    expected: {
      contribution: { category: "fixed-aid", aid: null, payable: null },
      exemption: null,
      benefit: { start: "2025-06-15" },
      review: ["recognised-after-payment"],
    },
  },
  {
    // 等情形: a case that （六） does not name.
    resident: "of a kind that Jiangxi's notice does not list pays on 15 March",
    request: jiangxi("2025-03-15", group("other")),
    expected: { benefit: { kind: "undetermined", reason: "conditions-not-stated" } },
    readings: [{ start: "2025-03-16" }, { start: "2025-06-15" }],
  },
  {
    // Both apply, 31 August being within 90 days of birth and within 3 months of 1 July; the family would start a day after payment.
    resident: "a newborn whose father left the forces: cover from birth is the better start",
    request: jiangxi("2025-08-31", {
      birthDate: "2025-08-01",
      categories: [],
      groups: [{ group: "soldier-family", eventDate: "2025-07-01" }],
    }),
    expected: { exemption: { group: "newborn" }, benefit: { start: "2025-08-01" } },
  },
  {
    // Born 3 October: 29 days, 59, 90 to 31 December, so 1 January 2026 is the edge.
    resident: "born on 3 October, paid for in Jiangxi on the first day of the next year",
    request: jiangxi("2026-01-01", { birthDate: "2025-10-03", categories: [] }),
    expected: { benefit: { kind: "undetermined", reason: "boundary-day" } },
    readings: [
      { kind: "none", reason: "coverage-year-over" },
      { kind: "exact", start: "2025-10-03" },
    ],
  },
  {
    // Not counted: the whole year. Counted: 1 January + 3 months, unless the national exception for newborns holds.
    resident: "born in August, missed 2024 on paper, paid for in Xinzhou in October",
    request: xinzhou("2024-10-10", { birthDate: "2024-08-20", categories: [], missedYears: [2024] }),
    expected: {
      benefit: { kind: "undetermined", reason: "gap-before-2025" },
      review: ["earlier-year", "gap-before-2025"],
    },
    readings: [
      { kind: "exact", start: "2025-01-01" },
      { kind: "not-before", start: "2025-04-01" },
    ],
  },
  {
    // 10 October + 3 months: already 10 January.
    resident: "pays in Xinzhou on 10 October 2025",
    request: xinzhou("2025-10-10", plain),
    expected: {
      benefit: { kind: "none", reason: "wait-outlasts-year", wait: { from: "2025-10-10", to: "2026-01-09" } },
    },
  },
  {
    // （六）: newborns' aid follows rules of its own, but nothing is left to pay for an orphan.
    resident: "an orphan born in August, paid for in Jiangxi",
    request: jiangxi("2025-08-31", { birthDate: "2025-08-01", categories: ["orphan"] }),
    expected: {
      contribution: { category: "full-aid", aid: "400.00", payable: "0.00" },
      benefit: { start: "2025-08-01" },
      review: ["membership-unverified"],
    },
  },
  {
    // （六）: so does that of students.
    resident: "a student in Jiangxi",
    request: jiangxi("2024-11-10", { categories: [], standing: "student" }),
    expected: { contribution: { category: null, aid: null, payable: null }, review: ["aid-not-stated"] },
  },
  {
    // 31 August + 3 + 1 months is 31 December: one covered day is left.
    resident: "pays in Xinzhou on 31 August and missed two years, any year counting",
    request: xinzhou("2025-08-31", { categories: [], missedYears: [2023, 2024] }, anyYear),
    expected: { benefit: { kind: "not-before", start: "2025-12-31", wait: { to: "2025-12-30" } }, review: [] },
  },
  {
    // Paid in time, so there is no second reason for a fixed wait.
    resident: "missed 2024 and pays in Xinzhou's window, the fixed wait due for each reason",
    request: xinzhou("2024-10-10", { categories: [], missedYears: [2024] }, { ...anyYear, "one-fixed-wait": "each" }),
    expected: { benefit: { start: "2025-04-01", wait: { length: 3 } } },
  },
  {
    resident: "missed 2024 and pays late in Xinzhou, the fixed wait due for each reason",
    request: xinzhou("2025-04-10", { categories: [], missedYears: [2024] }, { ...anyYear, "one-fixed-wait": "each" }),
    expected: { benefit: { start: "2025-10-10", wait: { length: 6 } } },
  },
];

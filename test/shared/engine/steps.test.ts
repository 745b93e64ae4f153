// Single steps of decisions that no whole trace shows: which facts went into each, what came out, on which article it stands.
import { describe, expect, it } from "vitest";
import { adult } from "./adult.ts";
import { resultOf } from "./residents.ts";

const anyYear = { "gap-counted-from": "any-year" };

interface Expected {
  readonly step: string;
  readonly variant: string;
  readonly effect: "applied" | "failed" | "info";
  readonly article: string | null;
  readonly in: object;
  readonly out: object;
}
type Row = readonly [who: string, request: object, ...steps: readonly Expected[]];

const step =
  (name: string, effect: Expected["effect"]) =>
  (variant: string, article: string | null, facts: object, out: object): Expected => ({
    step: name,
    variant,
    effect,
    article,
    in: facts,
    out,
  });
const applied = (name: string) => step(name, "applied");
const failed = (name: string) => step(name, "failed");
const info = (name: string) => step(name, "info");

const gansu = (paidOn: string, resident: object, interpretations: object = {}) => ({
  ruleSet: "gansu/2025",
  paidOn,
  resident: { ...adult, ...resident },
  interpretations,
});
const claim = (group: string, eventDate?: string) => ({
  groups: [{ group, ...(eventDate === undefined ? {} : { eventDate }) }],
});
const other = (ruleSet: string, paidOn: string, resident: object, interpretations: object = {}) => ({
  ...gansu(paidOn, resident, interpretations),
  ruleSet,
});

const windowsAndYears: readonly Row[] = [
  [
    "pays in the first of the two periods of Jiangxi's window: what is told is the whole window",
    other("jiangxi/2026", "2025-11-03", {}),
    applied("window")(
      "concentrated",
      "缴费时间",
      { paidOn: "2025-11-03", from: "2025-10-15", to: "2026-02-28" },
      { window: "concentrated" },
    ),
  ],
  [
    "pays for 2025 on 1 January 2026: the year is over",
    gansu("2026-01-01", {}),
    applied("window")(
      "year-over",
      "五（二）",
      { paidOn: "2026-01-01", end: "2025-12-31" },
      { window: "after-closing" },
    ),
    applied("benefit")(
      "none",
      "五（二）",
      { paidOn: "2026-01-01" },
      { start: null, end: null, reason: "coverage-year-over" },
    ),
  ],
  [
    "missed 2022 and was insured since: nothing directly before 2025 is missing",
    gansu("2024-11-03", { missedYears: [2022] }),
    info("missed-years")("not-directly-before", "五（二）", { years: [2022] }, { counted: 0 }),
  ],
  [
    "missed 2024, where years count from 2025 on",
    gansu("2024-11-03", { missedYears: [2024] }, { "gap-counted-from": "2025" }),
    info("missed-years")("not-counted", "五（二）", { years: [2024] }, { counted: 0 }),
  ],
  [
    "missed two years and pays after Gansu's windows, where no way to count them would change anything",
    gansu("2025-06-10", { missedYears: [2024, 2023] }),
    info("missed-years")("no-difference", "五（二）", { years: [2024, 2023] }, {}),
  ],
  [
    "missed three years in Gansu, paid for one: 90 days and one further 30, and 60 days less for two repaired years",
    other("gansu/2026", "2026-01-10", { missedYears: [2025, 2024, 2023], repairedYears: 1 }, anyYear),
    applied("missed-years")("repaired", "修复", { repaired: 1, missed: 3 }, { length: 120 }),
    applied("wait")(
      "late-and-missed",
      "五（二）",
      { paidOn: "2026-01-10", anchor: "2026-01-10", missed: 3 },
      { length: 120, unit: "day", from: "2026-01-10", to: "2026-05-09", next: "2026-05-10" },
    ),
    info("repair")(
      "possible",
      "修复",
      { missed: 3, most: 2, afterYears: 4, price: "400.00" },
      { cost: "800.00", start: "2026-04-10", gainedDays: 60 },
    ),
  ],
  [
    "missed six years: at most two can be repaired, since 180 days stay after four or more",
    other("gansu/2026", "2026-01-10", { missedYears: [2025, 2024, 2023, 2022, 2021, 2020] }, anyYear),
    applied("wait")(
      "late-and-missed",
      "五（二）",
      { paidOn: "2026-01-10", anchor: "2026-01-10", missed: 6 },
      { length: 240, unit: "day", from: "2026-01-10", to: "2026-09-06", next: "2026-09-07" },
    ),
    info("repair")(
      "possible",
      "修复",
      { missed: 6, most: 2, afterYears: 4, price: "400.00" },
      { cost: "800.00", start: "2026-07-09", gainedDays: 60 },
    ),
  ],
  [
    "missed four years: six months, which stay whatever is paid for",
    other("jiangxi/2026", "2025-12-10", { missedYears: [2025, 2024, 2023, 2022] }, anyYear),
    info("repair")(
      "floor",
      "修复",
      { missed: 4, most: 0, afterYears: 4, price: "400.00" },
      { cost: "0.00", start: "2026-07-01", gainedDays: 0 },
    ),
  ],
  [
    "was born in the year that Tongren's rule excepts",
    other("guizhou/2026", "2025-11-10", { birthDate: "2025-02-10", missedYears: [2025] }),
    applied("missed-years")("born-in-missed-year", "集中征缴期", { birth: "2025-02-10", year: 2025 }, { counted: 0 }),
  ],
  [
    "pays late in Xinzhou: three months at least",
    other("xinzhou/2025", "2025-03-20", {}),
    applied("wait")(
      "late-at-least",
      "三",
      { paidOn: "2025-03-20", anchor: "2025-03-20", missed: 0 },
      { length: 3, unit: "month", from: "2025-03-20", to: "2025-06-19", next: "2025-06-20" },
    ),
    applied("benefit")(
      "not-before",
      "三",
      { paidOn: "2025-03-20" },
      { start: "2025-06-20", end: "2025-12-31", reason: null },
    ),
  ],
  [
    "missed 2024 and pays in Xinzhou's window: three months at least from New Year on",
    other("xinzhou/2025", "2024-11-20", { missedYears: [2024] }, anyYear),
    applied("wait")(
      "missed-at-least",
      "三",
      { paidOn: "2024-11-20", anchor: "2025-01-01", missed: 1 },
      { length: 3, unit: "month", from: "2025-01-01", to: "2025-03-31", next: "2025-04-01" },
    ),
  ],
  [
    "missed 2024 and pays late in Xinzhou: one wait for both",
    other("xinzhou/2025", "2025-03-20", { missedYears: [2024] }, anyYear),
    applied("wait")(
      "late-and-missed-at-least",
      "三",
      { paidOn: "2025-03-20", anchor: "2025-03-20", missed: 1 },
      { length: 3, unit: "month", from: "2025-03-20", to: "2025-06-19", next: "2025-06-20" },
    ),
  ],
];

const groups: readonly Row[] = [
  [
    "a dependant cared for by the army",
    gansu("2025-06-20", claim("military-dependant")),
    applied("group")("applies", "五（三）", { group: "military-dependant" }, { applies: true }),
  ],
  [
    "changes from employee insurance in Gansu, whose notice does not write the conditions",
    gansu("2025-06-20", claim("employee-to-resident")),
    applied("group")("conditions-not-stated", "五（三）", { group: "employee-to-resident" }, { applies: true }),
  ],
  [
    "another case, where the bureau reads “等” as including it",
    gansu("2025-06-20", claim("other"), { "other-groups": "exempt" }),
    applied("group")("open-read-as-exempt", "五（三）", { group: "other" }, { applies: true }),
  ],
  [
    "another case, where the bureau reads the list as complete",
    gansu("2025-06-20", claim("other"), { "other-groups": "ordinary" }),
    failed("group")("open-read-as-ordinary", "五（三）", { group: "other" }, { applies: false }),
  ],
  [
    "a soldier who will be discharged tomorrow",
    gansu("2025-06-20", claim("discharged-soldier", "2025-06-21")),
    failed("group")(
      "event-after-payment",
      "五（三）",
      { group: "discharged-soldier", event: "2025-06-21", paidOn: "2025-06-20" },
      { applies: false },
    ),
  ],
  [
    "a soldier whose day of discharge nobody told: covered from the next day, or after the wait",
    gansu("2025-01-15", claim("discharged-soldier"), { "exempt-start": "next-day" }),
    info("group")("depends", "五（三）", { group: "discharged-soldier" }, {}),
    info("open")("fact", null, { question: "claim-0-event", code: "fact-missing", zh: null, en: null }, {}),
    info("reading")(
      "exact",
      "五（三）",
      { choices: "claim-0-event=applies", zh: "所缺情况属实", en: "the missing fact holds" },
      { kind: "exact", start: "2025-01-16", reason: null },
    ),
    info("reading")(
      "exact",
      "五（二）",
      { choices: "claim-0-event=does-not-apply", zh: "所缺情况不属实", en: "the missing fact does not hold" },
      { kind: "exact", start: "2025-04-15", reason: null },
    ),
  ],
  [
    "newly recognised as low-income, but at the margin, where the bureau reads the listed identities alone",
    gansu(
      "2025-06-20",
      { categories: ["dibao-marginal"], ...claim("newly-recognised-low-income", "2025-05-01") },
      {
        "low-income-means": "listed",
      },
    ),
    failed("group")(
      "identity-not-listed",
      "五（三）",
      { group: "newly-recognised-low-income", identities: ["dibao-marginal"] },
      { applies: false },
    ),
    failed("group")(
      "none-claimed",
      "五（三）",
      { groups: ["discharged-soldier", "military-dependant", "newborn", "employee-to-resident"] },
      { applies: false },
    ),
  ],
  ...(["in", "out"] as const).map(
    (edge): Row => [
      `released 90 days ago in Jiangxi, where the boundary day is ${edge}side`,
      other("jiangxi/2025", "2025-06-08", claim("released", "2025-03-10"), { "within-edge": edge }),
      step("group", edge === "in" ? "applied" : "failed")(
        `edge-${edge}`,
        "一（六）",
        {
          group: "released",
          event: "2025-03-10",
          paidOn: "2025-06-08",
          limit: 90,
          unit: "day",
          last: "2025-06-07",
        },
        { applies: edge === "in" },
      ),
    ],
  ),
  [
    "left employee insurance in Tongren after one insured year, where two are asked for",
    other("guizhou/2026", "2026-03-20", { insuredYears: 1, ...claim("employee-to-resident", "2026-02-20") }),
    applied("group")(
      "within",
      "动态参保",
      {
        group: "employee-to-resident",
        event: "2026-02-20",
        paidOn: "2026-03-20",
        limit: 3,
        unit: "month",
        last: "2026-05-19",
      },
      { applies: true, elapsedDays: 28 },
    ),
    failed("group")(
      "insuredYears-too-few",
      "动态参保",
      { group: "employee-to-resident", atLeast: 2, known: 1 },
      { applies: false },
    ),
  ],
  [
    "left employee insurance in Hunan after two months, where three are asked for",
    other("hunan/2026", "2026-02-20", { employeeMonths: 2, ...claim("employee-to-resident", "2025-12-20") }),
    failed("group")(
      "employeeMonths-too-few",
      "职工转居民",
      { group: "employee-to-resident", atLeast: 3, known: 2 },
      { applies: false },
    ),
  ],
  [
    "left employee insurance in Hunan in September, before the day from which its rule counts",
    other("hunan/2026", "2025-12-10", {
      employeeMonths: 3,
      missedYears: [2025],
      ...claim("employee-to-resident", "2025-09-20"),
    }),
    failed("group")(
      "event-too-early",
      "职工转居民",
      { group: "employee-to-resident", event: "2025-09-20", from: "2025-10-01" },
      { applies: false },
    ),
  ],
  [
    "was released on a day not told and pays in February, when the day changes nothing: it is named as missing all the same",
    other("jiangxi/2026", "2026-02-20", claim("released")),
    info("group")("event-missing", "特殊群体", { group: "released" }, { applies: true }),
  ],
  [
    "is on dibao in Tongren, where the bureau reads that an identity alone makes nobody a person in special hardship",
    other("guizhou/2026", "2026-06-20", { categories: ["dibao"] }, { "hardship-means": "others" }),
    failed("group")("open-read-as-ordinary", "动态参保", { group: "special-hardship" }, { applies: false }),
  ],
  [
    "claims to be newly recognised and did not say as what: each way is computed",
    gansu("2025-06-20", { categories: null, ...claim("newly-recognised-low-income", "2025-06-01") }),
    info("group")("depends", "五（三）", { group: "newly-recognised-low-income" }, {}),
    info("reading")(
      "not-stated",
      "五（三）",
      { choices: "claim-0-identity=applies", zh: "所缺情况属实", en: "the missing fact holds" },
      { kind: "not-stated", start: null, reason: null },
    ),
    info("reading")(
      "none",
      "五（二）",
      { choices: "claim-0-identity=does-not-apply", zh: "所缺情况不属实", en: "the missing fact does not hold" },
      { kind: "none", start: null, reason: "windows-closed" },
    ),
  ],
  [
    "a child of 2024 whose parents claim Jiangxi's three free years: said once",
    other("jiangxi/2026", "2026-04-20", { birthDate: "2024-05-02", ...claim("free-newborn-years") }),
    applied("group")(
      "born-since",
      "新生儿",
      { group: "free-newborn-years", birth: "2024-05-02", from: "2024-01-01", years: 3, last: 2026 },
      { applies: true },
    ),
  ],
  [
    "a baby of 50 days claimed twice as a newborn: said once",
    other("jiangxi/2025", "2025-04-20", {
      birthDate: "2025-03-02",
      groups: [{ group: "newborn" }, { group: "newborn", eventDate: "2025-03-02" }],
    }),
    applied("group")(
      "newborn-within",
      "一（六）",
      { group: "newborn", birth: "2025-03-02", paidOn: "2025-04-20", limit: 90, unit: "day" },
      { applies: true, ageDays: 50 },
    ),
  ],
  [
    "a child born on the last day of 2023, whose parents claim Jiangxi's three free years",
    other("jiangxi/2026", "2026-04-20", { birthDate: "2023-12-31", ...claim("free-newborn-years") }),
    failed("group")(
      "not-born-since",
      "新生儿",
      { group: "free-newborn-years", birth: "2023-12-31", from: "2024-01-01", years: 3, last: 2025 },
      { applies: false },
    ),
  ],
  [
    "a child of March in Hunan without an insured parent, paid for on 1 April",
    other("hunan/2026", "2026-04-01", { birthDate: "2026-03-01", parentInsured: false }),
    failed("group")(
      "newborn-not-relieved",
      "新生儿",
      { group: "newborn", zh: "父母一方已参保的新生儿免缴", en: "Newborn with an insured parent, free of charge" },
      { applies: false },
    ),
    applied("group")(
      "newborn-first-year",
      "新生儿",
      { group: "newborn", birth: "2026-03-01", paidOn: "2026-04-01", last: "2027-03-01" },
      { applies: true, ageDays: 32 },
    ),
    applied("aid")("price-not-stated", "新生儿", {}, { aid: null, payable: null }),
  ],
  [
    "a child of 112 days in Gansu, where the bureau reads newborn as 90 days",
    gansu("2025-06-20", { birthDate: "2025-03-01" }, { "newborn-age": "90-days" }),
    failed("group")(
      "newborn-too-late",
      "五（三）",
      { group: "newborn", birth: "2025-03-01", paidOn: "2025-06-20" },
      { applies: false, ageDays: 112 },
    ),
  ],
];

const RELEASED = ["moved-in", "returned-from-abroad", "graduate-returned"];
const GANSU = [
  "discharged-soldier",
  "military-dependant",
  "newborn",
  "employee-to-resident",
  "newly-recognised-low-income",
];
const JIANGXI = ["newborn", "discharged-soldier", "soldier-family", "medical-aid-recipient", "religious-staff"];

const unclaimed: readonly Row[] = [
  [
    "was released a fortnight ago and pays in February, when everybody is covered from the next day: the others are named",
    other("jiangxi/2026", "2026-02-20", claim("released", "2026-02-06")),
    failed("group")(
      "none-claimed",
      "一（六）",
      { groups: ["newborn", "free-newborn-years", ...JIANGXI.slice(1), "employee-to-resident", ...RELEASED] },
      { applies: false },
    ),
  ],
  [
    "pays on the last day of the year, after the windows",
    gansu("2025-12-31", {}),
    failed("group")("none-claimed", "五（三）", { groups: GANSU }, { applies: false }),
  ],
  [
    "missed 2024 and pays on the day on which the window opens",
    gansu("2024-09-10", { missedYears: [2024] }, anyYear),
    failed("group")("none-claimed", "五（三）", { groups: GANSU }, { applies: false }),
  ],
];

const newborns: readonly Row[] = (
  [
    ["is ninety days old on 1 March", "2024-12-01", "2025-03-01"],
    ["is paid for on the day on which the window opens", "2024-09-01", "2024-09-15"],
  ] as const
).map(
  ([who, birthDate, paidOn]): Row => [
    `${who}: days before the year belong to the year before`,
    other("jiangxi/2025", paidOn, { birthDate }),
    info("earlier-year")("newborn", "二（七）", { birth: birthDate }, {}),
  ],
);

const amounts: readonly Row[] = [
  [
    "five unbroken years and no claim, in Gansu, whose amounts nobody has seen",
    other("gansu/2026", "2025-11-03", { continuousYears: 5, claimFreeLastYear: true }),
    info("incentive")(
      "continuous-amount-not-known",
      "激励",
      { raises: 2, afterYears: 4, years: 5 },
      { amount: null, atLeast: "1000.00", limitPercent: 20 },
    ),
    info("incentive")(
      "claim-free-amount-not-known",
      "激励",
      { raises: 1, afterYears: 4, years: 5 },
      { amount: null, atLeast: "1000.00", limitPercent: 20 },
    ),
  ],
  [
    "five unbroken years and no claim, in Hunan: 5000 yuan each time",
    other("hunan/2026", "2025-11-03", { continuousYears: 5, claimFreeLastYear: true }),
    info("incentive")(
      "continuous",
      "激励",
      { raises: 2, afterYears: 4, years: 5 },
      { amount: "10000.00", atLeast: "1000.00", limitPercent: 20 },
    ),
    info("incentive")(
      "claim-free",
      "激励",
      { raises: 1, afterYears: 4, years: 5 },
      { amount: "5000.00", atLeast: "1000.00", limitPercent: 20 },
    ),
  ],
  [
    "three unbroken years and a claim: nothing yet",
    other("hunan/2026", "2025-11-03", { continuousYears: 3, claimFreeLastYear: false }),
    info("incentive")(
      "continuous-not-yet",
      "激励",
      { raises: 0, afterYears: 4, years: 3 },
      { amount: "0.00", atLeast: "1000.00", limitPercent: 20 },
    ),
    info("incentive")(
      "claim-free-not-yet",
      "激励",
      { raises: 0, afterYears: 4, years: 3 },
      { amount: "0.00", atLeast: "1000.00", limitPercent: 20 },
    ),
  ],
  [
    "a child on dibao in Jiangxi: free by birth, which is more than the 320 yuan of its class",
    other("jiangxi/2026", "2025-11-03", { birthDate: "2024-05-01", categories: ["dibao"] }),
    failed("aid")(
      "identity-lost-to-relief",
      "三（八）",
      {
        category: "dibao",
        zh: "2024年起出生的婴幼儿财政全额资助",
        en: "Young children born from 2024 on, paid for by public funds",
      },
      { aid: "320.00" },
    ),
    applied("aid")(
      "relief-all",
      "新生儿",
      {
        relief: "free-newborn-years",
        zh: "2024年起出生的婴幼儿财政全额资助",
        en: "Young children born from 2024 on, paid for by public funds",
      },
      { aid: "400.00", payable: "0.00" },
    ),
  ],
  [
    "a student in Jiangxi: 200 of 400 yuan",
    other("jiangxi/2026", "2025-11-03", { standing: "student" }),
    applied("aid")(
      "relief",
      "大学生",
      { relief: "student-aid", zh: "省内大学生财政资助", en: "Public aid for students at the province's universities" },
      { aid: "200.00", payable: "200.00" },
    ),
  ],
  [
    "an orphan who pays late in Hunan: 1100 yuan, and what aid takes of it is not stated",
    other("hunan/2026", "2026-03-03", { categories: ["orphan"], recognisedOn: "2025-10-10" }),
    applied("contribution")("standard", "缴费标准", {}, { standard: "400.00" }),
    applied("contribution")("late", "缴费标准", { base: "400.00", surcharge: "700.00" }, { standard: "1100.00" }),
    applied("aid")("late-price", "缴费标准", {}, { aid: null, payable: null }),
  ],
  [
    "an orphan recognised a fortnight after the payment",
    gansu("2024-11-10", { categories: ["orphan"], ...claim("newly-recognised-low-income", "2024-11-24") }),
    applied("aid")("recognised-after-payment", "三", {}, { aid: null, payable: null }),
  ],
  [
    "a student in Jiangxi 2025, whose aid follows rules that the notice does not give",
    other("jiangxi/2025", "2024-11-10", { standing: "student" }),
    info("standing")("student", "一（六）", { standing: "student" }, {}),
    applied("aid")("student", "一（六）", {}, { aid: null, payable: null }),
  ],
  [
    "a residence-permit holder in Jiangxi 2025, covered like any resident by another article than students",
    other("jiangxi/2025", "2024-11-10", { standing: "residence-permit" }),
    info("standing")("residence-permit", "一（二）", { standing: "residence-permit" }, {}),
  ],
];

const stays: readonly Row[] = [
  [
    "goes to hospital before New Year, outside of the coverage year",
    { ...other("jiangxi/2025", "2024-11-10", {}), admittedOn: "2024-12-31" },
    applied("admission")("outside-coverage-year", "一（四）", { admittedOn: "2024-12-31" }, { covered: null }),
  ],
  [
    "goes to hospital with a payment that came before the window opened",
    { ...other("jiangxi/2025", "2024-09-10", {}), admittedOn: "2025-04-30" },
    applied("admission")("no-benefit", "一（四）", { admittedOn: "2025-04-30" }, { covered: null }),
  ],
  [
    "goes to hospital as somebody who is claimed as a newborn in February and whose birth nobody told",
    { ...other("jiangxi/2025", "2025-02-10", { birthDate: undefined, ...claim("newborn") }), admittedOn: "2025-04-30" },
    applied("admission")("benefit-not-known", "一（四）", { admittedOn: "2025-04-30" }, { covered: null }),
  ],
  [
    "goes to hospital as a newborn whose birth nobody told",
    { ...other("jiangxi/2025", "2025-03-10", { birthDate: undefined, ...claim("newborn") }), admittedOn: "2025-04-30" },
    applied("admission")("benefit-not-known", "一（四）", { admittedOn: "2025-04-30" }, { covered: null }),
  ],
];

const said = (request: object): readonly Expected[] =>
  resultOf(JSON.parse(JSON.stringify(request))).trace.map(
    ({ step: name, variant, effect, clause, in: facts, out }) => ({
      step: name,
      variant,
      effect,
      article: clause?.article ?? null,
      in: facts,
      out,
    }),
  );

const rows = [...windowsAndYears, ...groups, ...unclaimed, ...newborns, ...amounts, ...stays].map(
  ([who, request, ...steps]) => ({
    who,
    request,
    steps,
  }),
);

describe("the steps of a resident who", () => {
  it.each(rows)("$who", ({ request, steps }) => {
    const names = new Set(steps.map((one) => `${one.step} ${one.variant}`));
    expect(said(request).filter((one) => names.has(`${one.step} ${one.variant}`))).toEqual(steps);
  });
});

describe("the steps say nothing", () => {
  const variants = (request: object, name: string) =>
    said(request).flatMap(({ step: one, variant }) => (one === name ? [variant] : []));

  it("of special groups to somebody bound to employee insurance, or after the year's end", () => {
    expect(variants(gansu("2025-05-01", { standing: "employee" }), "group")).toEqual([]);
    expect(variants(gansu("2026-01-01", {}), "group")).toEqual([]);
  });

  it("of the year before to a newborn of 91 days, before the window opens, or to an employee", () => {
    for (const [birthDate, paidOn, more] of [
      ["2024-11-30", "2025-03-01", {}],
      ["2024-09-01", "2024-09-14", {}],
      ["2024-12-01", "2025-03-01", { standing: "employee" }],
    ] as const)
      expect(variants(other("jiangxi/2025", paidOn, { birthDate, ...more }), "earlier-year")).toEqual([]);
  });

  it("of repair to a late payer who missed nothing, or a year that does not count", () => {
    for (const missedYears of [[], [2024]]) {
      const late = other("jiangxi/2026", "2026-03-20", { missedYears });
      expect(variants(late, "repair")).toEqual([]);
      expect(resultOf(late)).not.toHaveProperty("repair");
    }
  });

  it("of raises of the cap to somebody bound to employee insurance", () => {
    const employee = { standing: "employee", continuousYears: 5, claimFreeLastYear: true };
    expect(variants(other("hunan/2026", "2025-11-03", employee), "incentive")).toEqual([]);
    expect(resultOf(other("hunan/2026", "2025-11-03", employee))).not.toHaveProperty("incentives");
  });

  it("of too few months to somebody of three, of a birth that nobody told to a claimed child", () => {
    const employee = { employeeMonths: 3, ...claim("employee-to-resident", "2025-12-20") };
    expect(variants(other("hunan/2026", "2026-02-20", employee), "group")).not.toContain("employeeMonths-too-few");
    const child = other("jiangxi/2026", "2026-04-20", { birthDate: null, ...claim("free-newborn-years") });
    expect(variants(child, "group")).not.toContain("not-born-since");
  });

  it("of interpretations to somebody bound to employee insurance in Jiangxi, where the centre's part hangs on one", () => {
    const employee = other("jiangxi/2025", "2024-11-10", { standing: "employee" });
    expect(resultOf(employee).interpretations).toEqual([]);
    expect(variants(employee, "interpretation")).toEqual([]);
  });
});

describe("somebody released and moved in on days not told, who claims another case besides", () => {
  const request = other("jiangxi/2025", "2025-05-06", {
    groups: [{ group: "released" }, { group: "moved-in" }, { group: "other" }],
  });

  it("is told once that facts are missing, then the question, on which the answer rests, and of each reading what it gives and rests on", () => {
    const steps = said(request);
    const open = steps.filter(({ step: name }) => name === "open");
    expect(open.map(({ variant, article }) => [variant, article])).toEqual([
      ["fact", null],
      ["question", "一（六）"],
    ]);
    expect(steps.find(({ step: name }) => name === "benefit")?.article).toBe("一（六）");
    const readings = resultOf(request).trace.filter(({ step: name }) => name === "reading");
    const asked = readings.filter(({ in: facts }) => String(facts["choices"]).includes("other-groups="));
    // Treated as ordinary: three months; freed: the groups' article, by the case not listed or by one of the two listed.
    expect(asked.map(({ clause }) => clause?.article)).toEqual(["一（四）", "一（六）"]);
    const freed = readings.filter((one) => !asked.includes(one));
    expect(freed.map(({ clause }) => clause?.article)).toEqual(["一（六）", "一（六）"]);
  });
});

// Seeded random requests for coverage year 2025, crowded where rules change: window ends, month ends, day-90 edges, birthdays.

import { Temporal } from "temporal-polyfill";
import { CATEGORIES, GROUPS, INTERPRETATIONS, XINZHOU_COUNTIES } from "./check-request.ts";
import type { Facts } from "./naive-result.ts";

export interface RandomCase {
  /** As it would come in from JSON. */
  readonly request: Readonly<Record<string, unknown>>;
  /** The path of the one fault that was planted, undefined where the request is in order. */
  readonly faultAt: string | undefined;
}

/** A small generator (mulberry32): the same seed always gives the same cases, everywhere. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function* randomCases(seed: number, count: number): Generator<RandomCase> {
  const random = seededRandom(seed);
  for (let i = 0; i < count; i += 1) yield randomCase(random);
}

type Random = () => number;

function chance(random: Random, share: number): boolean {
  return random() < share;
}

function upTo(random: Random, exclusive: number): number {
  return Math.floor(random() * exclusive);
}

function oneOf<T>(random: Random, choices: readonly T[]): T {
  const chosen = choices[upTo(random, choices.length)];
  if (chosen === undefined) throw new Error("nothing to choose from");
  return chosen;
}

const RULE_SETS: readonly Facts["ruleSet"][] = ["gansu/2025", "jiangxi/2025", "xinzhou/2025"];

const days: Temporal.PlainDate[] = [];
for (let day = Temporal.PlainDate.from("2024-08-20"); day.year < 2027; day = day.add({ days: 1 })) {
  if (day.toString() > "2026-04-30") break;
  days.push(day);
}
const newestDays = days.filter((day) => day.year === 2025 && day.month >= 3);

const TURNING_DAYS = [
  ...["2024-08-31", "2024-09-01", "2024-09-09", "2024-09-10", "2024-09-14", "2024-09-15", "2024-11-29", "2024-11-30"],
  ...["2024-12-24", "2024-12-25", "2024-12-26", "2024-12-30", "2024-12-31", "2025-01-01", "2025-01-02", "2025-01-31"],
  ...["2025-02-27", "2025-02-28", "2025-03-01", "2025-03-30", "2025-03-31", "2025-04-01", "2025-05-31", "2025-08-31"],
  ...["2025-09-30", "2025-10-01", "2025-10-02", "2025-10-03", "2025-11-28", "2025-11-29", "2025-11-30", "2025-12-01"],
  ...["2025-12-30", "2025-12-31", "2026-01-01", "2026-01-31", "2026-03-29", "2026-03-30", "2026-03-31", "2026-04-01"],
].map((day) => Temporal.PlainDate.from(day));

function paymentDay(random: Random): Temporal.PlainDate {
  const kind = random();
  if (kind < 0.4) return oneOf(random, TURNING_DAYS);
  if (kind < 0.5) {
    const day = oneOf(random, days);
    return day.with({ day: day.daysInMonth });
  }
  if (kind < 0.75) return oneOf(random, newestDays);
  return oneOf(random, days);
}

/** A day near one of the distances from the payment at which a rule can turn; negative steps lie after the payment. */
function dayNear(random: Random, paidOn: Temporal.PlainDate): Temporal.PlainDate {
  const kind = random();
  const nudge = upTo(random, 5) - 2;
  if (kind < 0.2) return paidOn.subtract({ days: 90 + nudge });
  if (kind < 0.4) return paidOn.subtract({ months: 3 }).add({ days: nudge });
  if (kind < 0.55) return paidOn.subtract({ days: nudge });
  if (kind < 0.65) return oneOf(random, TURNING_DAYS);
  if (kind < 0.8) return paidOn.subtract({ days: upTo(random, 120) });
  if (kind < 0.9) return paidOn.subtract({ days: upTo(random, 500) });
  if (kind < 0.95) return Temporal.PlainDate.from("2024-11-30").add({ days: upTo(random, 93) });
  return paidOn.add({ days: 1 + upTo(random, 60) });
}

function birthDate(random: Random, paidOn: Temporal.PlainDate): Temporal.PlainDate {
  const kind = random();
  let born = paidOn.subtract({ days: upTo(random, 29_000) });
  if (kind < 0.15) born = paidOn.subtract({ days: 90 + upTo(random, 5) - 2 });
  else if (kind < 0.25) born = paidOn.subtract({ years: 1 }).add({ days: upTo(random, 5) - 2 });
  else if (kind < 0.33) born = paidOn.subtract({ days: upTo(random, 3) });
  else if (kind < 0.48) born = paidOn.subtract({ days: upTo(random, 120) });
  else if (kind < 0.58) born = paidOn.subtract({ days: upTo(random, 400) });
  else if (kind < 0.62) born = Temporal.PlainDate.from("2024-02-29");
  else if (kind < 0.66) born = oneOf(random, TURNING_DAYS);
  return Temporal.PlainDate.compare(born, paidOn) > 0 ? paidOn : born;
}

const GANSU_COUNTIES = [
  ...["620602", "620621", "620622", "620623", "620102", "620201", "620302", "620421", "620403", "620503", "620502"],
  ...["620825", "621022", "621027", "621126", "621202", "621226", "622901", "622927", "623001", "623027", "620902"],
];
const JIANGXI_COUNTIES = ["360102", "360203", "360302", "360403", "360702", "360830", "361002", "361102"];

const MISSED: readonly (readonly number[])[] = [
  [2024],
  [2023, 2024],
  [2024, 2023, 2022],
  [2023],
  [2022, 2024],
  [2021, 2023, 2024],
  [2020, 2021, 2022, 2023, 2024],
  [2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024],
  [2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024],
  [2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024],
];

// The interpretations that have a meaning in each place; only these are drawn.
const MEANINGFUL: Readonly<Record<Facts["ruleSet"], readonly string[]>> = {
  "gansu/2025": [
    ...["exempt-start", "newborn-start", "gap-counted-from", "within-edge", "this-year", "low-income-means"],
    ...["newborn-age", "wait-counts-payment-day", "gap-anchor", "one-fixed-wait", "month-end", "wait-unit"],
  ],
  "jiangxi/2025": ["western-policy-county", "within-edge", "wait-counts-payment-day", "month-end"],
  "xinzhou/2025": [
    ...["western-policy-county", "jan-feb-start", "gap-counted-from", "within-edge", "wait-counts-payment-day"],
    ...["gap-anchor", "one-fixed-wait", "month-end"],
  ],
};

function interpretations(random: Random, ruleSet: Facts["ruleSet"]): Record<string, string> {
  const share = oneOf(random, [0, 0.1, 0.3, 0.6]);
  const settled: Record<string, string> = {};
  for (const id of MEANINGFUL[ruleSet]) {
    if (!chance(random, share)) continue;
    // Whether "not yet settled" may be written out for the county question is a matter of its own; left alone.
    const options = (INTERPRETATIONS[id] ?? []).filter(
      (option) => id !== "western-policy-county" || option === "yes" || option === "no",
    );
    settled[id] = oneOf(random, options);
  }
  return settled;
}

function several<T>(random: Random, choices: readonly T[], shares: readonly [number, number, number]): T[] {
  const kind = random();
  const [no, one, two] = shares;
  const count = kind < no ? 0 : kind < no + one ? 1 : kind < no + one + two ? 2 : 3;
  return Array.from({ length: count }, () => oneOf(random, choices));
}

type Loose = Record<string, unknown>;

function claim(random: Random, ruleSet: Facts["ruleSet"], paidOn: Temporal.PlainDate): Loose {
  const group = oneOf(random, GROUPS[ruleSet]);
  // A newborn takes its date from the birth date.
  if (group === "newborn" || chance(random, 0.15)) return { group };
  return { group, eventDate: dayNear(random, paidOn).toString() };
}

function residentFacts(random: Random, ruleSet: Facts["ruleSet"], paidOn: Temporal.PlainDate): Loose {
  const resident: Loose = {};
  if (chance(random, 0.75)) resident["birthDate"] = birthDate(random, paidOn).toString();
  if (chance(random, 0.87)) resident["categories"] = several(random, CATEGORIES[ruleSet], [0.45, 0.38, 0.12]);
  if (chance(random, 0.8)) {
    const shares = oneOf(random, [[0.9, 0.1, 0] as const, [0.1, 0.65, 0.18] as const]);
    resident["groups"] = several(random, [0], shares).map(() => claim(random, ruleSet, paidOn));
  }
  const missed = random();
  if (missed < 0.05) resident["missedYears"] = null;
  else if (missed < 0.45) resident["missedYears"] = [];
  else if (missed < 0.8) resident["missedYears"] = [...oneOf(random, MISSED)];
  if (chance(random, 0.08)) resident["recognisedElsewhere"] = chance(random, 0.75);
  if (chance(random, 0.08)) resident["otherSponsor"] = chance(random, 0.75);
  if (chance(random, 0.2)) {
    resident["standing"] = oneOf(random, ["registered", "residence-permit", "student", "student", "employee"]);
  }
  return resident;
}

/** One request; about one in fifty carries exactly one fault. */
export function randomCase(random: Random): RandomCase {
  const ruleSet = oneOf(random, RULE_SETS);
  const paidOn = paymentDay(random);
  const request: Loose = { ruleSet, paidOn: paidOn.toString(), resident: residentFacts(random, ruleSet, paidOn) };
  if (chance(random, 0.65)) {
    const counties = {
      "gansu/2025": GANSU_COUNTIES,
      "jiangxi/2025": JIANGXI_COUNTIES,
      "xinzhou/2025": XINZHOU_COUNTIES,
    };
    request["county"] = oneOf(random, counties[ruleSet]);
  }
  const settled = interpretations(random, ruleSet);
  if (Object.keys(settled).length > 0 || chance(random, 0.05)) request["interpretations"] = settled;
  if (chance(random, ruleSet === "jiangxi/2025" ? 0.4 : 0.03)) {
    const admitted = chance(random, 0.5) ? paidOn.add({ days: upTo(random, 130) - 20 }) : oneOf(random, days);
    request["admittedOn"] = (
      chance(random, 0.2) ? paidOn.add({ months: 3 }).add({ days: upTo(random, 3) - 1 }) : admitted
    ).toString();
  }
  if (!chance(random, 0.02)) return { request, faultAt: undefined };
  return withFault(random, request, ruleSet, paidOn);
}

const NO_DAYS = ["2025-02-29", "2025-02-30", "2025-13-01", "2025-04-31", "2025-1-5", "20250105", "", "soon", 20250105];

function withFault(random: Random, request: Loose, ruleSet: Facts["ruleSet"], paidOn: Temporal.PlainDate): RandomCase {
  const before = request["resident"];
  const resident: Loose = typeof before === "object" && before !== null ? { ...before } : {};
  const faulty = (changes: Loose, faultAt: string): RandomCase => ({
    request: { ...request, resident, ...changes },
    faultAt,
  });
  const faultyResident = (changes: Loose, faultAt: string): RandomCase => ({
    request: { ...request, resident: { ...resident, ...changes } },
    faultAt,
  });
  const foreignGroup = { "gansu/2025": "moved-in", "jiangxi/2025": "military-dependant", "xinzhou/2025": "veteran" };
  const foreignCategory = { "gansu/2025": "full-aid", "jiangxi/2025": "rural-dibao-1-2", "xinzhou/2025": "fixed-aid" };
  const foreignCounty = { "gansu/2025": "360102", "jiangxi/2025": "620602", "xinzhou/2025": "140971" };
  const faults: readonly (() => RandomCase)[] = [
    () => faulty({ paidOn: oneOf(random, NO_DAYS) }, "paidOn"),
    () => faulty({ ruleSet: oneOf(random, ["gansu/2027", "gansu", "hunan/2025", ""]) }, "ruleSet"),
    () => faulty({ county: oneOf(random, [foreignCounty[ruleSet], "110105", "6206", "abcdef"]) }, "county"),
    () => faulty({ admittedOn: oneOf(random, NO_DAYS) }, "admittedOn"),
    () => faulty({ colour: "red" }, "colour"),
    () => faulty({ interpretations: { "start-of-time": "yes" } }, "interpretations.start-of-time"),
    () => faulty({ interpretations: { "within-edge": "perhaps" } }, "interpretations.within-edge"),
    () => faultyResident({ birthDate: oneOf(random, NO_DAYS) }, "resident.birthDate"),
    () => faultyResident({ birthDate: paidOn.add({ days: 1 + upTo(random, 40) }).toString() }, "resident.birthDate"),
    () => faultyResident({ categories: ["rich"] }, "resident.categories[0]"),
    () => faultyResident({ categories: ["orphan", foreignCategory[ruleSet]] }, "resident.categories[1]"),
    () => faultyResident({ groups: [{ group: foreignGroup[ruleSet] }] }, "resident.groups[0].group"),
    () => faultyResident({ groups: [{ group: "other" }, { group: "dancer" }] }, "resident.groups[1].group"),
    () =>
      faultyResident(
        { groups: [{ group: "discharged-soldier", eventDate: oneOf(random, NO_DAYS) }] },
        "resident.groups[0].eventDate",
      ),
    () => faultyResident({ groups: [{ group: "other", place: "here" }] }, "resident.groups[0].place"),
    () => faultyResident({ missedYears: [2024, 2023, 2024] }, "resident.missedYears[2]"),
    () => faultyResident({ missedYears: [2024, 2025] }, "resident.missedYears[1]"),
    () => faultyResident({ missedYears: [2026] }, "resident.missedYears[0]"),
    () => faultyResident({ standing: "visitor" }, "resident.standing"),
    () => faultyResident({ shoeSize: 42 }, "resident.shoeSize"),
  ];
  return oneOf(random, faults)();
}

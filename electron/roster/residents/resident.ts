// One invented resident of Liangzhou: age, aid identity, special group, missed years and payment day that go together.
import { dayOf, type EpochDay } from "../../../shared/dates/civil.ts";
import { isoDay } from "../../../shared/dates/iso.ts";
import { inventName } from "./names.ts";
import { type Random, weighted } from "./random.ts";

/** The first and last birth day that occur. */
export const FIRST_BIRTH = dayOf(1922, 1, 1);
export const LAST_BIRTH = dayOf(2025, 12, 20);

const REFERENCE = dayOf(2024, 9, 10);
const YEAR = 365.2425;

/** Residents by age in ten-year steps, a rural county's shape: few in their twenties, most around fifty and sixty. */
const ageBand = weighted([
  [0, 9.2],
  [10, 11.5],
  [20, 9.4],
  [30, 12.6],
  [40, 12.8],
  [50, 18.1],
  [60, 13.3],
  [70, 8.9],
  [80, 3.7],
  [90, 0.5],
] as const);

/** A span of payment days with its weight; later in the concentrated window more people pay. */
const paymentSpan = weighted([
  [[dayOf(2024, 9, 10), dayOf(2024, 10, 20)], 22],
  [[dayOf(2024, 10, 21), dayOf(2024, 12, 9)], 34],
  [[dayOf(2024, 12, 10), dayOf(2024, 12, 25)], 30],
  [[dayOf(2024, 12, 26), dayOf(2024, 12, 31)], 0.4],
  [[dayOf(2025, 1, 1), dayOf(2025, 2, 28)], 12],
  [[dayOf(2025, 3, 1), dayOf(2025, 12, 31)], 1.2],
  [[dayOf(2024, 8, 20), dayOf(2024, 9, 9)], 0.1],
] as const);

const aidIdentity = weighted([
  ["", 770],
  ["extreme-poverty", 7],
  ["rural-dibao-1-2", 21],
  ["rural-dibao-3-4", 44],
  ["urban-dibao-full", 2],
  ["urban-dibao-partial", 6],
  ["relapse-monitored", 17],
  ["dibao-marginal", 12],
  ["lifted-from-poverty", 116],
  ["rural-dibao-3-4;lifted-from-poverty", 3],
  ["relapse-monitored;rural-dibao-1-2", 2],
] as const);

const missedYears = weighted([
  ["0", 940],
  ["2024", 30],
  ["2023;2024", 12],
  ["2022;2023;2024", 6],
  ["", 12],
] as const);

export interface Resident {
  readonly name: string;
  readonly birthDay: EpochDay;
  readonly woman: boolean;
  readonly categories: string;
  readonly groups: string;
  readonly missedYears: string;
  readonly paidOn: EpochDay;
}

export function inventResident(random: Random): Resident {
  const woman = random.chance(0.487);
  const name = inventName(random, woman);
  if (random.chance(0.009)) return newborn(random, name, woman);
  const birthDay = REFERENCE - Math.floor((ageBand(random) + random.next() * 10) * YEAR) - 1;
  const age = (REFERENCE - birthDay) / YEAR;
  const paidOn = between(random, paymentSpan(random));
  const minor = age < 18;
  const categories = minor && random.chance(0.004) ? "orphan" : aidIdentity(random);
  return {
    name,
    birthDay: birthDay < FIRST_BIRTH ? FIRST_BIRTH : birthDay,
    woman,
    categories,
    groups: specialGroup(random, age, categories, paidOn),
    missedYears: age < 2 ? "0" : missedYears(random),
    paidOn,
  };
}

/** Born since the campaign opened, paid for within weeks; every tenth is not claimed as a newborn. */
function newborn(random: Random, name: string, woman: boolean): Resident {
  const birthDay = between(random, [REFERENCE - 60, LAST_BIRTH - 120]);
  const paidOn = birthDay + 3 + random.below(random.chance(0.95) ? 85 : 115);
  return {
    name,
    birthDay,
    woman,
    categories: random.chance(0.9) ? "" : aidIdentity(random),
    groups: random.chance(0.9) ? "newborn" : "",
    missedYears: "0",
    paidOn: paidOn < REFERENCE ? REFERENCE + random.below(30) : paidOn,
  };
}

function specialGroup(random: Random, age: number, categories: string, paidOn: EpochDay): string {
  const draw = random.next();
  const since = (days: number): string => isoDay(paidOn - 1 - random.below(days));
  if (age >= 19 && age < 32 && draw < 0.004) return `discharged-soldier@${since(220)}`;
  if (age >= 20 && age < 50 && draw < 0.0045) return "military-dependant";
  if (age >= 22 && age < 60 && draw < 0.01) return `employee-to-resident@${since(150)}`;
  if (categories !== "" && draw < 0.012) return `newly-recognised-low-income@${since(300)}`;
  return draw > 0.9996 ? "other" : "";
}

function between(random: Random, [first, last]: readonly [EpochDay, EpochDay]): EpochDay {
  return first + random.below(last - first + 1);
}

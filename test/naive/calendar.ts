// Civil days walked one by one: the plainest way to count a wait or a period, so that a reader can follow it on a wall calendar.

import { Temporal } from "temporal-polyfill";

/** An ISO civil date, "2025-02-28". Dates of four-digit years order like their text. */
export type Day = string;

// PlainDate makes every step; the steps of the years that matter are remembered, because 200,000 cases walk them again and again.
const nextOf = new Map<Day, Day>();
const previousOf = new Map<Day, Day>();
for (let day = Temporal.PlainDate.from("2022-01-01"); day.year < 2030; day = day.add({ days: 1 })) {
  const next = day.add({ days: 1 }).toString();
  nextOf.set(day.toString(), next);
  previousOf.set(next, day.toString());
}

export function dayAfter(day: Day): Day {
  return nextOf.get(day) ?? Temporal.PlainDate.from(day).add({ days: 1 }).toString();
}

export function dayBefore(day: Day): Day {
  return previousOf.get(day) ?? Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
}

export function laterOf(...days: readonly Day[]): Day {
  return days.reduce((latest, day) => (day > latest ? day : latest));
}

/** Whether the text is a day that exists, written in full. */
export function isDay(text: unknown): text is Day {
  if (typeof text !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  if (nextOf.has(text)) return true;
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}

function yearAndMonth(day: Day): string {
  return day.slice(0, 7);
}

function dayOfMonth(day: Day): string {
  return day.slice(8);
}

/** The last day of a wait that counts `length` days, `from` being day one. */
export function lastDayOfDays(from: Day, length: number): Day {
  let day = from;
  for (let counted = 1; counted < length; counted += 1) day = dayAfter(day);
  return day;
}

/** Where calendar months counted from a day come out. */
export interface MonthsLater {
  /** The day with the same number in the month that many months later, or that month's last day where there is none. */
  readonly day: Day;
  readonly hasCorrespondingDay: boolean;
}

export function monthsLater(from: Day, months: number): MonthsLater {
  let day = from;
  let monthsPassed = 0;
  while (monthsPassed < months) {
    const next = dayAfter(day);
    if (yearAndMonth(next) !== yearAndMonth(day)) monthsPassed += 1;
    day = next;
  }
  for (;;) {
    if (dayOfMonth(day) === dayOfMonth(from)) return { day, hasCorrespondingDay: true };
    const next = dayAfter(day);
    if (yearAndMonth(next) !== yearAndMonth(day)) return { day, hasCorrespondingDay: false };
    day = next;
  }
}

/** How a payment lies to a period that begins with an event. */
export type Nearness = "inside" | "edge" | "outside";

/** "Within N days of an event": the event's day is day 1, day N is the last safe one, the day after it is the edge. */
export function withinDays(event: Day, days: number, paidOn: Day): Nearness {
  let day = event;
  for (let counted = 1; counted <= days; counted += 1) {
    if (day === paidOn) return "inside";
    day = dayAfter(day);
  }
  return day === paidOn ? "edge" : "outside";
}

/** "Within N months of an event": the corresponding day (or that month's last day) is the edge, all before it is safe. */
export function withinMonths(event: Day, months: number, paidOn: Day): Nearness {
  const edge = monthsLater(event, months).day;
  if (paidOn === edge) return "edge";
  return event <= paidOn && paidOn < edge ? "inside" : "outside";
}

/** The first birthday; somebody born on 29 February has it on 28 February. */
export function firstBirthday(birthDate: Day): Day {
  return Temporal.PlainDate.from(birthDate).add({ years: 1 }).toString();
}

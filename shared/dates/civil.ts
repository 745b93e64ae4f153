/**
 * Civil dates as whole days since 1970-01-01: the arithmetic every window, wait and benefit period rests on.
 *
 * A day is a plain integer, so that comparing, subtracting and adding cost nothing; there are no times of day and no
 * time zones in it. The calendar is the proleptic Gregorian one.
 */

/** Whole days since 1970-01-01; negative before it. */
export type EpochDay = number;

/** A day as a person reads it; `month` 1–12, `day` 1–31. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The target of a month addition; `clamped` where that month has no such day and its last day stands instead. */
export interface MonthAddition {
  readonly day: EpochDay;
  readonly clamped: boolean;
}

/** Days from 0000-03-01, where the leap-year cycle is counted from, to 1970-01-01. */
const DAYS_BEFORE_EPOCH = 719_468;
const DAYS_IN_400_YEARS = 146_097;

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** How many days the month (1–12) has in that year. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The day's number where the calendar has that date, else undefined. Never rolls 30 February over into March. */
export function realDay(year: number, month: number, day: number): EpochDay | undefined {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return undefined;
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return countDays(year, month, day);
}

/** The day's number of a date known to be real. Throws a RangeError otherwise: to check typed text, use `realDay`. */
export function dayOf(year: number, month: number, day: number): EpochDay {
  const found = realDay(year, month, day);
  if (found === undefined) throw new RangeError(`not a calendar date: ${year}-${month}-${day}`);
  return found;
}

/** Year, month and day of the month of a day's number. */
export function civil(day: EpochDay): CivilDate {
  // Years counted from 1 March put the leap day last, which makes the months' lengths a straight line (153 days every
  // five months) and the whole conversion free of tables and branches.
  const shifted = day + DAYS_BEFORE_EPOCH;
  const cycle = Math.floor(shifted / DAYS_IN_400_YEARS);
  const ofCycle = shifted - cycle * DAYS_IN_400_YEARS;
  const yearOfCycle = Math.floor(
    (ofCycle - Math.floor(ofCycle / 1460) + Math.floor(ofCycle / 36_524) - Math.floor(ofCycle / 146_096)) / 365,
  );
  const ofYear = ofCycle - (365 * yearOfCycle + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100));
  const monthFromMarch = Math.floor((5 * ofYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0),
    month,
    day: ofYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

/** The calendar year a day falls in. */
export function yearOf(day: EpochDay): number {
  return civil(day).year;
}

export function addDays(day: EpochDay, days: number): EpochDay {
  return day + days;
}

/**
 * The corresponding day `months` calendar months later (earlier where negative). Where that month is too short its
 * last day is taken and `clamped` is set, so that the caller can apply its own reading of a month's end.
 */
export function addMonthsClamped(day: EpochDay, months: number): MonthAddition {
  const from = civil(day);
  const total = from.year * 12 + (from.month - 1) + months;
  const year = Math.floor(total / 12);
  const month = total - year * 12 + 1;
  const last = daysInMonth(year, month);
  const clamped = from.day > last;
  return { day: countDays(year, month, clamped ? last : from.day), clamped };
}

/** The day somebody turns one; born on 29 February, that is 28 February. */
export function firstBirthday(birth: EpochDay): EpochDay {
  return addMonthsClamped(birth, 12).day;
}

/** Counts without asking whether the date is real; see `civil` for why the year starts in March. */
function countDays(year: number, month: number, day: number): EpochDay {
  const marchYear = month <= 2 ? year - 1 : year;
  const cycle = Math.floor(marchYear / 400);
  const yearOfCycle = marchYear - cycle * 400;
  const monthFromMarch = month > 2 ? month - 3 : month + 9;
  const ofYear = Math.floor((153 * monthFromMarch + 2) / 5) + day - 1;
  const ofCycle = yearOfCycle * 365 + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100) + ofYear;
  return cycle * DAYS_IN_400_YEARS + ofCycle - DAYS_BEFORE_EPOCH;
}

/** Days as ISO text (YYYY-MM-DD): the strict form of files, requests and results. What people type is in `typed.ts`. */
import { civil, dayOf, type EpochDay, realDay } from "./civil.ts";

/** A resident's dates and a coverage year's lie well inside these years; anything else is a slip of the keyboard. */
export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2199;

const FIRST_DAY = dayOf(FIRST_YEAR, 1, 1);
const DAY_COUNT = dayOf(LAST_YEAR + 1, 1, 1) - FIRST_DAY;

const ZERO = 48;
const HYPHEN = 45;

/**
 * The day of a strict ISO date, else undefined: exactly YYYY-MM-DD in ASCII, a date the calendar has, in the years
 * 1900–2199. No spaces, signs, times or short forms.
 */
export function parseIsoDay(text: string): EpochDay | undefined {
  if (text.length !== 10 || text.charCodeAt(4) !== HYPHEN || text.charCodeAt(7) !== HYPHEN) return undefined;
  const century = twoDigits(text, 0);
  const yearOfCentury = twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  if (century < 0 || yearOfCentury < 0 || month < 0 || day < 0) return undefined;
  return realDayInRange(century * 100 + yearOfCentury, month, day);
}

/** As `realDay`, but only for the years this program deals with. */
export function realDayInRange(year: number, month: number, day: number): EpochDay | undefined {
  return year < FIRST_YEAR || year > LAST_YEAR ? undefined : realDay(year, month, day);
}

/** Each text is made once: a roster prints the same few thousand days hundreds of thousands of times. */
const texts: (string | undefined)[] = new Array(DAY_COUNT);

/** The day as YYYY-MM-DD; outside the years 0000–9999 with a sign and six digits, as ISO 8601 writes them. */
export function isoDay(day: EpochDay): string {
  const index = day - FIRST_DAY;
  if (index < 0 || index >= DAY_COUNT) return format(day);
  const known = texts[index];
  if (known !== undefined) return known;
  const text = format(day);
  texts[index] = text;
  return text;
}

function format(day: EpochDay): string {
  if (!Number.isInteger(day)) throw new RangeError(`not a whole day: ${day}`);
  const date = civil(day);
  return `${yearText(date.year)}-${padded(date.month, 2)}-${padded(date.day, 2)}`;
}

function yearText(year: number): string {
  if (year >= 0 && year <= 9999) return padded(year, 4);
  return `${year < 0 ? "-" : "+"}${padded(Math.abs(year), 6)}`;
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, "0");
}

/** The number two ASCII digits make, or a negative one where they are not both digits. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO;
  const units = text.charCodeAt(at + 1) - ZERO;
  return tens < 0 || tens > 9 || units < 0 || units > 9 ? -1 : tens * 10 + units;
}

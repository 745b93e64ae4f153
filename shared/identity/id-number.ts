/** Resident ID numbers (公民身份号码, GB 11643-1999): read, checked, and taken apart. */
import { type EpochDay, realDay } from "../dates/civil.ts";
import { isoDay } from "../dates/iso.ts";
import { toPlainNumber } from "../text/half-width.ts";

export type Sex = "male" | "female";

export interface IdNumber {
  /** Eighteen characters, ASCII, the check character X in upper case. */
  readonly number: string;
  /** The first six digits: GB/T 2260 as it stood when the number was given, so abolished codes are to be expected. */
  readonly regionCode: string;
  /** YYYY-MM-DD. */
  readonly birthDate: string;
  readonly birthDay: EpochDay;
  readonly sex: Sex;
}

export type IdNumberError =
  | { readonly code: "empty" }
  /** `position` counts from 1, spaces left out. X may only stand at position 18. */
  | { readonly code: "character"; readonly position: number; readonly found: string }
  /** Fifteen digits: a first-generation number, invalid since 2013; the eighteen-digit one is needed. */
  | { readonly code: "old-number" }
  | { readonly code: "length"; readonly expected: 18; readonly found: number }
  /** `text` is the eight digits where the birth date stands. */
  | { readonly code: "birth-date"; readonly text: string }
  | { readonly code: "birth-in-future"; readonly birthDate: string }
  | { readonly code: "check-digit"; readonly expected: string; readonly found: string };

export type IdNumberResult = ({ readonly ok: true } & IdNumber) | { readonly ok: false; readonly error: IdNumberError };

const LENGTH = 18;
const OLD_LENGTH = 15;
/** The standard's own example was born in 1880; before 1800 a year is a slip of the keyboard. */
const EARLIEST_YEAR = 1800;
const WEIGHTS: readonly number[] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = "10X98765432";
const ZERO = 48;

/**
 * Reads an ID number as typed or as a roster holds it: full-width digits, a small x and spaces are tolerated.
 * `today` is the day by which nobody can have been born later. What is most telling is said first: a stray character,
 * then the length, then the birth date, and the check digit only where the rest makes sense.
 */
export function parseIdNumber(text: string, today: EpochDay): IdNumberResult {
  const number = toPlainNumber(text).toUpperCase();
  if (number === "") return failure({ code: "empty" });
  const stray = strayCharacter(number);
  if (stray !== undefined) return failure(stray);
  const { length } = number;
  if (length === OLD_LENGTH) return failure({ code: "old-number" });
  if (length !== LENGTH) return failure({ code: "length", expected: LENGTH, found: length });

  const birthText = number.slice(6, 14);
  const birthDay = birthDayOf(birthText);
  if (birthDay === undefined) return failure({ code: "birth-date", text: birthText });
  const birthDate = isoDay(birthDay);
  if (birthDay > today) return failure({ code: "birth-in-future", birthDate });

  const expected = checkCharacter(number.slice(0, LENGTH - 1));
  const found = number.charAt(LENGTH - 1);
  if (found !== expected) return failure({ code: "check-digit", expected, found });

  // The seventeenth digit ends the sequence of those born on one day in one place: odd for men, even for women.
  const sex = Number(number.charAt(16)) % 2 === 1 ? "male" : "female";
  return { ok: true, number, regionCode: number.slice(0, 6), birthDate, birthDay, sex };
}

/** The check character (0–9 or X) that belongs to the first seventeen digits: ISO 7064 MOD 11-2. */
export function checkCharacter(first17: string): string {
  let sum = 0;
  for (const [index, weight] of WEIGHTS.entries()) sum += weight * (first17.charCodeAt(index) - ZERO);
  return CHECK_CHARACTERS.charAt(sum % CHECK_CHARACTERS.length);
}

function strayCharacter(number: string): IdNumberError | undefined {
  const at = number.search(/[^0-9]/);
  if (at < 0 || at >= LENGTH) return undefined;
  // Only digits stand before it, so that the index counts whole characters.
  const found = String.fromCodePoint(number.codePointAt(at) ?? 0);
  return found === "X" && at === LENGTH - 1 ? undefined : { code: "character", position: at + 1, found };
}

function birthDayOf(text: string): EpochDay | undefined {
  const year = Number(text.slice(0, 4));
  if (year < EARLIEST_YEAR) return undefined;
  return realDay(year, Number(text.slice(4, 6)), Number(text.slice(6, 8)));
}

function failure(error: IdNumberError): IdNumberResult {
  return { ok: false, error };
}

/** Dates as a clerk types them or a roster holds them: eight digits, 年月日, slashes, full-width digits. */
import { toPlainNumber } from "../text/half-width.ts";
import { type EpochDay, realDay } from "./civil.ts";
import { FIRST_YEAR, LAST_YEAR } from "./iso.ts";

export type TypedDateError =
  | { readonly code: "empty" }
  /** Not a year, a month and a day in a form that can be read one way only. */
  | { readonly code: "form" }
  | { readonly code: "year-out-of-range"; readonly year: number; readonly first: number; readonly last: number }
  | { readonly code: "no-such-day"; readonly year: number; readonly month: number; readonly day: number };

export type TypedDateResult =
  | { readonly ok: true; readonly day: EpochDay }
  | { readonly ok: false; readonly error: TypedDateError };

const EIGHT_DIGITS = /^(\d{4})(\d{2})(\d{2})$/;
const WITH_SEPARATORS = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const IN_CHINESE = /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]?$/;

/**
 * The day meant by 2025-01-15, 2025/1/15, 2025.1.15, 20250115 or 2025年1月15日, with spaces and full-width digits
 * tolerated. The year comes first and has four digits: 01/02/2025 and 25-1-15 could be read two ways and are refused.
 */
export function parseTypedDate(text: string): TypedDateResult {
  // A Chinese input method gives the ideographic full stop for the key that was meant as a separator.
  const plain = toPlainNumber(text).replaceAll("。", ".");
  if (plain === "") return { ok: false, error: { code: "empty" } };
  const parts = partsOf(plain);
  if (parts === undefined) return { ok: false, error: { code: "form" } };
  const [year, month, day] = parts;
  if (year < FIRST_YEAR || year > LAST_YEAR) {
    return { ok: false, error: { code: "year-out-of-range", year, first: FIRST_YEAR, last: LAST_YEAR } };
  }
  const found = realDay(year, month, day);
  if (found === undefined) return { ok: false, error: { code: "no-such-day", year, month, day } };
  return { ok: true, day: found };
}

function partsOf(plain: string): readonly [number, number, number] | undefined {
  const plainMatch = EIGHT_DIGITS.exec(plain) ?? IN_CHINESE.exec(plain);
  if (plainMatch !== null) return [Number(plainMatch[1]), Number(plainMatch[2]), Number(plainMatch[3])];
  const separated = WITH_SEPARATORS.exec(plain);
  if (separated !== null) return [Number(separated[1]), Number(separated[3]), Number(separated[4])];
  return undefined;
}

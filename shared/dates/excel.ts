/** Excel's serial day numbers, as a roster's date cells hold them. */
import { dayOf, type EpochDay } from "./civil.ts";
import { FIRST_YEAR, LAST_YEAR } from "./iso.ts";

/** Serial 60 is 29 February 1900, a day that never was: Excel keeps it for Lotus 1-2-3's sake. */
const PHANTOM_LEAP_DAY = 60;
const BEFORE_PHANTOM = dayOf(1899, 12, 31);
const AFTER_PHANTOM = dayOf(1899, 12, 30);
const EPOCH_1904 = dayOf(1904, 1, 1);

const FIRST_DAY = dayOf(FIRST_YEAR, 1, 1);
const LAST_DAY = dayOf(LAST_YEAR, 12, 31);

/**
 * The day of a serial number; a time of day in its fraction is dropped. `date1904` is the workbook's own flag: true
 * where its day 0 is 1 January 1904. Undefined for what is no day of the years 1900–2199, and for Excel's 29 February
 * 1900.
 */
export function excelSerialDay(serial: number, date1904: boolean): EpochDay | undefined {
  const whole = Math.floor(serial);
  // Below zero Excel's 1904 system shows a date with a minus sign before it, which is no day either.
  if (!Number.isFinite(whole) || whole < 0) return undefined;
  const day = date1904 ? EPOCH_1904 + whole : in1900System(whole);
  return day === undefined || day < FIRST_DAY || day > LAST_DAY ? undefined : day;
}

function in1900System(serial: number): EpochDay | undefined {
  if (serial === PHANTOM_LEAP_DAY) return undefined;
  return serial < PHANTOM_LEAP_DAY ? BEFORE_PHANTOM + serial : AFTER_PHANTOM + serial;
}

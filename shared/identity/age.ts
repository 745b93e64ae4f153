/** How old somebody is on a given day. */
import { addMonthsClamped, type EpochDay, yearOf } from "../dates/civil.ts";

/**
 * Completed years (周岁) on that day, the birthday itself counting as completed; undefined before birth. Whoever is
 * born on 29 February completes a year on the 28th where there is no 29th, as in `firstBirthday`.
 */
export function ageInYears(birth: EpochDay, at: EpochDay): number | undefined {
  if (at < birth) return undefined;
  const years = yearOf(at) - yearOf(birth);
  return addMonthsClamped(birth, years * 12).day <= at ? years : years - 1;
}

/** Days since birth, 0 on the day of birth; undefined before it. */
export function ageInDays(birth: EpochDay, at: EpochDay): number | undefined {
  return at < birth ? undefined : at - birth;
}

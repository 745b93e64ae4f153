// Days of a rule file as whole days. The load check has refused what is no day: here it would be a programming error.
import type { EpochDay } from "../dates/civil.ts";
import { parseIsoDay } from "../dates/iso.ts";

export function day(text: string): EpochDay {
  const parsed = parseIsoDay(text);
  if (parsed === undefined) throw new Error(`not a date: ${text}`);
  return parsed;
}

export function optionalDay(text: string | undefined): EpochDay | null {
  return text === undefined ? null : day(text);
}

// Where a rule set in use comes from, and how old it is: what the counter always shows, since offline nobody can say that newer rules exist.
import { parseIsoDay } from "../dates/iso.ts";
import type { WordsData } from "../rules/schema.ts";

export type Origin =
  /** `released`: the day on which the bundled rules were last looked through; null in a folder that does not say. */
  | { readonly kind: "bundled"; readonly released: string | null }
  | {
      readonly kind: "pack";
      /** The issuer's first key, which tells issuers apart. */
      readonly root: string;
      readonly pack: string;
      readonly version: number;
      readonly issuer: WordsData;
      readonly created: string;
      readonly expires: string;
    };

/** Whole days from the making of the rules to `today`, never negative; null where no day is known. */
export function ageInDays(origin: Origin, today: string): number | null {
  const made = parseIsoDay(originDay(origin) ?? "");
  const now = parseIsoDay(today);
  return made === undefined || now === undefined ? null : Math.max(0, now - made);
}

export function originDay(origin: Origin): string | null {
  return origin.kind === "pack" ? origin.created : origin.released;
}

/** After this day the issuer says to look for a newer pack; the rules go on, and the counter says so. */
export function isPastExpiry(origin: Origin, today: string): boolean {
  return origin.kind === "pack" && today > origin.expires;
}

// An amount that is not known: because somebody was not asked yet, or because no document states it. The two must not be confused.
import type { Result } from "./result.ts";

/**
 * The fact that the amount waits for, as a field of the request ("resident.categories"), most telling first. Undefined where
 * the amount is known, and where nothing that the resident could say would bring it: then no document states it.
 */
export function amountWaitsFor({
  contribution,
  unanswered,
}: Pick<Result, "contribution" | "unanswered">): string | undefined {
  if (contribution.payable !== null) return undefined;
  const waiting = unanswered.filter(({ changes }) => changes.includes("amount")).map(({ field }) => field);
  // The identity is asked before all else, whatever hangs on it.
  return waiting.find((field) => field === IDENTITY) ?? waiting[0];
}

/**
 * The fact, not told yet, that can still prove the benefit wrong to somebody's harm: a first day that turns out later or
 * none at all, or no cover where there is some. Undefined where what is missing could only bring cover forward, and of a
 * lower bound, which holds whatever turns out.
 */
export function benefitWaitsFor({
  benefit,
  range,
  unanswered,
}: Pick<Result, "benefit" | "range" | "unanswered">): string | undefined {
  const field = unanswered.find(({ changes }) => changes.includes("benefit"))?.field;
  if (benefit.kind === "not-before") return undefined;
  if (benefit.kind === "none" || range === undefined) return field;
  const { latest, mayBeNone } = range.start;
  const later = latest !== null && benefit.start !== null && latest > benefit.start;
  return mayBeNone || later ? field : undefined;
}

/** The parts of province and county differ by place: a county would bring them, and none was given. */
export function partsWaitForCounty(unanswered: readonly string[]): boolean {
  return unanswered.includes("county");
}

export const IDENTITY = "resident.categories";

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

export const IDENTITY = "resident.categories";

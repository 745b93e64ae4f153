// What the answer is still open for: a fact that nobody asked yet is said in other words than a matter for the bureau.
import { amountWaitsFor, IDENTITY } from "../../../shared/engine/awaited.ts";
import type { Benefit, Result, Review } from "../../../shared/engine/result.ts";

const AMOUNT_OPEN: ReadonlySet<string> = new Set([
  "aid-not-stated",
  "aid-by-recognition-place",
  "other-sponsor",
  "recognised-after-payment",
  "membership-unverified",
  "price-not-stated",
]);

/** Why a person has to look at the amount. */
export function amountReview({ review }: Result): Review | undefined {
  return review.find(({ code }) => AMOUNT_OPEN.has(code));
}

/**
 * The fact that is asked for the amount's sake. Where a person has to look at it anyway no further answer settles it, but the
 * identity is asked all the same.
 */
export function askedForAmount(result: Result): string | undefined {
  const field = amountWaitsFor(result);
  return field === IDENTITY || amountReview(result) === undefined ? field : undefined;
}

/** The words for a first day that is open, as a key of the counter's texts. */
export function openStart({ reason }: Benefit): "start.factMissingBig" | "start.undeterminedBig" {
  return reason === "fact-missing" ? "start.factMissingBig" : "start.undeterminedBig";
}

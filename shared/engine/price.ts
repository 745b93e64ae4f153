// What a payment costs before aid: the personal standard, or the price that a period asks of late payers, as far as the
// benefit's readings agree on it.
import type { Cited, Table } from "../rules/table.ts";
import type { Case } from "./case.ts";
import { periodOf } from "./decide.ts";
import type { Outcome } from "./outcome.ts";
import { outcomesOf, type Tree } from "./readings.ts";

export type Price =
  | { readonly kind: "standard" }
  /** The late price; `surcharge` is what goes beyond the standard. */
  | { readonly kind: "late"; readonly amount: string; readonly surcharge: string; readonly cited: Cited }
  /** The person is freed from the window, and what such a person pays is not written. */
  | { readonly kind: "not-stated"; readonly cited: Cited }
  /** The readings of the benefit differ in the price too. */
  | { readonly kind: "open"; readonly cited: Cited };

const STANDARD: Price = { kind: "standard" };

/** The price under every reading of the benefit; `open` where they differ. */
export function priceOf(resident: Case, table: Table, tree: Tree<Outcome>): Price {
  if (!table.hasLatePrice) return STANDARD;
  const [first, ...others] = outcomesOf(tree).map((outcome) => priceUnder(outcome, resident, table));
  if (first === undefined) return STANDARD;
  if (others.every(({ kind }) => kind === first.kind)) return first;
  const beyond = [first, ...others].find((price) => price.kind !== "standard");
  return beyond === undefined ? STANDARD : { kind: "open", cited: beyond.cited };
}

/** The price that goes with one reading. */
export function priceUnder({ exemption, reason }: Outcome, { paidOn }: Case, table: Table): Price {
  const period = periodOf(paidOn, table);
  if (period === null || period.standard === null || period.surcharge === null) return STANDARD;
  if (reason === "fact-missing") return { kind: "open", cited: period.cited };
  if (exemption?.price === "standard") return STANDARD;
  if (exemption?.price === "not-stated") return { kind: "not-stated", cited: exemption.cited };
  return { kind: "late", amount: period.standard, surcharge: period.surcharge, cited: period.priceCited };
}

// Exact yuan: sums and comparisons on decimal text. Compiled once; the engine only looks the results up.
import { Decimal } from "decimal.js";

/** Yuan as decimal text with two places. */
export type Yuan = string;

export const ZERO: Yuan = "0.00";

export function yuan(value: Decimal.Value): Yuan {
  return new Decimal(value).toFixed(2);
}

export function sum(...amounts: readonly Yuan[]): Yuan {
  return yuan(amounts.reduce((total, amount) => total.plus(amount), new Decimal(0)));
}

export function minus(amount: Yuan, less: Yuan): Yuan {
  return yuan(new Decimal(amount).minus(less));
}

/** Negative, zero or positive as `a` is below, equal to or above `b`. */
export function compareYuan(a: Yuan, b: Yuan): number {
  return fen(a) - fen(b);
}

/** Hundredths of a yuan as an integer, for ordering only: the text has two places, so leaving out its point is exact. */
export function fen(amount: Yuan): number {
  return Number(amount.replace(".", ""));
}

// Exact yuan as decimal text: sums and comparisons on whole fen. Compiled once; the engine only looks the results up.

/** Yuan as decimal text with two places. */
export type Yuan = string;

export const ZERO: Yuan = "0.00";

export function sum(...amounts: readonly Yuan[]): Yuan {
  return yuan(amounts.reduce((total, amount) => total + fen(amount), 0));
}

export function minus(amount: Yuan, less: Yuan): Yuan {
  return yuan(fen(amount) - fen(less));
}

export function times(amount: Yuan, count: number): Yuan {
  return yuan(fen(amount) * count);
}

/** So many hundredths of an amount. Exact: shares that would leave a fraction of a fen are refused by the load check. */
export function shareOf(amount: Yuan, percent: number): Yuan {
  return yuan((fen(amount) * percent) / 100);
}

/** Negative, zero or positive as `a` is below, equal to or above `b`. */
export function compareYuan(a: Yuan, b: Yuan): number {
  return fen(a) - fen(b);
}

/** Hundredths of a yuan as an integer: the text has two places, so leaving out its point is exact. */
export function fen(amount: Yuan): number {
  return Number(amount.replace(".", ""));
}

/** Whole fen as yuan: a sum of amounts of six digits lies far below the integers that a number holds exactly. */
function yuan(amount: number): Yuan {
  const digits = String(Math.abs(amount)).padStart(3, "0");
  return `${amount < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

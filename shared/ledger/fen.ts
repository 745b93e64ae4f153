// Amounts as whole fen: what is summed over a day or a year must not gather rounding.

/** "116.80" → 11680; null stays null (no document states it). Throws a RangeError for anything else. */
export function toFen(yuan: string | null): number | null {
  if (yuan === null) return null;
  if (!/^\d{1,9}\.\d{2}$/.test(yuan)) throw new RangeError("not an amount in yuan with two decimals");
  return Number(yuan.replace(".", ""));
}

/** 11680 → "116.80", also below zero. */
export function toYuan(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, "0");
  return `${fen < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

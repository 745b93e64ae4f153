// What a list shows beside its answers: things that a person should look at, counted over all rows.

/** Checks in the order they are reported. */
export const CHECKS = [
  "duplicate-number",
  "two-townships",
  "id-check-digit",
  "id-unreadable",
  "no-number",
  "birth-differs",
  "orphan-adult",
  "newborn-too-old",
  "soldier-too-young",
  "outside-windows",
  "like-a-formula",
] as const;
export type Check = (typeof CHECKS)[number];

/** Several checks of one row as bits. The two across rows are counted when all rows are known. */
export const CHECK_BIT: Readonly<Record<Check, number>> = Object.fromEntries(
  CHECKS.map((check, index) => [check, 1 << index]),
) as Readonly<Record<Check, number>>;

export function checksOf(bits: number): readonly Check[] {
  return bits === 0 ? [] : CHECKS.filter((check) => (bits & CHECK_BIT[check]) !== 0);
}

/** Those for which a row goes on the sheet for a person; the others are counted only. */
export const FOR_A_PERSON: number =
  CHECK_BIT["orphan-adult"] |
  CHECK_BIT["newborn-too-old"] |
  CHECK_BIT["soldier-too-young"] |
  CHECK_BIT["birth-differs"];

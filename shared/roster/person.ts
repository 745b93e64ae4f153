// Who a row is about, as far as its ID number tells: read, checked, and packed so that a county's numbers can be compared.
import type { EpochDay } from "../dates/civil.ts";
import { dayOf } from "../dates/civil.ts";
import { type IdNumberError, parseIdNumber } from "../identity/id-number.ts";
import { toPlainNumber } from "../text/half-width.ts";
import { type RowProblem, shown } from "./problem.ts";

export type Person =
  /** The cell is empty, or holds a certificate that tells nothing (a newborn's 出生医学证明). */
  | { readonly kind: "no-number" }
  | { readonly kind: "number"; readonly birthDay: EpochDay; readonly key: number }
  | { readonly kind: "problem"; readonly problem: Omit<RowProblem, "column"> };

const NO_NUMBER: Person = { kind: "no-number" };
const BIRTH_CERTIFICATE = /^[A-Z]\d{9}$/;
/** Excel keeps fifteen digits of a number: an ID number typed as one ends in zeros or stands in powers of ten. */
const ROUNDED_BY_EXCEL = /^\d(\.\d+)?E\+?\d{1,2}$/i;

export function readPerson(text: string, today: EpochDay): Person {
  const read = parseIdNumber(text, today);
  if (read.ok) return { kind: "number", birthDay: read.birthDay, key: personKey(read.number, read.birthDay) };
  if (read.error.code === "empty") return NO_NUMBER;
  const plain = toPlainNumber(text).toUpperCase();
  if (BIRTH_CERTIFICATE.test(plain)) return NO_NUMBER;
  if (ROUNDED_BY_EXCEL.test(plain))
    return { kind: "problem", problem: { code: "id-rounded", values: { cell: shown(text) } } };
  return { kind: "problem", problem: problemOf(read.error) };
}

const FIRST_DAY = dayOf(1800, 1, 1);
const DAYS = 150_000;
const SEQUENCES = 1_000;
const CHECKS = 11;

/** A valid ID number as one whole number below 2^53: equal numbers have equal keys, different ones different keys. */
export function personKey(number: string, birthDay: EpochDay): number {
  const region = Number(number.slice(0, 6));
  const sequence = Number(number.slice(14, 17));
  const last = number.charCodeAt(17);
  const check = last === 88 ? 10 : last - 48;
  return ((region * DAYS + (birthDay - FIRST_DAY)) * SEQUENCES + sequence) * CHECKS + check;
}

function problemOf(error: Exclude<IdNumberError, { code: "empty" }>): Omit<RowProblem, "column"> {
  switch (error.code) {
    case "character":
      return { code: "id-character", values: { position: error.position, found: error.found } };
    case "old-number":
      return { code: "id-old", values: {} };
    case "length":
      return { code: "id-length", values: { found: error.found } };
    case "birth-date":
      return { code: "id-birth", values: { text: error.text } };
    case "birth-in-future":
      return { code: "id-future", values: { birth: error.birthDate } };
    case "check-digit":
      return { code: "id-check-digit", values: { expected: error.expected, found: error.found } };
  }
}

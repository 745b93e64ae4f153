// A newborn's 90 days may lie in two coverage years: which the other one is, seen from the rules in force.
import { civil } from "../dates/civil.ts";
import { parseIsoDay } from "../dates/iso.ts";

/** "Within 90 days of birth": birth + 89 is safe, birth + 90 an open reading and still offered. */
const NEWBORN_DAYS = 90;

export interface NewbornCase {
  /** ISO day; null where nobody told. */
  readonly birthDate: string | null;
  readonly paidOn: string;
  readonly standing: string;
}

/**
 * The year before, where the child was born in it; the year after, where the child was born in this one and its 90 days
 * reach into the next. Null for everybody else: too old, born after the payment, or bound to employee insurance.
 */
export function otherCoverageYear({ birthDate, paidOn, standing }: NewbornCase, coverageYear: number): number | null {
  const birth = birthDate === null ? undefined : parseIsoDay(birthDate);
  const paid = parseIsoDay(paidOn);
  if (birth === undefined || paid === undefined || standing === "employee") return null;
  const edge = birth + NEWBORN_DAYS;
  if (paid < birth || paid > edge) return null;
  const born = civil(birth).year;
  if (born === coverageYear - 1) return born;
  return born === coverageYear && civil(edge).year > coverageYear ? coverageYear + 1 : null;
}

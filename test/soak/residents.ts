// Invented residents for a long day: who comes, when they pay, and from which day they must then be covered.

import { checkCharacter } from "../../shared/identity/id-number.ts";

export interface SoakResident {
  readonly idNumber: string;
  readonly name: string;
  readonly birthDate: string;
  readonly paidOn: string;
  /** by plain addition: the payment day is the first of ninety days' wait in Gansu's supplementary window */
  readonly start: string;
}

const DAY = 86_400_000;
const isoOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** Always the same for the same number. The area code 622301 is abolished: these numbers are nobody's. */
export function soakResident(at: number): SoakResident {
  const birth = Date.UTC(1940, 0, 1) + ((at * 7919) % 23_000) * DAY;
  const paid = Date.UTC(2025, 0, 1) + (at % 59) * DAY;
  const first = `622301${isoOf(birth).replaceAll("-", "")}${String(at % 1000).padStart(3, "0")}`;
  return {
    idNumber: `${first}${checkCharacter(first)}`,
    name: `居民${at}`,
    birthDate: isoOf(birth),
    paidOn: isoOf(paid),
    start: isoOf(paid + 90 * DAY),
  };
}

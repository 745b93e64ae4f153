// ID numbers that are valid in form and belong to nobody: no county has the region codes they begin with.
import { civil, type EpochDay } from "../../../shared/dates/civil.ts";

/**
 * GB/T 2260 gives Wuwei the codes 620602 and 620621 to 620623; these were never given to any place, so that no number
 * made here can be a living person's. The later ones serve when a day's thousand sequences are used up.
 */
const REGIONS: readonly string[] = ["620699", "620698", "620697", "620696", "620695", "620694", "620693", "620692"];
const SEQUENCES_PER_SEX = 500;
const WEIGHTS: readonly number[] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = "10X98765432";

/** Gives out numbers, each once: a birth date's next free sequence, odd for men and even for women. */
export function idNumbers(firstDay: EpochDay, lastDay: EpochDay): (birthDay: EpochDay, woman: boolean) => string {
  const days = lastDay - firstDay + 1;
  const used = new Uint16Array(days * 2);
  const stems: (string | undefined)[] = new Array(days);
  return (birthDay, woman) => {
    const index = birthDay - firstDay;
    if (index < 0 || index >= days) throw new RangeError(`no birth day of this list: ${birthDay}`);
    const slot = index * 2 + (woman ? 1 : 0);
    const count = used[slot] ?? 0;
    used[slot] = count + 1;
    const region = REGIONS[Math.floor(count / SEQUENCES_PER_SEX)];
    if (region === undefined) throw new RangeError("more residents of one birth day than there are numbers");
    // 167 and 500 have no common factor: all sequences come, but not in a row.
    const sequence = ((count * 167 + index) % SEQUENCES_PER_SEX) * 2 + (woman ? 0 : 1);
    const digits = region + (stems[index] ?? stem(index, birthDay)) + String(sequence).padStart(3, "0");
    return digits + check(digits);
  };

  function stem(index: number, day: EpochDay): string {
    const date = civil(day);
    const text = String(date.year * 10_000 + date.month * 100 + date.day);
    stems[index] = text;
    return text;
  }
}

function check(digits: string): string {
  let sum = 0;
  for (let index = 0; index < WEIGHTS.length; index++) sum += (WEIGHTS[index] ?? 0) * (digits.charCodeAt(index) - 48);
  return CHECK_CHARACTERS.charAt(sum % 11);
}

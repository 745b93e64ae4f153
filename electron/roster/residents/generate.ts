// An invented roster as CSV text: township by township in the table's proportions, in batches so that memory stays flat.
import { isoDay } from "../../../shared/dates/iso.ts";
import { idNumbers } from "./id-numbers.ts";
import { seededRandom } from "./random.ts";
import { FIRST_BIRTH, inventResident, LAST_BIRTH } from "./resident.ts";
import { type Township, townshipShares } from "./township-shares.ts";

export const GENERATED_HEADER = "name,id_number,birth_date,county,township,categories,groups,missed_years,paid_on";

export interface GeneratorOptions {
  readonly rows: number;
  readonly seed: number;
  /** GB/T 2260 code written into every row. */
  readonly county: string;
  readonly townships: readonly Township[];
}

const ROWS_PER_BATCH = 2_000;

/** The header line, then batches of lines, each line ended by a newline. No value needs quotes. */
export function* generateRoster(options: GeneratorOptions): Generator<string, void, void> {
  const random = seededRandom(options.seed);
  const giveNumber = idNumbers(FIRST_BIRTH, LAST_BIRTH);
  const shares = townshipShares(options.townships, options.rows);
  let batch = `${GENERATED_HEADER}\n`;
  let inBatch = 0;
  for (const [index, township] of options.townships.entries()) {
    const place = `${options.county},${township.name}`;
    for (let left = shares[index] ?? 0; left > 0; left--) {
      const person = inventResident(random);
      const number = giveNumber(person.birthDay, person.woman);
      batch += `${person.name},${number},${isoDay(person.birthDay)},${place},${person.categories},${person.groups},${person.missedYears},${isoDay(person.paidOn)}\n`;
      if (++inBatch === ROWS_PER_BATCH) {
        yield batch;
        batch = "";
        inBatch = 0;
      }
    }
  }
  if (batch !== "") yield batch;
}

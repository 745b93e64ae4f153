// Numbers that several rows share, counted and noted on the sheet for a person once all rows are known.
import type { Tally } from "../../shared/roster/summary.ts";
import type { NumberLog } from "./duplicates.ts";
import type { ReviewSheet } from "./review-sheet.ts";

export async function addDuplicates(
  numbers: NumberLog,
  tally: Tally,
  sheet: ReviewSheet | null,
  writeReview: (cells: readonly string[]) => void,
): Promise<void> {
  await numbers.eachDuplicate((duplicate) => {
    tally.addCheck("duplicate-number");
    if (duplicate.township !== duplicate.firstTownship) tally.addCheck("two-townships");
    if (sheet !== null) writeReview(sheet.duplicate(duplicate, tally.townshipName));
  });
}

// Reads what is known of coming years: policies/coming/YEAR.json.
import { type ComingYear, ComingYearFile } from "../../shared/rules/coming.ts";
import type { Fault } from "../../shared/rules/fault.ts";
import type { PolicyFiles } from "./files.ts";
import { readAs } from "./read-as.ts";

export const COMING_FOLDER = "coming";

/** Faults are added to `faults`; a bad file is not used. */
export function readComing(files: PolicyFiles, faults: Fault[]): readonly ComingYear[] {
  const found: ComingYear[] = [];
  for (const name of files.files(COMING_FOLDER)) {
    const file = `${COMING_FOLDER}/${name}`;
    const year = readAs(files, file, ComingYearFile, faults);
    if (year === null) continue;
    if (name === `${year.coverageYear}.json`) found.push(year);
    else faults.push({ file, path: "coverageYear", message: `"${year.coverageYear}" does not fit its name ${name}` });
  }
  return found;
}

// Lists for tests: written to a folder of their own, worked on, and read back.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterEach } from "vitest";
import { loadPolicies } from "../../../electron/policies/store.ts";
import { type RosterJob, type RosterReport, runRoster, type Steering } from "../../../electron/roster/job.ts";
import { NO_MAPPING } from "../../../electron/roster/plan.ts";
import { dayOf } from "../../../shared/dates/civil.ts";
import { ANSWER_COLUMNS } from "../../../shared/roster/answer.ts";

const policies = loadPolicies(new URL("../../../policies/", import.meta.url).pathname);
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

export const HEADER = "name,id_number,birth_date,county,township,categories,groups,missed_years,paid_on";

export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "canbao-list-"));
  folders.push(path);
  return path;
}

/** The path of a new list with this content. */
export function list(content: string | Buffer, name = "roster.csv"): string {
  const path = join(folder(), name);
  writeFileSync(path, content);
  return path;
}

export function jobFor(input: string, changes: Partial<RosterJob> = {}): RosterJob {
  const table = policies.ruleSets.get("gansu/2025")?.table;
  if (table === undefined) throw new Error("no rule set");
  return {
    input,
    output: join(folder(), "results.csv"),
    table,
    mapping: NO_MAPPING,
    county: null,
    interpretations: {},
    language: "en",
    today: dayOf(2026, 11, 22),
    review: null,
    neutralise: false,
    fresh: false,
    ...changes,
  };
}

export const UNSTEERED: Steering = { onProgress: () => undefined, mayGoOn: () => Promise.resolve(true), now: () => 0 };

export interface Worked {
  readonly job: RosterJob;
  readonly report: RosterReport;
  /** Rows of the finished result, header first; [] where there is none. */
  readonly rows: readonly (readonly string[])[];
  /** The finished result as it is in the file. */
  readonly text: string;
}

export async function work(
  input: string,
  changes: Partial<RosterJob> = {},
  steering: Steering = UNSTEERED,
): Promise<Worked> {
  const job = jobFor(input, changes);
  const report = await runRoster(job, steering);
  const text = await readFile(job.output, "utf8").catch(() => "");
  return {
    job,
    report,
    text,
    get rows() {
      return rowsOf(text);
    },
  };
}

export function rowsOf(text: string, delimiter = ","): readonly (readonly string[])[] {
  return parse(text, { delimiter, bom: true });
}

/** What stands in a row's problem column. */
export function problemIn(row: readonly unknown[] | undefined): unknown {
  return row?.at(ANSWER_COLUMNS.indexOf("problem") - ANSWER_COLUMNS.length);
}

/** `count` rows that all can be computed, with township and row number in the name. */
export function plainRows(count: number): string {
  let text = `${HEADER}\n`;
  for (let row = 0; row < count; row++) text += `居民${row},,1980-05-01,620602,柏树镇,,,0,2024-11-03\n`;
  return text;
}

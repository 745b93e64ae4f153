// roster --rows N --seed S: an invented roster of Liangzhou on stdout, as CSV with the contract's headers.
import { once } from "node:events";
import { parseArgs } from "node:util";
import { loadPolicies } from "../policies/store.ts";
import { generateRoster } from "../roster/residents/generate.ts";
import { POLICIES_FOLDER } from "./policies-folder.ts";

const HELP = `roster --rows N --seed S > roster.csv

  An invented roster of Liangzhou (620602): nobody in it exists, every ID number is valid in form.
  The same rows and seed give the same file.

  --rows N   how many residents; 734881 (all of Liangzhou) where left out
  --seed S   a whole number; 1 where left out
`;

const RULE_SET = "gansu/2025";
const COUNTY = "620602";

async function main(args: readonly string[]): Promise<number> {
  const options = read(args);
  if (options === undefined) {
    process.stderr.write(HELP);
    return 2;
  }
  const { townships } = loadPolicies(POLICIES_FOLDER).ruleSets.get(RULE_SET)?.table.counties.get(COUNTY) ?? {
    townships: null,
  };
  if (townships === null) {
    process.stderr.write(`no townships of ${COUNTY} in ${RULE_SET}\n`);
    return 2;
  }
  const named = townships.map(({ name, toEnrol }) => ({ name: name.zh, toEnrol }));
  const rows = options.rows ?? named.reduce((sum, township) => sum + township.toEnrol, 0);
  for (const batch of generateRoster({ rows, seed: options.seed, county: COUNTY, townships: named })) {
    if (!process.stdout.write(batch)) await once(process.stdout, "drain");
  }
  return 0;
}

function read(args: readonly string[]): { readonly rows: number | undefined; readonly seed: number } | undefined {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { rows: { type: "string" }, seed: { type: "string" } },
      strict: true,
    });
    const rows = values.rows === undefined ? undefined : whole(values.rows);
    const seed = values.seed === undefined ? 1 : whole(values.seed);
    return Number.isNaN(rows) || Number.isNaN(seed) ? undefined : { rows, seed };
  } catch {
    return undefined;
  }
}

function whole(text: string): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
}

// A reader that closes early (head, less) is no fault of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

process.exitCode = await main(process.argv.slice(2));

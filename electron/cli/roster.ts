// roster --rows N --seed S: an invented roster of Liangzhou on stdout, as CSV with the contract's headers.
import { once } from "node:events";
import { loadPolicies } from "../policies/store.ts";
import { generateRoster } from "../roster/residents/generate.ts";
import { readOptions } from "./options.ts";
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
  if (args.includes("--help") || args.includes("-h")) {
    process.stdout.write(HELP);
    return 0;
  }
  const options = read(args);
  if (typeof options === "string") {
    process.stderr.write(`roster: ${options}\n\n${HELP}`);
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

/** What is wrong with the call, as text, where it cannot be followed. */
function read(args: readonly string[]): { readonly rows: number | undefined; readonly seed: number } | string {
  const options = readOptions(args, ["rows", "seed"]);
  if (!options.ok) return options.message;
  const [word] = options.positionals;
  if (word !== undefined) return `"${word}" belongs to no option`;
  const rows = options.values.rows === undefined ? undefined : whole(options.values.rows);
  const seed = options.values.seed === undefined ? 1 : whole(options.values.seed);
  if (Number.isNaN(rows)) return `--rows takes a whole number, not "${options.values.rows}"`;
  if (Number.isNaN(seed)) return `--seed takes a whole number, not "${options.values.seed}"`;
  return { rows, seed };
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

// rules list, rules show, rules check: what is bundled, what it says, and whether it is sound.
import type { Writable } from "node:stream";
import { summarise } from "../../shared/rules/description.ts";
import { describeLoaded } from "../policies/describe.ts";
import { loadPolicies } from "../policies/store.ts";
import { readOptions } from "./options.ts";
import { POLICIES_FOLDER } from "./policies-folder.ts";

export function runRules(args: readonly string[], output: Writable, errors: Writable): number {
  const [command, ...rest] = args;
  const options = readOptions(rest, ["policies"]);
  if (!options.ok) {
    errors.write(`rules: ${options.message}\n`);
    return 2;
  }
  const folder = options.values.policies ?? POLICIES_FOLDER;
  const [subject] = options.positionals;
  switch (command) {
    case "list":
      return list(folder, output, errors);
    case "show":
      return show(folder, subject, output, errors);
    case "check":
      return check(subject ?? folder, output);
    default:
      errors.write(`rules: "${command ?? ""}" is not understood; there are list, show ID and check [FOLDER]\n`);
      return 2;
  }
}

function list(folder: string, output: Writable, errors: Writable): number {
  const { ruleSets, faults } = loadPolicies(folder);
  output.write(
    `${JSON.stringify(
      [...ruleSets.values()].map(({ table }) => summarise(table)),
      null,
      2,
    )}\n`,
  );
  for (const fault of faults)
    errors.write(`${fault.file}: ${fault.path === "" ? "" : `${fault.path}: `}${fault.message}\n`);
  return faults.length === 0 ? 0 : 1;
}

function show(folder: string, id: string | undefined, output: Writable, errors: Writable): number {
  const { ruleSets } = loadPolicies(folder);
  if (id === undefined) {
    errors.write(`rules show: which one? Known: ${[...ruleSets.keys()].join(", ")}\n`);
    return 2;
  }
  const loaded = ruleSets.get(id);
  if (loaded === undefined) {
    errors.write(`rules show: no rule set "${id}"; known: ${[...ruleSets.keys()].join(", ")}\n`);
    return 1;
  }
  output.write(`${JSON.stringify({ ...describeLoaded(loaded), rules: loaded.source.data }, null, 2)}\n`);
  return 0;
}

function check(folder: string, output: Writable): number {
  const { ruleSets, faults } = loadPolicies(folder);
  for (const fault of faults)
    output.write(`${fault.file}: ${fault.path === "" ? "" : `${fault.path}: `}${fault.message}\n`);
  if (ruleSets.size === 0 && faults.length === 0) {
    output.write(`${folder}: no rule set found; expected JURISDICTION/YEAR/rules.json\n`);
    return 1;
  }
  if (faults.length === 0) output.write(`${ruleSets.size} rule sets, no fault: ${[...ruleSets.keys()].join(", ")}\n`);
  return faults.length === 0 ? 0 : 1;
}

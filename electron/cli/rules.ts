// rules list, rules show, rules check, rules diff: what is bundled, what it says, whether it is sound, and what changed.
import type { Writable } from "node:stream";
import { unknownRuleSet } from "../../shared/engine/answer.ts";
import { runCases } from "../../shared/engine/run-cases.ts";
import { summarise } from "../../shared/rules/description.ts";
import type { Fault } from "../../shared/rules/fault.ts";
import { stampLayer } from "../../shared/rules/resolve.ts";
import { existsLink } from "../packs/own-folder.ts";
import { readCases } from "../policies/cases.ts";
import { describeLoaded } from "../policies/describe.ts";
import type { Policies } from "../policies/store.ts";
import { readOptions } from "./options.ts";
import { POLICIES_FOLDER } from "./policies-folder.ts";
import { runDiff } from "./rules-diff.ts";
import { noFolder, type RulesFrom, rulesFrom } from "./rules-from.ts";

const COMMANDS: readonly string[] = ["list", "show", "check", "diff"];

export function runRules(args: readonly string[], output: Writable, errors: Writable): number {
  const [command, ...rest] = args;
  if (command === undefined || !COMMANDS.includes(command)) {
    errors.write(
      `rules: ${command === undefined ? "which one" : `"${command}" is not understood`}; there are list, show ID, check [FOLDER] and diff A B. See calc --help\n`,
    );
    return 2;
  }
  const flags = ["--json", "--cites"];
  const words = command === "diff" ? rest.filter((word) => !flags.includes(word)) : rest;
  const options = readOptions(words, command === "diff" ? ["policies", "packs", "language"] : ["policies", "packs"]);
  if (!options.ok) {
    errors.write(`rules: ${options.message}\n`);
    return 2;
  }
  const [subject, ...more] = options.positionals;
  const surplus = command === "list" ? subject : command === "diff" ? undefined : more[0];
  if (surplus !== undefined) {
    errors.write(`rules ${command}: "${surplus}" is one word too many. See calc --help\n`);
    return 2;
  }
  const { policies, packs } = options.values;
  const folder = (command === "check" ? subject : undefined) ?? policies ?? POLICIES_FOLDER;
  if (command === "check" && !existsLink(folder)) {
    output.write(`${noFolder(folder)}\n`);
    return 1;
  }
  const from = rulesFrom({ policies: folder, packs });
  if (!from.ok) {
    for (const message of from.messages) errors.write(`rules: ${message}\n`);
    return 1;
  }
  errors.write(from.notice);
  switch (command) {
    case "list":
      return list(from, output, errors);
    case "show":
      return show(from, subject, output, errors);
    case "check":
      return check(folder, from.rules, output);
    case "diff":
      return runDiff(
        options.positionals,
        {
          ruleSets: from.rules.ruleSets,
          language: options.values.language ?? "zh-CN",
          json: rest.includes("--json"),
          cites: rest.includes("--cites"),
        },
        output,
        errors,
      );
    default:
      return 2;
  }
}

type Read = Extract<RulesFrom, { readonly ok: true }>;

function list({ rules: { ruleSets, faults }, origins }: Read, output: Writable, errors: Writable): number {
  output.write(
    `${JSON.stringify(
      [...ruleSets.values()].map(({ table }) => ({
        ...summarise(table),
        hash: table.hash,
        // Where a counter's packs were asked for, each says whether it is the bundled one or a pack's.
        ...(origins === null ? {} : { origin: origins.get(table.id) ?? null }),
      })),
      null,
      2,
    )}\n`,
  );
  for (const fault of faults) errors.write(faultLine(fault));
  return faults.length === 0 ? 0 : 1;
}

function show(
  { rules: { ruleSets, coming } }: Read,
  id: string | undefined,
  output: Writable,
  errors: Writable,
): number {
  if (id === undefined) {
    errors.write(`rules show: which one? Known: ${[...ruleSets.keys()].join(", ")}\n`);
    return 2;
  }
  const loaded = ruleSets.get(id);
  if (loaded === undefined) {
    const tables = new Map([...ruleSets].map(([known, { table }]) => [known, table]));
    errors.write(`rules show: ${unknownRuleSet(id, tables, coming).message}\n`);
    return 1;
  }
  const rules = stampLayer(loaded.source.data, id);
  output.write(`${JSON.stringify({ ...describeLoaded(loaded), rules }, null, 2)}\n`);
  return 0;
}

function check(folder: string, { ruleSets, faults }: Policies, output: Writable): number {
  for (const fault of faults) output.write(faultLine(fault));
  if (ruleSets.size === 0 && faults.length === 0) {
    output.write(`${folder}: no rule set found; expected JURISDICTION/YEAR/rules.json\n`);
    return 1;
  }
  const cases = checkCases(ruleSets, output);
  const sound = faults.length === 0 && cases.failed === 0;
  if (sound)
    output.write(
      `${ruleSets.size} rule sets, no fault: ${[...ruleSets.keys()].join(", ")}; ${cases.passed} worked cases hold\n`,
    );
  return sound ? 0 : 1;
}

/** Runs the worked cases beside each sound rule set: one line for each place where an answer is not as written. */
function checkCases(
  ruleSets: Policies["ruleSets"],
  output: Writable,
): { readonly passed: number; readonly failed: number } {
  let passed = 0;
  let failed = 0;
  for (const [id, { table, from }] of ruleSets) {
    const { file, cases, faults } = readCases(from, id);
    for (const fault of faults) output.write(faultLine(fault));
    failed += faults.length;
    if (cases === null) continue;
    for (const { index, about, differences } of runCases(cases, table)) {
      if (differences.length === 0) passed++;
      else failed++;
      for (const { path, expected, got } of differences)
        output.write(
          `${file}: cases[${index}] (${about.en}): ${path}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(got) ?? "nothing"}\n`,
        );
    }
  }
  return { passed, failed };
}

function faultLine({ file, path, message }: Fault): string {
  return `${file}: ${path === "" ? "" : `${path}: `}${message}\n`;
}

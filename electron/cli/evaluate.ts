// JSON Lines in, JSON Lines out: one answer a line in the same order, a bad line answers with its error, memory stays flat.

import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { answerRequest } from "../../shared/engine/answer.ts";
import type { RequestError } from "../../shared/engine/request.ts";
import type { ComingYear } from "../../shared/rules/coming.ts";
import type { Fault } from "../../shared/rules/fault.ts";
import type { Table } from "../../shared/rules/table.ts";
import { readSettlements } from "../policies/settlements.ts";
import { repeatedKeys } from "../policies/strict-json.ts";
import { type Line, readLines } from "./lines.ts";
import { readOptions } from "./options.ts";
import { rulesFrom } from "./rules-from.ts";

/** A request is a few hundred bytes; a line beyond this is not one. */
const LONGEST_LINE = 1_000_000;

const UNREADABLE = {
  "too-long": `the line is longer than ${LONGEST_LINE} bytes; a request has a few hundred. Is a line end missing?`,
  "not-utf8": "the line is not UTF-8; save the file as UTF-8",
} as const;

/** Answers every line of `input`. Exit status 0, 1 where some line is an error, 2 for wrong usage. */
export async function runEvaluate(
  args: readonly string[],
  input: Readable,
  output: Writable,
  errors: Writable,
): Promise<number> {
  const options = readOptions(args, ["policies", "packs", "settings"]);
  if (!options.ok || options.positionals.length > 0) {
    errors.write(
      `evaluate: ${options.ok ? `"${options.positionals[0]}" is not understood; requests come on stdin: calc evaluate < requests.jsonl` : options.message}\n`,
    );
    return 2;
  }
  const tell = (fault: Fault) =>
    errors.write(`${fault.file}: ${fault.path === "" ? "" : `${fault.path}: `}${fault.message}\n`);
  const settled = readSettlements(options.values.settings);
  if (!settled.ok) {
    settled.faults.forEach(tell);
    return 2;
  }
  const { policies: folder, packs } = options.values;
  const from = rulesFrom({ policies: folder, packs }, settled.settlements);
  if (!from.ok) {
    for (const message of from.messages) errors.write(`evaluate: ${message}\n`);
    return 2;
  }
  errors.write(from.notice);
  const policies = from.rules;
  [...policies.faults, ...policies.settlementFaults].forEach(tell);
  const tables = new Map([...policies.ruleSets].map(([id, loaded]) => [id, loaded.table]));
  if ("isTTY" in input && input.isTTY === true)
    errors.write(
      "evaluate: type one request a line, Ctrl-D ends; or: calc evaluate < requests.jsonl (calc --help has one)\n",
    );
  let failed = false;
  for await (const line of readLines(input, LONGEST_LINE)) {
    if ("text" in line && line.text.trim() === "") continue;
    const answer = answerLine(line, tables, policies.coming);
    failed ||= "error" in answer;
    if (!output.write(`${JSON.stringify(answer)}\n`)) await once(output, "drain");
  }
  return failed ? 1 : 0;
}

function answerLine(line: Line, tables: ReadonlyMap<string, Table>, coming: readonly ComingYear[]): object {
  const { number } = line;
  if ("fault" in line) return fault(number, { code: "bad-json", path: "", message: UNREADABLE[line.fault] });
  let value: unknown;
  try {
    value = JSON.parse(line.text);
  } catch (error) {
    const message = `not JSON: ${error instanceof Error ? error.message : ""}; a line holds one whole request in braces`;
    return fault(number, { code: "bad-json", path: "", message });
  }
  const id =
    typeof value === "object" && value !== null && "id" in value && typeof value.id === "string" ? value.id : undefined;
  const answer = answerRequest(value, tables, coming);
  if (!answer.ok) return fault(number, answer.error, id);
  // Looked for only in what has a request's shape: the search recurses, and a request nests four deep.
  const [twice] = repeatedKeys(line.text);
  if (twice !== undefined)
    return fault(
      number,
      { code: "bad-json", path: twice, message: "the key stands twice in one object; remove one" },
      id,
    );
  return answer.result;
}

function fault(lineNumber: number, error: RequestError, id?: string): object {
  const named = { ...error, message: `line ${lineNumber}: ${error.message}` };
  return id === undefined ? { error: named } : { id, error: named };
}

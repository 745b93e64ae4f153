// JSON Lines in, JSON Lines out: one answer a line in the same order, a bad line answers with its error, memory stays flat.

import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { answerRequest } from "../../shared/engine/answer.ts";
import type { RequestError } from "../../shared/engine/request.ts";
import type { Table } from "../../shared/rules/table.ts";
import { loadPolicies } from "../policies/store.ts";
import { readOptions } from "./options.ts";
import { POLICIES_FOLDER } from "./policies-folder.ts";

/** A request is a few hundred characters; a line beyond this is not one. */
const LONGEST_LINE = 1_000_000;

/** Answers every line of `input`. Exit status 0, 1 where some line is an error, 2 for wrong usage. */
export async function runEvaluate(
  args: readonly string[],
  input: Readable,
  output: Writable,
  errors: Writable,
): Promise<number> {
  const options = readOptions(args, ["policies"]);
  if (!options.ok || options.positionals.length > 0) {
    errors.write(
      `evaluate: ${options.ok ? `"${options.positionals[0]}" is not understood; requests come on stdin` : options.message}\n`,
    );
    return 2;
  }
  const policies = loadPolicies(options.values.policies ?? POLICIES_FOLDER);
  for (const fault of policies.faults)
    errors.write(`${fault.file}: ${fault.path === "" ? "" : `${fault.path}: `}${fault.message}\n`);
  const tables = new Map([...policies.ruleSets].map(([id, loaded]) => [id, loaded.table]));
  let failed = false;
  let lineNumber = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    lineNumber++;
    if (line.trim() === "") continue;
    const answer = answerLine(line, lineNumber, tables);
    failed ||= "error" in answer;
    if (!output.write(`${JSON.stringify(answer)}\n`)) await once(output, "drain");
  }
  return failed ? 1 : 0;
}

function answerLine(line: string, lineNumber: number, tables: ReadonlyMap<string, Table>): object {
  if (line.length > LONGEST_LINE)
    return fault(lineNumber, {
      code: "bad-json",
      path: "",
      message: `the line has ${line.length} characters; a request has at most ${LONGEST_LINE}`,
    });
  let value: unknown;
  try {
    value = JSON.parse(line.charCodeAt(0) === 0xfeff ? line.slice(1) : line);
  } catch (error) {
    return fault(lineNumber, {
      code: "bad-json",
      path: "",
      message: `not JSON: ${error instanceof Error ? error.message : ""}`,
    });
  }
  const answer = answerRequest(value, tables);
  if (answer.ok) return answer.result;
  const id =
    typeof value === "object" && value !== null && "id" in value && typeof value.id === "string" ? value.id : undefined;
  return fault(lineNumber, answer.error, id);
}

function fault(lineNumber: number, error: RequestError, id?: string): object {
  const named = { ...error, message: `line ${lineNumber}: ${error.message}` };
  return id === undefined ? { error: named } : { id, error: named };
}

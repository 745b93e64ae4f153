// Worked cases against a rule set: which of them come out as written, and where the others differ.
import type { CasesData, WorkedCaseData } from "../rules/cases.ts";
import type { Table } from "../rules/table.ts";
import { answerRequest } from "./answer.ts";

/** One place where the answer is not what the case expects. */
export interface Difference {
  /** Path in the result, like "benefit.start"; of a request that was refused, its path in the request. */
  readonly path: string;
  readonly expected: unknown;
  /** undefined where the result has no such field; the refusal's message where the request was refused. */
  readonly got: unknown;
}

export interface CaseOutcome {
  /** Position in the file, from 0. */
  readonly index: number;
  readonly about: WorkedCaseData["about"];
  /** Empty: the case passed. */
  readonly differences: readonly Difference[];
}

/** Answers every case with the table. Pure; a request that the table refuses is a difference, not an exception. */
export function runCases({ cases }: CasesData, table: Table): readonly CaseOutcome[] {
  const tables = new Map([[table.id, table]]);
  return cases.map(({ about, request, expect }, index) => {
    const answer = answerRequest({ ...request, ruleSet: table.id }, tables);
    const differences: Difference[] = [];
    if (answer.ok) compare(expect, answer.result, "", differences);
    else differences.push({ path: `request.${answer.error.path}`, expected: "an answer", got: answer.error.message });
    return { index, about, differences };
  });
}

function compare(expected: unknown, got: unknown, path: string, found: Difference[]): void {
  if (Array.isArray(expected)) {
    if (!Array.isArray(got) || got.length !== expected.length) found.push({ path, expected, got });
    else for (const [at, item] of expected.entries()) compare(item, got[at], `${path}[${at}]`, found);
  } else if (isRecord(expected) && isRecord(got)) {
    for (const [key, value] of Object.entries(expected))
      compare(value, got[key], path === "" ? key : `${path}.${key}`, found);
  } else if (!Object.is(expected, got)) found.push({ path, expected, got });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

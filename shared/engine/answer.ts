// Any value in, result or error out: the one way in for the window, the command line and whoever else asks.
import { isoDay } from "../dates/iso.ts";
import type { ComingYear } from "../rules/coming.ts";
import { lastUsefulDay } from "../rules/last-useful-day.ts";
import { jurisdictionOf, type MissingYear, missingYear } from "../rules/missing-year.ts";
import type { Table } from "../rules/table.ts";
import { type Advice, adviceFor } from "./advice.ts";
import type { Case } from "./case.ts";
import { evaluate } from "./evaluate.ts";
import { type Parsed, parseCase, parseRequest, type RequestError } from "./request.ts";
import type { Result } from "./result.ts";

export type Answer =
  | { readonly ok: true; readonly result: Result }
  | { readonly ok: false; readonly error: RequestError };

/** Checks and evaluates a request against the rule sets at hand. A year without a rule set is refused, never borrowed from another. */
export function answerRequest(
  value: unknown,
  tables: ReadonlyMap<string, Table>,
  coming: readonly ComingYear[] = [],
): Answer {
  const found = findCase(value, tables, coming);
  if (!found.ok) return found;
  const { resident, table, id, pastYear } = found.value;
  const result = evaluate(resident, table, id);
  return { ok: true, result: pastYear ? { ...result, pastYear: pastYearOf(table) } : result };
}

/** Advice for the same request; the error is that of answerRequest. */
export function adviseRequest(
  value: unknown,
  tables: ReadonlyMap<string, Table>,
): { readonly ok: true; readonly advice: readonly Advice[] } | { readonly ok: false; readonly error: RequestError } {
  const found = findCase(value, tables, []);
  return found.ok ? { ok: true, advice: adviceFor(found.value.resident, found.value.table) } : found;
}

interface FoundCase {
  readonly resident: Case;
  readonly table: Table;
  readonly id: string | null;
  /** Somebody named the year of this rule set, to use it past its last useful day. */
  readonly pastYear: boolean;
}

function findCase(
  value: unknown,
  tables: ReadonlyMap<string, Table>,
  coming: readonly ComingYear[],
): Parsed<FoundCase> {
  const request = parseRequest(value);
  if (!request.ok) return request;
  const table = tables.get(request.value.ruleSet);
  if (table === undefined) return { ok: false, error: unknownRuleSet(request.value.ruleSet, tables, coming) };
  const parsed = parseCase(request.value, table);
  if (!parsed.ok) return parsed;
  const { id = null, pastYear = null } = request.value;
  if (pastYear !== null && pastYear !== table.coverageYear) return { ok: false, error: otherYear(pastYear, table) };
  return { ok: true, value: { resident: parsed.value, table, id, pastYear: pastYear !== null } };
}

/** The choice of a past rule set as the result carries it. */
export function pastYearOf(table: Table): NonNullable<Result["pastYear"]> {
  return { coverageYear: table.coverageYear, lastUsefulDay: isoDay(lastUsefulDay(table)) };
}

function otherYear(pastYear: number, table: Table): RequestError {
  return {
    code: "past-year-other",
    path: "pastYear",
    message: `${pastYear} is not the coverage year of ${table.id}; name ${table.coverageYear}, or leave it out`,
  };
}

const RULE_SET = /^[a-z]+\/\d{4}$/;

/** A year without a notice is refused as such, with what is known of it; anything else names what there is. */
export function unknownRuleSet(
  id: string,
  tables: ReadonlyMap<string, Table>,
  coming: readonly ComingYear[],
): RequestError {
  const missing = missingRuleSet(id, [...tables.values()], coming);
  if (missing !== null) return { code: "missing-year", path: "ruleSet", message: missingText(missing), missing };
  const known = [...tables.keys()].sort();
  return {
    code: "unknown-rule-set",
    path: "ruleSet",
    message: `no rule set "${id}"; known: ${known.join(", ")}.`,
  };
}

/** The notice that a rule set's id asks for, where only the year has none; null for an area that nobody knows. */
export function missingRuleSet(
  id: string,
  tables: readonly Table[],
  coming: readonly ComingYear[],
): MissingYear | null {
  const missing = RULE_SET.test(id) ? missingYear(jurisdictionOf(id), Number(id.slice(-4)), tables, coming) : null;
  return missing !== null && missing.have.length > 0 ? missing : null;
}

/** In English, as every message of the command line; the window says the same from the data, in its own language. */
function missingText({ jurisdiction, coverageYear, facts, unknown, have }: MissingYear): string {
  const known =
    facts.length === 0
      ? "Nothing is known of it."
      : `Known: ${facts.map(({ text, document, grade }) => `${text.en} (${document.en}, grade ${grade})`).join("; ")}.`;
  return (
    `the notice of ${jurisdiction} for coverage year ${coverageYear} has not been entered. ${known} ` +
    `Not known: ${unknown.join(", ")}. There is ${have.join(", ")}; no year stands in for another. ` +
    "Take in the bureau's rule pack, or enter the notice in the workbench."
  );
}

// Any value in, result or error out: the one way in for the window, the command line and whoever else asks.
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
export function answerRequest(value: unknown, tables: ReadonlyMap<string, Table>): Answer {
  const found = findCase(value, tables);
  if (!found.ok) return found;
  const { resident, table, id } = found.value;
  return { ok: true, result: evaluate(resident, table, id) };
}

/** Advice for the same request; the error is that of answerRequest. */
export function adviseRequest(
  value: unknown,
  tables: ReadonlyMap<string, Table>,
): { readonly ok: true; readonly advice: readonly Advice[] } | { readonly ok: false; readonly error: RequestError } {
  const found = findCase(value, tables);
  return found.ok ? { ok: true, advice: adviceFor(found.value.resident, found.value.table) } : found;
}

function findCase(
  value: unknown,
  tables: ReadonlyMap<string, Table>,
): Parsed<{ readonly resident: Case; readonly table: Table; readonly id: string | null }> {
  const request = parseRequest(value);
  if (!request.ok) return request;
  const table = tables.get(request.value.ruleSet);
  if (table === undefined) return { ok: false, error: unknownRuleSet(request.value.ruleSet, tables) };
  const parsed = parseCase(request.value, table);
  return parsed.ok ? { ok: true, value: { resident: parsed.value, table, id: request.value.id ?? null } } : parsed;
}

function unknownRuleSet(id: string, tables: ReadonlyMap<string, Table>): RequestError {
  const known = [...tables.keys()].sort();
  const jurisdiction = id.split("/")[0] ?? "";
  const others = known.filter((other) => other.startsWith(`${jurisdiction}/`));
  const hint =
    others.length === 0
      ? ""
      : ` For ${jurisdiction} there is ${others.join(", ")}; no year stands in for another: the notice of the year has to be entered first.`;
  return {
    code: "unknown-rule-set",
    path: "ruleSet",
    message: `no rule set "${id}"; known: ${known.join(", ")}.${hint}`,
  };
}

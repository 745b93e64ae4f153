// The citations of a rule file, found by their shape wherever they stand: each names a document at hand, and is good enough.
import type { Report } from "./fault.ts";

/**
 * Every citation names a document of `documents`; where `inForce`, no rule rests on less than grade B. Readings and
 * information carry their grade to the reader, and what is marked unverified says so: there any grade may stand.
 */
export function checkCitations(
  node: object,
  path: readonly PropertyKey[],
  documents: ReadonlySet<string>,
  inForce: boolean,
  report: Report,
): void {
  // One path for the whole walk: a copy at every step would cost more than all the checks.
  walk(node, [...path]);

  function walk(value: object, at: PropertyKey[]): void {
    if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index++) step(value[index], index, at);
      return;
    }
    const record = value as Readonly<Record<string, unknown>>;
    const document = record["document"];
    const grade = record["grade"];
    if (typeof document === "string" && typeof grade === "string" && "article" in record) {
      check(document, grade, at);
      return;
    }
    for (const key in record) if (key !== "documents") step(record[key], key, at);
  }

  function step(value: unknown, key: PropertyKey, at: PropertyKey[]): void {
    if (typeof value !== "object" || value === null) return;
    at.push(key);
    walk(value, at);
    at.pop();
  }

  function check(document: string, grade: string, at: readonly PropertyKey[]): void {
    if (!documents.has(document))
      report([...at, "document"], `no document "${document}"; known: ${[...documents].join(", ")}`);
    const flagged = at.includes("unverified") || at[0] === "interpretations" || at[0] === "information";
    if (inForce && (grade === "C" || grade === "D") && !flagged)
      report(
        [...at, "grade"],
        `grade ${grade} cannot carry a rule in force; find an official text or make the rule set provisional`,
      );
  }
}

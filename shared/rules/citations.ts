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
  const at = [...path];
  walk(node, at.length);

  function walk(value: object, depth: number): void {
    if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index++) {
        const item: unknown = value[index];
        if (typeof item === "object" && item !== null) {
          at[depth] = index;
          walk(item, depth + 1);
        }
      }
      return;
    }
    const record = value as Readonly<Record<string, unknown>>;
    const document = record["document"];
    if (typeof document === "string" && "article" in record) {
      const grade = record["grade"];
      if (typeof grade === "string") {
        check(document, grade, depth);
        return;
      }
    }
    for (const key in record) {
      const item = record[key];
      if (typeof item === "object" && item !== null && key !== "documents") {
        at[depth] = key;
        walk(item, depth + 1);
      }
    }
  }

  function check(document: string, grade: string, depth: number): void {
    if (documents.has(document) && (grade === "A" || grade === "B")) return;
    // Only a fault, or what may be one, needs the way to it.
    const way = at.slice(0, depth);
    if (!documents.has(document))
      report([...way, "document"], `no document "${document}"; known: ${[...documents].join(", ")}`);
    const flagged = way.includes("unverified") || way[0] === "interpretations" || way[0] === "information";
    if (inForce && (grade === "C" || grade === "D") && !flagged)
      report(
        [...way, "grade"],
        `grade ${grade} cannot carry a rule in force; find an official text or make the rule set provisional`,
      );
  }
}

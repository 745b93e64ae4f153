// The citations of a rule file, found by their shape wherever they stand: each names a document at hand, and is good enough.
import type { Report } from "./fault.ts";

/**
 * Every citation names a document of `documents`; where `inForce`, no rule rests on less than grade B. Readings and
 * information carry their grade to the reader, and what is marked unverified says so: there any grade may stand.
 */
export function checkCitations(
  node: unknown,
  path: readonly PropertyKey[],
  documents: ReadonlySet<string>,
  inForce: boolean,
  report: Report,
): void {
  if (Array.isArray(node)) {
    node.forEach((item, at) => {
      checkCitations(item, [...path, at], documents, inForce, report);
    });
    return;
  }
  if (typeof node !== "object" || node === null) return;
  const record = node as Readonly<Record<string, unknown>>;
  const document = record["document"];
  const grade = record["grade"];
  if (typeof document === "string" && typeof grade === "string" && "article" in record) {
    if (!documents.has(document))
      report([...path, "document"], `no document "${document}"; known: ${[...documents].join(", ")}`);
    const flagged = path.includes("unverified") || path[0] === "interpretations" || path[0] === "information";
    if (inForce && (grade === "C" || grade === "D") && !flagged)
      report(
        [...path, "grade"],
        `grade ${grade} cannot carry a rule in force; find an official text or make the rule set provisional`,
      );
    return;
  }
  for (const [key, value] of Object.entries(record))
    if (key !== "documents") checkCitations(value, [...path, key], documents, inForce, report);
}

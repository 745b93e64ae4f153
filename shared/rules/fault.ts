// A fault in a rule-set file: which file, where in it, what is wrong and what to do. Faults are results, not exceptions.

export interface Fault {
  readonly file: string;
  /** JSON path, like "periods[1].from"; "" for the file as a whole. */
  readonly path: string;
  readonly message: string;
}

/** Takes one fault of the file at hand. */
export type Report = (path: readonly PropertyKey[], message: string) => void;

/** A path from keys and indexes as they come from zod or a walk: ["periods", 1, "from"] → "periods[1].from". */
export function pathText(parts: readonly PropertyKey[]): string {
  let text = "";
  for (const part of parts) {
    if (typeof part === "number") text += `[${part}]`;
    else if (/^[A-Za-z_$][\w$]*$/.test(String(part))) text += text === "" ? String(part) : `.${String(part)}`;
    else text += `["${String(part)}"]`;
  }
  return text;
}

/** The ids that may stand where an unknown one was named, for the end of a message. */
export function listed(ids: Iterable<string>): string {
  return [...ids].join(", ") || "none";
}

/** How many files have faults: one with several is one. */
export function faultyFiles(faults: readonly Pick<Fault, "file">[]): number {
  return new Set(faults.map(({ file }) => file)).size;
}

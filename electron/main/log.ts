// The log: what went wrong and where in the code, never what a resident is called or owes.

import { appendFileSync, mkdirSync, renameSync, statSync } from "node:fs";
import path from "node:path";

/** One file of this size and the one before it: weeks of faults, and never a disk full of them. */
const MOST_BYTES = 256 * 1024;

let file: string | undefined;

/** From now on faults are also kept in `faults.log` of the data folder, for whoever maintains the program. */
export function keepLogIn(dataFolder: string): void {
  file = path.join(dataFolder, "faults.log");
}

/**
 * Writes an exception without its message, because a message may quote what a clerk typed: the kind of error and the
 * places in the code are enough to find the bug.
 */
export function logFault(where: string, fault: unknown): void {
  const text = `${where}: ${describeFault(fault)}\n`;
  process.stderr.write(text);
  if (file !== undefined) append(file, `${new Date().toISOString()} ${text}`);
}

/** A log that cannot be written must not become a fault of its own. */
function append(to: string, text: string): void {
  try {
    mkdirSync(path.dirname(to), { recursive: true });
    const size = statSync(to, { throwIfNoEntry: false })?.size ?? 0;
    if (size + text.length > MOST_BYTES) renameSync(to, `${to}.old`);
    appendFileSync(to, text, { mode: 0o600 });
  } catch {
    // It stands on standard error.
  }
}

export function describeFault(fault: unknown): string {
  if (!(fault instanceof Error)) return "something that is no Error was thrown";
  const stack = fault.stack ?? "";
  // The stack begins with the message, and a line of a message may look like a place.
  const from = fault.message === "" ? 0 : stack.indexOf(fault.message) + fault.message.length;
  const places = stack
    .slice(from)
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    // Of a path the file alone: folders are called after people, and have blanks in their names.
    .map((line) => line.replace(/^(\s+at (?:[^/\\()]*\()?).*[\\/]([^\\/]+:\d+)/, "$1$2"));
  const code = "code" in fault && typeof fault.code === "string" ? ` (${fault.code})` : "";
  return [`${fault.name}${code}`, ...places.slice(0, 8)].join("\n");
}

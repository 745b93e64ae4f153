// The log: what went wrong and where in the code, never what a resident is called or owes.

/**
 * Writes an exception without its message, because a message may quote what a clerk typed: the kind of error and the
 * places in the code are enough to find the bug.
 */
export function logFault(where: string, fault: unknown): void {
  process.stderr.write(`${where}: ${describeFault(fault)}\n`);
}

export function describeFault(fault: unknown): string {
  if (!(fault instanceof Error)) return "something that is no Error was thrown";
  const places = (fault.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  const code = "code" in fault && typeof fault.code === "string" ? ` (${fault.code})` : "";
  return [`${fault.name}${code}`, ...places.slice(0, 8)].join("\n");
}

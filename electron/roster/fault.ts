// Why a list could not be worked on, or not to its end: a code and the values that its words need.

export type FaultCode =
  | "not-found"
  | "not-readable"
  | "is-folder"
  | "empty-file"
  | "not-text"
  | "old-excel"
  | "is-workbook"
  | "not-workbook"
  | "wrong-encoding"
  | "no-header"
  | "missing-column"
  | "ambiguous-column"
  | "unknown-column"
  | "quote-opened"
  | "quote-closed"
  | "quote-open-at-end"
  | "row-too-long"
  | "file-changed"
  | "disk-full"
  | "not-writable"
  | "output-is-input"
  | "too-many-rows"
  | "bomb"
  | "broken-workbook"
  | "unknown-county"
  | "unknown-interpretation"
  | "unknown-rule-set"
  | "missing-year"
  | "packs-unusable"
  | "bad-argument"
  | "unexpected";

export interface Fault {
  readonly code: FaultCode;
  /** `file`, `row` and `column` where they are known; never a cell's content. */
  readonly values: Readonly<Record<string, string | number>>;
}

/** Carries a fault out of streams and callbacks; whoever runs the job turns it into its report. */
export class RosterFault extends Error {
  readonly fault: Fault;
  constructor(code: FaultCode, values: Fault["values"]) {
    super(code);
    this.name = "RosterFault";
    this.fault = { code, values };
  }
}

/** The fault behind an error of the file system, by its code. */
export function fileFault(error: unknown, file: string): RosterFault {
  if (error instanceof RosterFault) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  switch (code) {
    case "ENOENT":
      return new RosterFault("not-found", { file });
    case "EISDIR":
      return new RosterFault("is-folder", { file });
    case "EACCES":
    case "EPERM":
      return new RosterFault("not-readable", { file });
    case "ENOSPC":
    case "EDQUOT":
    case "EFBIG":
      return new RosterFault("disk-full", { file });
    case "EROFS":
      return new RosterFault("not-writable", { file });
    default:
      return new RosterFault("unexpected", { file, detail: code === "" ? String(error) : code });
  }
}

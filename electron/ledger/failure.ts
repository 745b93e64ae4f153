// An expected fault on its way out of the ledger: thrown inside a transaction so that it is rolled back, an outcome at the border.

import type { LedgerFault, LedgerFaultCode } from "../../shared/ledger/fault.ts";

export class LedgerFailure extends Error {
  readonly fault: LedgerFault;

  constructor(code: LedgerFaultCode, params: LedgerFault["params"] = {}, cause?: unknown) {
    super(code, cause === undefined ? undefined : { cause });
    this.name = "LedgerFailure";
    this.fault = { code, params };
  }
}

/** The fault an error stands for, or undefined where the error is a bug. Knows SQLite's codes and the file system's. */
export function faultOf(error: unknown): LedgerFault | undefined {
  if (error instanceof LedgerFailure) return error.fault;
  if (!(error instanceof Error)) return undefined;
  const { code, rawCode } = error as { readonly code?: unknown; readonly rawCode?: unknown };
  // The low byte of an extended result code is its class; libsql names only some of the extended ones.
  if (typeof rawCode === "number") return fromSqlite(rawCode & 0xff, rawCode);
  if (typeof code === "string") return fromFileSystem(code);
  const opening = /Unable to open connection to local database .*: (\d+)/.exec(error.message);
  return opening === null ? undefined : fromSqlite(Number(opening[1]) & 0xff, Number(opening[1]));
}

const SQLITE_BUSY = 5;
const SQLITE_READONLY = 8;
const SQLITE_IOERR = 10;
const SQLITE_CORRUPT = 11;
const SQLITE_FULL = 13;
const SQLITE_CANTOPEN = 14;
const SQLITE_NOTADB = 26;
const SQLITE_IOERR_WRITE = 778;

function fromSqlite(kind: number, code: number): LedgerFault | undefined {
  // A quota or a file size limit comes as a write error: for the clerk it is a full disk.
  if (kind === SQLITE_FULL || code === SQLITE_IOERR_WRITE) return { code: "disk-full", params: {} };
  if (kind === SQLITE_READONLY || kind === SQLITE_CANTOPEN) return { code: "read-only", params: {} };
  if (kind === SQLITE_BUSY) return { code: "locked", params: {} };
  if (kind === SQLITE_CORRUPT || kind === SQLITE_NOTADB) return { code: "file-damaged", params: {} };
  if (kind === SQLITE_IOERR) return { code: "io", params: { detail: String(code) } };
  return undefined;
}

function fromFileSystem(code: string): LedgerFault | undefined {
  switch (code) {
    case "ENOSPC":
    case "EDQUOT":
    case "EFBIG":
      return { code: "disk-full", params: {} };
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return { code: "read-only", params: {} };
    case "ENOENT":
    case "ENOTDIR":
      return { code: "folder-missing", params: {} };
    case "EIO":
    case "EBUSY":
    case "EMFILE":
    case "ENFILE":
      return { code: "io", params: { detail: code } };
    default:
      return undefined;
  }
}

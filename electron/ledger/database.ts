// The one place that talks to libsql: opens an encrypted file, hands out plain cells, keeps transactions whole.

import Libsql from "libsql";
import { LedgerFailure } from "./failure.ts";

/** What is written. */
export type Value = string | number | null | Uint8Array;

/**
 * What is read: never text. libsql ends the whole process where a text is not UTF-8, which is what one flipped byte
 * makes of it, so every query hands text out as bytes (`text("name")`) and whole numbers as such (`int("payable")`).
 */
export type Cell = number | null | Uint8Array;

/** A text column in a query; null stays null. Read it with `asText`. */
export function text(column: string): string {
  return `CAST(${column} AS BLOB)`;
}

/** A column of whole numbers in a query, whatever the file has become. */
export function int(column: string): string {
  return `CAST(${column} AS INTEGER)`;
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** Throws `file-damaged` where the cell is not the text it should be. */
export function asText(cell: Cell | undefined): string {
  const found = asTextOrNull(cell);
  if (found === null) throw new LedgerFailure("file-damaged");
  return found;
}

export function asTextOrNull(cell: Cell | undefined): string | null {
  if (cell === null) return null;
  if (!(cell instanceof Uint8Array)) throw new LedgerFailure("file-damaged");
  try {
    return utf8.decode(cell);
  } catch (error) {
    throw new LedgerFailure("file-damaged", {}, error);
  }
}

export function asNumber(cell: Cell | undefined): number {
  if (typeof cell !== "number") throw new LedgerFailure("file-damaged");
  return cell;
}

/** Bytes, or none where there are none: no bytes match no hash. */
export function asBytes(cell: Cell | undefined): Uint8Array {
  return cell instanceof Uint8Array ? cell : new Uint8Array(0);
}

/** A connection. Everything is synchronous: the ledger lives in a thread of its own. */
export interface Database {
  exec(sql: string): void;
  /** @returns how many rows changed */
  run(sql: string, ...values: readonly Value[]): number;
  row(sql: string, ...values: readonly Value[]): readonly Cell[] | undefined;
  rows(sql: string, ...values: readonly Value[]): readonly (readonly Cell[])[];
  /** Runs in one write transaction: all of it is on the disk when this returns, or none. */
  write<Answer>(work: () => Answer): Answer;
  /** A statement without a result that is read, or with text that cannot be damaged (PRAGMA). */
  pragma(name: string): string | number | null;
  close(): void;
}

interface LibsqlOptions {
  readonly timeout: number;
  readonly encryptionCipher: "aes256cbc";
  readonly encryptionKey: string;
}

const Connection = Libsql as unknown as new (
  file: string,
  options: LibsqlOptions,
) => {
  exec(sql: string): void;
  prepare(sql: string): Statement;
  readonly inTransaction: boolean;
  close(): void;
};

interface Statement {
  run(values: readonly Value[]): { readonly changes: number };
  get(values: readonly Value[]): readonly Cell[] | undefined;
  all(values: readonly Value[]): readonly (readonly Cell[])[];
  raw(): Statement;
  readonly reader: boolean;
}

/** How long a statement waits for another connection of this program (a backup being written) before it gives up. */
const BUSY_MS = 5000;

/**
 * Opens or creates the file. Nothing is read yet, so a wrong key shows at the first statement (SQLITE_NOTADB).
 * @param key 64 hexadecimal digits
 */
export function openDatabase(file: string, key: string): Database {
  const connection = new Connection(file, { timeout: BUSY_MS, encryptionCipher: "aes256cbc", encryptionKey: key });
  const statements = new Map<string, Statement>();

  function statement(sql: string): Statement {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const prepared = connection.prepare(sql);
    // Rows as arrays: as objects they carry a `_metadata` member that is no column.
    const made = prepared.reader ? prepared.raw() : prepared;
    statements.set(sql, made);
    return made;
  }

  return {
    exec: (sql) => {
      connection.exec(sql);
    },
    run: (sql, ...values) => statement(sql).run(values).changes,
    row: (sql, ...values) => statement(sql).get(values),
    rows: (sql, ...values) => statement(sql).all(values),
    pragma: (name) => {
      const prepared = connection.prepare(`PRAGMA ${name}`);
      if (prepared.reader) return firstCell(prepared.raw().get([]));
      prepared.run([]);
      return null;
    },
    write: (work) => {
      connection.exec("BEGIN IMMEDIATE");
      try {
        const value = work();
        connection.exec("COMMIT");
        return value;
      } catch (error) {
        // A full disk has already ended the transaction by itself.
        if (connection.inTransaction) connection.exec("ROLLBACK");
        throw error;
      }
    },
    close: () => {
      statements.clear();
      connection.close();
    },
  };
}

function firstCell(row: readonly Cell[] | undefined): string | number | null {
  const cell: unknown = row?.[0];
  return typeof cell === "string" || typeof cell === "number" ? cell : null;
}

/**
 * Sets what every connection of the ledger needs. FULL: an acknowledged record survives a power cut, not only a killed
 * program. secure_delete: what is erased for a resident leaves no copy in free pages.
 */
export function configure(database: Database): void {
  database.pragma("journal_mode=WAL");
  database.pragma("synchronous=FULL");
  database.pragma("foreign_keys=ON");
  database.pragma("secure_delete=ON");
  database.pragma("cell_size_check=ON");
  database.pragma("cache_size=-65536");
}

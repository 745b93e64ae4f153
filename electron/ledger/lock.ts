// One program at a time works on a ledger: a lock that the operating system lets go of when its holder dies, however it dies.

import Libsql from "libsql";
import { LedgerFailure } from "./failure.ts";

export interface Lock {
  release(): void;
}

/**
 * Holds a write lock on a file of its own beside the ledger. SQLite's own locking is used because it is the one that
 * works alike on every system and leaves nothing behind; the ledger itself stays readable for backups.
 * Throws `locked` where another program holds it.
 */
export function takeLock(file: string): Lock {
  const connection = new Libsql(file, { timeout: 0 });
  try {
    connection.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    connection.close();
    if ((error as { readonly rawCode?: unknown }).rawCode === 5) throw new LedgerFailure("locked");
    throw error;
  }
  return {
    release: () => {
      connection.exec("ROLLBACK");
      connection.close();
    },
  };
}

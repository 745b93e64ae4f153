// Puts a backup in the ledger's place. What lay there is set aside, never deleted.

import { closeSync, copyFileSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync } from "node:fs";
import path from "node:path";
import { type Backup, checkBackup, copyFile } from "./backup.ts";
import type { Now } from "./clock.ts";
import type { LedgerKeys } from "./keys.ts";
import { takeLock } from "./lock.ts";
import type { Place } from "./place.ts";

export interface Restored {
  readonly backup: Backup;
  /** Where the files that were there lie now; null where there were none. */
  readonly setAside: string | null;
}

/**
 * The ledger has to be closed. It is opened afterwards with an acceptance, which puts the restoration on record and
 * keeps the slip numbers of lost records from being given again. Throws as `checkBackup`; the old files then stay.
 */
export function restoreBackup(
  place: Place,
  keys: LedgerKeys,
  from: Pick<Backup, "folder" | "name">,
  knownSchema: number,
  now: Now,
): Restored {
  const backup = checkBackup(from, keys, knownSchema);
  mkdirSync(place.folder, { recursive: true, mode: 0o700 });
  const lock = takeLock(place.lock);
  try {
    // All of the copy is on this disk before anything moves: a stick may be pulled out at any moment.
    const incoming = `${place.file}.incoming`;
    copyFileSync(copyFile(from), incoming);
    const handle = openSync(incoming, "r+");
    fsyncSync(handle);
    closeSync(handle);
    const setAside = setFilesAside(place, now);
    renameSync(incoming, place.file);
    return { backup, setAside };
  } finally {
    lock.release();
  }
}

/** A folder named by the moment, with the ledger's file and its log. */
export function setFilesAside(place: Place, now: Now): string | null {
  const files = [place.file, `${place.file}-wal`, `${place.file}-shm`].filter((file) => existsSync(file));
  if (files.length === 0) return null;
  const folder = path.join(place.folder, `set-aside-${now.at.slice(0, 19).replaceAll(/[-:T]/g, "")}`);
  mkdirSync(folder, { recursive: true });
  for (const file of files) renameSync(file, path.join(folder, path.basename(file)));
  return folder;
}

// The program's own folder for packs: nobody else may write in it, no link leads out of it, and a file in it is old or new, never half.

import { randomUUID } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import path from "node:path";

export type FolderFault = "folder-unsafe" | "folder-unwritable" | "disk-full";

/** A link in the folder's place, or a folder in which others may write: what lies there may be anybody's. */
export function isSafeFolder(folder: string): boolean {
  try {
    const stat = lstatSync(folder);
    if (!stat.isDirectory()) return false;
    // Windows has neither owner nor mode bits here; its profile folder is the user's own.
    if (process.getuid === undefined) return true;
    return stat.uid === process.getuid() && (stat.mode & 0o022) === 0;
  } catch {
    return false;
  }
}

/** Makes the folder where it is missing. Undefined: it is there and safe. */
export function ensureFolder(folder: string): FolderFault | undefined {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code !== "EEXIST") return code === "ENOSPC" ? "disk-full" : "folder-unwritable";
  }
  return isSafeFolder(folder) ? undefined : "folder-unsafe";
}

/** Undefined: it is on the disk under its name. On a fault nothing has changed. */
export function writeWhole(folder: string, name: string, content: Uint8Array): FolderFault | undefined {
  const fault = ensureFolder(folder);
  if (fault !== undefined) return fault;
  const beside = path.join(folder, `.${name}.${randomUUID().slice(0, 8)}.new`);
  try {
    // "wx": a file or link that somebody laid out under this name is not written through.
    const handle = openSync(beside, "wx", 0o600);
    try {
      for (let at = 0; at < content.length; ) at += writeSync(handle, content, at);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(beside, path.join(folder, name));
    return undefined;
  } catch (error) {
    rmSync(beside, { force: true });
    const code = (error as NodeJS.ErrnoException).code;
    return code === "ENOSPC" || code === "EDQUOT" ? "disk-full" : "folder-unwritable";
  }
}

/** Removes what no name in `kept` stands for: packs no longer needed, and what a kill left half written. */
export function sweep(folder: string, kept: ReadonlySet<string>): void {
  if (!isSafeFolder(folder)) return;
  for (const name of readdirSync(folder))
    if (!kept.has(name)) rmSync(path.join(folder, name), { force: true, recursive: true });
}

/** Whether something bears this name, be it a link that leads nowhere. */
export function existsLink(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
}

// Where the program keeps its data, and how it starts where nothing can be written there: Chromium itself dies of that.

import { accessSync, constants, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { app } from "electron";

/**
 * To be asked before anything else touches the profile. Where the folder cannot be written (a read-only home, a full quota of
 * files), Chromium gets one of its own for this run; what the program itself keeps stays where it belongs, so that settings are
 * still read and the ledger says that it cannot be opened, instead of records going into a folder that is thrown away.
 *
 * @returns the folder of settings, records and drafts
 */
export function settleDataFolder(): string {
  const folder = wantedFolder();
  if (isWritable(folder)) return folder;
  const passing = mkdtempSync(path.join(tmpdir(), "canbao-desk-"));
  app.setPath("userData", passing);
  app.once("quit", () => rmSync(passing, { recursive: true, force: true }));
  return folder;
}

/** Electron itself names no folder where it could not make one. */
function wantedFolder(): string {
  try {
    return app.getPath("userData");
  } catch {
    return path.join(app.getPath("appData"), app.getName());
  }
}

export function isWritable(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

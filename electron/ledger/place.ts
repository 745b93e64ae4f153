// Where a ledger's files lie.

import path from "node:path";

export interface Place {
  /** The folder of the records. */
  readonly folder: string;
  readonly file: string;
  readonly lock: string;
  /** The wrapped data key. */
  readonly key: string;
  /** Lies with the settings, not with the records, so that copying the records' folder back does not take it along. */
  readonly anchor: string;
  /** The automatic backups. */
  readonly backups: string;
}

export function placeIn(folder: string, settingsFolder: string): Place {
  return {
    folder,
    file: path.join(folder, "ledger.db"),
    lock: path.join(folder, "ledger.lock"),
    key: path.join(folder, "ledger.key.json"),
    anchor: path.join(settingsFolder, "ledger-anchor.json"),
    backups: path.join(folder, "backups"),
  };
}

// What goes between the program and the ledger's process.

import type { LedgerFault } from "../../shared/ledger/fault.ts";
import type { Backup } from "./backup.ts";
import type { DeskCall } from "./desk.ts";
import type { OpenOptions } from "./open.ts";
import type { Place } from "./place.ts";

export type OpenRequest = Omit<OpenOptions, "clock" | "steps" | "backUp"> & {
  /** A second process beside the one at the counter, for what takes long; it takes no lock and must not write. */
  readonly aside: boolean;
  /** How many automatic backups to keep. */
  readonly backUpBeforeMigration: number;
};

export type HostRequest = { readonly id: number } & (
  | { readonly kind: "open"; readonly options: OpenRequest }
  | { readonly kind: "close" }
  | { readonly kind: "call"; readonly call: DeskCall; readonly args: readonly unknown[] }
  | {
      readonly kind: "restore";
      readonly place: Place;
      readonly dataKey: Uint8Array;
      readonly from: Pick<Backup, "folder" | "name">;
    }
  | { readonly kind: "check-backup"; readonly dataKey: Uint8Array; readonly from: Pick<Backup, "folder" | "name"> }
);

export type HostAnswer = { readonly id: number } & (
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly fault: LedgerFault }
  /** A bug: where it happened, without what it happened to. */
  | { readonly ok: false; readonly stack: string }
);

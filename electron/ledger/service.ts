// The ledger as the main process sees it: opened with the key, asked through its process, backed up once a day.

import { statSync } from "node:fs";
import type { LedgerFault } from "../../shared/ledger/fault.ts";
import { type Backup, listBackups, wrappedKeyOf } from "./backup.ts";
import { type Clock, systemClock } from "./clock.ts";
import type { Desk, DeskCall } from "./desk.ts";
import { faultOf, LedgerFailure } from "./failure.ts";
import { type HostLink, type HostProcess, type LedgerOutcome, linkHost } from "./host-link.ts";
import type { HostRequest } from "./host-messages.ts";
import type { Acceptance } from "./open.ts";
import { unwrapKey } from "./passphrase.ts";
import type { Place } from "./place.ts";
import { type Restored, setFilesAside } from "./restore.ts";
import { adoptKey, type KeyRing, type OpenVault, openVault, setPassphrase, settleVault } from "./vault.ts";

export interface LedgerServiceOptions {
  readonly place: Place;
  readonly keyRing: KeyRing;
  readonly app: string;
  readonly startHost: () => HostProcess;
  /** How many automatic backups are kept. */
  readonly keep: number;
  readonly clock?: Clock;
}

export interface OpenChoice {
  readonly station: string;
  readonly passphrase?: string;
  /** Goes on although the anchor does not fit, or although a backup was just put back. */
  readonly accept?: Acceptance;
  /** Sets what is there aside and begins anew; needs `accept` for the reason. */
  readonly startNew?: boolean;
}

export type LedgerState =
  | { readonly kind: "closed" }
  | { readonly kind: "fault"; readonly fault: LedgerFault }
  | { readonly kind: "open"; readonly keptBy: OpenVault["keptBy"]; readonly portable: boolean };

/** A day, less an hour: whoever opens at eight every morning gets a backup every morning. */
const BACKUP_AFTER_MS = 23 * 3_600_000;
const CLOSED: LedgerFault = { code: "not-open", params: {} };

export type LedgerService = ReturnType<typeof createLedgerService>;

export function createLedgerService(options: LedgerServiceOptions) {
  const { place } = options;
  const clock = options.clock ?? systemClock;
  let state: LedgerState = { kind: "closed" };
  let link: HostLink | undefined;
  let vault: OpenVault | undefined;
  let station = "01";
  /** One thing at a time: opening, restoring and closing must not overlap. */
  let queue: Promise<unknown> = Promise.resolve();

  function inTurn<Value>(work: () => Promise<LedgerOutcome<Value>>): Promise<LedgerOutcome<Value>> {
    const turn = queue.then(work).catch((error: unknown): LedgerOutcome<Value> => {
      const fault = faultOf(error);
      if (fault === undefined) throw error;
      return { ok: false, error: fault };
    });
    queue = turn.catch(() => undefined);
    return turn;
  }

  function failed<Value>(fault: LedgerFault): LedgerOutcome<Value> {
    state = { kind: "fault", fault };
    return { ok: false, error: fault };
  }

  async function openNow(choice: OpenChoice): Promise<LedgerOutcome<LedgerState>> {
    await link?.end();
    link = undefined;
    station = choice.station;
    if (choice.startNew === true) startAnew(choice);
    // Once unlocked it stays so until the program ends: a passphrase is not asked for again after a fault.
    if (vault === undefined || choice.passphrase !== undefined) {
      try {
        vault = openVault({
          file: place.key,
          keyRing: options.keyRing,
          ledgerExists: (statSync(place.file, { throwIfNoEntry: false })?.size ?? 0) > 0,
          ...(choice.passphrase === undefined ? {} : { passphrase: choice.passphrase }),
        });
      } catch (error) {
        const fault = faultOf(error);
        if (fault === undefined) throw error;
        return failed(fault);
      }
    }
    const host = linkHost(options.startHost(), () => {
      link = undefined;
      state = { kind: "fault", fault: { code: "host-ended", params: {} } };
    });
    const answer = await host.ask<ReturnType<Desk["status"]>>(opening(vault, choice, false));
    if (!answer.ok) {
      await host.end();
      return failed(answer.error);
    }
    link = host;
    settleVault(place.key);
    vault = { ...vault, fresh: false };
    state = { kind: "open", keptBy: vault.keptBy, portable: vault.wrapped !== null };
    return { ok: true, value: state };
  }

  function startAnew(choice: OpenChoice): void {
    if (choice.accept === undefined) throw new LedgerFailure("reason-needed");
    setFilesAside(place, clock());
  }

  function opening(open: OpenVault, choice: OpenChoice, aside: boolean): Omit<HostRequest & { kind: "open" }, "id"> {
    return {
      kind: "open",
      options: {
        place,
        dataKey: open.dataKey,
        mayCreate: !aside && (open.fresh || choice.startNew === true),
        station,
        app: options.app,
        aside,
        backUpBeforeMigration: options.keep,
        ...(choice.accept === undefined ? {} : { accept: choice.accept }),
      },
    };
  }

  /** Work that takes long runs in a process of its own beside the counter's. */
  async function aside<Value>(work: (host: HostLink) => Promise<LedgerOutcome<Value>>): Promise<LedgerOutcome<Value>> {
    if (vault === undefined || link === undefined) return { ok: false, error: CLOSED };
    const host = linkHost(options.startHost());
    try {
      const opened = await host.ask(opening(vault, { station }, true));
      return opened.ok ? await work(host) : opened;
    } finally {
      await host.end();
    }
  }

  return {
    state: (): LedgerState => state,
    station: (): string => station,

    open: (choice: OpenChoice): Promise<LedgerOutcome<LedgerState>> => inTurn(() => openNow(choice)),

    call: <Call extends DeskCall>(
      name: Call,
      ...args: Parameters<Desk[Call]>
    ): Promise<LedgerOutcome<ReturnType<Desk[Call]>>> => {
      if (link !== undefined) return link.call(name, ...args);
      return Promise.resolve({ ok: false, error: state.kind === "fault" ? state.fault : CLOSED });
    },

    /** @param folder null: the automatic backups' folder */
    backUp: (folder: string | null): Promise<LedgerOutcome<Backup>> => {
      const options_ = {
        folder: folder ?? place.backups,
        wrapped: vault?.wrapped ?? null,
        keep: options.keep,
        thorough: folder !== null,
      };
      return aside((host) => host.call("backUp", options_));
    },

    /** Makes the day's automatic backup where the last one is older; resolves to null where none was due. */
    backUpIfDue: async function (): Promise<LedgerOutcome<Backup | null>> {
      const [last] = listBackups(place.backups);
      const due = last === undefined || Math.abs(Date.parse(clock().at) - Date.parse(last.at)) > BACKUP_AFTER_MS;
      return due ? this.backUp(null) : { ok: true, value: null };
    },

    backups: (folder: string | null): readonly Backup[] => listBackups(folder ?? place.backups),

    verify: () => aside((host) => host.call("verify")),

    /** Puts a backup in place and opens it; of another machine with its passphrase. */
    restore: (
      from: Pick<Backup, "folder" | "name">,
      acceptance: Omit<Acceptance, "restored">,
      passphrase: string | undefined,
    ): Promise<LedgerOutcome<Restored>> =>
      inTurn(async () => {
        const wrapped = wrappedKeyOf(from);
        const foreign = passphrase !== undefined && wrapped !== null;
        const dataKey = foreign ? unwrapKey(wrapped, passphrase) : vault?.dataKey;
        if (dataKey === undefined) throw new LedgerFailure("passphrase-needed");
        await link?.end();
        link = undefined;
        state = { kind: "closed" };
        const host = linkHost(options.startHost());
        const restored = await host.ask<Restored>({ kind: "restore", place, dataKey, from });
        await host.end();
        const sameKey = vault !== undefined && Buffer.compare(vault.dataKey, dataKey) === 0;
        if (restored.ok && foreign && !sameKey) {
          adoptKey({ file: place.key, keyRing: options.keyRing }, dataKey, wrapped);
          vault = undefined;
        }
        const accept = restored.ok ? { ...acceptance, restored: true as const } : undefined;
        const opened = await openNow({
          station,
          ...(accept === undefined ? {} : { accept }),
          ...(passphrase === undefined ? {} : { passphrase }),
        });
        return restored.ok && !opened.ok ? opened : restored;
      }),

    setPassphrase: (passphrase: string): Promise<LedgerOutcome<null>> =>
      inTurn(async () => {
        if (vault === undefined) return { ok: false, error: CLOSED };
        vault = { ...vault, wrapped: setPassphrase(place.key, vault.dataKey, passphrase) };
        if (state.kind === "open") state = { ...state, portable: true };
        return { ok: true, value: null };
      }),

    close: (): Promise<LedgerOutcome<null>> =>
      inTurn(async () => {
        await link?.end();
        link = undefined;
        vault = undefined;
        state = { kind: "closed" };
        return { ok: true, value: null };
      }),
  };
}

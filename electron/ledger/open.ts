// Opens a ledger, or says why it must not be worked with: every check that can be made in the time a clerk waits.

import { randomUUID } from "node:crypto";
import { mkdirSync, statSync } from "node:fs";
import type { LedgerFaultCode } from "../../shared/ledger/fault.ts";
import { RecordBody } from "../../shared/ledger/record.ts";
import { type Anchor, type AnchorReading, readAnchor, writeAnchor } from "./anchor.ts";
import { append, type Head, readHead, readRecord } from "./chain.ts";
import type { Clock } from "./clock.ts";
import { configure, type Database, openDatabase } from "./database.ts";
import { LedgerFailure } from "./failure.ts";
import { deriveKeys, type LedgerKeys } from "./keys.ts";
import { type Lock, takeLock } from "./lock.ts";
import type { Place } from "./place.ts";
import { APPLICATION_ID, knownVersion, type Migration, migrate, migrations, schemaVersion } from "./schema.ts";
import { act, anchorOf, type Session } from "./session.ts";
import { FROM_THE_FIRST, leavesRecordsWhole, verifyFrom, verifyNext } from "./verify.ts";

export interface OpenOptions {
  readonly place: Place;
  readonly dataKey: Uint8Array;
  /** True where a ledger may be created: on the first start, or where the clerk asked for a new one. */
  readonly mayCreate: boolean;
  readonly clock: Clock;
  /** Tells this counter's slip numbers from others'. */
  readonly station: string;
  /** Name and version of the program, for the first record. */
  readonly app: string;
  /** The clerk was told of a fault of the anchor and goes on, giving a reason, which becomes a record. */
  readonly accept?: Acceptance;
  readonly steps?: readonly Migration[];
  /** Called before the schema is changed; its throw stops the migration. */
  readonly backUp?: (session: Session) => void;
}

export interface Acceptance {
  readonly clerk: string;
  readonly reason: string;
  /** Set where a backup has just been put back. */
  readonly restored?: true;
}

export interface OpenLedger {
  readonly session: Session;
  close(): void;
}

/** How many of the newest records are looked at before work begins; the whole chain is walked in the background. */
const LOOKED_AT = 64;
const PAGE_BYTES = 4096;

/** Throws a LedgerFailure of the file, the chain or the schema; nothing stays open or locked then. */
export function openLedger(options: OpenOptions): OpenLedger {
  mkdirSync(options.place.folder, { recursive: true, mode: 0o700 });
  const lock = takeLock(options.place.lock);
  try {
    return openLocked(options, lock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** A second connection while the counter's process holds the lock: to copy and to walk, never to write. */
export function openAside(options: OpenOptions): OpenLedger {
  const keys = deriveKeys(options.dataKey);
  checkFile(options.place.file, false);
  const database = openDatabase(options.place.file, keys.database);
  configure(database);
  const session: Session = {
    database,
    keys,
    clock: options.clock,
    anchorFile: options.place.anchor,
    ledgerId: ledgerIdOf(database),
    station: options.station,
  };
  return { session, close: () => database.close() };
}

function openLocked(options: OpenOptions, lock: Lock): OpenLedger {
  const { place } = options;
  const keys = deriveKeys(options.dataKey);
  const reading = readAnchor(place.anchor, keys);
  checkFile(place.file, options.mayCreate);
  const database = openDatabase(place.file, keys.database);
  try {
    const session = ready(options, database, keys, reading);
    return {
      session,
      close: () => {
        database.pragma("wal_checkpoint(TRUNCATE)");
        database.close();
        lock.release();
      },
    };
  } catch (error) {
    database.close();
    throw explainUnreadable(error, reading);
  }
}

/** A file that SQLite would take for a new, empty database is the loss of everything, not a beginning. */
function checkFile(file: string, mayCreate: boolean): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size;
  if (mayCreate) return;
  if (size === undefined) throw new LedgerFailure("file-missing");
  if (size === 0) throw new LedgerFailure("file-empty");
  if (size % PAGE_BYTES !== 0) throw new LedgerFailure("file-truncated", { bytes: size });
}

function ready(options: OpenOptions, database: Database, keys: LedgerKeys, reading: AnchorReading): Session {
  const steps = options.steps ?? migrations;
  const found = schemaVersion(database);
  const known = knownVersion(steps);
  if (found > known) throw new LedgerFailure("schema-newer", { found, known });
  configure(database);
  if (found === 0) {
    if (!options.mayCreate) throw new LedgerFailure("file-empty");
    // An anchor tells of a ledger that was here: a new one begins only for somebody who says why.
    if (reading.kind !== "absent" && options.accept === undefined) throw new LedgerFailure("file-missing");
    create(options, database, keys, steps);
  } else if (Number(database.pragma("application_id")) !== APPLICATION_ID) {
    throw new LedgerFailure("file-damaged");
  }
  const session: Session = {
    database,
    keys,
    clock: options.clock,
    anchorFile: options.place.anchor,
    ledgerId: ledgerIdOf(database),
    station: options.station,
  };
  if (found > 0 && found < known) migrateWithBackup(session, steps, options.backUp);
  checkLength(options.place.file, database);
  lookAtNewest(session);
  const fault = judgeAnchor(session, reading, found === 0);
  if (options.accept !== undefined && (fault !== undefined || options.accept.restored === true)) {
    accept(session, options.accept, fault?.fault.code ?? "restored", reading);
  } else if (fault === undefined) {
    keepUp(session, reading);
  } else {
    throw fault;
  }
  return session;
}

/** All of the first ledger in one transaction: a kill leaves nothing, or a ledger with its first record. */
function create(options: OpenOptions, database: Database, keys: LedgerKeys, steps: readonly Migration[]): void {
  database.write(() => {
    for (const step of steps) step.apply(database);
    database.exec(`PRAGMA application_id=${APPLICATION_ID}`);
    database.exec(`PRAGMA user_version=${knownVersion(steps)}`);
    const now = options.clock();
    append(database, keys, undefined, {
      format: "canbao-record/1",
      kind: "begin",
      seq: 1,
      ...now,
      clerk: "-",
      ledger: randomUUID(),
      app: options.app,
    });
  });
}

function ledgerIdOf(database: Database): string {
  const first = readRecord(database, 1);
  const body = RecordBody.safeParse(first === undefined ? undefined : JSON.parse(first.body));
  if (!body.success || body.data.kind !== "begin") throw new LedgerFailure("record-damaged", { seq: 1 });
  return body.data.ledger;
}

function migrateWithBackup(session: Session, steps: readonly Migration[], backUp: OpenOptions["backUp"]): void {
  backUp?.(session);
  try {
    migrate(session.database, steps);
  } catch (error) {
    throw new LedgerFailure(
      "migration-failed",
      { from: schemaVersion(session.database), to: knownVersion(steps) },
      error,
    );
  }
}

/** SQLite notices missing pages only when it comes to read them. */
function checkLength(file: string, database: Database): void {
  database.pragma("wal_checkpoint(TRUNCATE)");
  const expected = Number(database.pragma("page_count")) * PAGE_BYTES;
  const bytes = statSync(file).size;
  if (bytes < expected) throw new LedgerFailure("file-truncated", { bytes, expected });
}

/** No gap anywhere, and the newest records are what was written. */
function lookAtNewest(session: Session): void {
  const { database, keys } = session;
  const [count, last] = database.row("SELECT count(*), max(seq) FROM record") ?? [];
  const newest = Number(last);
  const start = newest > LOOKED_AT ? verifyFrom(database, newest - LOOKED_AT + 1) : FROM_THE_FIRST;
  const finding = verifyNext(database, keys, start, LOOKED_AT).findings.find((found) => !leavesRecordsWhole(found));
  if (finding?.code === "records-missing")
    throw new LedgerFailure("records-missing", { from: finding.from, through: finding.through });
  if (finding !== undefined) throw new LedgerFailure("record-damaged", { seq: finding.seq });
  if (Number(count) !== newest) throw new LedgerFailure("records-missing", gap(database));
}

function gap(database: Database): { readonly from: number; readonly through: number } {
  const [before, after] = database.row(
    "SELECT a.seq, (SELECT min(b.seq) FROM record b WHERE b.seq > a.seq) FROM record a WHERE NOT EXISTS (SELECT 1 FROM record c WHERE c.seq = a.seq + 1) ORDER BY a.seq LIMIT 1",
  ) ?? [0, 1];
  return { from: Number(before) + 1, through: Number(after) - 1 };
}

function judgeAnchor(session: Session, reading: AnchorReading, created: boolean): LedgerFailure | undefined {
  if (reading.kind === "absent") return created ? undefined : new LedgerFailure("anchor-missing");
  if (created) return new LedgerFailure("file-missing");
  if (reading.kind !== "good") return new LedgerFailure("anchor-damaged");
  const { anchor } = reading;
  const head = readHead(session.database);
  if (anchor.ledger !== session.ledgerId) return new LedgerFailure("history-differs", { seq: 1 });
  if (head === undefined || head.seq < anchor.seq) {
    return new LedgerFailure("rolled-back", { found: head?.seq ?? 0, expected: anchor.seq, since: anchor.at });
  }
  const there = readRecord(session.database, anchor.seq);
  const same = there !== undefined && Buffer.from(there.hash).toString("hex") === anchor.hash;
  return same ? undefined : new LedgerFailure("history-differs", { seq: anchor.seq });
}

/** A kill may have come between a record and its anchor. */
function keepUp(session: Session, reading: AnchorReading): void {
  const head = readHead(session.database);
  if (head === undefined || (reading.kind === "good" && reading.anchor.seq === head.seq)) return;
  writeAnchor(session.anchorFile, session.keys, anchorOf(session, head));
}

function accept(
  session: Session,
  acceptance: Acceptance,
  fault: LedgerFaultCode | "restored",
  reading: AnchorReading,
): void {
  const reason = acceptance.reason.trim();
  if (reason.length < 2) throw new LedgerFailure("reason-needed");
  // Also of a ledger that is no more: its numbers stand on paper.
  const anchor = reading.kind === "good" ? reading.anchor : undefined;
  const head = readHead(session.database);
  act(session, { clerk: acceptance.clerk, acceptClock: true }, (add) => {
    if (anchor?.slips) {
      session.database.run(
        "INSERT INTO counter (day, last) VALUES (?, ?) ON CONFLICT (day) DO UPDATE SET last = max(last, excluded.last)",
        anchor.slips.day,
        anchor.slips.counter,
      );
    }
    add({
      kind: "accept",
      fault: acceptance.restored === true ? "restored" : fault,
      reason,
      lost: lostRecords(anchor, head, session.ledgerId),
      counterFloor: anchor?.slips ?? null,
    });
  });
}

function lostRecords(
  anchor: Anchor | undefined,
  head: Head | undefined,
  ledger: string,
): { readonly from: number; readonly through: number } | null {
  if (anchor === undefined) return null;
  const kept = anchor.ledger === ledger ? (head?.seq ?? 0) : 0;
  return anchor.seq > kept ? { from: kept + 1, through: anchor.seq } : null;
}

/** "Not a database" is what a wrong key and a damaged first page have in common; the anchor's seal tells them apart. */
function explainUnreadable(error: unknown, reading: AnchorReading): unknown {
  const { rawCode } = error as { readonly rawCode?: unknown };
  if (rawCode !== 26) return error;
  return new LedgerFailure(reading.kind === "good" ? "file-damaged" : "wrong-key", {}, error);
}

// The chain over the records: every hash takes in the one before it, so that a change, a swap or a gap shows.

import { canonicalJson } from "../../shared/ledger/canonical.ts";
import type { RecordBody } from "../../shared/ledger/record.ts";
import { asBytes, asNumber, asText, type Cell, type Database, text } from "./database.ts";
import { type LedgerKeys, sha256 } from "./keys.ts";

/** The newest record. */
export interface Head {
  readonly seq: number;
  readonly hash: Uint8Array;
  readonly at: string;
  readonly day: string;
}

export interface StoredRecord {
  readonly seq: number;
  readonly kind: string;
  readonly day: string;
  readonly at: string;
  readonly body: string;
  readonly hash: Uint8Array;
  readonly seal: Uint8Array;
}

const COLUMNS = "seq, kind, day, at, body, hash, seal";
const READ = ["seq", text("kind"), text("day"), text("at"), text("body"), text("hash"), text("seal")].join(", ");

/** What the first record follows: nothing. */
export const BEFORE_FIRST: Uint8Array = new Uint8Array(32);

export function linkHash(previous: Uint8Array, body: string): Buffer {
  return sha256("canbao-record/1\n", previous, "\n", body);
}

/** Writes the next record. Only inside a write transaction. */
export function append(database: Database, keys: LedgerKeys, head: Head | undefined, body: RecordBody): Head {
  const spelled = canonicalJson(body);
  const hash = linkHash(head?.hash ?? BEFORE_FIRST, spelled);
  database.run(
    `INSERT INTO record (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    body.seq,
    body.kind,
    body.day,
    body.at,
    spelled,
    hash,
    keys.seal(hash),
  );
  return { seq: body.seq, hash, at: body.at, day: body.day };
}

export function readHead(database: Database): Head | undefined {
  const row = database.row(
    `SELECT seq, ${text("hash")}, ${text("at")}, ${text("day")} FROM record ORDER BY seq DESC LIMIT 1`,
  );
  return row === undefined
    ? undefined
    : { seq: asNumber(row[0]), hash: asBytes(row[1]), at: asText(row[2]), day: asText(row[3]) };
}

export function readRecord(database: Database, seq: number): StoredRecord | undefined {
  const row = database.row(`SELECT ${READ} FROM record WHERE seq = ?`, seq);
  return row === undefined ? undefined : stored(row);
}

/** The records from `seq` on, in their order. */
export function readRecords(database: Database, seq: number, count: number): readonly StoredRecord[] {
  return database.rows(`SELECT ${READ} FROM record WHERE seq >= ? ORDER BY seq LIMIT ?`, seq, count).map(stored);
}

function stored(row: readonly Cell[]): StoredRecord {
  return {
    seq: asNumber(row[0]),
    kind: readable(row[1]),
    day: readable(row[2]),
    at: readable(row[3]),
    body: readable(row[4]),
    hash: asBytes(row[5]),
    seal: asBytes(row[6]),
  };
}

/** Bytes that are no text become text that fits no hash: the walk then says which record is damaged and goes on. */
function readable(cell: Cell | undefined): string {
  return Buffer.from(asBytes(cell)).toString("utf8");
}

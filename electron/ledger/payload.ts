// The parts of a slip that name people: salted, hashed into the record's body, compressed, and each droppable without breaking the chain.

import { randomBytes } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { canonicalJson } from "../../shared/ledger/canonical.ts";
import { asBytes, type Database, text } from "./database.ts";
import { LedgerFailure } from "./failure.ts";
import { sha256 } from "./keys.ts";

export interface SealedPayload {
  readonly salt: Uint8Array;
  readonly data: Uint8Array;
  /** Hexadecimal; goes into the record's body. */
  readonly hash: string;
}

/** Where the printed document lies; the residents lie at 0, 1, 2 … */
export const DOCUMENT_PLACE = 99;

const SALT_BYTES = 16;
/** A full trace is a hundredth of this; a damaged length must not fill the memory. */
const LARGEST = 4 * 1024 * 1024;

/** The salt keeps the hash that stays from telling who it was: names and ID numbers could be tried out otherwise. */
export function sealPayload(content: unknown): SealedPayload {
  const salt = randomBytes(SALT_BYTES);
  const spelled = canonicalJson(content);
  return { salt, data: deflateRawSync(spelled), hash: payloadHash(salt, spelled) };
}

export function keepPayload(database: Database, seq: number, place: number, sealed: SealedPayload): void {
  database.run(
    "INSERT INTO payload (id, seq, place, salt, data) VALUES (?, ?, ?, ?, ?)",
    seq * 100 + place,
    seq,
    place,
    sealed.salt,
    sealed.data,
  );
}

/** The content; undefined where it was erased or purged. Throws `record-damaged` where it is not what was written. */
export function readPayload(database: Database, seq: number, place: number, hash: string): unknown {
  const sql = `SELECT ${text("salt")}, ${text("data")} FROM payload WHERE id = ?`;
  const row = database.row(sql, seq * 100 + place);
  if (row === undefined) return undefined;
  const content = openPayload(asBytes(row[0]), asBytes(row[1]), hash);
  if (content === undefined) throw new LedgerFailure("record-damaged", { seq });
  return JSON.parse(content);
}

/** The canonical text, or undefined where it does not fit the hash. */
export function openPayload(salt: Uint8Array, data: Uint8Array, hash: string): string | undefined {
  let spelled: string;
  try {
    spelled = inflateRawSync(data, { maxOutputLength: LARGEST }).toString("utf8");
  } catch {
    return undefined;
  }
  return payloadHash(salt, spelled) === hash ? spelled : undefined;
}

function payloadHash(salt: Uint8Array, spelled: string): string {
  return sha256("canbao-payload/1\n", salt, "\n", spelled).toString("hex");
}

// The part of a slip that names people: salted, hashed into the record's body, compressed, and droppable without breaking the chain.

import { randomBytes } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { canonicalJson } from "../../shared/ledger/canonical.ts";
import { SlipPayload } from "../../shared/ledger/record.ts";
import { asBytes, type Database, text as textOf } from "./database.ts";
import { LedgerFailure } from "./failure.ts";
import { sha256 } from "./keys.ts";

export interface SealedPayload {
  readonly salt: Uint8Array;
  readonly data: Uint8Array;
  /** Hexadecimal; goes into the record's body. */
  readonly hash: string;
}

const SALT_BYTES = 16;
export const SELECT_PAYLOAD = `SELECT ${textOf("salt")}, ${textOf("data")} FROM payload WHERE seq = ?`;
/** A slip of twenty people with full traces is a tenth of this; a damaged length must not fill the memory. */
const LARGEST = 16 * 1024 * 1024;

/** The salt keeps the hash that stays from telling who it was: names and ID numbers could be tried out otherwise. */
export function sealPayload(payload: SlipPayload): SealedPayload {
  const salt = randomBytes(SALT_BYTES);
  const text = canonicalJson(payload);
  return { salt, data: deflateRawSync(text), hash: payloadHash(salt, text) };
}

/** The payload of a slip; undefined where it was erased or purged. Throws `record-damaged` where it is not what was written. */
export function readPayload(database: Database, seq: number, hash: string): SlipPayload | undefined {
  const row = database.row(SELECT_PAYLOAD, seq);
  if (row === undefined) return undefined;
  const text = openPayload(asBytes(row[0]), asBytes(row[1]), hash);
  if (text === undefined) throw new LedgerFailure("record-damaged", { seq });
  return SlipPayload.parse(JSON.parse(text));
}

/** The canonical text, or undefined where it does not fit the hash. */
export function openPayload(salt: Uint8Array, data: Uint8Array, hash: string): string | undefined {
  let text: string;
  try {
    text = inflateRawSync(data, { maxOutputLength: LARGEST }).toString("utf8");
  } catch {
    return undefined;
  }
  return payloadHash(salt, text) === hash ? text : undefined;
}

function payloadHash(salt: Uint8Array, text: string): string {
  return sha256("canbao-payload/1\n", salt, "\n", text).toString("hex");
}

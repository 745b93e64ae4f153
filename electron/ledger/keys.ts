// From the one data key to the keys for each use, so that none of them gives away another.

import { createHash, createHmac, hkdfSync } from "node:crypto";

export const KEY_BYTES = 32;

export interface LedgerKeys {
  /** 64 hexadecimal digits for the database's pages. */
  readonly database: string;
  /** Seals a record's hash: whoever can write the file but has not the key cannot make a record. */
  seal(hash: Uint8Array): Buffer;
  /** Seals the anchor and a backup's description. */
  sealText(purpose: "anchor" | "backup", text: string): string;
  /** Signs what a slip's QR code holds. */
  sign(text: string): Buffer;
}

/** @param dataKey 32 random bytes */
export function deriveKeys(dataKey: Uint8Array): LedgerKeys {
  if (dataKey.byteLength !== KEY_BYTES) throw new RangeError("a data key has 32 bytes");
  const derive = (purpose: string) => Buffer.from(hkdfSync("sha256", dataKey, "canbao-ledger/1", purpose, KEY_BYTES));
  const recordKey = derive("record");
  const slipKey = derive("slip-code");
  const textKeys = { anchor: derive("anchor"), backup: derive("backup") };
  return {
    database: derive("database").toString("hex"),
    seal: (hash) => createHmac("sha256", recordKey).update(hash).digest(),
    sealText: (purpose, text) => createHmac("sha256", textKeys[purpose]).update(text).digest("hex"),
    sign: (text) => createHmac("sha256", slipKey).update(text).digest(),
  };
}

export function sha256(...parts: readonly (string | Uint8Array)[]): Buffer {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
}

// Wraps the data key with a passphrase, for machines without a keyring and for backups that leave the machine.

import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from "node:crypto";
import { z } from "zod";
import { LedgerFailure } from "./failure.ts";
import { KEY_BYTES } from "./keys.ts";

const Base64 = z.base64();

export const WrappedKey = z.strictObject({
  kdf: z.literal("scrypt"),
  /** The costs are kept with the key, so that they can rise without locking anybody out; the upper bounds keep a forged file from filling the memory. */
  n: z
    .int()
    .min(2 ** 14)
    .max(2 ** 20),
  r: z.int().min(8).max(16),
  p: z.int().min(1).max(4),
  salt: Base64,
  iv: Base64,
  tag: Base64,
  wrapped: Base64,
});
export type WrappedKey = z.infer<typeof WrappedKey>;

/** 128 MB and about a third of a second on an office machine: the file may be stolen and guessed at elsewhere. */
const COST = { n: 2 ** 17, r: 8, p: 1 } as const;
export const SHORTEST_PASSPHRASE = 10;

/** Throws `passphrase-weak` where it is too short. */
export function wrapKey(
  dataKey: Uint8Array,
  passphrase: string,
  cost: { n: number; r: number; p: number } = COST,
): WrappedKey {
  if (Array.from(passphrase.normalize("NFKC")).length < SHORTEST_PASSPHRASE) {
    throw new LedgerFailure("passphrase-weak", { shortest: SHORTEST_PASSPHRASE });
  }
  const salt = randomBytes(16);
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", stretch(passphrase, salt, cost), iv);
  const wrapped = Buffer.concat([cipher.update(dataKey), cipher.final()]);
  return {
    kdf: "scrypt",
    ...cost,
    salt: salt.toString("base64"),
    iv: iv.toString("base64"),
    tag: cipher.getAuthTag().toString("base64"),
    wrapped: wrapped.toString("base64"),
  };
}

/** Throws `passphrase-wrong`; a damaged wrapping cannot be told from a wrong passphrase. */
export function unwrapKey(key: WrappedKey, passphrase: string): Buffer {
  const decipher = createDecipheriv(
    "aes-256-gcm",
    stretch(passphrase, Buffer.from(key.salt, "base64"), key),
    Buffer.from(key.iv, "base64"),
    {
      authTagLength: 16,
    },
  );
  try {
    decipher.setAuthTag(Buffer.from(key.tag, "base64"));
    const dataKey = Buffer.concat([decipher.update(Buffer.from(key.wrapped, "base64")), decipher.final()]);
    if (dataKey.byteLength === KEY_BYTES) return dataKey;
  } catch {
    // Told below: the tag did not fit.
  }
  throw new LedgerFailure("passphrase-wrong");
}

function stretch(
  passphrase: string,
  salt: Uint8Array,
  cost: { readonly n: number; readonly r: number; readonly p: number },
): Buffer {
  const { n, r, p } = cost;
  return scryptSync(passphrase.normalize("NFKC"), salt, KEY_BYTES, { N: n, r, p, maxmem: 256 * n * r });
}

// A signing key as a file: sealed by a passphrase, readable by its owner only, never written over another.

import { closeSync, fsyncSync, openSync, writeSync } from "node:fs";
import { z } from "zod";
import { type Endorsement, KEY_LENGTH, MOST_ENDORSEMENTS, SIGNATURE_LENGTH } from "../../shared/packs/envelope.ts";
import { replaceFile } from "../ledger/anchor.ts";
import { LedgerFailure } from "../ledger/failure.ts";
import { unwrapKey, WrappedKey, wrapKey } from "../ledger/passphrase.ts";
import { readBytes } from "./read-bytes.ts";
import { endorse, newSeed, type Signer, signerOf } from "./signing.ts";

const Hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${2 * bytes}}$`));

const KeyFile = z.strictObject({
  format: z.literal("canbao-signing-key/1"),
  /** In hexadecimal digits; what the unlocked key has to give. */
  publicKey: Hex(KEY_LENGTH),
  sealed: WrappedKey,
  /** Earlier keys that vouch for this one, oldest first: they go into every pack that it signs. */
  endorsements: z
    .array(z.strictObject({ key: Hex(KEY_LENGTH), signature: Hex(SIGNATURE_LENGTH) }))
    .max(MOST_ENDORSEMENTS),
});
type KeyFile = z.infer<typeof KeyFile>;

export interface SigningKey {
  readonly signer: Signer;
  readonly endorsements: readonly Endorsement[];
}

export type KeyFileFault =
  | "passphrase-weak"
  | "passphrase-wrong"
  | "key-file-exists"
  | "key-file-unwritable"
  | "key-file-unreadable";

export type Unlocked =
  | { readonly ok: true; readonly key: SigningKey }
  | { readonly ok: false; readonly code: KeyFileFault };

const LARGEST_KEY_FILE = 16 * 1024;

/** Makes a key and keeps it under `file`, which must not exist. */
export function createKeyFile(file: string, passphrase: string): Unlocked {
  const seed = newSeed();
  const signer = signerOf(seed);
  let sealed: WrappedKey;
  try {
    sealed = wrapKey(seed, passphrase);
  } catch (error) {
    if (error instanceof LedgerFailure) return { ok: false, code: "passphrase-weak" };
    throw error;
  }
  const content: KeyFile = {
    format: "canbao-signing-key/1",
    publicKey: hex(signer.publicKey),
    sealed,
    endorsements: [],
  };
  try {
    // "wx": a key that is written over is a key that is lost.
    const handle = openSync(file, "wx", 0o600);
    try {
      writeSync(handle, textOf(content));
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    const exists = (error as NodeJS.ErrnoException).code === "EEXIST";
    return { ok: false, code: exists ? "key-file-exists" : "key-file-unwritable" };
  }
  return { ok: true, key: { signer, endorsements: [] } };
}

/** Takes a few hundred milliseconds: the passphrase is stretched. */
export function unlockKeyFile(file: string, passphrase: string): Unlocked {
  const kept = readKeyFile(file);
  if (kept === undefined) return { ok: false, code: "key-file-unreadable" };
  try {
    const signer = signerOf(unwrapKey(kept.sealed, passphrase));
    if (hex(signer.publicKey) !== kept.publicKey) return { ok: false, code: "key-file-unreadable" };
    const endorsements = kept.endorsements.map(({ key, signature }) => ({
      key: bytes(key),
      signature: bytes(signature),
    }));
    return { ok: true, key: { signer, endorsements } };
  } catch (error) {
    if (error instanceof LedgerFailure) return { ok: false, code: "passphrase-wrong" };
    throw error;
  }
}

/** Rotation: `old` vouches for the key in `file`, which from then on carries that word. No passphrase of the new key is needed. */
export function endorseKeyFile(file: string, old: SigningKey): KeyFileFault | undefined {
  const next = readKeyFile(file);
  if (next === undefined) return "key-file-unreadable";
  const chain = [
    ...old.endorsements,
    { key: old.signer.publicKey, signature: endorse(old.signer, bytes(next.publicKey)) },
  ].slice(-MOST_ENDORSEMENTS);
  const endorsements = chain.map(({ key, signature }) => ({ key: hex(key), signature: hex(signature) }));
  try {
    replaceFile(file, textOf({ ...next, endorsements }));
    return undefined;
  } catch {
    return "key-file-unwritable";
  }
}

/** The public half, for which no passphrase is needed. */
export function publicKeyOf(file: string): Uint8Array | undefined {
  const kept = readKeyFile(file);
  return kept === undefined ? undefined : bytes(kept.publicKey);
}

function readKeyFile(file: string): KeyFile | undefined {
  const read = readBytes(file, LARGEST_KEY_FILE);
  if (!read.ok) return undefined;
  try {
    return KeyFile.safeParse(JSON.parse(read.bytes.toString("utf8"))).data;
  } catch {
    return undefined;
  }
}

function textOf(content: KeyFile): string {
  return `${JSON.stringify(content, null, 2)}\n`;
}

function hex(from: Uint8Array): string {
  return Buffer.from(from).toString("hex");
}

function bytes(text: string): Buffer {
  return Buffer.from(text, "hex");
}

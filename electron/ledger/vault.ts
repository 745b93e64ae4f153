// Keeps the data key: sealed by the operating system where it has a keyring, wrapped by a passphrase where not; never in clear.

import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { replaceFile } from "./anchor.ts";
import { LedgerFailure } from "./failure.ts";
import { KEY_BYTES } from "./keys.ts";
import { unwrapKey, WrappedKey, wrapKey } from "./passphrase.ts";

/** What the operating system offers: Electron's `safeStorage`, or a stand-in in tests. */
export interface KeyRing {
  /** False where there is no keyring, or only one that keeps its secret in clear. */
  available(): boolean;
  seal(text: string): Uint8Array;
  /** Throws where it was sealed by another user or machine. */
  open(sealed: Uint8Array): string;
}

const KeyFile = z.strictObject({
  format: z.literal("canbao-key/1"),
  /** True until the first ledger is whole: only then may an absent ledger be created without asking. */
  pending: z.boolean(),
  sealed: z.base64().nullable(),
  wrapped: WrappedKey.nullable(),
});
type KeyFile = z.infer<typeof KeyFile>;

export interface OpenVault {
  readonly dataKey: Uint8Array;
  /** No ledger was ever completed with this key. */
  readonly fresh: boolean;
  readonly keptBy: "keyring" | "passphrase";
  /** What a backup takes along so that another machine can open it; null where no passphrase was ever set. */
  readonly wrapped: WrappedKey | null;
}

export interface VaultOptions {
  readonly file: string;
  readonly keyRing: KeyRing;
  /** What the clerk typed, where asked. */
  readonly passphrase?: string;
  /** A ledger lies there: then a missing key file is a fault, not a first start. */
  readonly ledgerExists: boolean;
}

/**
 * Throws `passphrase-unset` where one has to be chosen first, `passphrase-needed`, `passphrase-wrong`, `passphrase-weak`,
 * `key-missing`, `key-unreadable`.
 */
export function openVault(options: VaultOptions): OpenVault {
  const kept = readKeyFile(options.file);
  if (kept !== undefined) return unlock(kept, options);
  if (options.ledgerExists) throw new LedgerFailure("key-missing");
  return create(options);
}

/** Says that the ledger is there: from now on its absence is a fault. */
export function settleVault(file: string): void {
  const kept = readKeyFile(file);
  if (kept?.pending === true) writeKeyFile(file, { ...kept, pending: false });
}

/** Sets or changes the passphrase, under which backups can be opened elsewhere and a lost keyring replaced. */
export function setPassphrase(file: string, dataKey: Uint8Array, passphrase: string): WrappedKey {
  const kept = readKeyFile(file);
  if (kept === undefined) throw new LedgerFailure("key-missing");
  const wrapped = wrapKey(dataKey, passphrase);
  writeKeyFile(file, { ...kept, wrapped });
  return wrapped;
}

/** Takes over the key of a backup from another machine; the old key file is the caller's to set aside. */
export function adoptKey(options: Omit<VaultOptions, "ledgerExists">, dataKey: Uint8Array, wrapped: WrappedKey): void {
  const sealed = options.keyRing.available() ? sealWith(options.keyRing, dataKey) : null;
  writeKeyFile(options.file, { format: "canbao-key/1", pending: false, sealed, wrapped });
}

function create({ file, keyRing, passphrase }: VaultOptions): OpenVault {
  const dataKey = randomBytes(KEY_BYTES);
  if (keyRing.available()) {
    writeKeyFile(file, { format: "canbao-key/1", pending: true, sealed: sealWith(keyRing, dataKey), wrapped: null });
    return { dataKey, fresh: true, keptBy: "keyring", wrapped: null };
  }
  if (passphrase === undefined) throw new LedgerFailure("passphrase-unset");
  const wrapped = wrapKey(dataKey, passphrase);
  writeKeyFile(file, { format: "canbao-key/1", pending: true, sealed: null, wrapped });
  return { dataKey, fresh: true, keptBy: "passphrase", wrapped };
}

function unlock(kept: KeyFile, { file, keyRing, passphrase }: VaultOptions): OpenVault {
  const { wrapped, pending: fresh } = kept;
  const fromRing = kept.sealed !== null && keyRing.available() ? unseal(keyRing, kept.sealed) : undefined;
  if (fromRing !== undefined) return { dataKey: fromRing, fresh, keptBy: "keyring", wrapped };
  if (wrapped === null) throw new LedgerFailure("key-unreadable");
  if (passphrase === undefined) throw new LedgerFailure("passphrase-needed");
  const dataKey = unwrapKey(wrapped, passphrase);
  if (keyRing.available()) writeKeyFile(file, { ...kept, sealed: sealWith(keyRing, dataKey) });
  return { dataKey, fresh, keptBy: keyRing.available() ? "keyring" : "passphrase", wrapped };
}

function sealWith(keyRing: KeyRing, dataKey: Uint8Array): string {
  return Buffer.from(keyRing.seal(Buffer.from(dataKey).toString("base64"))).toString("base64");
}

function unseal(keyRing: KeyRing, sealed: string): Uint8Array | undefined {
  try {
    const dataKey = Buffer.from(keyRing.open(Buffer.from(sealed, "base64")), "base64");
    return dataKey.byteLength === KEY_BYTES ? dataKey : undefined;
  } catch {
    // Another user, another machine, a keyring made anew: the passphrase has to help.
    return undefined;
  }
}

function readKeyFile(file: string): KeyFile | undefined {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
  const parsed = KeyFile.safeParse(parseJson(text));
  if (!parsed.success) throw new LedgerFailure("key-unreadable");
  return parsed.data;
}

function writeKeyFile(file: string, content: KeyFile): void {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  replaceFile(file, `${JSON.stringify(content, null, 2)}\n`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

// trust.json: whom this counter trusts, sealed where the system has a keyring. Read each time: it is small, and it is the truth.

import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import path from "node:path";
import { z } from "zod";
import { canonicalJson } from "../../shared/ledger/canonical.ts";
import { NO_TRUST, TrustState, type TrustStateData } from "../../shared/packs/trust.ts";
import type { KeyRing } from "../ledger/vault.ts";
import { existsLink, type FolderFault, isSafeFolder, writeWhole } from "./own-folder.ts";
import { readBytes } from "./read-bytes.ts";

export const TRUST_FILE = "trust.json";
/** Thousands of acts fit in. */
const LARGEST = 4 * 1024 * 1024;

const TrustFile = z.strictObject({
  state: TrustState,
  /** The key of the seal, itself sealed by the keyring, and the seal over the state; null on a machine without a keyring. */
  seal: z.strictObject({ key: z.base64(), mac: z.string().regex(/^[0-9a-f]{64}$/) }).nullable(),
});

export type TrustReading =
  /** `unchecked`: it bears a seal, and there is no keyring here to look at it. */
  | { readonly kind: "good"; readonly state: TrustStateData; readonly sealed: boolean; readonly unchecked: boolean }
  /** Fits no seal of this machine, or bears none where one could be: somebody else wrote it, or it came from elsewhere. */
  | { readonly kind: "not-ours"; readonly state: TrustStateData }
  | { readonly kind: "damaged" }
  /** It is there and cannot be read, or lies where others may write. */
  | { readonly kind: "unsafe" };

export function readTrust(folder: string, keyRing: KeyRing | null): TrustReading {
  if (!existsLink(folder) || (isSafeFolder(folder) && !existsLink(path.join(folder, TRUST_FILE))))
    return { kind: "good", state: NO_TRUST, sealed: false, unchecked: false };
  if (!isSafeFolder(folder)) return { kind: "unsafe" };
  const read = readBytes(path.join(folder, TRUST_FILE), LARGEST, true);
  if (!read.ok) return { kind: "unsafe" };
  const parsed = TrustFile.safeParse(parseJson(read.bytes));
  if (!parsed.success) return { kind: "damaged" };
  const { state, seal } = parsed.data;
  if (keyRing?.available() !== true) return { kind: "good", state, sealed: false, unchecked: seal !== null };
  return seal !== null && isOurs(state, seal, keyRing)
    ? { kind: "good", state, sealed: true, unchecked: false }
    : { kind: "not-ours", state };
}

/** Undefined: it is written. On a fault the file is what it was. */
export function writeTrust(folder: string, state: TrustStateData, keyRing: KeyRing | null): FolderFault | undefined {
  const content = { state, seal: keyRing?.available() === true ? sealOf(state, keyRing) : null };
  return writeWhole(folder, TRUST_FILE, Buffer.from(`${JSON.stringify(content, null, 2)}\n`));
}

function sealOf(state: TrustStateData, keyRing: KeyRing): { readonly key: string; readonly mac: string } {
  const key = randomBytes(32).toString("base64");
  return { key: Buffer.from(keyRing.seal(key)).toString("base64"), mac: macOf(state, key) };
}

function isOurs(
  state: TrustStateData,
  seal: { readonly key: string; readonly mac: string },
  keyRing: KeyRing,
): boolean {
  try {
    const key = keyRing.open(Buffer.from(seal.key, "base64"));
    return timingSafeEqual(Buffer.from(macOf(state, key), "hex"), Buffer.from(seal.mac, "hex"));
  } catch {
    // Sealed by another user or machine.
    return false;
  }
}

function macOf(state: TrustStateData, key: string): string {
  return createHmac("sha256", Buffer.from(key, "base64"))
    .update("canbao-trust/1\n")
    .update(canonicalJson(state))
    .digest("hex");
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    return undefined;
  }
}

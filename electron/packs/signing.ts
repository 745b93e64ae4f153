// Ed25519 with Node's own cryptography, keys as 32 plain bytes: the same on Electron (BoringSSL) and on Node (OpenSSL).

import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from "node:crypto";
import { KEY_LENGTH, rotationStatement, SIGNATURE_LENGTH } from "../../shared/packs/envelope.ts";
import { fingerprintGroups } from "../../shared/packs/fingerprint.ts";

// What stands before the 32 bytes in DER (RFC 8410): both libraries read it, and nothing has to be parsed by us.
const PUBLIC_PREFIX = Buffer.from("302a300506032b6570032100", "hex");
const PRIVATE_PREFIX = Buffer.from("302e020100300506032b657004220420", "hex");

/** Whoever can sign: `seed` never leaves the process that unlocked it. */
export interface Signer {
  readonly publicKey: Uint8Array;
  sign(bytes: Uint8Array): Uint8Array;
}

export function newSeed(): Uint8Array {
  const der = generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "der" });
  return der.subarray(der.length - KEY_LENGTH);
}

export function signerOf(seed: Uint8Array): Signer {
  const key = createPrivateKey({ key: Buffer.concat([PRIVATE_PREFIX, seed]), format: "der", type: "pkcs8" });
  const der = createPublicKey(key).export({ type: "spki", format: "der" });
  return { publicKey: der.subarray(der.length - KEY_LENGTH), sign: (bytes) => sign(null, bytes, key) };
}

/** False for whatever is no signature of `publicKey` over exactly these bytes. Never throws. */
export function isSignedBy(publicKey: Uint8Array, bytes: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== KEY_LENGTH || signature.length !== SIGNATURE_LENGTH) return false;
  try {
    const key = createPublicKey({ key: Buffer.concat([PUBLIC_PREFIX, publicKey]), format: "der", type: "spki" });
    return verify(null, bytes, key, signature);
  } catch {
    // Bytes that are no point of the curve.
    return false;
  }
}

/** The old key names its successor; see `rotationStatement`. */
export function endorse(old: Signer, next: Uint8Array): Uint8Array {
  return old.sign(rotationStatement(old.publicKey, next));
}

/** A key's name in manifests and in the list of trusted keys: SHA-256 in hexadecimal digits. */
export function keyId(publicKey: Uint8Array): string {
  return digest(publicKey).toString("hex");
}

export function fingerprintOf(publicKey: Uint8Array): readonly string[] {
  return fingerprintGroups(digest(publicKey));
}

function digest(publicKey: Uint8Array): Buffer {
  return createHash("sha256").update("canbao-key/1\n").update(publicKey).digest();
}

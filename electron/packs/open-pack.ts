// From bytes to a pack, in the order that trusts least: size, layout, signature; then the manifest; then every part by its hash.

import { createHash } from "node:crypto";
import { type Envelope, rotationStatement, takeApart } from "../../shared/packs/envelope.ts";
import { MANIFEST_FORMAT, Manifest, type ManifestData } from "../../shared/packs/manifest.ts";
import { type Refusal, refuse } from "../../shared/packs/refusal.ts";
import type { Voucher } from "../../shared/packs/trust.ts";
import { pathText } from "../../shared/rules/fault.ts";
import { shapeWords } from "../../shared/rules/shape-words.ts";
import { parseStrictJson } from "../policies/strict-json.ts";
import { isSignedBy, keyId } from "./signing.ts";

export type Judged<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal };

/** Signed by the key that it names. Whether that key is trusted is another question, and nothing in it has been read. */
export interface SignedPack {
  readonly envelope: Envelope;
  readonly signer: { readonly id: string; readonly publicKey: string };
  readonly chain: readonly Voucher[];
  /** SHA-256 of the whole file. */
  readonly hash: string;
}

export interface OpenedPack extends SignedPack {
  readonly manifest: ManifestData;
  readonly parts: ReadonlyMap<string, Buffer>;
}

/** Size, layout, signature. */
export function verifySignature(bytes: Uint8Array): Judged<SignedPack> {
  const taken = takeApart(bytes);
  if (!taken.ok) return refuse(taken.code);
  const { envelope } = taken;
  if (!isSignedBy(envelope.key, envelope.signed, envelope.signature)) return refuse("bad-signature");
  const keys = [...envelope.endorsements.map(({ key }) => key), envelope.key];
  const chain = envelope.endorsements.map(({ key, signature }, at) => ({
    id: keyId(key),
    publicKey: hex(key),
    vouches: isSignedBy(key, rotationStatement(key, keys[at + 1] ?? envelope.key), signature),
  }));
  const signer = { id: keyId(envelope.key), publicKey: hex(envelope.key) };
  return { ok: true, value: { envelope, signer, chain, hash: sha256(bytes) } };
}

/** The manifest and the parts that it signs for; no part missing, none left over, none another. */
export function openContent(pack: SignedPack): Judged<OpenedPack> {
  const { envelope, signer } = pack;
  const read = parseStrictJson(Buffer.from(envelope.manifest), "manifest");
  if (!read.ok) return refuse("manifest-faulty", {}, read.faults);
  const parsed = Manifest.safeParse(read.value, { error: shapeWords });
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => ({
      file: "manifest",
      path: pathText(path),
      message,
    }));
    return refuse("manifest-faulty", { format: MANIFEST_FORMAT }, faults);
  }
  const manifest: ManifestData = parsed.data;
  if (manifest.key !== signer.id) return refuse("manifest-key");
  const parts = new Map<string, Buffer>();
  let at = 0;
  for (const { path, size, sha256: expected } of manifest.contents) {
    const part = Buffer.from(envelope.content.subarray(at, at + size));
    if (part.length !== size || sha256(part) !== expected) return refuse("mixed-parts", { path });
    parts.set(path, part);
    at += size;
  }
  if (at !== envelope.content.length) return refuse("mixed-parts", { path: "" });
  return { ok: true, value: { ...pack, manifest, parts } };
}

export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}

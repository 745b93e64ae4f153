// A rule pack (规则包) as bytes: everything that is judged before parsing lies in fixed places. Layout only, no cryptography.

/** A pack of every province's rule sets for several years stays far below; a larger file is not looked at. */
export const LARGEST_PACK = 8 * 1024 * 1024;
export const LARGEST_MANIFEST = 256 * 1024;
/** A counter that slept through several changes of key still finds the way to the newest one. */
export const MOST_ENDORSEMENTS = 4;

export const KEY_LENGTH = 32;
export const SIGNATURE_LENGTH = 64;
const LAYOUT = 1;
const MAGIC = "CANBAOPK";
const HEAD = 24 + KEY_LENGTH;
const ENDORSEMENT_LENGTH = KEY_LENGTH + SIGNATURE_LENGTH;
export const SMALLEST_PACK = HEAD + 1 + SIGNATURE_LENGTH;

/** An earlier key of the issuer that vouches for the next one: `signature` is over `rotationStatement(key, next)`. */
export interface Endorsement {
  readonly key: Uint8Array;
  readonly signature: Uint8Array;
}

/** What is signed: all of the file but its last 64 bytes. */
export interface EnvelopeContent {
  /** The signer's Ed25519 public key, 32 bytes. */
  readonly key: Uint8Array;
  /** Oldest first; the last one vouches for `key`. */
  readonly endorsements: readonly Endorsement[];
  readonly manifest: Uint8Array;
  readonly content: Uint8Array;
}

export interface Envelope extends EnvelopeContent {
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
}

export type TakenApart =
  | { readonly ok: true; readonly envelope: Envelope }
  | { readonly ok: false; readonly code: "too-large" | "not-a-pack" | "layout-unknown" | "damaged" };

/**
 * The bytes to sign; the signature is appended. Big-endian: "CANBAOPK", layout, number of endorsements, length of the
 * manifest, length of the content (u32 each), the key, the endorsements (key and signature each), manifest, content.
 */
export function layOut({ key, endorsements, manifest, content }: EnvelopeContent): Uint8Array {
  const length = HEAD + endorsements.length * ENDORSEMENT_LENGTH + manifest.length + content.length;
  const bytes = new Uint8Array(length);
  bytes.set(ascii(MAGIC));
  const view = new DataView(bytes.buffer);
  [LAYOUT, endorsements.length, manifest.length, content.length].forEach((value, at) => {
    view.setUint32(8 + 4 * at, value);
  });
  let at = 24;
  const put = (part: Uint8Array) => {
    bytes.set(part, at);
    at += part.length;
  };
  put(key);
  for (const endorsement of endorsements) {
    put(endorsement.key);
    put(endorsement.signature);
  }
  put(manifest);
  put(content);
  return bytes;
}

/** The parts of a file by its lengths, which have to add up to the byte. Nothing in the parts is read. */
export function takeApart(bytes: Uint8Array): TakenApart {
  if (bytes.length > LARGEST_PACK) return { ok: false, code: "too-large" };
  const magic = ascii(MAGIC);
  if (bytes.length < magic.length || magic.some((byte, at) => bytes[at] !== byte))
    return { ok: false, code: "not-a-pack" };
  if (bytes.length < SMALLEST_PACK) return { ok: false, code: "damaged" };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(8) !== LAYOUT) return { ok: false, code: "layout-unknown" };
  const endorsed = view.getUint32(12);
  const manifestLength = view.getUint32(16);
  const contentLength = view.getUint32(20);
  const expected = HEAD + endorsed * ENDORSEMENT_LENGTH + manifestLength + contentLength + SIGNATURE_LENGTH;
  if (endorsed > MOST_ENDORSEMENTS || manifestLength > LARGEST_MANIFEST || expected !== bytes.length)
    return { ok: false, code: "damaged" };
  let at = 24;
  const take = (length: number) => {
    const part = bytes.subarray(at, at + length);
    at += length;
    return part;
  };
  const key = take(KEY_LENGTH);
  const endorsements = Array.from({ length: endorsed }, () => ({
    key: take(KEY_LENGTH),
    signature: take(SIGNATURE_LENGTH),
  }));
  const manifest = take(manifestLength);
  const content = take(contentLength);
  const signed = bytes.subarray(0, at);
  return { ok: true, envelope: { key, endorsements, manifest, content, signed, signature: take(SIGNATURE_LENGTH) } };
}

/** What an old key signs to name its successor. It can be mistaken for no pack: a pack begins otherwise. */
export function rotationStatement(from: Uint8Array, to: Uint8Array): Uint8Array {
  const words = ascii("canbao-key-rotation/1\n");
  const bytes = new Uint8Array(words.length + from.length + to.length);
  bytes.set(words);
  bytes.set(from, words.length);
  bytes.set(to, words.length + from.length);
  return bytes;
}

function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

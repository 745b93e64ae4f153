// What a slip's QR code holds: enough to find the case again and to see that the paper was not changed.

import { parseSlipNumber } from "./slip-number.ts";

/** Hashes are the first 16 hexadecimal digits, the signature 80 bits in base 32: short enough for a small, coarse code. */
export interface SlipCode {
  readonly number: string;
  readonly ruleSetHash: string;
  readonly inputHash: string;
  readonly signature: string;
}

export const HASH_DIGITS = 16;
export const SIGNATURE_LETTERS = 16;

const BASE32 = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const SHAPE = /^CB1:([0-9A-Z-]{12,20}):([0-9A-F]{16}):([0-9A-F]{16}):([0-9A-HJKMNP-TV-Z]{16})$/;

/** Only upper case, digits and colons: a QR code packs these densest. */
export function slipCodeText(code: SlipCode): string {
  return `CB1:${code.number}:${code.ruleSetHash.toUpperCase()}:${code.inputHash.toUpperCase()}:${code.signature}`;
}

/** Undefined where the text is not a slip's code at all. A scanner that types in small letters is understood. */
export function parseSlipCode(text: string): SlipCode | undefined {
  const match = SHAPE.exec(text.normalize("NFKC").trim().toUpperCase());
  const [, number, ruleSetHash, inputHash, signature] = match ?? [];
  if (number === undefined || ruleSetHash === undefined || inputHash === undefined || signature === undefined)
    return undefined;
  const known = parseSlipNumber(number);
  if (known === undefined) return undefined;
  return {
    number: known.number,
    ruleSetHash: ruleSetHash.toLowerCase(),
    inputHash: inputHash.toLowerCase(),
    signature,
  };
}

/** The text that the signature is taken over. */
export function signedText(code: Omit<SlipCode, "signature">): string {
  return `canbao-slip-code/1\n${code.number}\n${code.ruleSetHash}\n${code.inputHash}`;
}

/** The first 80 bits in Crockford's base 32, which has no letters that look alike. */
export function signatureLetters(mac: Uint8Array): string {
  let letters = "";
  let bits = 0;
  let held = 0;
  for (const byte of mac) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5 && letters.length < SIGNATURE_LETTERS) {
      bits -= 5;
      letters += BASE32.charAt((held >> bits) & 31);
    }
    held &= (1 << bits) - 1;
  }
  return letters;
}

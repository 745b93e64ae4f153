// Why a pack is not taken in. Codes are stable; the words come from the translations, `faults` name places in its files.
import type { Fault } from "../rules/fault.ts";

export const REFUSALS = [
  /** the file cannot be read, or changed while it was read (a stick pulled out) */
  "unreadable",
  "too-large",
  "not-a-pack",
  /** made for a later program: another arrangement of the bytes */
  "layout-unknown",
  /** lengths do not add up: cut off, or put together from two */
  "damaged",
  "bad-signature",
  "unknown-key",
  "revoked-key",
  /** the issuer has moved on to another key; the old one signs nothing new */
  "replaced-key",
  /** an old key is said to vouch for this one, and did not, or no longer may */
  "forged-rotation",
  "manifest-faulty",
  "manifest-key",
  "program-too-old",
  "expired",
  /** made on a day that has not come: the clock is wrong, here or there */
  "not-yet-made",
  "older-version",
  /** another file under a version that was seen already */
  "same-version",
  /** parts missing, left over, or not the ones that were signed for */
  "mixed-parts",
  "rules-faulty",
  "no-cases",
  "cases-fail",
  /** a rule set of a jurisdiction for which another key speaks here */
  "jurisdiction-taken",
  /** a jurisdiction for which this key was not given leave to speak */
  "jurisdiction-not-granted",
] as const;

export type RefusalCode = (typeof REFUSALS)[number];

export interface Refusal {
  readonly code: RefusalCode;
  readonly params: Readonly<Record<string, string | number>>;
  readonly faults: readonly Fault[];
}

export function refuse(
  code: RefusalCode,
  params: Refusal["params"] = {},
  faults: readonly Fault[] = [],
): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal: { code, params, faults } };
}

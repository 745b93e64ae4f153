// The whole judgement of a pack that wants in, in one order: signature, key, manifest, parts, time and version, rules, worked cases.

import {
  judgeKey,
  judgeManifest,
  type Today,
  type TrustedKeyData,
  type TrustStateData,
} from "../../shared/packs/trust.ts";
import type { Policies } from "../policies/store.ts";
import { checkRules } from "./check-rules.ts";
import { type Judged, type OpenedPack, openContent, verifySignature } from "./open-pack.ts";

/** A pack that may take effect. */
export interface Candidate {
  readonly opened: OpenedPack;
  readonly policies: Policies;
  readonly key: TrustedKeyData;
  /** Keys that become trusted with it, because a trusted one vouches for them. */
  readonly rotated: readonly TrustedKeyData[];
}

export function judgePack(bytes: Uint8Array, state: TrustStateData, today: Today, at: string): Judged<Candidate> {
  const signed = verifySignature(bytes);
  if (!signed.ok) return signed;
  const judged = judgeKey(state, signed.value.signer, signed.value.chain, at);
  if (!judged.ok) return judged;
  const opened = openContent(signed.value);
  if (!opened.ok) return opened;
  const refusal = judgeManifest(state, judged.key, opened.value.manifest, signed.value.hash, today);
  if (refusal !== undefined) return { ok: false, refusal };
  const checked = checkRules(opened.value);
  if (!checked.ok) return checked;
  const { key, rotated } = judged;
  return { ok: true, value: { opened: opened.value, policies: checked.value, key, rotated } };
}

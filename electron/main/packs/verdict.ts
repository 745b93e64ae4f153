// What the window is told of a pack that was chosen: refused and why, an unknown key, leave still to be given, or ready.

import { fail, type Outcome, succeed } from "../../../shared/ipc/channel.ts";
import type { Verdict } from "../../../shared/ipc/channels/packs.ts";
import { refuse } from "../../../shared/packs/refusal.ts";
import { judgeKey, seriesOf } from "../../../shared/packs/trust.ts";
import type { Candidate } from "../../packs/judge.ts";
import { openContent, verifySignature } from "../../packs/open-pack.ts";
import { ruleSetsIn, shown } from "../../packs/overview.ts";
import type { PackStore, TrustFault } from "../../packs/pack-store.ts";
import type { RulesInUse } from "../../packs/rules-in-use.ts";
import { fingerprintOf } from "../../packs/signing.ts";
import { readCases } from "../../policies/cases.ts";
import { filesOfParts } from "../../policies/files.ts";

/** @param hidden places of the fingerprint's groups that are not shown of an unknown key */
export function verdictOn(
  bytes: Uint8Array,
  store: PackStore,
  inUse: RulesInUse,
  hidden: readonly number[],
): Outcome<Verdict, TrustFault> {
  const judged = store.judge(bytes);
  if (judged.ok) return succeed(ready(judged.value, inUse, store));
  if ("fault" in judged) return fail(judged.fault);
  const { refusal } = judged;
  const signed = verifySignature(bytes);
  if (!signed.ok) return succeed({ kind: "refused", refusal, manifest: null });
  if (refusal.code === "unknown-key") {
    const groups = fingerprintOf(signed.value.envelope.key).map((group, at) => (hidden.includes(at) ? null : group));
    return succeed({ kind: "unknown-key", groups });
  }
  const reading = store.reading();
  const { signer, chain } = signed.value;
  // What a stranger or a revoked key says of itself is not shown.
  const trusted = reading.kind === "good" && judgeKey(reading.state, signer, chain, "").ok;
  const opened = trusted ? openContent(signed.value) : refuse(refusal.code);
  const manifest = opened.ok ? shown(opened.value.manifest) : null;
  if (refusal.code === "jurisdiction-not-granted" && manifest !== null) {
    const jurisdictions = String(refusal.params["jurisdiction"]).split(", ");
    return succeed({ kind: "not-granted", manifest, jurisdictions });
  }
  return succeed({ kind: "refused", refusal, manifest });
}

function ready({ opened, policies, key, rotated }: Candidate, inUse: RulesInUse, store: PackStore): Verdict {
  const files = filesOfParts(opened.parts);
  const reading = store.reading();
  const state = reading.kind === "good" ? reading.state : undefined;
  const current = state === undefined ? undefined : seriesOf(state, key.root, opened.manifest.id)?.installed.at(-1);
  return {
    kind: "ready",
    manifest: shown(opened.manifest),
    fingerprint: fingerprintOf(opened.envelope.key),
    rotated: rotated.length > 0,
    ruleSets: ruleSetsIn(policies, inUse),
    cases: [...policies.ruleSets.keys()].reduce((sum, id) => sum + (readCases(files, id).cases?.cases.length ?? 0), 0),
    inUse: current?.hash === opened.hash,
  };
}

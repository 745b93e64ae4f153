// Whom this counter trusts and what it has seen of them: the state behind the packs, and the judgements that follow from it.
import { z } from "zod";
import { Words } from "../rules/schema.ts";
import type { ManifestData } from "./manifest.ts";
import { isAtLeast, jurisdictionsOf } from "./manifest.ts";
import { type Refusal, refuse } from "./refusal.ts";

const Hex = z.string().regex(/^[0-9a-f]{64}$/);
const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const Instant = z.iso.datetime();

const TrustedKey = z.strictObject({
  /** The public key in hexadecimal digits. */
  publicKey: Hex,
  /** SHA-256 of it: how manifests and people name it. */
  id: Hex,
  /** The first key of this issuer that was pinned; those that followed by rotation share it. */
  root: Hex,
  issuer: Words,
  /** `gansu` and the like: for whose rule sets it may speak. */
  jurisdictions: z.array(z.string().regex(/^[a-z]{1,40}$/)),
  since: Instant,
  /** trusted: signs new packs; replaced: its packs stay in use, it signs none; revoked: nothing of it is used. */
  state: z.enum(["trusted", "replaced", "revoked"]),
});

const Seen = z.strictObject({ version: z.int().positive(), hash: Hex });

/** One series of packs of one issuer. `installed` is a stack: the last one is in use, undoing goes back to the one before. */
const Series = z.strictObject({
  root: Hex,
  pack: z.string().max(60),
  /** The newest version that was ever taken in; undoing does not lower it. */
  newest: Seen,
  installed: z.array(z.strictObject({ version: z.int().positive(), hash: Hex, at: Instant })),
});

export const HISTORY_ACTS = ["pin", "rotate", "revoke", "grant", "install", "undo", "clock"] as const;

const Entry = z.strictObject({
  act: z.enum(HISTORY_ACTS),
  at: Instant,
  key: Hex.nullable(),
  /** Pack and version, jurisdictions, or the reason that was given. */
  what: z.string().max(300),
  enteredBy: z.string().max(60),
});

export const TrustState = z.strictObject({
  format: z.literal("canbao-trust/1"),
  keys: z.array(TrustedKey),
  series: z.array(Series),
  /** The latest day this program has ever known it to be: a clock set back does not bring an expired pack to life. */
  latestDay: Day.nullable(),
  history: z.array(Entry),
});

export type TrustStateData = Readonly<z.infer<typeof TrustState>>;
export type TrustedKeyData = Readonly<z.infer<typeof TrustedKey>>;
export type SeriesData = Readonly<z.infer<typeof Series>>;
export type HistoryEntry = Readonly<z.infer<typeof Entry>>;

export const NO_TRUST: TrustStateData = {
  format: "canbao-trust/1",
  keys: [],
  series: [],
  latestDay: null,
  history: [],
};

export function keyById(state: TrustStateData, id: string): TrustedKeyData | undefined {
  return state.keys.find((key) => key.id === id);
}

export function seriesOf(state: TrustStateData, root: string, pack: string): SeriesData | undefined {
  return state.series.find((series) => series.root === root && series.pack === pack);
}

/** A key of the envelope, with the fact (worked out by whoever has the cryptography) whether the old key really signed. */
export interface Voucher {
  readonly id: string;
  readonly publicKey: string;
  /** It signed the statement that names the next key of the chain. */
  readonly vouches: boolean;
}

export type KeyJudgement =
  | { readonly ok: true; readonly key: TrustedKeyData; readonly rotated: readonly TrustedKeyData[] }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * Whether a pack's signer is trusted: pinned itself, or named by a key that is, link by link. `rotated` are the keys that
 * become trusted by that, oldest first, `key` the last of them; the keys they replace are those with the same root.
 */
export function judgeKey(
  state: TrustStateData,
  signer: Pick<Voucher, "id" | "publicKey">,
  chain: readonly Voucher[],
  at: string,
): KeyJudgement {
  const known = keyById(state, signer.id);
  if (known !== undefined) {
    switch (known.state) {
      case "trusted":
        return { ok: true, key: known, rotated: [] };
      case "replaced":
        return refuse("replaced-key", { key: signer.id });
      case "revoked":
        return refuse("revoked-key", { key: signer.id });
    }
  }
  // The newest link that is known decides: behind a revoked key nothing is believed, whoever stands before it.
  const from = chain.findLastIndex(({ id }) => keyById(state, id) !== undefined);
  const voucher = chain[from];
  const base = voucher === undefined ? undefined : keyById(state, voucher.id);
  if (base === undefined) return refuse("unknown-key", { key: signer.id });
  if (base.state === "revoked") return refuse("revoked-key", { key: base.id });
  // A replaced key has named its successor; a second one would be another branch.
  if (base.state === "replaced") return refuse("forged-rotation", { key: base.id });
  const links = chain.slice(from);
  const forged = links.find(({ vouches }) => !vouches);
  if (forged !== undefined) return refuse("forged-rotation", { key: forged.id });
  const rotated = [...links.slice(1), signer].map(
    ({ id, publicKey }): TrustedKeyData => ({ ...base, id, publicKey, since: at, state: "trusted" }),
  );
  const key = rotated.at(-1);
  return key === undefined ? refuse("unknown-key", { key: signer.id }) : { ok: true, key, rotated };
}

/** The key of the list that a signer is, or that vouches for it: what a person's act about the signer is about. */
export function knownKeyBehind(
  state: TrustStateData,
  signer: Pick<Voucher, "id">,
  chain: readonly Pick<Voucher, "id">[],
): TrustedKeyData | undefined {
  const behind = [...chain, signer].findLast(({ id }) => keyById(state, id) !== undefined);
  return behind === undefined ? undefined : keyById(state, behind.id);
}

export interface Today {
  /** The clock's civil day, ISO. */
  readonly day: string;
  /** The program's own version. */
  readonly program: string;
}

/** The later of the clock and the latest day ever known. */
export function knownDay(state: TrustStateData, day: string): string {
  return state.latestDay !== null && state.latestDay > day ? state.latestDay : day;
}

/** The clock says a day that this program knows to be over. */
export function isClockBehind(state: TrustStateData, day: string): boolean {
  return knownDay(state, day) !== day;
}

/** Time, program, version and jurisdiction. Undefined: nothing speaks against the manifest. */
export function judgeManifest(
  state: TrustStateData,
  key: TrustedKeyData,
  manifest: ManifestData,
  hash: string,
  { day, program }: Today,
): Refusal | undefined {
  if (!isAtLeast(program, manifest.program))
    return refuse("program-too-old", { need: manifest.program, have: program }).refusal;
  const today = knownDay(state, day);
  if (manifest.created > today) return refuse("not-yet-made", { created: manifest.created, today }).refusal;
  if (today > manifest.expires) {
    const params = { expires: manifest.expires, today, clock: day };
    return refuse("expired", params).refusal;
  }
  const newest = seriesOf(state, key.root, manifest.id)?.newest;
  if (newest !== undefined && manifest.version < newest.version)
    return refuse("older-version", { version: manifest.version, seen: newest.version }).refusal;
  if (newest !== undefined && manifest.version === newest.version && hash !== newest.hash)
    return refuse("same-version", { version: manifest.version }).refusal;
  return judgeJurisdictions(state, key, manifest);
}

/** One key line speaks for a jurisdiction, first come, first served; to speak for a new one takes an act of the bureau. */
function judgeJurisdictions(state: TrustStateData, key: TrustedKeyData, manifest: ManifestData): Refusal | undefined {
  const missing: string[] = [];
  for (const jurisdiction of jurisdictionsOf(manifest.contents)) {
    const owner = ownerOf(state, jurisdiction);
    if (owner !== undefined && owner.root !== key.root)
      return refuse("jurisdiction-taken", { jurisdiction, key: owner.id, zh: owner.issuer.zh, en: owner.issuer.en })
        .refusal;
    if (owner === undefined) missing.push(jurisdiction);
  }
  return missing.length === 0
    ? undefined
    : refuse("jurisdiction-not-granted", { jurisdiction: missing.join(", ") }).refusal;
}

/** Who speaks for a jurisdiction here. A revoked key speaks for nobody. */
export function ownerOf(state: TrustStateData, jurisdiction: string): TrustedKeyData | undefined {
  return state.keys.find((key) => key.state !== "revoked" && key.jurisdictions.includes(jurisdiction));
}

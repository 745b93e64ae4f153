// Rule packs: looked at, tried on people, taken in and undone; whom this counter trusts; and how old the rules are.

import { z } from "zod";
import type { Impact } from "../../packs/impact.ts";
import type { ManifestData } from "../../packs/manifest.ts";
import type { Origin } from "../../packs/origin.ts";
import type { Refusal } from "../../packs/refusal.ts";
import type { HistoryEntry, TrustedKeyData } from "../../packs/trust.ts";
import type { WordsData } from "../../rules/schema.ts";

/** Groups of digits; null where the person has to type what the issuer reads out. */
export type FingerprintGroups = readonly (string | null)[];

/** What a pack does to one rule set here. */
export interface RuleSetInPack {
  readonly id: string;
  readonly name: WordsData;
  readonly version: string;
  readonly status: "in-force" | "provisional";
  /** The version that answers now; null where the rule set is new. */
  readonly present: string | null;
  /** kept: the present one is of the same or a higher version and stays. */
  readonly effect: "new" | "replaces" | "kept";
}

/** What is shown of a pack's manifest, once its signature holds and its key is known. */
export interface ManifestShown extends Pick<ManifestData, "id" | "version" | "issuer" | "created" | "expires"> {
  readonly notes: WordsData | null;
  readonly parts: number;
}

export type Verdict =
  | { readonly kind: "refused"; readonly refusal: Refusal; readonly manifest: ManifestShown | null }
  /** A good signature by a key that nobody here has pinned. The groups left out are to be heard from the issuer. */
  | { readonly kind: "unknown-key"; readonly groups: FingerprintGroups }
  /** Trusted, and not yet given leave to speak for these. */
  | { readonly kind: "not-granted"; readonly manifest: ManifestShown; readonly jurisdictions: readonly string[] }
  | {
      readonly kind: "ready";
      readonly manifest: ManifestShown;
      readonly fingerprint: readonly string[];
      /** The key is new here and trusted because the one before vouches for it. */
      readonly rotated: boolean;
      readonly ruleSets: readonly RuleSetInPack[];
      readonly cases: number;
      /** This very pack is in use already. */
      readonly inUse: boolean;
    };

export interface PackLook {
  readonly token: string;
  readonly name: string;
  readonly size: number;
  readonly verdict: Verdict;
}

export interface KeyShown extends Pick<TrustedKeyData, "id" | "issuer" | "jurisdictions" | "since" | "state"> {
  readonly fingerprint: readonly string[];
}

export interface InstalledShown {
  readonly root: string;
  readonly pack: string;
  readonly version: number;
  readonly at: string;
  /** From the pack itself; null where it cannot be used any more, with the reason. */
  readonly manifest: ManifestShown | null;
  readonly ruleSets: readonly string[];
  readonly refusal: Refusal | null;
  /** The version that undoing goes back to; null: to the bundled rules. */
  readonly before: number | null;
}

export interface PacksOverview {
  /** The state of trust.json: only a good one is used. */
  readonly trust: "good" | "not-ours" | "damaged" | "unsafe";
  readonly sealed: boolean;
  readonly keys: readonly KeyShown[];
  readonly installed: readonly InstalledShown[];
  /** Newest first. */
  readonly history: readonly HistoryEntry[];
  readonly today: string;
  /** A later day than the clock's, on which this program has been before; null where the clock is not behind. */
  readonly latestDay: string | null;
  readonly origins: Readonly<Record<string, Origin>>;
}

export interface ImpactReport {
  readonly impacts: readonly Impact[];
  /** Why no slips were asked: the ledger is not open, or has a fault. Null where they were. */
  readonly recordsLeftOut: string | null;
  /** Slips whose personal data were erased, and which can therefore not be asked. */
  readonly erased: number;
}

const isObject = (value: unknown): boolean => typeof value === "object" && value !== null;
const look = z.custom<PackLook>(isObject);
const overview = z.custom<PacksOverview>(isObject);
const token = z.strictObject({ token: z.string().max(60) });
const key = z.string().regex(/^[0-9a-f]{64}$/);

/** The list of keys cannot be used: no pack is judged before somebody has looked at it. */
const trustErrors = ["trust-not-ours", "trust-damaged", "trust-unsafe"] as const;

const storeErrors = [
  ...trustErrors,
  "folder-unsafe",
  "folder-unwritable",
  "disk-full",
  "unknown-key",
  "known-key",
  "not-trusted",
  "jurisdiction-taken",
  "nothing-to-undo",
  "clock-right",
] as const;

export const packsChannels = {
  "packs.overview": { request: z.undefined(), response: overview, errors: [] },
  /** The system's dialog; the page never names a path. */
  "packs.choose": { request: z.undefined(), response: look, errors: ["cancelled", ...trustErrors] },
  /** The pack that the system handed over (double click, drop on the program). */
  "packs.offered": { request: z.undefined(), response: look, errors: ["none", ...trustErrors] },
  /** Judged anew: after a key was pinned or given leave. */
  "packs.look": { request: token, response: look, errors: ["unknown-pack", ...trustErrors] },
  /** `heard`: the groups that were left out, in their order. Wrong ones: another two are left out the next time. */
  "packs.pin": {
    request: token.extend({ heard: z.array(z.string().max(40)).max(8) }),
    response: look,
    errors: ["unknown-pack", "not-heard", "refused", ...storeErrors],
  },
  "packs.grant": { request: token, response: look, errors: ["unknown-pack", ...storeErrors] },
  "packs.impact": {
    request: token,
    response: z.custom<ImpactReport>(isObject),
    errors: ["unknown-pack", "refused", ...trustErrors],
  },
  "packs.install": { request: token, response: overview, errors: ["unknown-pack", "refused", ...storeErrors] },
  "packs.undo": {
    request: z.strictObject({ root: key, pack: z.string().max(60) }),
    response: overview,
    errors: storeErrors,
  },
  "packs.revoke": {
    request: z.strictObject({ key, reason: z.string().trim().min(1).max(200) }),
    response: overview,
    errors: storeErrors,
  },
  "packs.correctClock": {
    request: z.strictObject({ reason: z.string().trim().min(1).max(200) }),
    response: overview,
    errors: storeErrors,
  },
  "packs.settle": {
    request: z.strictObject({ how: z.enum(["accept", "begin-anew"]) }),
    response: overview,
    errors: storeErrors,
  },
  /** Where the rules in use come from, and the counter's day: for the line that is always in sight. `waiting`: a pack was handed over. */
  "packs.age": {
    request: z.undefined(),
    response: z.custom<Pick<PacksOverview, "origins" | "today"> & { readonly waiting: boolean }>(isObject),
    errors: [],
  },
} as const;

export const packsEvents = {
  /** A pack waits to be looked at: its file name. */
  "packs.offered": z.strictObject({ name: z.string() }),
} as const;

// What people do to the list of trusted keys and packs, each act from one state to the next, with its entry in the history.
import type { ManifestData } from "./manifest.ts";
import type { HistoryEntry, SeriesData, TrustedKeyData, TrustStateData } from "./trust.ts";
import { isClockBehind, knownDay, ownerOf, seriesOf } from "./trust.ts";

/** Who does it, when. `day` is the clock's civil day. */
export interface Act {
  readonly at: string;
  readonly day: string;
  readonly enteredBy: string;
}

export type ActFault =
  | "unknown-key"
  | "known-key"
  | "not-trusted"
  | "jurisdiction-taken"
  | "nothing-to-undo"
  | "clock-right";

export type Acted =
  | { readonly ok: true; readonly state: TrustStateData }
  | { readonly ok: false; readonly code: ActFault };

/** Trust on first use, after the fingerprint was compared with the issuer's own word. It may speak for nobody yet. */
export function pin(state: TrustStateData, key: Pick<TrustedKeyData, "id" | "publicKey" | "issuer">, act: Act): Acted {
  // A revoked key does not come back by being pinned again: whoever has it may not be the issuer.
  if (state.keys.some(({ id }) => id === key.id)) return { ok: false, code: "known-key" };
  const pinned: TrustedKeyData = { ...key, root: key.id, jurisdictions: [], since: act.at, state: "trusted" };
  return done(state, act, { act: "pin", key: key.id, what: key.issuer.zh }, { keys: [...state.keys, pinned] });
}

/** Lets a key speak for more jurisdictions, none of which is another's. */
export function grant(state: TrustStateData, id: string, jurisdictions: readonly string[], act: Act): Acted {
  const key = state.keys.find((entry) => entry.id === id);
  if (key === undefined) return { ok: false, code: "unknown-key" };
  if (key.state !== "trusted") return { ok: false, code: "not-trusted" };
  const taken = jurisdictions.some((jurisdiction) => {
    const owner = ownerOf(state, jurisdiction);
    return owner !== undefined && owner.root !== key.root;
  });
  if (taken) return { ok: false, code: "jurisdiction-taken" };
  const granted = [...new Set([...key.jurisdictions, ...jurisdictions])].sort();
  const keys = state.keys.map((entry) => (entry.id === id ? { ...entry, jurisdictions: granted } : entry));
  return done(state, act, { act: "grant", key: id, what: jurisdictions.join(", ") }, { keys });
}

/** Nothing that this key signed is used from now on. Keys that it vouched for stay, each to be judged by itself. */
export function revoke(state: TrustStateData, id: string, reason: string, act: Act): Acted {
  const key = state.keys.find((entry) => entry.id === id);
  if (key === undefined) return { ok: false, code: "unknown-key" };
  if (key.state === "revoked") return { ok: false, code: "not-trusted" };
  const keys = state.keys.map((entry) => (entry.id === id ? { ...entry, state: "revoked" as const } : entry));
  return done(state, act, { act: "revoke", key: id, what: reason.slice(0, 300) }, { keys });
}

/** A pack that was judged and accepted takes effect; keys that it brought by rotation with it. */
export function install(
  state: TrustStateData,
  {
    manifest,
    hash,
    key,
    rotated,
  }: {
    readonly manifest: ManifestData;
    readonly hash: string;
    readonly key: TrustedKeyData;
    readonly rotated: readonly TrustedKeyData[];
  },
  act: Act,
): TrustStateData {
  const followed = rotate(state, rotated, act);
  const before = seriesOf(followed, key.root, manifest.id);
  const entry = { version: manifest.version, hash, at: act.at };
  // The same pack once more, after it was undone or is in use already, stands once in the stack.
  const installed = [...(before?.installed ?? []).filter((other) => other.hash !== hash), entry];
  const series: SeriesData = {
    root: key.root,
    pack: manifest.id,
    newest: { version: manifest.version, hash },
    installed: installed.slice(-MOST_KEPT),
  };
  const others = followed.series.filter((other) => other !== before);
  const latest = manifest.created > act.day ? manifest.created : act.day;
  return after(
    followed,
    { ...act, day: latest },
    { act: "install", key: key.id, what: `${manifest.id} ${manifest.version}` },
    { series: [...others, series] },
  );
}

/** How many packs of a series are kept to go back to. */
const MOST_KEPT = 5;

function rotate(state: TrustStateData, rotated: readonly TrustedKeyData[], act: Act): TrustStateData {
  return rotated.reduce<TrustStateData>((sofar, next) => {
    const keys = sofar.keys.map((key) =>
      key.root === next.root && key.state === "trusted" ? { ...key, state: "replaced" as const } : key,
    );
    return after(sofar, act, { act: "rotate", key: next.id, what: next.issuer.zh }, { keys: [...keys, next] });
  }, state);
}

/** Back to the pack before, or to the bundled rules where there is none. What was seen stays seen. */
export function undo(state: TrustStateData, root: string, pack: string, act: Act): Acted {
  const series = seriesOf(state, root, pack);
  const last = series?.installed.at(-1);
  if (series === undefined || last === undefined) return { ok: false, code: "nothing-to-undo" };
  const left = { ...series, installed: series.installed.slice(0, -1) };
  return done(
    state,
    act,
    { act: "undo", key: root, what: `${pack} ${last.version}` },
    { series: state.series.map((other) => (other === series ? left : other)) },
  );
}

/** The latest day ever known was itself wrong: somebody has looked at a calendar and says so. */
export function correctLatestDay(state: TrustStateData, reason: string, act: Act): Acted {
  if (!isClockBehind(state, act.day)) return { ok: false, code: "clock-right" };
  const what = `${state.latestDay} → ${act.day}: ${reason}`.slice(0, 300);
  const next = after(state, act, { act: "clock", key: null, what }, {});
  return { ok: true, state: { ...next, latestDay: act.day } };
}

function done(
  state: TrustStateData,
  act: Act,
  entry: Pick<HistoryEntry, "act" | "key" | "what">,
  change: Partial<TrustStateData>,
): Acted {
  return { ok: true, state: after(state, act, entry, change) };
}

function after(
  state: TrustStateData,
  { at, day, enteredBy }: Act,
  entry: Pick<HistoryEntry, "act" | "key" | "what">,
  change: Partial<TrustStateData>,
): TrustStateData {
  return {
    ...state,
    ...change,
    latestDay: knownDay(state, day),
    history: [...state.history, { ...entry, at, enteredBy }],
  };
}

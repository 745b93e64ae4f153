// What the window is told of the packs in use, the keys, and what was done with them.

import type { InstalledShown, ManifestShown, PacksOverview, RuleSetInPack } from "../../shared/ipc/channels/packs.ts";
import { isAtLeast, type ManifestData } from "../../shared/packs/manifest.ts";
import { isClockBehind, NO_TRUST, type TrustStateData } from "../../shared/packs/trust.ts";
import type { Policies } from "../policies/store.ts";
import type { RulesInUse } from "./rules-in-use.ts";
import { fingerprintOf } from "./signing.ts";
import type { TrustReading } from "./trust-file.ts";

export function overviewOf(reading: TrustReading, inUse: RulesInUse, today: string): PacksOverview {
  const state = reading.kind === "good" ? reading.state : NO_TRUST;
  return {
    trust: reading.kind,
    sealed: reading.kind === "good" && reading.sealed,
    keys: state.keys.map(({ id, issuer, jurisdictions, since, state: held, publicKey }) => ({
      id,
      issuer,
      jurisdictions,
      since,
      state: held,
      fingerprint: fingerprintOf(Buffer.from(publicKey, "hex")),
    })),
    installed: installedOf(state, inUse),
    history: state.history.toReversed(),
    today,
    latestDay: isClockBehind(state, today) ? state.latestDay : null,
    origins: Object.fromEntries(inUse.origins),
  };
}

function installedOf(
  { series }: TrustStateData,
  { packs, packFaults, origins }: RulesInUse,
): readonly InstalledShown[] {
  return series.flatMap(({ root, pack, installed }) => {
    const last = installed.at(-1);
    if (last === undefined) return [];
    const loaded = packs.find(({ active }) => active.root === root && active.pack === pack);
    const fault = packFaults.find((entry) => entry.root === root && entry.pack === pack);
    return [
      {
        root,
        pack,
        version: last.version,
        at: last.at,
        manifest: loaded === undefined ? null : shown(loaded.manifest),
        // Those that really answer: another pack or the bundled rules may have a higher version.
        ruleSets: [...origins].flatMap(([id, origin]) =>
          origin.kind === "pack" && origin.root === root && origin.pack === pack ? [id] : [],
        ),
        refusal: fault?.refusal ?? null,
        before: installed.at(-2)?.version ?? null,
      },
    ];
  });
}

/** What each rule set of a pack would be here: new, in the place of another, or kept below a higher version. */
export function ruleSetsIn(policies: Policies, inUse: RulesInUse): readonly RuleSetInPack[] {
  return [...policies.ruleSets.values()].map(({ table, source }) => {
    const present = inUse.ruleSets.get(table.id)?.table.version ?? null;
    const effect =
      present === null
        ? ("new" as const)
        : isAtLeast(present, table.version)
          ? ("kept" as const)
          : ("replaces" as const);
    return { id: table.id, name: source.data.name, version: table.version, status: table.status, present, effect };
  });
}

export function shown({ id, version, issuer, created, expires, notes, contents }: ManifestData): ManifestShown {
  return { id, version, issuer, created, expires, notes: notes ?? null, parts: contents.length };
}

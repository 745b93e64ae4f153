// What the window is told of the packs in use, the keys, and what was done with them.

import type { InstalledShown, PacksOverview } from "../../../shared/ipc/channels/packs.ts";
import { isClockBehind, NO_TRUST, type TrustStateData } from "../../../shared/packs/trust.ts";
import type { RulesInUse } from "../../packs/rules-in-use.ts";
import { fingerprintOf } from "../../packs/signing.ts";
import type { TrustReading } from "../../packs/trust-file.ts";
import { shown } from "./verdict.ts";

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

// The rules in use: the bundled ones, and packs' rule sets in their place where those have a higher version.

import { z } from "zod";
import { isAtLeast } from "../../shared/packs/manifest.ts";
import type { Origin } from "../../shared/packs/origin.ts";
import type { Settlements } from "../../shared/rules/bureau.ts";
import { filesOfFolder, type PolicyFiles } from "../policies/files.ts";
import { type LoadedRuleSet, loadPolicies, type Policies, settingsFor } from "../policies/store.ts";
import { type ActivePack, type LoadedPack, loadPack, type PackFault } from "./pack-files.ts";

export interface RulesInUse extends Policies {
  readonly origins: ReadonlyMap<string, Origin>;
  readonly packs: readonly LoadedPack[];
  /** Packs that were taken in and cannot be used any more: the rules below them hold. */
  readonly packFaults: readonly PackFault[];
}

export interface RuleSources {
  /** The bundled rules. */
  readonly policies: string;
  readonly packs: readonly ActivePack[];
  readonly program: string;
}

export function loadRulesInUse({ policies, packs, program }: RuleSources, settlements: Settlements = {}): RulesInUse {
  const loaded: LoadedPack[] = [];
  const packFaults: PackFault[] = [];
  for (const active of packs) {
    const judged = loadPack(active, program, settlements);
    if (judged.ok) loaded.push(judged.value);
    else packFaults.push({ root: active.root, pack: active.pack, version: active.version, refusal: judged.refusal });
  }
  const bundled = loadPolicies(policies, settlements);
  const released = releasedOn(filesOfFolder(policies));
  return { ...layPacksOver(bundled, released, loaded), packs: loaded, packFaults };
}

/** A rule set of a pack holds where there was none, or one of a lower version. */
export function layPacksOver(
  bundled: Policies,
  released: string | null,
  packs: readonly Pick<LoadedPack, "policies" | "origin">[],
): Pick<RulesInUse, "ruleSets" | "coming" | "faults" | "settlementFaults" | "origins"> {
  const ruleSets = new Map<string, LoadedRuleSet>(bundled.ruleSets);
  const origins = new Map<string, Origin>([...ruleSets.keys()].map((id) => [id, { kind: "bundled", released }]));
  const sources = new Map<string, Policies>();
  for (const { policies, origin } of packs)
    for (const [id, loaded] of policies.ruleSets) {
      const present = ruleSets.get(id);
      if (present !== undefined && isAtLeast(present.table.version, loaded.table.version)) continue;
      ruleSets.set(id, loaded);
      origins.set(id, origin);
      sources.set(id, policies);
    }
  const concerns = (from: Policies, id: string) => from.settlementFaults.filter(({ file }) => file === settingsFor(id));
  const settlementFaults = [
    ...bundled.settlementFaults.filter(({ file }) => ![...sources.keys()].some((id) => file === settingsFor(id))),
    ...[...sources].flatMap(([id, from]) => concerns(from, id)),
  ];
  const sorted = [...ruleSets].sort(([a], [b]) => (a < b ? -1 : 1));
  return { ruleSets: new Map(sorted), coming: bundled.coming, faults: bundled.faults, settlementFaults, origins };
}

const Released = z.strictObject({ released: z.string().regex(/^\d{4}-\d{2}-\d{2}$/) });

/** The day that `released.json` beside the rules names. */
export function releasedOn(files: PolicyFiles): string | null {
  if (!files.has("released.json")) return null;
  const read = files.read("released.json");
  return read.ok ? (Released.safeParse(read.value).data?.released ?? null) : null;
}

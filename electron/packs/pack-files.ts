// The packs that were taken in, each under its hash as the very bytes that were signed: judged again whenever they are loaded.

import path from "node:path";
import { LARGEST_PACK } from "../../shared/packs/envelope.ts";
import { isAtLeast, type ManifestData } from "../../shared/packs/manifest.ts";
import type { Origin } from "../../shared/packs/origin.ts";
import { type Refusal, refuse } from "../../shared/packs/refusal.ts";
import type { TrustStateData } from "../../shared/packs/trust.ts";
import type { Settlements } from "../../shared/rules/bureau.ts";
import type { Policies } from "../policies/store.ts";
import { checkRules } from "./check-rules.ts";
import { type Judged, openContent, verifySignature } from "./open-pack.ts";
import { readBytes } from "./read-bytes.ts";

export const PACK_ENDING = ".canbaopack";

/** A pack in use, as the trust state names it. Plain data: another process can be told of it. */
export interface ActivePack {
  readonly root: string;
  readonly pack: string;
  readonly version: number;
  readonly hash: string;
  readonly file: string;
  /** Keys whose signature counts for it: those of its issuer that are not revoked. */
  readonly keys: readonly string[];
}

export interface LoadedPack {
  readonly active: ActivePack;
  readonly origin: Extract<Origin, { kind: "pack" }>;
  readonly manifest: ManifestData;
  readonly policies: Policies;
}

export function packFile(folder: string, hash: string): string {
  return path.join(folder, "files", `${hash}${PACK_ENDING}`);
}

/** The packs in use: the last one of each series. */
export function activePacks(state: TrustStateData, folder: string): readonly ActivePack[] {
  return state.series.flatMap(({ root, pack, installed }) => {
    const last = installed.at(-1);
    if (last === undefined) return [];
    const keys = state.keys.filter((key) => key.root === root && key.state !== "revoked").map(({ id }) => id);
    const { version, hash } = last;
    return [{ root, pack, version, hash, file: packFile(folder, hash), keys }];
  });
}

/** Everything but time and order of versions, which were judged when it came in. A fault: the pack is not used. */
export function loadPack(active: ActivePack, program: string, settlements: Settlements = {}): Judged<LoadedPack> {
  const read = readBytes(active.file, LARGEST_PACK, true);
  if (!read.ok) return refuse(read.code, { detail: read.detail });
  const signed = verifySignature(read.bytes);
  if (!signed.ok) return signed;
  if (signed.value.hash !== active.hash) return refuse("mixed-parts", { path: path.basename(active.file) });
  if (!active.keys.includes(signed.value.signer.id)) return refuse("revoked-key", { key: signed.value.signer.id });
  const opened = openContent(signed.value);
  if (!opened.ok) return opened;
  const { manifest } = opened.value;
  if (manifest.id !== active.pack || manifest.version !== active.version)
    return refuse("mixed-parts", { path: "manifest" });
  if (!isAtLeast(program, manifest.program))
    return refuse("program-too-old", { need: manifest.program, have: program });
  const checked = checkRules(opened.value, settlements);
  if (!checked.ok) return checked;
  const { id: pack, version, issuer, created, expires } = manifest;
  return {
    ok: true,
    value: {
      active,
      origin: { kind: "pack", root: active.root, pack, version, issuer, created, expires },
      manifest,
      policies: checked.value,
    },
  };
}

export interface PackFault {
  readonly root: string;
  readonly pack: string;
  readonly version: number;
  readonly refusal: Refusal;
}

// A counter's packs folder for a test, with a clock that can be set.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { KeyRing } from "../../../electron/ledger/vault.ts";
import { createPackStore, type PackStore } from "../../../electron/packs/pack-store.ts";
import { loadRulesInUse, type RulesInUse } from "../../../electron/packs/rules-in-use.ts";
import type { TrustStateData } from "../../../shared/packs/trust.ts";
import { POLICIES } from "../../bundled.ts";

export interface TestDesk {
  readonly folder: string;
  readonly store: PackStore;
  clock: string;
  readonly state: () => TrustStateData;
  readonly rules: () => RulesInUse;
  /** What an attempt to take a pack in ends with: "installed", or the code of the refusal or fault. */
  readonly install: (bytes: Uint8Array) => string;
  /** Pins the pack's key and lets it speak for what the pack brings, as a bureau would after comparing fingerprints. */
  readonly trust: (bytes: Uint8Array, jurisdictions?: readonly string[]) => void;
  readonly remove: () => void;
}

export function testDesk(keyRing: KeyRing | null = null, folder?: string): TestDesk {
  const home = folder ?? mkdtempSync(path.join(tmpdir(), "canbao-packs-"));
  const packs = path.join(home, "packs");
  const desk = { clock: "2026-11-26" };
  const store = createPackStore({
    folder: packs,
    keyRing,
    today: () => ({ day: desk.clock, program: "0.1.0" }),
    now: () => `${desk.clock}T08:00:00.000Z`,
  });
  const state = () => {
    const reading = store.reading();
    if (reading.kind !== "good") throw new Error(reading.kind);
    return reading.state;
  };
  return Object.assign(desk, {
    folder: packs,
    store,
    state,
    rules: () => loadRulesInUse({ policies: POLICIES, packs: store.active(), program: "0.1.0" }),
    install: (bytes: Uint8Array) => {
      const done = store.install(bytes, "王经办");
      if (done.ok) return "installed";
      return "fault" in done ? done.fault : done.refusal.code;
    },
    trust: (bytes: Uint8Array, jurisdictions: readonly string[] = ["gansu"]) => {
      const pinned = store.pin(bytes, "王经办");
      if (!pinned.ok) throw new Error(JSON.stringify(pinned));
      const key = state().keys.at(-1)?.id ?? "";
      const granted = store.grant(key, jurisdictions, "王经办");
      if (!granted.ok) throw new Error(JSON.stringify(granted));
    },
    remove: () => rmSync(home, { recursive: true, force: true }),
  });
}

/** A keyring that seals by turning every byte over: enough to tell its own from another's. */
export function testKeyRing(mask: number): KeyRing {
  const turn = (bytes: Uint8Array) => Uint8Array.from(bytes, (byte) => byte ^ mask);
  return {
    available: () => true,
    seal: (text) => turn(Buffer.from(`${mask}:${text}`)),
    open: (sealed) => {
      const text = Buffer.from(turn(sealed)).toString();
      if (!text.startsWith(`${mask}:`)) throw new Error("sealed by another");
      return text.slice(`${mask}:`.length);
    },
  };
}

// Takes packs in, undoes them, and keeps the keys: each act reads the state, judges anew, and writes once. The write of trust.json is the moment it holds.

import { renameSync } from "node:fs";
import path from "node:path";
import { fail, type Outcome, succeed } from "../../shared/ipc/channel.ts";
import { type Refusal, refuse } from "../../shared/packs/refusal.ts";
import { judgeKey, knownKeyBehind, NO_TRUST, type Today, type TrustStateData } from "../../shared/packs/trust.ts";
import * as acts from "../../shared/packs/trust-acts.ts";
import type { KeyRing } from "../ledger/vault.ts";
import { type Candidate, judgePack } from "./judge.ts";
import { type Judged, openContent, verifySignature } from "./open-pack.ts";
import { ensureFolder, type FolderFault, sweep, writeWhole } from "./own-folder.ts";
import { type ActivePack, activePacks, PACK_ENDING } from "./pack-files.ts";
import { readTrust, TRUST_FILE, type TrustReading, writeTrust } from "./trust-file.ts";

/** The state cannot be used: until somebody has looked at it, no pack is used and none is taken in. */
export type TrustFault = "trust-not-ours" | "trust-damaged" | "trust-unsafe";

export type StoreFault = TrustFault | FolderFault | acts.ActFault;

/** What a person says of a pack in the same breath as taking it in: the fingerprint was compared, and for whom the key may speak. */
export interface Word {
  readonly pin: boolean;
  readonly jurisdictions: readonly string[];
}

export interface PackStore {
  /** Never throws. */
  reading(): TrustReading;
  /** None where the state cannot be used. */
  active(): readonly ActivePack[];
  /** Judges without changing anything. */
  judge(bytes: Uint8Array): Judged<Candidate> | { readonly ok: false; readonly fault: TrustFault };
  /** The same as if `word` had been given. */
  rehearse(bytes: Uint8Array, word: Word): Judged<Candidate> | StoreFailure;
  /** Key, leave and pack in one write: refused, nothing of it has happened. */
  install(
    bytes: Uint8Array,
    by: string,
    word?: Word,
  ): { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal } | StoreFailure;
  /** Pins the key of a pack, whose signature has to hold; the caller has compared the fingerprint. */
  pin(
    bytes: Uint8Array,
    by: string,
  ): { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal } | StoreFailure;
  grant(key: string, jurisdictions: readonly string[], by: string): Outcome<undefined, StoreFault>;
  revoke(key: string, reason: string, by: string): Outcome<undefined, StoreFault>;
  undo(root: string, pack: string, by: string): Outcome<undefined, StoreFault>;
  correctClock(reason: string, by: string): Outcome<undefined, StoreFault>;
  /** Notes that the day has come; without it a clock set back between two acts would go unseen. */
  seeDay(): void;
  /** After a fault of the state: take it as it is (where it can be read), or set it aside and begin without keys. */
  settle(how: "accept" | "begin-anew"): Outcome<undefined, StoreFault>;
}

type StoreFailure = { readonly ok: false; readonly fault: StoreFault };

export interface PackStoreOptions {
  /** `packs` in the data folder. */
  readonly folder: string;
  /** null: there is none here (the command line). */
  readonly keyRing: KeyRing | null;
  readonly today: () => Today;
  /** An instant in UTC. */
  readonly now: () => string;
}

export function createPackStore({ folder, keyRing, today, now }: PackStoreOptions): PackStore {
  const reading = () => readTrust(folder, keyRing);
  const actOf = (enteredBy: string): acts.Act => ({ at: now(), day: today().day, enteredBy: enteredBy.slice(0, 60) });

  const change = (how: (state: TrustStateData) => acts.Acted): Outcome<undefined, StoreFault> => {
    const read = reading();
    if (read.kind !== "good") return fail(faultOf(read));
    const acted = how(read.state);
    if (!acted.ok) return fail(acted.code);
    const fault = writeTrust(folder, acted.state, keyRing);
    if (fault !== undefined) return fail(fault);
    sweepPacks(acted.state);
    return succeed(undefined);
  };

  /** A fault here leaves a file too many, no more. */
  const sweepPacks = (state: TrustStateData) => {
    const kept = state.series.flatMap(({ installed }) => installed.map(({ hash }) => `${hash}${PACK_ENDING}`));
    try {
      sweep(path.join(folder, "files"), new Set(kept));
    } catch {
      // It is swept the next time.
    }
  };

  /** The state as it would be once `word` was given. The signature is looked at before anything is parsed. */
  const withWord = (
    state: TrustStateData,
    bytes: Uint8Array,
    word: Word,
    by: string,
  ): Judged<TrustStateData> | StoreFailure => {
    const signed = verifySignature(bytes);
    if (!signed.ok) return signed;
    const { signer, chain } = signed.value;
    let spoken = state;
    if (word.pin && !judgeKey(state, signer, chain, now()).ok) {
      const opened = openContent(signed.value);
      if (!opened.ok) return opened;
      const pinned = acts.pin(spoken, { ...signer, issuer: opened.value.manifest.issuer }, actOf(by));
      if (!pinned.ok) return { ok: false, fault: pinned.code };
      spoken = pinned.state;
    }
    if (word.jurisdictions.length > 0) {
      const key = knownKeyBehind(spoken, signer, chain);
      if (key === undefined) return refuse("unknown-key", { key: signer.id });
      const granted = acts.grant(spoken, key.id, word.jurisdictions, actOf(by));
      if (!granted.ok) return { ok: false, fault: granted.code };
      spoken = granted.state;
    }
    return { ok: true, value: spoken };
  };

  const judge: PackStore["judge"] = (bytes) => {
    const read = reading();
    return read.kind === "good" ? judgePack(bytes, read.state, today(), now()) : { ok: false, fault: faultOf(read) };
  };

  const rehearse: PackStore["rehearse"] = (bytes, word) => {
    const read = reading();
    if (read.kind !== "good") return { ok: false, fault: faultOf(read) };
    const spoken = withWord(read.state, bytes, word, "");
    return spoken.ok ? judgePack(bytes, spoken.value, today(), now()) : spoken;
  };

  const failure = (outcome: Outcome<undefined, StoreFault>): { readonly ok: true } | StoreFailure =>
    outcome.ok ? { ok: true } : { ok: false, fault: outcome.error.code };

  return {
    reading,
    active: () => {
      const read = reading();
      return read.kind === "good" ? activePacks(read.state, folder) : [];
    },
    judge,
    rehearse,
    install: (bytes, by, word = NO_WORD) => {
      const judged = rehearse(bytes, word);
      if (!judged.ok) return judged;
      const { opened, key, rotated } = judged.value;
      const { hash, manifest } = opened;
      // The pack first, under a name that nothing uses yet; then the state that uses it.
      const fault = ensureFolder(folder) ?? writeWhole(path.join(folder, "files"), `${hash}${PACK_ENDING}`, bytes);
      if (fault !== undefined) return { ok: false, fault };
      return failure(
        change((state) => {
          const spoken = withWord(state, bytes, word, by);
          return spoken.ok
            ? { ok: true, state: acts.install(spoken.value, { manifest, hash, key, rotated }, actOf(by)) }
            : { ok: false, code: "not-trusted" };
        }),
      );
    },
    pin: (bytes, by) => {
      const signed = verifySignature(bytes);
      if (!signed.ok) return signed;
      const opened = openContent(signed.value);
      if (!opened.ok) return opened;
      const { signer, manifest } = opened.value;
      return failure(change((state) => acts.pin(state, { ...signer, issuer: manifest.issuer }, actOf(by))));
    },
    grant: (key, jurisdictions, by) => change((state) => acts.grant(state, key, jurisdictions, actOf(by))),
    revoke: (key, reason, by) => change((state) => acts.revoke(state, key, reason, actOf(by))),
    undo: (root, pack, by) => change((state) => acts.undo(state, root, pack, actOf(by))),
    correctClock: (reason, by) => change((state) => acts.correctLatestDay(state, reason, actOf(by))),
    seeDay: () => {
      const read = reading();
      const { day } = today();
      // Without a key there is nothing to protect, and no file to make.
      if (read.kind !== "good" || read.state.keys.length === 0) return;
      if (read.state.latestDay !== null && read.state.latestDay >= day) return;
      writeTrust(folder, { ...read.state, latestDay: day }, keyRing);
    },
    settle: (how) => {
      const read = reading();
      if (read.kind === "good") return succeed(undefined);
      if (read.kind === "unsafe") return fail("trust-unsafe");
      if (how === "accept" && read.kind === "damaged") return fail("trust-damaged");
      if (how === "accept" && read.kind === "not-ours") {
        const fault = writeTrust(folder, read.state, keyRing);
        return fault === undefined ? succeed(undefined) : fail(fault);
      }
      try {
        renameSync(
          path.join(folder, TRUST_FILE),
          path.join(folder, `${TRUST_FILE}.set-aside-${now().replaceAll(":", "")}`),
        );
      } catch {
        return fail("folder-unwritable");
      }
      const fault = writeTrust(folder, NO_TRUST, keyRing);
      return fault === undefined ? succeed(undefined) : fail(fault);
    },
  };
}

const NO_WORD: Word = { pin: false, jurisdictions: [] };

function faultOf(reading: Exclude<TrustReading, { kind: "good" }>): TrustFault {
  return `trust-${reading.kind}`;
}

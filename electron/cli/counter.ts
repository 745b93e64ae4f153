// The packs folder of a counter, as the command line may use it: named by whoever calls, believed only where it is one.
import { dirname, join } from "node:path";
import type { Refusal } from "../../shared/packs/refusal.ts";
import type { Settlements } from "../../shared/rules/bureau.ts";
import { systemClock } from "../ledger/clock.ts";
import { existsLink } from "../packs/own-folder.ts";
import { createPackStore, type PackStore } from "../packs/pack-store.ts";
import { loadRulesInUse, type RulesInUse } from "../packs/rules-in-use.ts";
import { TRUST_FILE, type TrustReading } from "../packs/trust-file.ts";
import { refusalText, storeFaultText } from "./packs-io.ts";
import { programVersion } from "./program-version.ts";

/** The command line has no keyring: a list that the window sealed can be read here, and is never written. */
export function counterStore(folder: string): PackStore {
  return createPackStore({
    folder,
    keyRing: null,
    today: () => ({ day: systemClock().day, program: programVersion() }),
    now: () => systemClock().at,
  });
}

export type CounterState =
  | { readonly ok: true; readonly reading: Extract<TrustReading, { kind: "good" }> }
  | { readonly ok: false; readonly message: string };

/** @param mayBegin the folder may still be missing or empty: the first pack makes it */
export function counterState(folder: string, store: PackStore, mayBegin = false): CounterState {
  if (!existsLink(mayBegin ? dirname(folder) : folder))
    return {
      ok: false,
      message: `${folder}: no such folder; --packs names the folder "packs" in a counter's data folder`,
    };
  if (!mayBegin && !existsLink(join(folder, TRUST_FILE)))
    return {
      ok: false,
      message: `${folder}: holds no ${TRUST_FILE}, so it is no counter's packs folder; it is called "packs" and lies in the data folder`,
    };
  const reading = store.reading();
  return reading.kind === "good"
    ? { ok: true, reading }
    : { ok: false, message: `${join(folder, TRUST_FILE)}: ${storeFaultText(`trust-${reading.kind}`)}` };
}

/** Said wherever such a list is used: what it says cannot be proved here. */
export function sealNotice(folder: string, { unchecked }: { readonly unchecked: boolean }): string {
  return unchecked
    ? `${join(folder, TRUST_FILE)}: bears a seal of the keyring, which only the window can check; it is used as it stands\n`
    : "";
}

/** Why packs that were taken in cannot be used; none: all are. */
export function packFaultLines({ packFaults }: RulesInUse): readonly string[] {
  return packFaults.flatMap(({ pack, version, refusal }) => faultLines(`pack ${pack} ${version}`, refusal));
}

function faultLines(about: string, refusal: Refusal): readonly string[] {
  return [
    `${about}: ${refusalText(refusal)}`,
    ...refusal.faults.map(({ file, path, message }) => `  ${file}: ${path === "" ? "" : `${path}: `}${message}`),
  ];
}

/** The bundled rules and the counter's packs over them. */
export function counterRules(policies: string, store: PackStore, settlements: Settlements = {}): RulesInUse {
  return loadRulesInUse({ policies, packs: store.active(), program: programVersion() }, settlements);
}

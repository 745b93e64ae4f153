// How the packs commands speak: results to stdout, one line a reason to stderr, naming the file, the code and what to do.

import type { Writable } from "node:stream";
import { createInstance } from "i18next";
import words from "../../shared/locales/en/packs.json" with { type: "json" };
import benchWords from "../../shared/locales/en/workbench.json" with { type: "json" };
import type { Refusal } from "../../shared/packs/refusal.ts";
import { SHORTEST_PASSPHRASE } from "../ledger/passphrase.ts";
import type { KeyFileFault } from "../packs/key-file.ts";
import type { StoreFault } from "../packs/pack-store.ts";
import type { PassphraseIo } from "./passphrase.ts";

export interface PacksIo extends PassphraseIo {
  readonly stdout: Pick<Writable, "write">;
}

export const DONE = 0;
export const REFUSED = 1;
export const WRONG_USAGE = 2;

/** What the command line can do about a refusal, beyond the words that the window has for it. */
const REMEDIES: Readonly<Partial<Record<Refusal["code"], string>>> = {
  "unknown-key":
    "Ask the issuer, over the telephone, to read out the fingerprint of its key, and type what you heard: --trust 'EIGHT GROUPS OF FIVE DIGITS'.",
  "jurisdiction-not-granted": "Where this issuer may speak for it, give --grant with its name.",
};

export function refusalText({ code, params }: Refusal): string {
  const remedy = REMEDIES[code];
  // What the system says of a file that cannot be read is for a terminal, not for the window.
  const detail = code === "unreadable" && params["detail"] !== undefined ? ` (${params["detail"]})` : "";
  return `${code}: ${said(`refusal.${code}`, params)}${detail}${remedy === undefined ? "" : ` ${remedy}`}`;
}

export function storeFaultText(code: StoreFault): string {
  return `${code}: ${said(`fault.${code}`)}`;
}

const KEY_REMEDIES: Readonly<Record<KeyFileFault, string>> = {
  "passphrase-weak": `Take at least ${SHORTEST_PASSPHRASE} characters.`,
  "passphrase-wrong": "There is no way into the key without it.",
  "key-file-exists": "Name another file with --out: a key that is written over is lost.",
  "key-file-unwritable": "Look at the folder: it has to be there, with leave to write.",
  "key-file-unreadable": "Name the file that calc packs keygen wrote.",
};

export function keyFaultText(code: KeyFileFault): string {
  return `${code}: ${said(`workbench:failure.${code}`)} ${KEY_REMEDIES[code]}`;
}

/** `about`: the file or folder that the reason is about. */
export function tell(io: Pick<PacksIo, "stderr">, about: string, refusal: Refusal): number {
  io.stderr.write(`${about}: ${refusalText(refusal)}\n`);
  for (const { file, path, message } of refusal.faults)
    io.stderr.write(`  ${file}: ${path === "" ? "" : `${path}: `}${message}\n`);
  return REFUSED;
}

export function failed(io: Pick<PacksIo, "stderr">, about: string, reason: string): number {
  io.stderr.write(`${about}: ${reason}\n`);
  return REFUSED;
}

export function usage(io: Pick<PacksIo, "stderr">, message: string): number {
  io.stderr.write(`packs: ${message}. See calc --help\n`);
  return WRONG_USAGE;
}

function said(key: string, values: Readonly<Record<string, string | number>> = {}): string {
  const i18n = createInstance();
  void i18n.init({
    lng: "en",
    fallbackLng: false,
    ns: ["packs", "workbench"],
    defaultNS: "packs",
    resources: { en: { packs: words, workbench: benchWords } },
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  return i18n.t(key, values);
}

// A rule set of a pack file, to be compared: its signature and parts have to hold; whether anybody trusts the key is not asked.
import { closeSync, constants, openSync, readSync } from "node:fs";
import { LARGEST_PACK } from "../../shared/packs/envelope.ts";
import type { Refusal } from "../../shared/packs/refusal.ts";
import { type ComparedBy, comparedBy, comparedRules, type RuleSetsAtHand } from "../policies/compared.ts";
import { filesOfParts } from "../policies/files.ts";
import { loadFrom } from "../policies/store.ts";
import { openContent, verifySignature } from "./open-pack.ts";
import { readBytes } from "./read-bytes.ts";

/** `name` is what `comparedBy` takes, or a pack: `FILE`, or `FILE#gansu/2026` where the pack has several rule sets. */
export function comparedByAny(name: string, ruleSets: RuleSetsAtHand): ComparedBy {
  if (startsAsPack(name)) return comparedInPack(name, undefined);
  const found = /^(.+)#([a-z]+\/\d{4})$/.exec(name);
  const [, file, ruleSet] = found ?? [];
  return file !== undefined && startsAsPack(file) ? comparedInPack(file, ruleSet) : comparedBy(name, ruleSets);
}

function comparedInPack(file: string, wanted: string | undefined): ComparedBy {
  const read = readBytes(file, LARGEST_PACK);
  if (!read.ok) return { ok: false, messages: [`${file}: ${read.code}, ${read.detail}`] };
  const signed = verifySignature(read.bytes);
  if (!signed.ok) return refused(file, signed.refusal);
  const opened = openContent(signed.value);
  if (!opened.ok) return refused(file, opened.refusal);
  const { ruleSets, faults } = loadFrom(filesOfParts(opened.value.parts));
  const ids = [...ruleSets.keys()];
  const id = wanted ?? (ids.length === 1 ? ids[0] : undefined);
  const loaded = id === undefined ? undefined : ruleSets.get(id);
  if (loaded !== undefined) return { ok: true, label: `${id} (${file})`, rules: comparedRules(loaded) };
  return {
    ok: false,
    messages: [
      ids.length === 0
        ? `${file}: no sound rule set in this pack`
        : `${file}: which rule set? ${ids.map((other) => `${file}#${other}`).join(", ")}`,
      ...faults.map((fault) => `${fault.file}: ${fault.path === "" ? "" : `${fault.path}: `}${fault.message}`),
    ],
  };
}

function refused(file: string, { code, params, faults }: Refusal): ComparedBy {
  const values = Object.entries(params).map(([name, value]) => `${name} ${value}`);
  return {
    ok: false,
    messages: [`${file}: ${[code, ...values].join(", ")}`, ...faults.map(({ message }) => `  ${message}`)],
  };
}

/** By its first bytes, not by its name. A file that cannot be read is no pack: the other reader says why. */
function startsAsPack(file: string): boolean {
  const head = Buffer.alloc(8);
  let handle: number;
  try {
    // A pipe under this name must not hold the command line.
    const { O_RDONLY, O_NONBLOCK = 0 } = constants;
    handle = openSync(file, O_RDONLY | O_NONBLOCK);
  } catch {
    return false;
  }
  try {
    return readSync(handle, head, 0, head.length, 0) === head.length && head.toString("latin1") === "CANBAOPK";
  } catch {
    return false;
  } finally {
    closeSync(handle);
  }
}

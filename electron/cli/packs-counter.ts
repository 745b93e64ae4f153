// packs install, list, undo: a counter's packs folder, by the same store, judgement and single write as the window's.
import { LARGEST_PACK } from "../../shared/packs/envelope.ts";
import { fingerprintText, GROUP_DIGITS, GROUPS, typedDigits } from "../../shared/packs/fingerprint.ts";
import type { Impact } from "../../shared/packs/impact.ts";
import { refuse } from "../../shared/packs/refusal.ts";
import { systemClock } from "../ledger/clock.ts";
import { packImpact, readPersonas, takingEffect } from "../packs/impact.ts";
import type { Candidate } from "../packs/judge.ts";
import { verifySignature } from "../packs/open-pack.ts";
import { overviewOf, ruleSetsIn } from "../packs/overview.ts";
import type { PackStore, Word } from "../packs/pack-store.ts";
import { readBytes } from "../packs/read-bytes.ts";
import type { RulesInUse } from "../packs/rules-in-use.ts";
import { fingerprintOf } from "../packs/signing.ts";
import { filesOfParts } from "../policies/files.ts";
import { counterRules, counterState, counterStore, packFaultLines, sealNotice } from "./counter.ts";
import { DONE, failed, type PacksIo, REFUSED, storeFaultText, tell, usage } from "./packs-io.ts";
import { POLICIES_FOLDER } from "./policies-folder.ts";

interface Values {
  readonly packs?: string;
  readonly policies?: string;
  readonly trust?: string;
  readonly grant?: string;
  readonly root?: string;
  readonly by?: string;
  readonly "dry-run"?: boolean;
}

/** In the history's place for who did it, where nobody is named. */
const BY_COMMAND_LINE = "calc";

export function install(values: Values, [file, ...more]: readonly string[], io: PacksIo): number {
  const { packs, policies = POLICIES_FOLDER, by = BY_COMMAND_LINE } = values;
  if (file === undefined || more.length > 0 || packs === undefined)
    return usage(io, "install needs one FILE and --packs FOLDER, the folder packs in the counter's data folder");
  const heard = values.trust === undefined ? undefined : typedDigits(values.trust);
  if (heard !== undefined && !/^\d+$/.test(heard)) return usage(io, "--trust takes the digits of a fingerprint");
  if (heard !== undefined && heard.length !== GROUPS * GROUP_DIGITS)
    return usage(
      io,
      `--trust takes the whole fingerprint, ${GROUPS} groups of ${GROUP_DIGITS} digits; these are ${heard.length} digits`,
    );
  const store = counterStore(packs);
  const state = counterState(packs, store, true);
  if (!state.ok) return failed(io, "packs", state.message);
  if (state.reading.unchecked) return failed(io, packs, SEALED);
  const read = readBytes(file, LARGEST_PACK);
  if (!read.ok) return tell(io, file, refuse(read.code, { detail: read.detail }).refusal);
  const signed = verifySignature(read.bytes);
  if (!signed.ok) return tell(io, file, signed.refusal);
  if (heard !== undefined && heard !== fingerprintOf(signed.value.envelope.key).join(""))
    return failed(io, file, NOT_HEARD);
  const word: Word = { pin: heard !== undefined, jurisdictions: namesIn(values.grant) };
  const judged = store.rehearse(read.bytes, word);
  if (!judged.ok)
    return "fault" in judged ? failed(io, packs, storeFaultText(judged.fault)) : tell(io, file, judged.refusal);
  const would = wouldBe(judged.value, policies, store);
  if (values["dry-run"] !== true) {
    const done = store.install(read.bytes, by, word);
    if (!done.ok) return "fault" in done ? failed(io, packs, storeFaultText(done.fault)) : tell(io, file, done.refusal);
  }
  io.stdout.write(`${JSON.stringify({ installed: values["dry-run"] !== true, ...would }, null, 2)}\n`);
  return DONE;
}

const SEALED =
  "trust-sealed: the window keeps this list under a seal of the keyring, which nobody here can renew; take the pack in on the window's page of rule packs";
const NOT_HEARD =
  "not-heard: that is not the fingerprint of the key that signed this pack. Have it read out once more; where it still does not fit, the pack is not the issuer's: do not use it";

function namesIn(list: string | undefined): readonly string[] {
  return (list ?? "").split(",").filter((name) => name !== "");
}

/** What a pack brings, and whom of the worked cases and typical residents it changes: told before it takes effect. */
function wouldBe({ opened, policies: brought, rotated }: Candidate, policies: string, store: PackStore): object {
  const inUse = counterRules(policies, store);
  const { id, version, issuer, created, expires } = opened.manifest;
  const impacts = packImpact({
    inUse,
    next: takingEffect(brought, inUse),
    nextFiles: filesOfParts(opened.parts),
    personas: readPersonas(policies),
    records: () => [],
  });
  return {
    ...{ pack: id, version, issuer, created, expires },
    fingerprint: fingerprintText(fingerprintOf(opened.envelope.key)),
    rotated: rotated.length > 0,
    ruleSets: ruleSetsIn(brought, inUse),
    impact: impacts.map(counted),
  };
}

function counted({ ruleSet, before, after, asked, changed, groups, lost }: Impact): object {
  const { record: _asked, ...people } = asked;
  const { record: _changed, ...others } = changed;
  const told = groups.map(({ examples: _, people: { record: _record, ...count }, ...group }) => ({
    ...group,
    people: count,
  }));
  return { ruleSet, before, after, asked: people, changed: others, groups: told, lost: lost.length };
}

export function list(values: Values, more: readonly string[], io: PacksIo): number {
  const { packs, policies = POLICIES_FOLDER } = values;
  if (packs === undefined || more.length > 0) return usage(io, "list needs --packs FOLDER and nothing else");
  const store = counterStore(packs);
  const state = counterState(packs, store);
  if (!state.ok) return failed(io, "packs", state.message);
  const rules = counterRules(policies, store);
  io.stderr.write(sealNotice(packs, state.reading));
  io.stdout.write(`${JSON.stringify(told(store, rules), null, 2)}\n`);
  const faults = packFaultLines(rules);
  for (const line of faults) io.stderr.write(`${line}\n`);
  return faults.length === 0 ? DONE : REFUSED;
}

function told(store: PackStore, rules: RulesInUse): object {
  const { keys, ...overview } = overviewOf(store.reading(), rules, systemClock().day);
  return { keys: keys.map((key) => ({ ...key, fingerprint: fingerprintText(key.fingerprint) })), ...overview };
}

export function undo(values: Values, [id, ...more]: readonly string[], io: PacksIo): number {
  const { packs, root, by = BY_COMMAND_LINE } = values;
  if (packs === undefined || id === undefined || more.length > 0)
    return usage(io, "undo needs the ID of the packs, as calc packs list names it, and --packs FOLDER");
  const store = counterStore(packs);
  const state = counterState(packs, store);
  if (!state.ok) return failed(io, "packs", state.message);
  if (state.reading.unchecked) return failed(io, packs, SEALED);
  const inUse = state.reading.state.series.filter(({ installed }) => installed.length > 0);
  const meant = inUse.filter((series) => series.pack === id && (root === undefined || series.root.startsWith(root)));
  const [series, other] = meant;
  if (series === undefined)
    return failed(
      io,
      packs,
      `nothing-to-undo: no pack "${id}" is in use; in use: ${inUse.map(({ pack }) => pack).join(", ") || "none"}`,
    );
  if (other !== undefined)
    return failed(
      io,
      packs,
      `several issuers have packs "${id}"; say whose: ${meant.map((each) => `--root ${each.root.slice(0, 12)}`).join(", ")}`,
    );
  const done = store.undo(series.root, id, by);
  if (!done.ok) return failed(io, packs, storeFaultText(done.error.code));
  const [gone, back] = series.installed.toReversed();
  io.stdout.write(`${JSON.stringify({ pack: id, undone: gone?.version ?? null, inUse: back?.version ?? null })}\n`);
  return DONE;
}

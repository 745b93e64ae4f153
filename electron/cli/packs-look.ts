// packs inspect, verify: what a pack says of itself and whether it is sound. Whether anybody trusts its key is not asked.
import { LARGEST_PACK } from "../../shared/packs/envelope.ts";
import { fingerprintText } from "../../shared/packs/fingerprint.ts";
import { ruleSetsOf } from "../../shared/packs/manifest.ts";
import { refuse } from "../../shared/packs/refusal.ts";
import { checkRules } from "../packs/check-rules.ts";
import { type Judged, type OpenedPack, openContent, verifySignature } from "../packs/open-pack.ts";
import { readBytes } from "../packs/read-bytes.ts";
import { fingerprintOf } from "../packs/signing.ts";
import { DONE, type PacksIo, tell, usage } from "./packs-io.ts";

/** The signature holds; whether the rules are sound is not asked. */
export function inspect(_: unknown, [file, ...more]: readonly string[], io: PacksIo): number {
  if (file === undefined || more.length > 0) return usage(io, "inspect needs one FILE");
  const opened = openFile(file);
  if (!opened.ok) return tell(io, file, opened.refusal);
  io.stdout.write(`${JSON.stringify(described(opened.value), null, 2)}\n`);
  return DONE;
}

export function verify(_: unknown, [file, ...more]: readonly string[], io: PacksIo): number {
  if (file === undefined || more.length > 0) return usage(io, "verify needs one FILE");
  const opened = openFile(file);
  if (!opened.ok) return tell(io, file, opened.refusal);
  const forged = opened.value.chain.find(({ vouches }) => !vouches);
  if (forged !== undefined) return tell(io, file, refuse("forged-rotation", { key: forged.id }).refusal);
  const checked = checkRules(opened.value);
  if (!checked.ok) return tell(io, file, checked.refusal);
  const { manifest, envelope } = opened.value;
  io.stdout.write(
    `${file}: ${manifest.id} ${manifest.version}, ${[...checked.value.ruleSets.keys()].join(", ")}: sound, signed by ${fingerprintText(fingerprintOf(envelope.key))}\n`,
  );
  return DONE;
}

function openFile(file: string): Judged<OpenedPack> {
  const read = readBytes(file, LARGEST_PACK);
  if (!read.ok) return refuse(read.code, { detail: read.detail });
  const signed = verifySignature(read.bytes);
  return signed.ok ? openContent(signed.value) : signed;
}

export function described({ manifest, envelope, hash, chain }: OpenedPack): object {
  return {
    fingerprint: fingerprintText(fingerprintOf(envelope.key)),
    file: `sha256:${hash}`,
    ruleSets: ruleSetsOf(manifest.contents),
    rotatedFrom: chain.map(({ id, vouches }) => ({ key: id, vouches })),
    manifest,
  };
}

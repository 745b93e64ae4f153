// Makes a pack: gathers the parts that rule sets need to stand by themselves, describes and signs them, and looks at the result.

import type { Endorsement } from "../../shared/packs/envelope.ts";
import { LARGEST_PACK, layOut } from "../../shared/packs/envelope.ts";
import { MANIFEST_FORMAT, type ManifestData } from "../../shared/packs/manifest.ts";
import { refuse } from "../../shared/packs/refusal.ts";
import { checkRules } from "./check-rules.ts";
import { type Judged, type OpenedPack, openContent, sha256, verifySignature } from "./open-pack.ts";
import { keyId, type Signer } from "./signing.ts";

/** What a person decides about a pack; the rest of the manifest follows from the parts and the key. */
export type PackOrder = Omit<ManifestData, "format" | "key" | "contents">;

export interface BuiltPack {
  readonly bytes: Uint8Array;
  readonly opened: OpenedPack;
}

/**
 * @param parts path below the policies folder → bytes; see `partsOf` for a folder's
 * @param endorsements earlier keys that vouch for the signer's, oldest first
 * @returns the file's bytes, or why nobody could take it in: what is built is judged as an import would
 */
export function buildPack(
  order: PackOrder,
  parts: ReadonlyMap<string, Uint8Array>,
  signer: Signer,
  endorsements: readonly Endorsement[] = [],
): Judged<BuiltPack> {
  const paths = [...parts.keys()].sort();
  const bodies = paths.map((path) => parts.get(path) ?? new Uint8Array());
  const manifest: ManifestData = {
    format: MANIFEST_FORMAT,
    ...order,
    key: keyId(signer.publicKey),
    contents: paths.map((path, at) => {
      const body = bodies[at] ?? new Uint8Array();
      return { path, size: body.length, sha256: sha256(body) };
    }),
  };
  const signed = layOut({
    key: signer.publicKey,
    endorsements,
    manifest: Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`),
    content: Buffer.concat(bodies),
  });
  if (signed.length > LARGEST_PACK) return refuse("too-large", { size: signed.length, largest: LARGEST_PACK });
  const bytes = Buffer.concat([signed, signer.sign(signed)]);
  const verified = verifySignature(bytes);
  if (!verified.ok) return verified;
  const forged = verified.value.chain.find(({ vouches }) => !vouches);
  if (forged !== undefined) return refuse("forged-rotation", { key: forged.id });
  const opened = openContent(verified.value);
  if (!opened.ok) return opened;
  const checked = checkRules(opened.value);
  return checked.ok ? { ok: true, value: { bytes, opened: opened.value } } : checked;
}

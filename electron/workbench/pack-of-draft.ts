// A draft that is ready becomes a pack: its own files with the layers and regions that they stand on.

import type { DraftData } from "../../shared/workbench/draft.ts";
import { type BuiltPack, buildPack } from "../packs/build-pack.ts";
import type { SigningKey } from "../packs/key-file.ts";
import type { Judged } from "../packs/open-pack.ts";
import type { DraftGround } from "./check-draft.ts";
import { draftFiles } from "./draft-files.ts";

export interface DraftPackOrder {
  readonly series: string;
  readonly version: number;
  readonly issuer: { readonly zh: string; readonly en: string };
  readonly expires: string;
  readonly notes: { readonly zh: string; readonly en: string } | null;
  readonly today: Date;
  readonly program: string;
}

/** What is built is judged as an import would judge it; the refusal says what a counter would say. */
export function packOfDraft(
  draft: DraftData,
  ground: DraftGround,
  key: SigningKey,
  { series, version, issuer, expires, notes, today, program }: DraftPackOrder,
): Judged<BuiltPack> {
  const { parts } = draftFiles(draft, ground.layers);
  return buildPack(
    {
      id: series,
      version,
      issuer: { ...issuer },
      created: localDay(today),
      expires,
      program,
      ...(notes === null ? {} : { notes: { ...notes } }),
    },
    parts,
    key.signer,
    key.endorsements,
  );
}

/** The day on the author's calendar, which is the counter's. */
function localDay(at: Date): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

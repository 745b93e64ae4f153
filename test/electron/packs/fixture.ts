// Keys, orders and packs for the tests, made from the bundled rule sets.

import { type BuiltPack, buildPack, type PackOrder } from "../../../electron/packs/build-pack.ts";
import { partsOf } from "../../../electron/packs/parts-of.ts";
import { newSeed, type Signer, signerOf } from "../../../electron/packs/signing.ts";
import type { Endorsement } from "../../../shared/packs/envelope.ts";
import { POLICIES } from "../../bundled.ts";

export const bureau: Signer = signerOf(newSeed());

export const ORDER: PackOrder = {
  id: "gansu",
  version: 1,
  issuer: { zh: "甘肃省医疗保障局", en: "Gansu Healthcare Security Bureau" },
  created: "2026-11-01",
  expires: "2027-12-31",
  program: "0.1.0",
};

/** The parts of a bundled rule set, its version raised so that it takes the bundled one's place. */
export function partsWith(
  id: string,
  change: (rules: Record<string, unknown>) => void = () => {},
  version = "9.0.0",
): Map<string, Buffer> {
  const gathered = partsOf(POLICIES, [id]);
  if (!gathered.ok) throw new Error(JSON.stringify(gathered.faults));
  const parts = new Map(gathered.parts);
  const file = `${id}/rules.json`;
  const rules = JSON.parse(String(parts.get(file))) as Record<string, unknown>;
  rules["version"] = version;
  change(rules);
  return parts.set(file, Buffer.from(JSON.stringify(rules)));
}

export function packOf(
  order: Partial<PackOrder> = {},
  parts: ReadonlyMap<string, Buffer> = partsWith("gansu/2025"),
  signer: Signer = bureau,
  endorsements: readonly Endorsement[] = [],
): BuiltPack {
  const built = buildPack({ ...ORDER, ...order }, parts, signer, endorsements);
  if (!built.ok) throw new Error(JSON.stringify(built.refusal));
  return built.value;
}

/** The notice of a later month: the same rules, 20 yuan more to pay, and no worked case that says otherwise. */
export function dearer(version: string, standard = "420.00"): Map<string, Buffer> {
  const parts = partsWith(
    "gansu/2025",
    (rules) => {
      (rules["contribution"] as { standard: { value: string } }).standard.value = standard;
    },
    version,
  );
  return parts.set(
    "gansu/2025/cases.json",
    Buffer.from(
      JSON.stringify({
        format: "canbao-cases/1",
        ruleSet: "gansu/2025",
        cases: [
          {
            about: { zh: "普通居民", en: "Ordinary resident" },
            request: { paidOn: "2024-11-03", resident: { categories: [], missedYears: [] } },
            expect: { contribution: { payable: standard } },
          },
        ],
      }),
    ),
  );
}

// What drafts stand on: the rule sets in use, and the national layers and regions of the program and of the packs in use.
import { LARGEST_PACK } from "../../shared/packs/envelope.ts";
import { openContent, verifySignature } from "../packs/open-pack.ts";
import { readBytes } from "../packs/read-bytes.ts";
import type { RulesInUse } from "../packs/rules-in-use.ts";
import { filesOfFolder, filesOfParts, type PolicyFiles } from "../policies/files.ts";
import type { DraftGround } from "./check-draft.ts";

const known = new WeakMap<RulesInUse, DraftGround>();

/** Made once for each loading of the rules. A pack that cannot be read any more brings nothing. */
export function groundOf(rules: RulesInUse, policies: string): DraftGround {
  const before = known.get(rules);
  if (before !== undefined) return before;
  const packs = rules.packs.flatMap(({ active }) => {
    const read = readBytes(active.file, LARGEST_PACK, true);
    const signed = read.ok ? verifySignature(read.bytes) : undefined;
    const opened = signed?.ok ? openContent(signed.value) : undefined;
    return opened?.ok ? [filesOfParts(opened.value.parts)] : [];
  });
  const ground = { ruleSets: rules.ruleSets, layers: firstOf([filesOfFolder(policies), ...packs]) };
  known.set(rules, ground);
  return ground;
}

/** The first that has a file answers for it. */
function firstOf(all: readonly PolicyFiles[]): PolicyFiles {
  const holder = (file: string) => all.find((files) => files.has(file));
  const names = (of: (files: PolicyFiles) => readonly string[]) => [...new Set(all.flatMap(of))].sort();
  return {
    has: (file) => holder(file) !== undefined,
    read: (file, keysFitting) =>
      holder(file)?.read(file, keysFitting) ?? {
        ok: false,
        faults: [{ file, path: "", message: "is not at hand" }],
      },
    folders: (folder) => names((files) => files.folders(folder)),
    files: (folder) => names((files) => files.files(folder)),
  };
}

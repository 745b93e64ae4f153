// The parts of a pack from a policies folder: the rule sets asked for, with all that they stand on.

import { type Fault, listed } from "../../shared/rules/fault.ts";
import { NationalFile } from "../../shared/rules/schema.ts";
import { filesOfFolder, type PolicyFiles } from "../policies/files.ts";
import { readAs } from "../policies/read-as.ts";
import { loadFrom } from "../policies/store.ts";

export type GatheredParts =
  | { readonly ok: true; readonly parts: ReadonlyMap<string, Buffer> }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** @param ids rule sets, such as `gansu/2026`; each has to be sound */
export function partsOf(folder: string, ids: readonly string[]): GatheredParts {
  return partsFrom(filesOfFolder(folder), ids);
}

/** The same for rule files from wherever they come. */
export function partsFrom(files: PolicyFiles, ids: readonly string[]): GatheredParts {
  const { ruleSets, faults: others } = loadFrom(files);
  const paths = new Set<string>();
  const faults: Fault[] = [];
  for (const id of ids) {
    const loaded = ruleSets.get(id);
    if (loaded === undefined) {
      faults.push(
        {
          file: `${id}/rules.json`,
          path: "",
          message: `no sound rule set of this name; known: ${listed(ruleSets.keys())}`,
        },
        ...others,
      );
      continue;
    }
    const { data } = loaded.source;
    for (const name of files.files(id)) if (/^(rules|cases|county-\d{6})\.json$/.test(name)) paths.add(`${id}/${name}`);
    paths.add(`regions/${data.jurisdiction.regions}.json`);
    for (let layer: string | undefined = data.extends; layer !== undefined; ) {
      paths.add(`${layer}.json`);
      layer = readAs(files, `${layer}.json`, NationalFile, faults)?.extends;
    }
  }
  const parts = new Map<string, Buffer>();
  for (const path of paths) {
    const read = files.read(path);
    if (read.ok) parts.set(path, read.bytes);
    else faults.push(...read.faults);
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, parts };
}

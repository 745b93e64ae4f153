// Faults of a national layer that its shape cannot show. Found here they are named once, in the layer's own file.
import { checkOptions } from "./check-interpretations.ts";
import { checkCitations } from "./citations.ts";
import { type Fault, pathText, type Report } from "./fault.ts";
import type { NationalData } from "./schema.ts";

/** Everything wrong with one national layer; `inherited` are the documents of the layers above it. */
export function checkNational(layer: NationalData, inherited: ReadonlySet<string>, file: string): readonly Fault[] {
  const faults: Fault[] = [];
  const report: Report = (path, message) => faults.push({ file, path: pathText(path), message });
  const expected = `national/${layer.coverageYear}`;
  if (layer.id !== expected) report(["id"], `"${layer.id}" is not the layer of coverage year ${layer.coverageYear}`);
  if (!file.endsWith(`${layer.id}.json`)) report(["id"], `"${layer.id}" does not fit the file's name`);
  checkCitations(layer, [], new Set([...inherited, ...Object.keys(layer.documents)]), true, report);
  for (const [id, entry] of Object.entries(layer.interpretations)) checkOptions(id, entry, report);
  return faults;
}

// A draft as the files that it would be below policies/, with the layers and regions that it stands on.
import { isTree } from "../../shared/rules/points.ts";
import { type DraftCaseData, type DraftData, fileKeys } from "../../shared/workbench/draft.ts";
import type { PolicyFiles } from "../policies/files.ts";

export interface DraftFiles {
  /** Path below policies/ → text. */
  readonly parts: ReadonlyMap<string, Buffer>;
  /** What each path is called in the draft. */
  readonly keyOf: ReadonlyMap<string, string>;
  /** The rule set's id; a name of no rule set where the draft has none that could be one. */
  readonly id: string;
}

const NAMELESS = "draft/2000";

/** @param layers national layers and regions at hand */
export function draftFiles(draft: DraftData, layers: PolicyFiles): DraftFiles {
  const rules = draft.files["rules"];
  const id = ruleSetId(draft) ?? NAMELESS;
  const parts = new Map<string, Buffer>();
  const keyOf = new Map<string, string>();
  for (const key of fileKeys(draft)) {
    const file = pathOf(key, id, draft.files[key]);
    parts.set(file, textOf(draft.files[key]));
    keyOf.set(file, key);
  }
  if (draft.cases.length > 0) {
    parts.set(`${id}/cases.json`, textOf(casesFile(id, draft.cases)));
    keyOf.set(`${id}/cases.json`, "cases");
  }
  if (isTree(rules)) {
    const region = isTree(rules["jurisdiction"]) ? String(rules["jurisdiction"]["regions"]) : "";
    bring(`regions/${region}.json`, layers, parts);
    // A draft's own layer may stand on one that is at hand, and that again on another.
    let layer: unknown = rules["extends"];
    for (let above = 0; typeof layer === "string" && above < 20; above++) {
      const value = bring(`${layer}.json`, layers, parts);
      layer = isTree(value) ? value["extends"] : undefined;
    }
  }
  return { parts, keyOf, id };
}

/** The draft's own id, where it can be one. */
export function ruleSetId(draft: DraftData): string | undefined {
  const rules = draft.files["rules"];
  const id = isTree(rules) ? rules["id"] : undefined;
  return typeof id === "string" && /^[a-z]{1,40}\/\d{4}$/.test(id) ? id : undefined;
}

/** Where a file of the draft lies below policies/. */
function pathOf(key: string, id: string, file: unknown): string {
  if (key !== "national") return `${id}/${key}.json`;
  const layer = isTree(file) ? String(file["id"]) : "";
  return /^national\/\d{4}$/.test(layer) ? `${layer}.json` : `national/${id.slice(-4)}.json`;
}

function bring(path: string, layers: PolicyFiles, parts: Map<string, Buffer>): unknown {
  const own = parts.get(path);
  if (own !== undefined) return JSON.parse(own.toString("utf8"));
  if (!/^(national\/\d{4}|regions\/[a-z0-9-]+)\.json$/.test(path)) return undefined;
  const read = layers.read(path);
  if (!read.ok) return undefined;
  parts.set(path, read.bytes);
  return read.value;
}

/** The worked cases as they lie beside a rule set. */
export function casesFile(id: string, cases: readonly DraftCaseData[]): unknown {
  return {
    $schema: "../../schema/cases.schema.json",
    format: "canbao-cases/1",
    ruleSet: id,
    cases: cases.map(({ about, source, request, expect }) => ({
      about,
      ...(source === null ? {} : { source }),
      request,
      expect,
    })),
  };
}

function textOf(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
}

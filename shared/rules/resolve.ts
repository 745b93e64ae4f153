// Layers to one rule set: national → province or city → county. A citation of another layer than the rule set's own learns which one stated it.
import { type Fault, listed } from "./fault.ts";
import type { CiteData, CountyData, InterpretationData, NationalData, RuleSetData } from "./schema.ts";

export interface DocumentEntry {
  readonly id: string;
  readonly number: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly issuers: readonly string[];
  readonly issuedOn: string | null;
  readonly grade: CiteData["grade"];
  /** What a reader has to know of it, such as that no official text was seen. */
  readonly note?: { readonly zh: string; readonly en: string } | undefined;
}

/** A rule set with its layers merged: what compile() takes. A citation without a layer is the rule set's own. */
export interface ResolvedRuleSet {
  readonly data: RuleSetData;
  readonly national: NationalData;
  readonly counties: readonly CountyData[];
  readonly documents: ReadonlyMap<string, DocumentEntry>;
  readonly interpretations: ReadonlyMap<string, InterpretationData>;
  readonly standing: NationalData["standing"];
  readonly outOfTime: NationalData["outOfTime"];
  readonly information: RuleSetData["information"];
}

type Json = unknown;

function isRecord(value: Json): value is Record<string, Json> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A copy in which every citation (an object with document, article, grade) carries `layer`. */
export function stampLayer<T>(value: T, layer: string): T {
  return stamp(value, layer) as T;
}

function stamp(value: Json, layer: string): Json {
  if (Array.isArray(value)) return value.map((item) => stamp(item, layer));
  if (!isRecord(value)) return value;
  const copy: Record<string, Json> = {};
  for (const key in value) copy[key] = stamp(value[key], layer);
  if ("document" in copy && "article" in copy && "grade" in copy) copy["layer"] = layer;
  return copy;
}

const stampedNationals = new WeakMap<NationalData, NationalData>();

/** Every rule set of a year rests on the same national layer: one copy does for all of them. */
function stampNational(layer: NationalData): NationalData {
  const known = stampedNationals.get(layer);
  if (known !== undefined) return known;
  const stamped = stampLayer(layer, layer.id);
  stampedNationals.set(layer, stamped);
  return stamped;
}

/**
 * The chain of national layers above a rule set, nearest first.
 * A missing layer or a cycle is a fault named at `extends`.
 */
export function layerChain(
  startId: string,
  layers: ReadonlyMap<string, NationalData>,
  file: string,
): { readonly chain: readonly NationalData[]; readonly faults: readonly Fault[] } {
  const chain: NationalData[] = [];
  const seen = new Set<string>();
  let next: string | undefined = startId;
  while (next !== undefined) {
    if (seen.has(next))
      return {
        chain,
        faults: [
          {
            file,
            path: "extends",
            message: `the layers form a cycle at ${next}; a layer may not extend itself, directly or through others`,
          },
        ],
      };
    seen.add(next);
    const layer: NationalData | undefined = layers.get(next);
    if (layer === undefined) {
      const known = [...layers.keys()].sort().join(", ") || "none";
      return { chain, faults: [{ file, path: "extends", message: `no layer ${next}; known layers: ${known}` }] };
    }
    chain.push(layer);
    next = layer.extends;
  }
  return { chain, faults: [] };
}

/** Merges the layers of one rule set. Inputs have passed the schema; what does not fit together is a fault. */
export function resolveRuleSet(
  data: RuleSetData,
  chain: readonly NationalData[],
  counties: readonly CountyData[],
  file: string,
): { readonly resolved?: ResolvedRuleSet; readonly faults: readonly Fault[] } {
  const nearest = chain[0];
  if (nearest === undefined) return { faults: [{ file, path: "extends", message: `no layer ${data.extends}` }] };
  const faults: Fault[] = [];
  const nationals = chain.map(stampNational);
  const countyLayers = counties.map((county) => stampLayer(county, `${county.ruleSet}/${county.county}`));

  const documents = new Map<string, DocumentEntry>();
  for (const source of [...nationals].reverse())
    for (const [id, document] of Object.entries(source.documents)) documents.set(id, { id, ...document });
  for (const source of [data, ...countyLayers])
    for (const [id, document] of Object.entries(source.documents)) documents.set(id, { id, ...document });

  const inherited = new Map<string, InterpretationData>();
  for (const layer of [...nationals].reverse())
    for (const [id, entry] of Object.entries(layer.interpretations)) inherited.set(id, entry);
  const interpretations = new Map<string, InterpretationData>();
  for (const [id, override] of Object.entries(data.interpretations)) {
    const merged = { ...inherited.get(id), ...override };
    const missing = (["question", "options", "default", "evidence", "cite"] as const).filter(
      (key) => merged[key] === undefined,
    );
    if (missing.length > 0) {
      faults.push({
        file,
        path: `interpretations["${id}"]`,
        message: `not a reading of the national layer, so it must state ${missing.join(", ")}; known: ${listed(inherited.keys())}`,
      });
      continue;
    }
    interpretations.set(id, merged as InterpretationData);
  }
  if (faults.length > 0) return { faults };

  const national = nationals[0] ?? nearest;
  return {
    faults: [],
    resolved: {
      data,
      national,
      counties: countyLayers,
      documents,
      interpretations,
      standing: { ...national.standing, ...definedOnly(data.standing) },
      outOfTime: { ...national.outOfTime, ...definedOnly(data.outOfTime) },
      information: [...data.information, ...nationals.flatMap((layer) => layer.information)],
    },
  };
}

/** Partial sections without their undefined entries, so that spreading them never hides the layer below. */
function definedOnly<T extends object>(section: T | undefined): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const kept: Partial<Record<keyof T, unknown>> = {};
  if (section !== undefined)
    for (const [key, value] of Object.entries(section)) if (value !== undefined) kept[key as keyof T] = value;
  return kept as { [K in keyof T]?: Exclude<T[K], undefined> };
}

// A rule set to be compared, by its id among those at hand or as a file of its own.
import { statSync } from "node:fs";
import type { ComparedRules } from "../../shared/rules/differences.ts";
import { pathText } from "../../shared/rules/fault.ts";
import { RuleSetFile } from "../../shared/rules/schema.ts";
import { shapeWords } from "../../shared/rules/shape-words.ts";
import type { LoadedRuleSet } from "./store.ts";
import { readStrictJson } from "./strict-json.ts";

export interface Compared {
  readonly ok: true;
  readonly label: string;
  readonly rules: ComparedRules;
}

export type ComparedBy = Compared | { readonly ok: false; readonly messages: readonly string[] };

/** By id. */
export type RuleSetsAtHand = ReadonlyMap<string, LoadedRuleSet>;

/** `name` is an id of `ruleSets`, or the path of a rules.json; never throws. */
export function comparedBy(name: string, ruleSets: RuleSetsAtHand): ComparedBy {
  const loaded = ruleSets.get(name);
  if (loaded !== undefined) return { ok: true, label: name, rules: comparedRules(loaded) };
  if (!isFile(name))
    return {
      ok: false,
      messages: [`"${name}" is neither a file nor a rule set; known: ${[...ruleSets.keys()].join(", ")}`],
    };
  const read = readStrictJson(name, name);
  if (!read.ok) return { ok: false, messages: read.faults.map(({ path, message }) => said(name, path, message)) };
  const parsed = RuleSetFile.safeParse(read.value, { jitless: true, error: shapeWords });
  if (!parsed.success)
    return { ok: false, messages: parsed.error.issues.map(({ path, message }) => said(name, pathText(path), message)) };
  const interpretations = new Map([...ruleSets.values()].flatMap(({ source }) => [...source.interpretations]));
  const layers = [...ruleSets.values()].map(({ source }) => source.documents);
  const documents = new Map(layers.flatMap((entries) => [...entries]));
  for (const [id, document] of Object.entries(parsed.data.documents)) documents.set(id, { id, ...document });
  return { ok: true, label: `${parsed.data.id} (${name})`, rules: { file: parsed.data, documents, interpretations } };
}

/** What a loaded rule set says itself, with the documents of its layers to name what it cites. */
export function comparedRules({ source }: LoadedRuleSet): ComparedRules {
  return { file: source.data, documents: source.documents, interpretations: source.interpretations };
}

function isFile(name: string): boolean {
  try {
    return statSync(name).isFile();
  } catch {
    return false;
  }
}

const said = (name: string, path: string, message: string): string =>
  `${name}: ${path === "" ? "" : `${path}: `}${message}`;

// Makes drafts: a new year from a rule set at hand, or what lies in a folder as files.
import { randomUUID } from "node:crypto";
import { isTree } from "../../shared/rules/points.ts";
import type { DraftCaseData, DraftData } from "../../shared/workbench/draft.ts";
import { documentId, type Notice, proposeYear } from "../../shared/workbench/new-year.ts";
import type { PolicyFiles } from "../policies/files.ts";
import type { DraftGround } from "./check-draft.ts";

export interface StartOrder {
  readonly base: string;
  readonly year: number;
  readonly notice: Omit<Notice, "id"> | null;
}

/** Null where the base is not at hand. Nothing in the draft is confirmed. */
export function startDraft({ base, year, notice }: StartOrder, { ruleSets, layers }: DraftGround): DraftData | null {
  const loaded = ruleSets.get(base);
  if (loaded === undefined) return null;
  const { data, national, counties } = loaded.source;
  const jurisdiction = base.split("/")[0] ?? "";
  const proposed = proposeYear({
    base: data,
    national,
    year,
    nationalAtHand: layers.has(`national/${year}.json`),
    counties,
    notice: notice === null ? null : { id: documentId(jurisdiction, notice.number), ...notice },
  });
  return {
    format: "canbao-draft/1",
    id: newId(`${jurisdiction}-${year}`),
    base,
    files: {
      rules: proposed.rules,
      ...(proposed.national === undefined ? {} : { national: proposed.national }),
      ...proposed.counties,
    },
    cases: [],
    confirmed: {},
    savedAt: "",
  };
}

/** A draft from files as they lie in policies/: one rules.json with what stands beside it. Null where there is none. */
export function draftFromFiles(folder: PolicyFiles, ground: DraftGround): DraftData | null {
  const rules = folder.read("rules.json");
  if (!rules.ok) return null;
  const id = isTree(rules.value) ? String(rules.value["id"]) : "";
  const files: Record<string, unknown> = { rules: rules.value };
  for (const name of folder.files("")) {
    const county = /^(county-\d{6})\.json$/.exec(name)?.[1];
    const read = county === undefined ? null : folder.read(name);
    if (county !== undefined && read?.ok === true) files[county] = read.value;
  }
  const national = folder.has("national.json") ? folder.read("national.json") : null;
  if (national?.ok === true) files["national"] = national.value;
  return {
    format: "canbao-draft/1",
    id: newId(id.replace("/", "-")),
    base: earlierYear(id, ground),
    files,
    cases: casesOf(folder),
    confirmed: {},
    savedAt: "",
  };
}

/** The newest rule set of the same place before that year: what the differences are shown against. */
function earlierYear(id: string, { ruleSets }: DraftGround): string | null {
  const [place, year] = id.split("/");
  const earlier = [...ruleSets.keys()].filter((other) => other.startsWith(`${place}/`) && other < `${place}/${year}`);
  return earlier.sort().at(-1) ?? null;
}

function casesOf(folder: PolicyFiles): readonly DraftCaseData[] & DraftCaseData[] {
  const read = folder.has("cases.json") ? folder.read("cases.json") : null;
  const cases = read?.ok === true && isTree(read.value) ? read.value["cases"] : null;
  if (!Array.isArray(cases)) return [];
  return cases.filter(isTree).map((entry, at) => ({
    id: `case-${at + 1}`,
    about: (isTree(entry["about"]) ? entry["about"] : { zh: "", en: "" }) as DraftCaseData["about"],
    source: (isTree(entry["source"]) ? entry["source"] : null) as DraftCaseData["source"],
    request: isTree(entry["request"]) ? { ...entry["request"] } : {},
    expect: isTree(entry["expect"]) ? { ...entry["expect"] } : {},
  }));
}

function newId(name: string): string {
  const start = name.toLowerCase().replace(/[^a-z0-9-]/g, "");
  return `${start === "" ? "draft" : start.slice(0, 40)}-${randomUUID().slice(0, 8)}`;
}

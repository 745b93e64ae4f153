// A category or special group gets another id: whatever names it in the draft's files and worked cases follows.
import { isTree } from "../rules/points.ts";
import type { DraftCaseData, DraftData } from "./draft.ts";
import { type Path, valueAt, withValue } from "./tree.ts";

export type Named = "category" | "group";

/** Where ids of either kind stand; `*` is any entry of a list. */
type Pattern = readonly string[];
interface Places {
  readonly defined: Path;
  readonly inFiles: readonly Pattern[];
  readonly inCases: readonly Pattern[];
}

const PLACES: Readonly<Record<Named, Places>> = {
  category: {
    defined: ["aid", "categories"],
    inFiles: [
      ["aid", "categories", "*", "resolvesTo"],
      ["groups", "*", "identities", "listed", "*"],
      ["groups", "*", "identities", "open", "identities", "*"],
      ["information", "*", "when", "identities", "*"],
    ],
    inCases: [
      ["request", "resident", "categories", "*"],
      ["expect", "contribution", "category"],
    ],
  },
  group: {
    defined: ["groups"],
    inFiles: [["information", "*", "when", "groups", "*"]],
    inCases: [
      ["request", "resident", "groups", "*", "group"],
      ["expect", "exemption", "group"],
    ],
  },
};

/** What the id at this place names; null where it is another id. */
export function namedAt(path: Path): Named | null {
  const start = path.slice(0, -2).join("/");
  if (path.at(-1) !== "id" || typeof path.at(-2) !== "number") return null;
  return start === "aid/categories" ? "category" : start === "groups" ? "group" : null;
}

export type IdRenamed =
  | { readonly ok: true; readonly draft: DraftData }
  /** Another category or group has the name: two would become one, and nobody could tell them apart again. */
  | { readonly ok: false; readonly code: "taken" };

/** @param path of the id itself, such as aid.categories[3].id */
export function idRenamed(draft: DraftData, file: string, path: Path, to: string): IdRenamed {
  const kind = namedAt(path);
  const from = valueAt(draft.files[file], path);
  const own = withValue(draft.files[file], path, to);
  const renamed = { ...draft, files: { ...draft.files, [file]: own } };
  if (kind === null || typeof from !== "string" || from === to) return { ok: true, draft: renamed };
  const others = idsOf(draft.files[file], kind).filter((_, at) => at !== path.at(-2));
  if (others.includes(to)) return { ok: false, code: "taken" };
  // A new entry had no name yet, or another entry still has it: what names that one stays with it.
  if (from === "" || others.includes(from)) return { ok: true, draft: renamed };
  const { inFiles, inCases } = PLACES[kind];
  const follow = (tree: unknown, patterns: readonly Pattern[]) =>
    patterns.flatMap((pattern) => placesOf(tree, pattern, from)).reduce((now, at) => withValue(now, at, to), tree);
  return {
    ok: true,
    draft: {
      ...renamed,
      files: Object.fromEntries(Object.entries(renamed.files).map(([key, tree]) => [key, follow(tree, inFiles)])),
      cases: renamed.cases.map((entry) => follow(entry, inCases) as DraftCaseData),
    },
  };
}

/** How many places of the files and the worked cases name it. */
export function referencesTo(draft: DraftData, kind: Named, id: string): number {
  if (id === "") return 0;
  const { inFiles, inCases } = PLACES[kind];
  const count = (tree: unknown, patterns: readonly Pattern[]) =>
    patterns.reduce((sum, pattern) => sum + placesOf(tree, pattern, id).length, 0);
  const files = Object.values(draft.files).reduce<number>((sum, tree) => sum + count(tree, inFiles), 0);
  return draft.cases.reduce((sum, entry) => sum + count(entry, inCases), files);
}

function idsOf(tree: unknown, kind: Named): readonly unknown[] {
  const entries = valueAt(tree, PLACES[kind].defined);
  return Array.isArray(entries) ? entries.map((entry: unknown) => (isTree(entry) ? entry["id"] : undefined)) : [];
}

function placesOf(tree: unknown, pattern: Pattern, id: string, before: Path = []): readonly Path[] {
  const [step, ...rest] = pattern;
  if (step === undefined) return tree === id ? [before] : [];
  if (step !== "*") return isTree(tree) ? placesOf(tree[step], rest, id, [...before, step]) : [];
  return Array.isArray(tree) ? tree.flatMap((item, at) => placesOf(item, rest, id, [...before, at])) : [];
}

// The options that a field of a draft has to name one of: an interpretation's default, and the reading that a rule holds under.
import { isTree, isWords, type PointWords } from "../rules/points.ts";
import { type Path, valueAt } from "./tree.ts";

export interface ReadingOption {
  readonly id: string;
  readonly text: PointWords;
}

type Inherited = Readonly<Record<string, { readonly options: readonly ReadingOption[] }>>;

/** @param inherited what the layers say of the interpretations that the draft takes from them */
export function optionsFor(
  files: Readonly<Record<string, unknown>>,
  file: string,
  path: Path,
  inherited: Inherited,
): readonly ReadingOption[] {
  const reading = readingOf(files[file], path);
  if (reading === null) return [];
  for (const layer of ["rules", "national"]) {
    const options = valueAt(files[layer], ["interpretations", reading, "options"]);
    if (!Array.isArray(options)) continue;
    return options.filter(isTree).flatMap(({ id, text }) => {
      if (typeof id !== "string" || id === "") return [];
      return [{ id, text: isWords(text) ? text : { zh: id, en: id } }];
    });
  }
  return Object.hasOwn(inherited, reading) ? (inherited[reading]?.options ?? []) : [];
}

/** Which interpretation a field speaks of: its own default, or the one named beside an `is`. */
function readingOf(tree: unknown, path: Path): string | null {
  const [first, id, last] = path;
  if (path.length === 3 && first === "interpretations" && last === "default") return String(id);
  if (path.at(-1) !== "is") return null;
  const named = valueAt(tree, [...path.slice(0, -1), "interpretation"]);
  return typeof named === "string" && named !== "" ? named : null;
}

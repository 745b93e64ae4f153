// A rule file seen as points: the smallest parts that carry a citation of their own, each with its figures. Found by shape,
// so that a mechanism that nobody foresaw here is still compared, confirmed and shown.

/** What a point says in one place: a figure, a word, a list of words. */
export type PointValue =
  | string
  | number
  | boolean
  | null
  | readonly (string | number | boolean | null)[]
  | PointWords
  | PointLength
  | PointReading;
export interface PointWords {
  readonly zh: string;
  readonly en: string;
}
export interface PointLength {
  readonly length: number;
  readonly unit: string;
}
/** What an interpretation decides. */
export interface PointReading {
  readonly by: string;
}

export interface PointCite {
  readonly document: string;
  readonly article: string;
  readonly grade: string;
  readonly silent: boolean;
  readonly summary: PointWords | null;
}

export interface Leaf {
  /** Names inside the point, entries of lists by their id: ["options", "yes", "text"]. */
  readonly names: readonly string[];
  /** The place in the file as it stands. */
  readonly path: readonly (string | number)[];
  readonly value: PointValue;
}

export const POINT_SECTIONS = [
  "general",
  "documents",
  "amounts",
  "aid",
  "periods",
  "wait",
  "groups",
  "further",
  "interpretations",
  "information",
] as const;
export type PointSection = (typeof POINT_SECTIONS)[number];

export interface Point {
  /** The same point of another year has the same key: names, entries of lists by their id. */
  readonly key: string;
  readonly names: readonly string[];
  readonly path: readonly (string | number)[];
  readonly section: PointSection;
  /** Null where the part has no citation of its own (a document is its own). */
  readonly cite: PointCite | null;
  readonly citePath: readonly (string | number)[] | null;
  readonly leaves: readonly Leaf[];
}

const SECTION_OF: Readonly<Record<string, PointSection>> = {
  documents: "documents",
  contribution: "amounts",
  subsidy: "amounts",
  majorIllness: "amounts",
  floors: "amounts",
  aid: "aid",
  periods: "periods",
  wait: "wait",
  missedYears: "wait",
  incentives: "wait",
  groups: "groups",
  interpretations: "interpretations",
  information: "information",
  format: "general",
  id: "general",
  extends: "general",
  name: "general",
  jurisdiction: "general",
  coverageYear: "general",
  version: "general",
  status: "general",
  ruleSet: "general",
  county: "general",
};

/** The section of a part by its first name; what nobody foresaw stands among the further rules. */
export function sectionOf(name: string | number | undefined): PointSection {
  return SECTION_OF[String(name)] ?? "further";
}

type Tree = Readonly<Record<string, unknown>>;
type Path = readonly (string | number)[];

export function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether an object is a citation: known by its three parts, also where one of them is not filled in yet. */
export function isCite(value: unknown): value is Tree {
  return isTree(value) && "document" in value && "article" in value && "grade" in value;
}

/** The points of a rule file in its own order. `file` need not be sound: what has no form yet has no point. */
export function pointsOf(file: unknown): readonly Point[] {
  if (!isTree(file)) return [];
  const found: Point[] = [];
  const general: Leaf[] = [];
  for (const [key, value] of Object.entries(file)) {
    if (key === "$schema") continue;
    if (SECTION_OF[key] === "general") collect(value, [key], [key], general, found);
    else if (key === "documents" || key === "interpretations") {
      if (isTree(value)) for (const [id, entry] of Object.entries(value)) addPoint(entry, [key, id], [key, id], found);
    } else addPart(value, [key], [key], found);
  }
  const first: Point = {
    key: "general",
    names: ["general"],
    path: [],
    section: "general",
    cite: null,
    citePath: null,
    leaves: general,
  };
  return [first, ...found];
}

/** A part that is a point, or holds points; figures beside them make a point without a citation. */
function addPart(value: unknown, names: readonly string[], path: Path, found: Point[]): void {
  const whole =
    !(isTree(value) || Array.isArray(value)) ||
    isCite(value) ||
    (isTree(value) && isCite(value["cite"])) ||
    (Array.isArray(value) && !value.some(isTree));
  if (whole) {
    addPoint(value, names, path, found);
    return;
  }
  if (Array.isArray(value)) {
    value.forEach((item: unknown, at) => {
      addPart(item, [...names, nameOf(item, at)], [...path, at], found);
    });
    return;
  }
  const loose: Leaf[] = [];
  const inside: Point[] = [];
  for (const [key, item] of Object.entries(value)) {
    if (typeof item === "object" && item !== null) addPart(item, [...names, key], [...path, key], inside);
    else collect(item, [key], [...path, key], loose, inside);
  }
  if (loose.length > 0)
    found.push({
      key: names.join("/"),
      names,
      path,
      section: sectionOf(names[0]),
      cite: null,
      citePath: null,
      leaves: loose,
    });
  found.push(...inside);
}

function addPoint(value: unknown, names: readonly string[], path: Path, found: Point[]): void {
  const leaves: Leaf[] = [];
  const inside: Point[] = [];
  const whole = isCite(value) ? value : null;
  const cite = whole ?? (isTree(value) && isCite(value["cite"]) ? value["cite"] : null);
  if (whole === null) {
    if (isTree(value)) {
      for (const [key, item] of Object.entries(value))
        if (key !== "cite") collect(item, [key], [...path, key], leaves, inside, names);
    } else collect(value, [], path, leaves, inside, names);
  }
  found.push({
    key: names.join("/"),
    names,
    path,
    section: sectionOf(names[0]),
    cite: cite === null ? null : citeOf(cite),
    citePath: cite === null ? null : whole === null ? [...path, "cite"] : path,
    leaves,
  });
  found.push(...inside);
}

/** Figures of one part; what has a citation of its own becomes a point beside it. */
function collect(
  value: unknown,
  names: readonly string[],
  path: Path,
  leaves: Leaf[],
  inside: Point[],
  pointNames: readonly string[] = [],
): void {
  if (isTree(value) && (isCite(value) || isCite(value["cite"]))) {
    addPoint(value, [...pointNames, ...names], path, inside);
    return;
  }
  if (isWords(value)) leaves.push({ names, path, value: { zh: value.zh, en: value.en } });
  else if (isLength(value)) leaves.push({ names, path, value: { length: value.length, unit: value.unit } });
  else if (isReading(value)) leaves.push({ names, path, value: { by: value.by } });
  else if (Array.isArray(value)) {
    if (value.every((item) => typeof item !== "object" || item === null))
      leaves.push({ names, path, value: value as readonly (string | number | boolean | null)[] });
    else
      value.forEach((item: unknown, at) => {
        collect(item, [...names, nameOf(item, at)], [...path, at], leaves, inside, pointNames);
      });
  } else if (isTree(value))
    for (const [key, item] of Object.entries(value))
      collect(item, [...names, key], [...path, key], leaves, inside, pointNames);
  else if (typeof value === "string" || typeof value === "number" || typeof value === "boolean" || value === null)
    leaves.push({ names, path, value });
}

/** What an entry of a list is called: its id, so that a place in the list does not matter. */
function nameOf(item: unknown, at: number): string {
  if (isTree(item)) for (const key of ["id", "who", "region", "no"]) if (key in item) return String(item[key]);
  return `#${at + 1}`;
}

export function isWords(value: unknown): value is PointWords {
  return (
    isTree(value) &&
    typeof value["zh"] === "string" &&
    typeof value["en"] === "string" &&
    Object.keys(value).length === 2
  );
}

function isLength(value: unknown): value is PointLength {
  return (
    isTree(value) &&
    typeof value["length"] === "number" &&
    typeof value["unit"] === "string" &&
    Object.keys(value).length === 2
  );
}

function isReading(value: unknown): value is PointReading {
  return isTree(value) && typeof value["by"] === "string" && Object.keys(value).length === 1;
}

function citeOf(cite: Tree): PointCite {
  const { document, article, grade, summary } = cite;
  return {
    document: String(document ?? ""),
    article: String(article ?? ""),
    grade: String(grade ?? ""),
    silent: cite["silent"] === true,
    summary: isWords(summary) ? { zh: summary.zh, en: summary.en } : null,
  };
}

// Two rule sets, point by point: what one says and the other does not, what changed, and where each is written.
import { parseIsoDay } from "../dates/iso.ts";
import {
  type Leaf,
  POINT_SECTIONS,
  type Point,
  type PointCite,
  type PointSection,
  type PointValue,
  type PointWords,
  pointsOf,
} from "./points.ts";

/** A citation with the document's own number, which a reader can look up. */
export interface DifferenceCite extends PointCite {
  readonly number: string;
}

export interface FieldChange {
  /** Names inside the point; [] is the point's own value. */
  readonly names: readonly string[];
  /** Undefined: the field is not there. Null: it is there and the document does not state it. */
  readonly old: PointValue | undefined;
  readonly new: PointValue | undefined;
  /** The same day or year, moved by so many years; null where it is more than that. */
  readonly movedByYears: number | null;
}

export interface Difference {
  /** `cite`: the point says the same and is written elsewhere, or with another grade. */
  readonly kind: "added" | "removed" | "changed" | "cite";
  readonly section: PointSection;
  readonly key: string;
  readonly names: readonly string[];
  readonly changes: readonly FieldChange[];
  readonly oldCite: DifferenceCite | null;
  readonly newCite: DifferenceCite | null;
  /** The question of an interpretation, also where the layer above asks it. */
  readonly question: PointWords | null;
  /** The point as a whole on both sides, to name it: its window, its topic. */
  readonly oldLeaves: readonly Leaf[];
  readonly newLeaves: readonly Leaf[];
}

/** One side: the file as written, and the numbers of all documents that its citations can name. */
export interface ComparedRules {
  readonly file: unknown;
  readonly documents: ReadonlyMap<string, { readonly number: string }>;
  /** The interpretations with what the layers above say of them. */
  readonly interpretations: ReadonlyMap<string, { readonly question: PointWords }>;
}

/** Every difference, in the order of the sections, and within them in the order of the newer file. */
export function differencesBetween(before: ComparedRules, after: ComparedRules): readonly Difference[] {
  const olds = byKey(before.file);
  const news = byKey(after.file);
  const found: Difference[] = [];
  for (const [key, now] of news) {
    const was = olds.get(key);
    const difference = compare(was, now, before, after);
    if (difference !== null) found.push(difference);
  }
  for (const [key, was] of olds)
    if (!news.has(key)) {
      const difference = compare(was, undefined, before, after);
      if (difference !== null) found.push(difference);
    }
  return POINT_SECTIONS.flatMap((section) => found.filter((difference) => difference.section === section));
}

function byKey(file: unknown): ReadonlyMap<string, Point> {
  const points = new Map<string, Point>();
  for (const point of pointsOf(file)) {
    if (saysNothing(point)) continue;
    // Two points of one name can stand in a draft only; the second keeps its place in the list.
    let { key } = point;
    while (points.has(key)) key += "'";
    points.set(key, point);
  }
  return points;
}

function compare(
  was: Point | undefined,
  now: Point | undefined,
  before: ComparedRules,
  after: ComparedRules,
): Difference | null {
  const point = now ?? was;
  if (point === undefined) return null;
  const changes = fieldChanges(was?.leaves ?? [], now?.leaves ?? []);
  const kind = was === undefined ? "added" : now === undefined ? "removed" : changes.length > 0 ? "changed" : "cite";
  if (kind === "cite" && sameCite(was?.cite ?? null, now?.cite ?? null)) return null;
  return {
    kind,
    section: point.section,
    key: point.key,
    names: point.names,
    changes,
    oldCite: withNumber(was?.cite ?? null, before),
    newCite: withNumber(now?.cite ?? null, after),
    question: point.names[0] === "interpretations" ? questionOf(point.names[1] ?? "", after, before) : null,
    oldLeaves: was?.leaves ?? [],
    newLeaves: now?.leaves ?? [],
  };
}

function questionOf(id: string, ...sides: readonly ComparedRules[]): PointWords | null {
  for (const { interpretations } of sides) {
    const found = interpretations.get(id);
    if (found !== undefined) return found.question;
  }
  return null;
}

function withNumber(cite: PointCite | null, { documents }: ComparedRules): DifferenceCite | null {
  return cite === null ? null : { ...cite, number: documents.get(cite.document)?.number ?? cite.document };
}

function sameCite(was: PointCite | null, now: PointCite | null): boolean {
  if (was === null || now === null) return was === now;
  return (["document", "article", "grade", "silent"] as const).every((part) => was[part] === now[part]);
}

function fieldChanges(olds: readonly Leaf[], news: readonly Leaf[]): readonly FieldChange[] {
  const name = ({ names }: Leaf) => names.join("/");
  const known = new Map(olds.map((leaf) => [name(leaf), leaf]));
  const changes: FieldChange[] = [];
  for (const leaf of news) {
    const was = known.get(name(leaf))?.value;
    if (!known.has(name(leaf)) || JSON.stringify(was) !== JSON.stringify(leaf.value))
      changes.push({ names: leaf.names, old: was, new: leaf.value, movedByYears: movedBy(was, leaf.value) });
  }
  const kept = new Set(news.map(name));
  for (const leaf of olds)
    if (!kept.has(name(leaf))) changes.push({ names: leaf.names, old: leaf.value, new: undefined, movedByYears: null });
  return changes;
}

/** "No rule of its own", an empty list: the same as no such part. What comes or goes is the rule. */
function saysNothing({ leaves }: Point): boolean {
  const [only, ...more] = leaves;
  if (only === undefined || more.length > 0 || only.names.length > 0) return false;
  return only.value === null || (Array.isArray(only.value) && only.value.length === 0);
}

const DAY = /^(\d{4})(-\d{2}-\d{2})$/;

/** How many years lie between two days that are otherwise the same; the end of February is the same day in any year. */
function movedBy(was: PointValue | undefined, now: PointValue | undefined): number | null {
  if (typeof was !== "string" || typeof now !== "string") return null;
  const [from, to] = [DAY.exec(was), DAY.exec(now)];
  if (from === null || to === null || parseIsoDay(was) === undefined || parseIsoDay(now) === undefined) return null;
  const same = from[2] === to[2] || (isLastOfFebruary(was) && isLastOfFebruary(now));
  const years = Number(to[1]) - Number(from[1]);
  return same && years !== 0 ? years : null;
}

export function isLastOfFebruary(day: string): boolean {
  const next = parseIsoDay(`${day.slice(0, 4)}-03-01`);
  return next !== undefined && parseIsoDay(day) === next - 1;
}

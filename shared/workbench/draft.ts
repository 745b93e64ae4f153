// A draft of a rule set (规则草稿): its files as data, which may still be wrong, and what the author has confirmed in them.
import { z } from "zod";
import { isCite, isTree, type Point, pointsOf } from "../rules/points.ts";
import { canonical, renamed } from "./tree.ts";

/** A file of the draft: `rules`, `national` (only where no layer of the year is at hand), `county-620602`. */
export const FileKey = z.string().regex(/^(rules|national|county-\d{6})$/);

/** A worked case being written: `expect` holds what the author typed, by the path of the result. */
export const DraftCase = z.strictObject({
  id: z.string().max(40),
  about: z.strictObject({ zh: z.string().max(300), en: z.string().max(300) }),
  source: z
    .strictObject({ document: z.string().max(200), article: z.string().max(200), grade: z.string().max(1) })
    .nullable(),
  request: z.record(z.string(), z.unknown()),
  /** Parts of the result, as in cases.json. */
  expect: z.record(z.string(), z.unknown()),
});
export type DraftCaseData = z.infer<typeof DraftCase>;

export const Draft = z.strictObject({
  format: z.literal("canbao-draft/1"),
  id: z.string().regex(/^[a-z0-9-]{1,60}$/),
  /** The rule set it was started from; null for files that came from elsewhere. */
  base: z.string().nullable(),
  files: z.record(FileKey, z.unknown()),
  cases: z.array(DraftCase).max(500),
  /** Address of a point → what it said when the author confirmed it. */
  confirmed: z.record(z.string(), z.string()),
  savedAt: z.string(),
});
export type DraftData = Readonly<z.infer<typeof Draft>>;

export type PointState =
  /** carried over or typed, and nobody has said that the notice says so */
  | "unconfirmed"
  /** confirmed once, and changed since */
  | "changed"
  /** confirmed itself, but the document that it cites is not */
  | "document-unconfirmed"
  | "confirmed";

export interface DraftPoint {
  /** `rules:contribution/standard` */
  readonly address: string;
  readonly file: string;
  readonly point: Point;
  readonly state: PointState;
}

/** The file keys in the order in which they are shown. */
export function fileKeys(draft: DraftData): readonly string[] {
  return Object.keys(draft.files).sort((one, other) => rank(one) - rank(other) || (one < other ? -1 : 1));
}

const rank = (key: string): number => (key === "rules" ? 0 : key === "national" ? 1 : 2);

/** All points of the draft with their state. */
export function draftPoints(draft: DraftData): readonly DraftPoint[] {
  const own = fileKeys(draft).flatMap((file) =>
    pointsOf(draft.files[file]).map((point) => ({ file, point, address: addressOf(file, point) })),
  );
  const doubtful = new Set(
    own
      .filter(({ point, address }) => point.section === "documents" && draft.confirmed[address] !== saidBy(point))
      .map(({ point }) => point.names[1]),
  );
  return own.map(({ file, point, address }) => ({
    address,
    file,
    point,
    state: stateOf(draft.confirmed[address], point, doubtful),
  }));
}

export function addressOf(file: string, point: Point): string {
  return `${file}:${point.key}`;
}

/** What a point says, as it is kept with its confirmation: a later change is seen. */
export function saidBy(point: Point): string {
  return canonical([point.leaves.map(({ names, value }) => [names, value]), point.cite]);
}

function stateOf(kept: string | undefined, point: Point, doubtful: ReadonlySet<string | undefined>): PointState {
  if (kept === undefined) return "unconfirmed";
  if (kept !== saidBy(point)) return "changed";
  return point.cite !== null && doubtful.has(point.cite.document) ? "document-unconfirmed" : "confirmed";
}

export type ConfirmProblem = "cite-incomplete" | "value-missing" | "silent-with-value";

/** Why a point cannot be confirmed as it stands; null where it can. */
export function confirmProblem(point: Point): ConfirmProblem | null {
  const { cite } = point;
  if (cite !== null && (cite.document === "" || cite.article.trim() === "" || cite.grade === ""))
    return "cite-incomplete";
  const own = point.leaves.filter(({ names }) => names.length > 0);
  if (own.some(({ value }) => value === "")) return "value-missing";
  const value = own.find(({ names }) => names.length === 1 && (names[0] === "value" || names[0] === "aid"))?.value;
  // A figure that stands there while the text is said to be silent about it: one of the two is wrong.
  if (cite?.silent === true && typeof value === "string") return "silent-with-value";
  return null;
}

/** Confirms points by their addresses; a point that cannot be confirmed stays as it is. */
export function confirmed(draft: DraftData, addresses: readonly string[]): DraftData {
  const wanted = new Set(addresses);
  const added = draftPoints(draft).filter(
    ({ address, point }) => wanted.has(address) && confirmProblem(point) === null,
  );
  if (added.length === 0) return draft;
  return {
    ...draft,
    confirmed: {
      ...draft.confirmed,
      ...Object.fromEntries(added.map(({ address, point }) => [address, saidBy(point)])),
    },
  };
}

/** Takes a confirmation back. */
export function unconfirmed(draft: DraftData, address: string): DraftData {
  const { [address]: _gone, ...kept } = draft.confirmed;
  return { ...draft, confirmed: kept };
}

/** What stands between a draft and a signature, point by point. */
export function openPoints(draft: DraftData): readonly DraftPoint[] {
  return draftPoints(draft).filter(({ state }) => state !== "confirmed");
}

/** Gives a document another id, in its file and in every citation of the draft. */
export function documentRenamed(draft: DraftData, file: string, from: string, to: string): DraftData {
  const listed = renamed(draft.files[file], ["documents", from], to);
  if (listed === draft.files[file]) return draft;
  const cited = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(cited);
    if (!isTree(value)) return value;
    if (isCite(value) && value["document"] === from) return { ...value, document: to };
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cited(item)]));
  };
  const files = Object.entries({ ...draft.files, [file]: listed }).map(([key, tree]) => [key, cited(tree)] as const);
  return { ...draft, files: Object.fromEntries(files) };
}

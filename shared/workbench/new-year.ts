// Last year's rule set as a proposal for a new coverage year: days moved, amounts carried over, nothing of it confirmed.
import { isoDay, parseIsoDay } from "../dates/iso.ts";
import { isLastOfFebruary } from "../rules/differences.ts";
import { isCite, isTree } from "../rules/points.ts";

/** The new year's notice, as far as the author has it before the start. */
export interface Notice {
  readonly id: string;
  readonly number: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly issuers: readonly string[];
  readonly issuedOn: string | null;
  readonly grade: string;
}

export interface NewYear {
  /** The rule file as it is written, without what the layers add. */
  readonly base: unknown;
  /** The national layer above it. */
  readonly national: unknown;
  readonly year: number;
  /** A layer of the new year is at hand: none is proposed. */
  readonly nationalAtHand: boolean;
  /** The county files of the base: tiers and townships' numbers to enrol, which are last year's until somebody looks. */
  readonly counties: readonly unknown[];
  readonly notice: Notice | null;
}

export interface ProposedFiles {
  readonly rules: unknown;
  /** Absent where the year has a layer already. */
  readonly national?: unknown;
  /** `county-620602` → its file. */
  readonly counties: Readonly<Record<string, unknown>>;
}

/** Made of data whose form is known only to the schema: what is no day and no citation is carried over as it is. */
export function proposeYear({ base, national, year, nationalAtHand, counties, notice }: NewYear): ProposedFiles {
  const file = isTree(base) ? base : {};
  const before = Number(file["coverageYear"]);
  const by = year - before;
  const rules = {
    ...(renamedYears(moveDays(withoutLayers(file), by), before, year) as Readonly<Record<string, unknown>>),
    id: String(file["id"]).replace(/\d{4}$/, String(year)),
    extends: `national/${year}`,
    coverageYear: year,
    version: "1.0.0",
    status: "provisional",
  };
  const main = mainDocument(file);
  return {
    rules: notice === null ? rules : citing(rules, main, notice),
    counties: Object.fromEntries(
      counties.filter(isTree).map((county) => {
        const proposed = { ...(moveDays(withoutLayers(county), by) as object), ruleSet: rules.id };
        return [`county-${county["county"]}`, notice === null ? proposed : recited(proposed, main, notice)];
      }),
    ),
    ...(nationalAtHand ? {} : { national: nextLayer(national, year, by) }),
  };
}

/**
 * The layer of the new year stands on the one before: readings and documents are inherited, floors and what the layer
 * itself has to say are proposed.
 */
function nextLayer(national: unknown, year: number, by: number): unknown {
  const layer = withoutLayers(isTree(national) ? national : {}) as Readonly<Record<string, unknown>>;
  const { $schema, format, floors, standing, outOfTime } = moveDays(layer, by) as Readonly<Record<string, unknown>>;
  return {
    ...($schema === undefined ? {} : { $schema }),
    format,
    id: `national/${year}`,
    extends: String(layer["id"]),
    coverageYear: year,
    version: "1.0.0",
    documents: {},
    floors,
    interpretations: {},
    standing,
    outOfTime,
    information: [],
  };
}

/** What the layers added while they were merged does not belong into a file. */
export function withoutLayers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutLayers);
  if (!isTree(value)) return value;
  const entries = Object.entries(value).filter(([key]) => !(key === "layer" && isCite(value)));
  return Object.fromEntries(entries.map(([key, item]) => [key, withoutLayers(item)]));
}

const BY_BIRTH: ReadonlySet<string> = new Set(["born-since", "newborn-with-insured-parent"]);
const STAYING: ReadonlySet<string> = new Set(["documents", "bornFrom", "bornTo", "eventFrom"]);

/** Days move with the year, but for the day on which a document was issued; the last of February stays the last. */
function moveDays(value: unknown, by: number, key = ""): unknown {
  if (Array.isArray(value)) return value.map((item) => moveDays(item, by, key));
  if (typeof value === "string") return moveDay(value, by);
  if (typeof value === "number") return key === "fiscalYear" || key === "unlessBornIn" ? value + by : value;
  if (!isTree(value)) return value;
  // From which birth on a rule holds was decided once: it is not of the year.
  if (BY_BIRTH.has(String(value["kind"]))) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, STAYING.has(name) ? item : moveDays(item, by, name)]),
  );
}

export function moveDay(text: string, years: number): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || parseIsoDay(text) === undefined) return text;
  const year = Number(text.slice(0, 4)) + years;
  if (isLastOfFebruary(text)) return isoDay((parseIsoDay(`${year}-03-01`) ?? 0) - 1);
  return `${year}${text.slice(4)}`;
}

/** The names of the rule set say its year. */
function renamedYears(file: unknown, before: number, year: number): unknown {
  if (!isTree(file) || !isTree(file["name"])) return file;
  const names = Object.entries(file["name"]).map(([language, text]) => [
    language,
    typeof text === "string" ? text.replaceAll(String(before), String(year)) : text,
  ]);
  return { ...file, name: Object.fromEntries(names) };
}

/** The document that most points rest on: the one that the new notice takes the place of. */
export function mainDocument(file: unknown): string {
  const counts = new Map<string, number>();
  const own = isTree(file) && isTree(file["documents"]) ? Object.keys(file["documents"]) : [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk);
    else if (isTree(value)) {
      if (isCite(value)) counts.set(String(value["document"]), (counts.get(String(value["document"])) ?? 0) + 1);
      else Object.values(value).forEach(walk);
    }
  };
  walk(file);
  return own.toSorted((one, other) => (counts.get(other) ?? 0) - (counts.get(one) ?? 0))[0] ?? "";
}

/** The same rules, cited from the new notice: the articles are last year's until somebody has looked. */
function citing(file: Readonly<Record<string, unknown>>, old: string, notice: Notice): unknown {
  const { id, ...document } = notice;
  const documents = isTree(file["documents"]) ? file["documents"] : {};
  const kept = Object.entries(documents).filter(([key]) => key !== old && key !== id);
  return { ...(recited(file, old, notice) as object), documents: Object.fromEntries([[id, document], ...kept]) };
}

function recited(value: unknown, old: string, notice: Notice): unknown {
  if (Array.isArray(value)) return value.map((item) => recited(item, old, notice));
  if (!isTree(value)) return value;
  if (isCite(value) && value["document"] === old) return { ...value, document: notice.id, grade: notice.grade };
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, recited(item, old, notice)]));
}

/** An id for a document from its number: 甘医保发〔2026〕61号 of gansu → gansu-2026-61. */
export function documentId(jurisdiction: string, number: string): string {
  const digits = number.normalize("NFKC").match(/\d+/g) ?? [];
  return [jurisdiction, ...digits].join("-").replace(/[^a-z0-9-]/g, "") || "notice";
}

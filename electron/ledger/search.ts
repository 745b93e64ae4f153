// Finds slips among hundreds of thousands in the time between two keystrokes, and hands them out masked.

import { maskName, maskNumber } from "../../shared/identity/masking.ts";
import type { FoundEntry, SearchPage, SearchQuery } from "../../shared/ledger/search.ts";
import { asNumber, asText, asTextOrNull, type Cell, type Database, int, text, type Value } from "./database.ts";
import { ENTRIES_PER_SLIP } from "./index-rows.ts";
import { nameMatch } from "./name-words.ts";

/** Beyond this the exact number tells a clerk nothing, and counting would cost more than finding. */
const COUNTED_TO = 1000;

interface Condition {
  readonly sql: string;
  readonly values: readonly Value[];
}

const COLUMNS = [
  "e.id",
  "e.seq",
  text("s.number"),
  text("e.day"),
  text("e.clerk"),
  text("e.rule_set"),
  text("e.name"),
  text("e.id_number"),
  text("e.county"),
  text("e.township"),
  text("e.category"),
  int("e.payable"),
  int("e.aid"),
  int("s.voided"),
  int("s.copies"),
].join(", ");

export function search(database: Database, query: SearchQuery): SearchPage {
  const plan = planOf(database, query);
  const more = query.after === undefined ? [] : [{ sql: `${plan.id} < ?`, values: [query.after] }];
  const page = where([...plan.conditions, ...more]);
  // The page's ids first: the wide rows are then read for these alone.
  const ids = database
    .rows(
      `SELECT ${plan.id} ${plan.from} ${page.sql} ORDER BY ${plan.id} DESC LIMIT ?`,
      ...page.values,
      query.limit + 1,
    )
    .map(([id]) => asNumber(id));
  const shown = ids.slice(0, query.limit);
  const entries = shown.flatMap((id) => {
    const row = database.row(`SELECT ${COLUMNS} FROM entry e JOIN slip s ON s.seq = e.seq WHERE e.id = ?`, id);
    return row === undefined ? [] : [foundEntry(row)];
  });
  return {
    entries,
    ...counted(database, query, plan, ids.length),
    next: ids.length > query.limit ? (shown.at(-1) ?? null) : null,
  };
}

/** Goes on counting beyond the page only where an index alone can say it: a thousand rows read to be counted take longer than all else. */
function counted(
  database: Database,
  query: SearchQuery,
  plan: Plan,
  found: number,
): Pick<SearchPage, "count" | "countedTo"> {
  if (query.after === undefined && found <= query.limit) return { count: found, countedTo: COUNTED_TO };
  if (!plan.byIndex) return { count: query.limit, countedTo: query.limit };
  const { sql, values } = where(plan.conditions);
  const [count] =
    database.row(`SELECT count(*) FROM (SELECT 1 ${plan.from} ${sql} LIMIT ?)`, ...values, COUNTED_TO) ?? [];
  return { count: asNumber(count), countedTo: COUNTED_TO };
}

function where(conditions: readonly Condition[]): Condition {
  if (conditions.length === 0) return { sql: "", values: [] };
  return {
    sql: `WHERE ${conditions.map((condition) => condition.sql).join(" AND ")}`,
    values: conditions.flatMap((condition) => condition.values),
  };
}

/** Where a query begins, and what has to hold. */
interface Plan {
  readonly from: string;
  /** The entry's id there. */
  readonly id: string;
  readonly conditions: readonly Condition[];
  /** No row of `entry` has to be read to know whether it holds. */
  readonly byIndex: boolean;
}

function planOf(database: Database, query: SearchQuery): Plan {
  const match = query.name === undefined ? undefined : nameMatch(query.name, query.township, query.payable);
  const few = query.idTail ?? query.idNumber ?? query.number;
  const span = daySpan(database, query);
  if (query.name !== undefined && match === undefined)
    return { ...BY_ENTRY, conditions: [{ sql: "e.id < 0", values: [] }], byIndex: true };
  return match !== undefined && few === undefined ? planByName(query, match, span) : planByEntry(query, match, span);
}

const BY_ENTRY = { from: "FROM entry e", id: "e.id" } as const;

/** The full-text index knows township and amount too, and hands its rows out newest first: a page of a frequent name ends early. */
function planByName(query: SearchQuery, match: string, span: Span): Plan {
  const rest = [...equalities(query, ["ruleSet", "category", "clerk"], ""), ...span.byDay];
  const byIndex = rest.length === 0;
  return {
    from: byIndex ? "FROM entry_word f" : "FROM entry_word f CROSS JOIN entry e ON e.id = f.rowid",
    id: "f.rowid",
    conditions: [
      { sql: "entry_word MATCH ? AND f.rowid BETWEEN ? AND ?", values: [match, span.first, span.last] },
      ...standing(query, "f.rowid"),
      ...rest,
    ],
    byIndex,
  };
}

function planByEntry(query: SearchQuery, match: string | undefined, span: Span): Plan {
  // Voided slips are few: then they are gone through, and a plus keeps SQLite from going by another index.
  const columns = ["idTail", "idNumber", "township", "ruleSet", "payable", "category", "clerk"] as const;
  const equal = equalities(query, columns, query.standing === "voided" ? "+" : "");
  const conditions = [
    ...equal,
    ...standing(query, "e.id"),
    ...(query.number === undefined ? [] : [beginning(query.number)]),
    ...(match === undefined ? [] : [named(match)]),
    ...span.byDay,
    ...(span.bounded ? [{ sql: "e.id BETWEEN ? AND ?", values: [span.first, span.last] }] : []),
  ];
  const together = columns.filter((column) => query[column] !== undefined).join("+");
  const byIndex =
    INDEXED.has(together) && query.standing !== "voided" && match === undefined && span.byDay.length === 0;
  return { ...BY_ENTRY, conditions, byIndex };
}

/** Columns that one index holds together. */
const INDEXED: ReadonlySet<string> = new Set([
  "",
  "idTail",
  "idNumber",
  "township",
  "township+payable",
  "ruleSet",
  "ruleSet+payable",
  "payable",
  "category",
  "clerk",
]);

const COLUMN_OF = {
  idTail: "e.id_tail",
  idNumber: "e.id_number",
  township: "e.township",
  ruleSet: "e.rule_set",
  payable: "e.payable",
  category: "e.category",
  clerk: "e.clerk",
} as const;

function equalities(
  query: SearchQuery,
  columns: readonly (keyof typeof COLUMN_OF)[],
  prefix: "" | "+",
): readonly Condition[] {
  return columns.flatMap((column) => {
    const value = query[column];
    return value === undefined ? [] : [{ sql: `${prefix}${COLUMN_OF[column]} = ?`, values: [value] }];
  });
}

/** An entry's id tells its slip, so that no row has to be read for it. */
function standing({ standing: wanted }: SearchQuery, id: "e.id" | "f.rowid"): readonly Condition[] {
  const voided = "(SELECT seq FROM slip WHERE voided IS NOT NULL)";
  switch (wanted) {
    case undefined:
      return [];
    case "valid":
      return [{ sql: `${id} / ${ENTRIES_PER_SLIP} NOT IN ${voided}`, values: [] }];
    case "voided":
      return id === "e.id"
        ? [{ sql: `e.seq IN ${voided}`, values: [] }]
        : [{ sql: `${id} / ${ENTRIES_PER_SLIP} IN ${voided}`, values: [] }];
  }
}

function beginning(number: string): Condition {
  return { sql: "e.seq IN (SELECT seq FROM slip WHERE number >= ? AND number < ?)", values: [number, `${number}~`] };
}

/** For few entries found otherwise: asks the full-text index about each. */
function named(match: string): Condition {
  const sql = "EXISTS (SELECT 1 FROM entry_word f WHERE f.rowid = e.id AND entry_word MATCH ?)";
  return { sql, values: [match] };
}

/** Ids that a span of days lies between; `byDay` where that is not enough. */
interface Span {
  readonly first: number;
  readonly last: number;
  readonly bounded: boolean;
  readonly byDay: readonly Condition[];
}

const ANY: Span = { first: 0, last: Number.MAX_SAFE_INTEGER, bounded: false, byDay: [] };
const NOWHERE: Span = { first: 1, last: 0, bounded: true, byDay: [] };

/**
 * Days grow with the records' numbers, so a span of days is a span of ids, which every index can be cut by. Only where a
 * clock was once accepted as it stood back do days lie out of order; then the day itself has to be looked at.
 */
function daySpan(database: Database, { from, through }: SearchQuery): Span {
  if (from === undefined && through === undefined) return ANY;
  const disorder = database.row("SELECT 1 FROM record WHERE json_extract(body, '$.clockBehind') = 1 LIMIT 1");
  if (disorder !== undefined) {
    return { ...ANY, byDay: [{ sql: "e.day >= ? AND e.day <= ?", values: [from ?? "0", through ?? "9"] }] };
  }
  const begin = database.row("SELECT id FROM entry WHERE day >= ? ORDER BY day, id LIMIT 1", from ?? "0");
  const end = database.row("SELECT id FROM entry WHERE day <= ? ORDER BY day DESC, id DESC LIMIT 1", through ?? "9");
  if (begin === undefined || end === undefined) return NOWHERE;
  return { first: asNumber(begin[0]), last: asNumber(end[0]), bounded: true, byDay: [] };
}

function foundEntry(row: readonly Cell[]): FoundEntry {
  const [
    id,
    seq,
    number,
    day,
    clerk,
    ruleSet,
    name,
    idNumber,
    county,
    township,
    category,
    payable,
    aid,
    voided,
    copies,
  ] = row;
  const fullName = asTextOrNull(name ?? null);
  const fullNumber = asTextOrNull(idNumber ?? null);
  return {
    id: asNumber(id),
    seq: asNumber(seq),
    number: asText(number),
    day: asText(day),
    clerk: asText(clerk),
    ruleSet: asText(ruleSet),
    name: fullName === null ? null : maskName(fullName),
    idNumber: fullNumber === null ? null : maskNumber(fullNumber),
    county: asTextOrNull(county ?? null),
    township: asTextOrNull(township ?? null),
    category: asTextOrNull(category ?? null),
    payable: payable === null ? null : asNumber(payable),
    aid: aid === null ? null : asNumber(aid),
    voided: voided !== null,
    copies: asNumber(copies),
  };
}

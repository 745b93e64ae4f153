// Finds slips among hundreds of thousands in the time between two keystrokes, and hands them out masked.

import { maskName, maskNumber } from "../../shared/identity/masking.ts";
import type { FoundEntry, SearchPage, SearchQuery } from "../../shared/ledger/search.ts";
import { asNumber, asText, asTextOrNull, type Cell, type Database, int, text, type Value } from "./database.ts";
import { nameTerms, townshipTerm } from "./index-rows.ts";

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
  const conditions = conditionsOf(database, query);
  // The full-text index hands out its rows newest first by itself, so that a page of a frequent surname ends early.
  const byName = nameTerms(query.name ?? "") !== "";
  const from = byName ? "FROM entry_name f CROSS JOIN entry e ON e.id = f.rowid" : "FROM entry e";
  const newest = byName ? "f.rowid" : "e.id";
  const all = where(conditions);
  const page = where(
    query.after === undefined ? conditions : [...conditions, { sql: "e.id < ?", values: [query.after] }],
  );
  // The page's ids first: the wide rows are then read for these alone.
  const ids = database
    .rows(`SELECT e.id ${from} ${page.sql} ORDER BY ${newest} DESC LIMIT ?`, ...page.values, query.limit + 1)
    .map(([id]) => asNumber(id));
  const shown = ids.slice(0, query.limit);
  const entries = shown.flatMap((id) => {
    const row = database.row(`SELECT ${COLUMNS} FROM entry e JOIN slip s ON s.seq = e.seq WHERE e.id = ?`, id);
    return row === undefined ? [] : [foundEntry(row)];
  });
  const [count] =
    database.row(`SELECT count(*) FROM (SELECT 1 ${from} ${all.sql} LIMIT ?)`, ...all.values, COUNTED_TO) ?? [];
  return {
    entries,
    count: asNumber(count),
    countedTo: COUNTED_TO,
    next: ids.length > query.limit ? (shown.at(-1) ?? null) : null,
  };
}

function where(conditions: readonly Condition[]): Condition {
  if (conditions.length === 0) return { sql: "", values: [] };
  return {
    sql: `WHERE ${conditions.map((condition) => condition.sql).join(" AND ")}`,
    values: conditions.flatMap((condition) => condition.values),
  };
}

function conditionsOf(database: Database, query: SearchQuery): readonly Condition[] {
  const conditions: Condition[] = [];
  // Voided slips are few: then they are gone through, and a plus keeps SQLite from going by another index.
  const few = query.standing === "voided" ? "+" : "";
  const equal = (column: string, value: Value | undefined) => {
    if (value !== undefined) conditions.push({ sql: `${few}${column} = ?`, values: [value] });
  };
  equal("e.id_tail", query.idTail);
  equal("e.id_number", query.idNumber);
  equal("e.township", query.township);
  equal("e.rule_set", query.ruleSet);
  equal("e.payable", query.payable);
  equal("e.category", query.category);
  equal("e.clerk", query.clerk);
  if (query.standing !== undefined) {
    const not = query.standing === "valid" ? "NOT " : "";
    conditions.push({ sql: `e.seq ${not}IN (SELECT seq FROM slip WHERE voided IS NOT NULL)`, values: [] });
  }
  if (query.number !== undefined) {
    const values = [query.number, `${query.number}~`];
    conditions.push({ sql: "e.seq IN (SELECT seq FROM slip WHERE number >= ? AND number < ?)", values });
  }
  const span = daySpan(database, query);
  return [...conditions, ...nameCondition(query, span), ...span.conditions];
}

/**
 * A surname has tens of thousands of bearers: the full-text index itself narrows them down by township and by the span of
 * ids. It may find too many (part of a township's name), never too few.
 */
function nameCondition(query: SearchQuery, { first, last }: Span): readonly Condition[] {
  const name = nameTerms(query.name ?? "");
  if (name === "") return [];
  const township = townshipTerm(query.township ?? "");
  const match = `name : "${name}"${township === "" ? "" : ` AND township : "${township}"`}`;
  const sql = "entry_name MATCH ? AND f.rowid BETWEEN ? AND ?";
  return [{ sql, values: [match, first, last] }];
}

/** Ids that a span of days lies between, and what has to hold besides. */
interface Span {
  readonly first: number;
  readonly last: number;
  readonly conditions: readonly Condition[];
}

const ANY: Span = { first: 0, last: Number.MAX_SAFE_INTEGER, conditions: [] };
const NONE: Span = { first: 1, last: 0, conditions: [{ sql: "e.id < 0", values: [] }] };

/**
 * Days grow with the records' numbers, so a span of days is a span of ids, which every index can be cut by. Only where a
 * clock was once accepted as it stood back do days lie out of order; then the day itself has to be looked at.
 */
function daySpan(database: Database, { from, through }: SearchQuery): Span {
  if (from === undefined && through === undefined) return ANY;
  const disorder = database.row("SELECT 1 FROM record WHERE json_extract(body, '$.clockBehind') = 1 LIMIT 1");
  if (disorder !== undefined) {
    return { ...ANY, conditions: [{ sql: "e.day >= ? AND e.day <= ?", values: [from ?? "0", through ?? "9"] }] };
  }
  const begin = database.row("SELECT id FROM entry WHERE day >= ? ORDER BY day, id LIMIT 1", from ?? "0");
  const end = database.row("SELECT id FROM entry WHERE day <= ? ORDER BY day DESC, id DESC LIMIT 1", through ?? "9");
  if (begin === undefined || end === undefined) return NONE;
  const [first, last] = [asNumber(begin[0]), asNumber(end[0])];
  return { first, last, conditions: [{ sql: "e.id BETWEEN ? AND ?", values: [first, last] }] };
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

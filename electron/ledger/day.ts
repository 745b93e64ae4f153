// The day at the counter: its totals, its close, and its reopening with a reason.

import { type DayTotals, RecordBody, type Sums } from "../../shared/ledger/record.ts";
import { readRecord } from "./chain.ts";
import { asNumber, asText, asTextOrNull, type Cell, type Database, int, text } from "./database.ts";
import { LedgerFailure } from "./failure.ts";
import { type Actor, act, type Session } from "./session.ts";

export interface DayState {
  readonly day: string;
  /** As it stands now, voids since a close included. */
  readonly totals: DayTotals;
  readonly closed: ClosedDay | null;
  /** Why it was reopened, oldest first. */
  readonly reopened: readonly { readonly at: string; readonly clerk: string; readonly reason: string }[];
}

export interface ClosedDay {
  readonly at: string;
  readonly clerk: string;
  /** The close's own number in the chain and the hash there: printed, they bear witness outside the machine. */
  readonly seq: number;
  readonly hash: string;
  readonly totals: DayTotals;
}

/** A newborn's line for its other coverage year lies directly below its first: the same person, another rule set than the slip's. */
const PERSON = "e.id - (e.rule_set <> s.rule_set)";
const SUMS = `count(DISTINCT e.seq), count(DISTINCT ${PERSON}), count(*), sum(e.payable IS NULL), total(e.payable), total(e.aid), total(e.central), total(e.province), total(e.city_county)`;
const OF_DAY = "FROM entry e JOIN slip s ON s.seq = e.seq WHERE e.day = ? AND s.voided IS NULL";

/** Sums of the slips issued on that day that are not voided. */
export function dayTotals(database: Database, day: string): DayTotals {
  const by = (column: string) =>
    database
      .rows(`SELECT ${text(column)}, ${SUMS} ${OF_DAY} GROUP BY ${column} ORDER BY ${column}`, day)
      .map(([key, ...cells]) => ({ key: asTextOrNull(key ?? null), sums: sumsOf(cells) }));
  const number = (sql: string) => asNumber(database.row(sql, day)?.[0]);
  return {
    day,
    total: sumsOf(database.row(`SELECT ${SUMS} ${OF_DAY}`, day) ?? []),
    byCategory: by("e.category"),
    byTownship: by("e.township"),
    byClerk: by("e.clerk"),
    byRuleSet: by("e.rule_set"),
    voided: number("SELECT count(*) FROM slip WHERE day = ? AND voided IS NOT NULL"),
    voidedEarlier: number(
      "SELECT count(*) FROM record r JOIN slip s ON s.voided = r.seq WHERE r.kind = 'void' AND r.day = ? AND s.day < r.day",
    ),
    reprints: number("SELECT count(*) FROM record WHERE kind = 'reprint' AND day = ?"),
  };
}

export function dayState(database: Database, day: string): DayState {
  const row = database.row(`SELECT ${int("closed_by")} FROM day_state WHERE day = ?`, day);
  return {
    day,
    totals: dayTotals(database, day),
    closed: row === undefined ? null : closedDay(database, asNumber(row[0])),
    reopened: reopenings(database, day),
  };
}

/** Days with slips or a close, newest first. */
export function listDays(
  database: Database,
  limit: number,
): readonly { readonly day: string; readonly slips: number; readonly closed: boolean }[] {
  return database
    .rows(
      `SELECT ${text("s.day")}, count(*), EXISTS (SELECT 1 FROM day_state d WHERE d.day = s.day)
       FROM slip s GROUP BY s.day ORDER BY s.day DESC LIMIT ?`,
      limit,
    )
    .map(([day, slips, closed]) => ({ day: asText(day), slips: asNumber(slips), closed: closed === 1 }));
}

/** From now on that day takes no more slips. Throws `day-closed`. */
export function closeDay(session: Session, actor: Actor, day: string): ClosedDay {
  const { database } = session;
  const seq = act(session, actor, (add) => {
    if (isClosed(database, day)) throw new LedgerFailure("day-closed", { day });
    const head = add({ kind: "close", closed: day, totals: dayTotals(database, day) });
    database.run("INSERT INTO day_state (day, closed_by) VALUES (?, ?)", day, head.seq);
    return head.seq;
  });
  return closedDay(database, seq);
}

/** Throws `day-not-closed`, `reason-needed`. */
export function reopenDay(session: Session, actor: Actor, day: string, reason: string): void {
  const said = reason.trim();
  if (said.length < 2) throw new LedgerFailure("reason-needed");
  act(session, actor, (add) => {
    if (!isClosed(session.database, day)) throw new LedgerFailure("day-not-closed", { day });
    add({ kind: "reopen", reopened: day, reason: said });
    session.database.run("DELETE FROM day_state WHERE day = ?", day);
  });
}

function isClosed(database: Database, day: string): boolean {
  return database.row("SELECT 1 FROM day_state WHERE day = ?", day) !== undefined;
}

function closedDay(database: Database, seq: number): ClosedDay {
  const record = readRecord(database, seq);
  const body = RecordBody.safeParse(record === undefined ? undefined : JSON.parse(record.body));
  if (record === undefined || !body.success || body.data.kind !== "close") {
    throw new LedgerFailure("record-damaged", { seq });
  }
  const { at, clerk, totals } = body.data;
  return { at, clerk, seq, hash: Buffer.from(record.hash).toString("hex"), totals };
}

function reopenings(database: Database, day: string): DayState["reopened"] {
  return database
    .rows(
      `SELECT ${text("body")} FROM record WHERE kind = 'reopen' AND json_extract(body, '$.reopened') = ? ORDER BY seq`,
      day,
    )
    .flatMap(([cell]) => {
      const body = RecordBody.parse(JSON.parse(asText(cell)));
      return body.kind === "reopen" ? [{ at: body.at, clerk: body.clerk, reason: body.reason }] : [];
    });
}

function sumsOf(cells: readonly Cell[]): Sums {
  const [slips, residents, payments, unknown, resident, aid, central, province, cityCounty] = cells.map((cell) =>
    cell === null ? 0 : asNumber(cell),
  );
  return {
    slips: slips ?? 0,
    residents: residents ?? 0,
    payments: payments ?? 0,
    unknown: unknown ?? 0,
    resident: resident ?? 0,
    aid: aid ?? 0,
    central: central ?? 0,
    province: province ?? 0,
    cityCounty: cityCounty ?? 0,
  };
}

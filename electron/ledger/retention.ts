// Lets go of people: of all whose slips are older than the bureau keeps them, or of one who asks. The chain stays whole.

import type { PersonPayload } from "../../shared/ledger/record.ts";
import { asNumber, type Database, int } from "./database.ts";
import { LedgerFailure } from "./failure.ts";
import { ENTRIES_PER_SLIP } from "./index-rows.ts";
import { DOCUMENT_PLACE, readPayload } from "./payload.ts";
import { type Actor, act, type Session } from "./session.ts";
import { readSlipBody } from "./slips.ts";

/** How many slips a purge would strip of names. */
export function countBefore(database: Database, day: string): number {
  const sql = "SELECT count(DISTINCT p.seq) FROM payload p WHERE p.seq <= ?";
  return asNumber(database.row(sql, lastBefore(database, day))?.[0]);
}

/**
 * Drops names, numbers, cases and printed slips of all slips issued before that day; what they amounted to stays.
 * Throws `nothing-to-purge`. Returns how many slips.
 */
export function purgeBefore(session: Session, actor: Actor, day: string): number {
  const { database } = session;
  const count = act(session, actor, (add) => {
    const through = lastBefore(database, day);
    const slips = countBefore(database, day);
    if (slips === 0) throw new LedgerFailure("nothing-to-purge", { before: day });
    add({ kind: "purge", before: day, through, slips });
    database.run("DELETE FROM payload WHERE seq <= ?", through);
    database.run(
      "UPDATE entry SET name = NULL, id_number = NULL, id_tail = NULL WHERE id < ?",
      (through + 1) * ENTRIES_PER_SLIP,
    );
    database.run("DELETE FROM entry_word WHERE rowid < ?", (through + 1) * ENTRIES_PER_SLIP);
    return slips;
  });
  forget(database);
  return count;
}

export interface ResidentSlip {
  readonly number: string;
  readonly day: string;
  readonly voided: boolean;
  readonly person: PersonPayload | null;
}

/** Everything kept about one resident, in full, for that resident; on record as an export. Throws `resident-unknown`. */
export function exportResident(session: Session, actor: Actor, idNumber: string): readonly ResidentSlip[] {
  const { database } = session;
  return act(session, actor, (add) => {
    const found = entriesOf(database, idNumber);
    if (found.length === 0) throw new LedgerFailure("resident-unknown");
    add({ kind: "export", what: "resident", full: true, rows: found.length });
    return found.map(({ seq, place }) => {
      const body = readSlipBody(database, seq);
      const person = readPayload(database, seq, place, body.payloads[place] ?? "") as PersonPayload | undefined;
      const voided = database.row("SELECT voided IS NOT NULL FROM slip WHERE seq = ?", seq)?.[0] === 1;
      return { number: body.number, day: body.day, voided, person: person ?? null };
    });
  });
}

/** Drops one resident from every slip. Throws `resident-unknown`, `reason-needed`. Returns from how many slips. */
export function eraseResident(session: Session, actor: Actor, idNumber: string, reason: string): number {
  const said = reason.trim();
  if (said.length < 2) throw new LedgerFailure("reason-needed");
  const { database } = session;
  const count = act(session, actor, (add) => {
    const places = new Map<number, number[]>();
    for (const { seq, place } of entriesOf(database, idNumber)) {
      places.set(seq, [...(places.get(seq) ?? []), place]);
    }
    if (places.size === 0) throw new LedgerFailure("resident-unknown");
    const slips = [...places].map(([seq, of]) => ({ seq, places: of }));
    add({ kind: "erase", slips, reason: said });
    for (const slip of slips) {
      for (const place of slip.places) {
        const id = slip.seq * ENTRIES_PER_SLIP + place;
        database.run("DELETE FROM payload WHERE seq = ? AND place IN (?, ?)", slip.seq, place, DOCUMENT_PLACE);
        database.run("UPDATE entry SET name = NULL, id_number = NULL, id_tail = NULL WHERE id = ?", id);
        database.run("DELETE FROM entry_word WHERE rowid = ?", id);
      }
    }
    return slips.length;
  });
  forget(database);
  return count;
}

/** Brings the erasure into the file itself: until then the write-ahead log still holds what was there. */
function forget(database: Database): void {
  database.run("INSERT INTO entry_word (entry_word) VALUES ('optimize')");
  database.pragma("wal_checkpoint(TRUNCATE)");
}

function entriesOf(database: Database, idNumber: string): readonly { readonly seq: number; readonly place: number }[] {
  return database
    .rows(`SELECT ${int("id")} FROM entry WHERE id_number = ? ORDER BY id`, idNumber)
    .map(([cell]) => asNumber(cell))
    .map((id) => ({ seq: Math.floor(id / ENTRIES_PER_SLIP), place: id % ENTRIES_PER_SLIP }));
}

/** The number in the chain of the last slip before that day; 0 where there is none. */
function lastBefore(database: Database, day: string): number {
  const row = database.row(`SELECT ${int("min(seq)")} FROM slip WHERE day >= ?`, day);
  const first = row?.[0] ?? null;
  if (first !== null) return asNumber(first) - 1;
  const last = database.row(`SELECT ${int("max(seq)")} FROM slip`)?.[0] ?? null;
  return last === null ? 0 : asNumber(last);
}

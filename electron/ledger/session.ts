// An open ledger: its connection, keys, clock and newest record, and the one way in which records are added to it.

import type { Entry, RecordBody } from "../../shared/ledger/record.ts";
import { type Anchor, writeAnchor } from "./anchor.ts";
import { append, type Head, readHead } from "./chain.ts";
import { BACKWARDS_TOLERANCE_MS, type Clock, type Now } from "./clock.ts";
import { asNumber, asText, type Database, int, text } from "./database.ts";
import { LedgerFailure } from "./failure.ts";
import type { LedgerKeys } from "./keys.ts";

export interface Session {
  readonly database: Database;
  readonly keys: LedgerKeys;
  readonly clock: Clock;
  readonly anchorFile: string;
  readonly ledgerId: string;
  readonly station: string;
}

/** Who does it. `acceptClock`: the clerk was told that the clock stands before the last record, and goes on. */
export interface Actor {
  readonly clerk: string;
  readonly acceptClock?: boolean;
}

export type Add = (entry: Entry) => Head;

/**
 * One act at the counter: its records and all that is derived from them, in one transaction, then the anchor.
 * Throws a LedgerFailure `clock-behind` where the clock stands before the last record and nobody accepted that.
 */
export function act<Value>(session: Session, actor: Actor, work: (add: Add, now: Now) => Value): Value {
  const { database, keys } = session;
  let newest: Head | undefined;
  const value = database.write(() => {
    let head = readHead(database);
    const now = session.clock();
    const clockBehind = head !== undefined && isBehind(now, head);
    if (clockBehind && actor.acceptClock !== true) {
      throw new LedgerFailure("clock-behind", { now: now.at, last: head?.at ?? "" });
    }
    return work((entry) => {
      const body = {
        ...entry,
        format: "canbao-record/1",
        seq: (head?.seq ?? 0) + 1,
        at: now.at,
        day: now.day,
        clerk: actor.clerk,
        ...(clockBehind ? { clockBehind: true } : {}),
      } as RecordBody;
      head = append(database, keys, head, body);
      newest = head;
      return head;
    }, now);
  });
  if (newest !== undefined) keepAnchor(session, newest);
  return value;
}

/** Never back over midnight, not even by a second: searching relies on days growing with the records' numbers. */
function isBehind(now: Now, head: Head): boolean {
  return Date.parse(now.at) < Date.parse(head.at) - BACKWARDS_TOLERANCE_MS || now.day < head.day;
}

/** A record that is on the disk stays acknowledged even where the anchor cannot follow: the next one takes it along. */
function keepAnchor(session: Session, head: Head): void {
  try {
    writeAnchor(session.anchorFile, session.keys, anchorOf(session, head));
  } catch (error) {
    if (typeof (error as NodeJS.ErrnoException).code !== "string") throw error;
  }
}

export function anchorOf(session: Session, head: Head): Anchor {
  const last = session.database.row(`SELECT ${text("day")}, ${int("last")} FROM counter ORDER BY day DESC LIMIT 1`);
  return {
    ledger: session.ledgerId,
    seq: head.seq,
    hash: Buffer.from(head.hash).toString("hex"),
    at: head.at,
    slips: last === undefined ? null : { day: asText(last[0]), counter: asNumber(last[1]) },
  };
}

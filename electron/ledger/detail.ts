// One slip in full, masked unless somebody asks to see it, which becomes a record.

import { maskName, maskNumber } from "../../shared/identity/masking.ts";
import type { PersonPayload, SlipBody } from "../../shared/ledger/record.ts";
import { asText, type Database, text } from "./database.ts";
import { codeOf } from "./issue.ts";
import { DOCUMENT_PLACE, readPayload } from "./payload.ts";
import { type Actor, act, type Session } from "./session.ts";
import { findSlip, readSlipBody } from "./slips.ts";

export interface SlipDetail {
  readonly body: SlipBody;
  readonly code: string;
  /** Null where a resident's part was erased or purged. */
  readonly people: readonly (PersonPayload | null)[];
  readonly masked: boolean;
  /** What was done with it since, oldest first. */
  readonly history: readonly SlipAct[];
}

export interface SlipAct {
  readonly seq: number;
  readonly kind: "void" | "reprint" | "reveal";
  readonly at: string;
  readonly clerk: string;
  readonly reason: string | null;
}

/** Throws `slip-unknown`, `record-damaged`. */
export function slipDetail(session: Session, number: string): SlipDetail {
  const detail = fullDetail(session, number);
  return { ...detail, people: detail.people.map((person) => (person === null ? null : masked(person))), masked: true };
}

/** As `slipDetail`, with names and numbers, after it is on record that they were seen. */
export function revealSlip(session: Session, actor: Actor, number: string, reason: string): SlipDetail {
  act(session, actor, (add) => {
    const slip = findSlip(session.database, number);
    add({ kind: "reveal", slip: slip.seq, number: slip.number, reason: reason.trim() });
  });
  return fullDetail(session, number);
}

function fullDetail({ database, keys }: Session, number: string): SlipDetail {
  const body = readSlipBody(database, findSlip(database, number).seq);
  const people = body.payloads.map(
    (hash, place) => (readPayload(database, body.seq, place, hash) as PersonPayload | undefined) ?? null,
  );
  return { body, code: codeOf(keys, body), people, masked: false, history: historyOf(database, body.seq) };
}

/** The printed slip; undefined where it was erased or purged. */
export function printedDocument(database: Database, body: SlipBody): unknown {
  return readPayload(database, body.seq, DOCUMENT_PLACE, body.document);
}

function masked(person: PersonPayload): PersonPayload {
  return {
    ...person,
    name: person.name === null ? null : maskName(person.name),
    idNumber: person.idNumber === null ? null : maskNumber(person.idNumber),
  };
}

function historyOf(database: Database, seq: number): readonly SlipAct[] {
  return database
    .rows(
      `SELECT ${text("body")} FROM record
       WHERE kind IN ('void', 'reprint', 'reveal') AND json_extract(body, '$.slip') = ? ORDER BY seq`,
      seq,
    )
    .map(([cell]) => {
      const { seq: own, kind, at, clerk, reason } = JSON.parse(asText(cell)) as SlipAct;
      return { seq: own, kind, at, clerk, reason: reason ?? null };
    });
}

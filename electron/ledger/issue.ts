// Issues a slip, voids it, copies it: each a record; nothing is ever changed or taken away.

import type { RulesToKeep } from "../../shared/ledger/archived-rules.ts";
import { canonicalJson, type Json } from "../../shared/ledger/canonical.ts";
import type { MemberFigures, SlipBody } from "../../shared/ledger/record.ts";
import {
  HASH_DIGITS,
  type SlipCode,
  signatureLetters,
  signedText,
  slipCodeText,
} from "../../shared/ledger/slip-code.ts";
import { slipNumber } from "../../shared/ledger/slip-number.ts";
import type { Now } from "./clock.ts";
import { asNumber, type Database, int } from "./database.ts";
import { LedgerFailure } from "./failure.ts";
import { indexSlip } from "./index-rows.ts";
import { type LedgerKeys, sha256 } from "./keys.ts";
import { DOCUMENT_PLACE, keepPayload, readPayload, sealPayload } from "./payload.ts";
import { keepRules } from "./rule-archive.ts";
import { type Actor, type Add, act, type Session } from "./session.ts";
import { findSlip, readSlipBody } from "./slips.ts";

export interface SlipMember {
  readonly name: string | null;
  readonly idNumber: string | null;
  readonly request: Json;
  readonly result: Json;
  readonly figures: MemberFigures;
}

/** A line that another coverage year's rule set answered. */
export interface OtherLine {
  readonly place: number;
  readonly ruleSet: SlipBody["ruleSet"];
  readonly rules: RulesToKeep;
  readonly interpretations: SlipBody["interpretations"];
}

export interface NewSlip {
  /** Any text of 8–64 characters that is not used again; the same one twice gives the same slip. */
  readonly nonce: string;
  readonly ruleSet: SlipBody["ruleSet"];
  /** That rule set itself, kept as long as the slip. */
  readonly rules: RulesToKeep;
  readonly engine: string;
  readonly interpretations: SlipBody["interpretations"];
  /** Lines of a newborn's other coverage year; the members not named here rest on `ruleSet`. */
  readonly others?: readonly OtherLine[];
  readonly members: readonly SlipMember[];
  /** What will be printed, still without number, code and copy mark. */
  readonly document: Json;
}

export interface IssuedSlip {
  readonly seq: number;
  readonly number: string;
  /** The text of the QR code. */
  readonly code: string;
  readonly at: string;
  readonly day: string;
  readonly copies: number;
}

/** Throws `day-closed`, `clock-behind`; `nonce-reused` where the nonce stands for another case. */
export function issueSlip(session: Session, actor: Actor, slip: NewSlip): IssuedSlip {
  return act(session, actor, (add, now) => writeSlip(session, actor, slip, add, now));
}

/** Issues all of them or none: the slips of one visit, or of a test. */
export function issueSlips(session: Session, actor: Actor, slips: readonly NewSlip[]): readonly IssuedSlip[] {
  return act(session, actor, (add, now) => slips.map((slip) => writeSlip(session, actor, slip, add, now)));
}

function writeSlip(session: Session, actor: Actor, slip: NewSlip, add: Add, now: Now): IssuedSlip {
  const { database, keys } = session;
  const before = database.row("SELECT seq FROM slip WHERE nonce = ?", slip.nonce);
  if (before !== undefined) return issuedBefore(session, asNumber(before[0]), slip);
  if (database.row("SELECT 1 FROM day_state WHERE day = ?", now.day) !== undefined) {
    throw new LedgerFailure("day-closed", { day: now.day });
  }
  const others = slip.others ?? [];
  for (const rules of [slip.rules, ...others.map((other) => other.rules)]) keepRules(database, rules);
  const counter = nextCounter(database, now.day);
  const { number } = slipNumber(session.station, now.day, counter);
  const requests = slip.members.map((member) => member.request);
  const people = slip.members.map(({ name, idNumber, request, result }) =>
    sealPayload({ name, idNumber, request, result }),
  );
  const document = sealPayload(slip.document);
  const body = {
    kind: "slip",
    number,
    station: session.station,
    counter,
    nonce: slip.nonce,
    ruleSet: slip.ruleSet,
    rules: slip.rules.hash,
    engine: slip.engine,
    interpretations: slip.interpretations,
    // Absent on all other slips, so that their records are spelled as they always were.
    ...(others.length === 0 ? {} : { others: others.map((other) => ({ ...other, rules: other.rules.hash })) }),
    inputHash: inputHash(number, requests),
    payloads: people.map((person) => person.hash),
    document: document.hash,
    members: slip.members.map((member) => member.figures),
  } as const;
  const { seq } = add(body);
  people.forEach((person, place) => {
    keepPayload(database, seq, place, person);
  });
  keepPayload(database, seq, DOCUMENT_PLACE, document);
  indexSlip(database, { ...body, seq, day: now.day, clerk: actor.clerk }, slip.members);
  return { seq, number, code: codeOf(keys, body), at: now.at, day: now.day, copies: 0 };
}

/** Throws `slip-unknown`, `slip-voided`, `reason-needed`. Returns the void's own number in the chain. */
export function voidSlip(session: Session, actor: Actor, number: string, reason: string): number {
  const said = reason.trim();
  if (said.length < 2) throw new LedgerFailure("reason-needed");
  return act(session, actor, (add) => {
    const slip = findSlip(session.database, number);
    if (slip.voided !== null) throw new LedgerFailure("slip-voided", { number: slip.number });
    const { seq } = add({ kind: "void", slip: slip.seq, number: slip.number, reason: said });
    session.database.run("UPDATE slip SET voided = ? WHERE seq = ?", seq, slip.seq);
    return seq;
  });
}

/** Counts one more copy and hands back what to print. Throws `slip-erased` where the printed slip is gone: nothing is counted then. */
export function reprintSlip(session: Session, actor: Actor, number: string): IssuedSlip & { readonly document: Json } {
  return act(session, actor, (add) => {
    const slip = findSlip(session.database, number);
    if (slip.voided !== null) throw new LedgerFailure("slip-voided", { number: slip.number });
    const body = readSlipBody(session.database, slip.seq);
    const document = readPayload(session.database, slip.seq, DOCUMENT_PLACE, body.document) as Json | undefined;
    if (document === undefined) throw new LedgerFailure("slip-erased", { number: slip.number });
    const copies = slip.copies + 1;
    add({ kind: "reprint", slip: slip.seq, number: slip.number, copy: copies });
    session.database.run("UPDATE slip SET copies = ? WHERE seq = ?", copies, slip.seq);
    return {
      seq: slip.seq,
      number: body.number,
      code: codeOf(session.keys, body),
      at: body.at,
      day: body.day,
      copies,
      document,
    };
  });
}

/** Salted with the number, so that equal cases do not show as equal. */
export function inputHash(number: string, requests: readonly Json[]): string {
  return sha256("canbao-input/1\n", number, "\n", canonicalJson(requests)).toString("hex");
}

export function codeOf(keys: LedgerKeys, body: Pick<SlipBody, "number" | "ruleSet" | "inputHash">): string {
  const parts: Omit<SlipCode, "signature"> = {
    number: body.number,
    ruleSetHash: shortHash(body.ruleSet.hash),
    inputHash: shortHash(body.inputHash),
  };
  return slipCodeText({ ...parts, signature: signatureLetters(keys.sign(signedText(parts))) });
}

/** "sha256:9f…" or bare hexadecimal → its first digits, as they stand in the code. */
export function shortHash(hash: string): string {
  return hash.replace(/^sha256:/, "").slice(0, HASH_DIGITS);
}

/**
 * A slip's name made from what it is about: the same facts ask for the same slip. Keyed, because the name stays with the
 * record when the resident's data are erased, and a bare hash of an ID number can be tried out.
 */
export function nonceOf(keys: LedgerKeys, facts: string): string {
  return keys.sign(`canbao-slip-of/1\n${facts}`).toString("base64url");
}

function nextCounter(database: Database, day: string): number {
  const row = database.row(`SELECT ${int("last")} FROM counter WHERE day = ?`, day);
  const next = Number(row?.[0] ?? 0) + 1;
  database.run(
    "INSERT INTO counter (day, last) VALUES (?, ?) ON CONFLICT (day) DO UPDATE SET last = excluded.last",
    day,
    next,
  );
  return next;
}

/** Asked again after a crash or a double click: the slip that is there, unless the nonce was used for something else. */
function issuedBefore(session: Session, seq: number, slip: NewSlip): IssuedSlip {
  const body = readSlipBody(session.database, seq);
  const same =
    inputHash(
      body.number,
      slip.members.map((member) => member.request),
    ) === body.inputHash;
  if (!same) throw new LedgerFailure("nonce-reused", { number: body.number });
  const copies = findSlip(session.database, body.number).copies;
  return { seq, number: body.number, code: codeOf(session.keys, body), at: body.at, day: body.day, copies };
}

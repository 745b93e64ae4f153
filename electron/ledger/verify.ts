// Walks the chain and compares everything with everything: what an attacker, a bad disk or a bug of ours would have changed.

import { canonicalJson } from "../../shared/ledger/canonical.ts";
import { RecordBody, type SlipBody, SlipPayload } from "../../shared/ledger/record.ts";
import { BEFORE_FIRST, linkHash, readRecord, readRecords, type StoredRecord } from "./chain.ts";
import { asBytes, asNumber, asText, type Cell, type Database, int, text, type Value } from "./database.ts";
import { entryCells, idTail, SELECT_ENTRY } from "./index-rows.ts";
import type { LedgerKeys } from "./keys.ts";
import { openPayload, SELECT_PAYLOAD } from "./payload.ts";

export type Finding =
  /** The record is not the one that was written, or was not written by this program. */
  | { readonly code: "record-damaged"; readonly seq: number }
  /** No records from `from` to `through`. */
  | { readonly code: "records-missing"; readonly from: number; readonly through: number }
  /** The names and the case of a slip are gone and no erasure or purge tells of it. */
  | { readonly code: "payload-missing"; readonly seq: number }
  | { readonly code: "payload-damaged"; readonly seq: number }
  /** What searching and summing go by does not say what the record says; it can be made again. */
  | { readonly code: "index-differs"; readonly seq: number };

export interface VerifyProgress {
  /** The next record to look at. */
  readonly next: number;
  readonly previous: Uint8Array;
  readonly checked: number;
  readonly findings: readonly Finding[];
  readonly done: boolean;
}

export const FROM_THE_FIRST: VerifyProgress = {
  next: 1,
  previous: BEFORE_FIRST,
  checked: 0,
  findings: [],
  done: false,
};

const SELECT_SLIP = `SELECT ${["number", "nonce", "day", "clerk", "rule_set"].map(text).join(", ")}, ${["coverage_year", "voided", "copies"].map(int).join(", ")} FROM slip WHERE seq = ?`;

/** A thousand faults say no more than a hundred. */
const MOST_FINDINGS = 100;

/** Starts in the middle, trusting the hash of the record before: enough after every start, the whole walk runs apart. */
export function verifyFrom(database: Database, seq: number): VerifyProgress {
  const before = seq > 1 ? readRecord(database, seq - 1) : undefined;
  return before === undefined ? FROM_THE_FIRST : { ...FROM_THE_FIRST, next: seq, previous: before.hash };
}

/** Checks the next `count` records. Reads only. */
export function verifyNext(
  database: Database,
  keys: LedgerKeys,
  progress: VerifyProgress,
  count: number,
): VerifyProgress {
  const records = readRecords(database, progress.next, count);
  const gone = droppedPayloads(database);
  const findings = [...progress.findings];
  let { next, previous } = progress;
  for (const record of records) {
    if (record.seq !== next) findings.push({ code: "records-missing", from: next, through: record.seq - 1 });
    findings.push(...inspect(database, keys, record, record.seq === next ? previous : undefined, gone));
    next = record.seq + 1;
    previous = record.hash;
  }
  const done = records.length < count || findings.length >= MOST_FINDINGS;
  return {
    next,
    previous,
    checked: progress.checked + records.length,
    findings: findings.slice(0, MOST_FINDINGS),
    done,
  };
}

/** `previous` is undefined after a gap: then the link cannot be judged, the seal still can. */
function inspect(
  database: Database,
  keys: LedgerKeys,
  record: StoredRecord,
  previous: Uint8Array | undefined,
  gone: Dropped,
): readonly Finding[] {
  const { seq } = record;
  const damaged: readonly Finding[] = [{ code: "record-damaged", seq }];
  const linked = previous === undefined || same(linkHash(previous, record.body), record.hash);
  if (!linked || !same(keys.seal(record.hash), record.seal)) return damaged;
  const body = readBody(record.body);
  if (
    body === undefined ||
    body.seq !== seq ||
    body.kind !== record.kind ||
    body.day !== record.day ||
    body.at !== record.at
  ) {
    return damaged;
  }
  return body.kind === "slip" ? inspectSlip(database, body, gone) : [];
}

function readBody(spelled: string): RecordBody | undefined {
  try {
    const parsed = RecordBody.safeParse(JSON.parse(spelled));
    return parsed.success && canonicalJson(parsed.data) === spelled ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

function inspectSlip(database: Database, body: SlipBody, gone: Dropped): readonly Finding[] {
  const { seq } = body;
  const row = database.row(SELECT_PAYLOAD, seq);
  const dropped = gone(seq);
  if (row === undefined) {
    if (!dropped) return [{ code: "payload-missing", seq }];
    return indexFits(database, body, undefined) ? [] : [{ code: "index-differs", seq }];
  }
  const content = openPayload(asBytes(row[0]), asBytes(row[1]), body.payloadHash);
  if (content === undefined) return [{ code: "payload-damaged", seq }];
  const payload = SlipPayload.parse(JSON.parse(content));
  return indexFits(database, body, payload) ? [] : [{ code: "index-differs", seq }];
}

function indexFits(database: Database, body: SlipBody, payload: SlipPayload | undefined): boolean {
  const slip = database.row(SELECT_SLIP, body.seq);
  const { voided, copies } = laterActs(database, body.seq);
  const expected: readonly Value[] = [
    body.number,
    body.nonce,
    body.day,
    body.clerk,
    body.ruleSet.id,
    body.ruleSet.coverageYear,
    voided,
    copies,
  ];
  if (slip === undefined || !sameCells(slip, expected)) return false;
  const entries = database.rows(SELECT_ENTRY, body.seq);
  return (
    entries.length === body.members.length &&
    body.members.every((figures, place) => {
      const person = payload?.members[place];
      const cells = entryCells(body, place, {
        name: person?.name ?? null,
        idNumber: person?.idNumber ?? null,
        figures,
      });
      const found = entries[place];
      return found !== undefined && sameCells(found, cells) && idTail(person?.idNumber ?? null) === cells[6];
    })
  );
}

/** What later records say about a slip. They name it in their body, which only a walk over voids and reprints finds. */
function laterActs(database: Database, seq: number): { readonly voided: number | null; readonly copies: number } {
  const acts = database.rows(
    `SELECT ${text("kind")}, seq FROM record WHERE kind IN ('void', 'reprint', 'reveal') AND json_extract(body, '$.slip') = ?`,
    seq,
  );
  const voided = acts.find(([kind]) => asText(kind) === "void");
  const copies = acts.filter(([kind]) => asText(kind) === "reprint").length;
  return { voided: voided === undefined ? null : asNumber(voided[1]), copies };
}

type Dropped = (seq: number) => boolean;

/** Which slips' payloads were dropped by an erasure or a purge that the chain tells of. */
function droppedPayloads(database: Database): Dropped {
  const erased = new Set<number>();
  let purgedThrough = 0;
  for (const [cell] of database.rows(`SELECT ${text("body")} FROM record WHERE kind IN ('erase', 'purge')`)) {
    const body = readBody(asText(cell));
    if (body?.kind === "erase") for (const seq of body.slips) erased.add(seq);
    if (body?.kind === "purge") purgedThrough = Math.max(purgedThrough, body.through);
  }
  return (seq) => seq <= purgedThrough || erased.has(seq);
}

function sameCells(found: readonly Cell[], expected: readonly Value[]): boolean {
  return found.length === expected.length && found.every((cell, index) => sameCell(cell, expected[index]));
}

function sameCell(found: Cell, expected: Value | undefined): boolean {
  return found instanceof Uint8Array
    ? typeof expected === "string" && same(found, Buffer.from(expected))
    : found === expected;
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

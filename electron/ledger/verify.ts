// Walks the chain and compares everything with everything: what an attacker, a bad disk or a bug of ours would have changed.

import type { PersonPayload, RecordBody, SlipBody } from "../../shared/ledger/record.ts";
import { BEFORE_FIRST, linkHash, readRecord, readRecords, type StoredRecord } from "./chain.ts";
import { asBytes, asNumber, asText, type Cell, type Database, int, text, type Value } from "./database.ts";
import { entryCells, SELECT_ENTRIES } from "./index-rows.ts";
import type { LedgerKeys } from "./keys.ts";
import { DOCUMENT_PLACE, openPayload } from "./payload.ts";
import { type KeptRules, readRules } from "./rule-archive.ts";

export type Finding =
  /** The record is not the one that was written, or was not written by this program. */
  | { readonly code: "record-damaged"; readonly seq: number }
  /** No records from `from` to `through`. */
  | { readonly code: "records-missing"; readonly from: number; readonly through: number }
  /** The names and the case of a slip are gone and no erasure or purge tells of it. */
  | { readonly code: "payload-missing"; readonly seq: number }
  | { readonly code: "payload-damaged"; readonly seq: number }
  /** What searching and summing go by does not say what the record says; it can be made again. */
  | { readonly code: "index-differs"; readonly seq: number }
  /** The rule set that the slip was issued with is gone, or is not the one that was kept. */
  | { readonly code: "rules-missing" | "rules-damaged"; readonly seq: number };

/** A rule set that is damaged in the ledger is so in its copies; better a copy of the records than none. */
export function concernsRules({ code }: Finding): boolean {
  return code === "rules-missing" || code === "rules-damaged";
}

/** Every record is as it was written: the counter goes on. */
export function leavesRecordsWhole(finding: Finding): boolean {
  return finding.code === "index-differs" || concernsRules(finding);
}

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

/** A thousand faults say no more than a hundred. */
const MOST_FINDINGS = 100;

/** Starts in the middle, trusting the hash of the record before: enough at every start, the whole walk runs apart. */
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
  const rest = rowsAbout(database, progress.next, records.at(-1)?.seq ?? progress.next);
  const findings = [...progress.findings];
  let { next, previous } = progress;
  for (const record of records) {
    if (record.seq !== next) findings.push({ code: "records-missing", from: next, through: record.seq - 1 });
    findings.push(...inspect(keys, record, record.seq === next ? previous : undefined, rest));
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

/** What else is kept about a stretch of records, read in one go each. */
interface Rest {
  readonly payloads: Grouped;
  readonly slips: Grouped;
  readonly entries: Grouped;
  readonly acts: Grouped;
  /** Whether a part of a slip was dropped by an erasure or a purge that the chain tells of. */
  readonly dropped: (seq: number, place: number) => boolean;
  readonly rules: (hash: string) => KeptRules["kind"];
}

type Grouped = ReadonlyMap<number, readonly (readonly Cell[])[]>;

const SLIP_COLUMNS = [
  "seq",
  ...["number", "nonce", "day", "clerk", "rule_set"].map(text),
  ...["coverage_year", "voided", "copies"].map(int),
].join(", ");

function rowsAbout(database: Database, from: number, through: number): Rest {
  const between = (sql: string) => grouped(database.rows(sql, from, through));
  return {
    payloads: between(
      `SELECT seq, place, ${text("salt")}, ${text("data")} FROM payload WHERE id BETWEEN ? * 100 AND ? * 100 + 99`,
    ),
    slips: between(`SELECT ${SLIP_COLUMNS} FROM slip WHERE seq BETWEEN ? AND ?`),
    entries: between(SELECT_ENTRIES),
    acts: between(
      `SELECT json_extract(body, '$.slip'), ${text("kind")}, seq FROM record
       WHERE kind IN ('void', 'reprint', 'reveal') AND json_extract(body, '$.slip') BETWEEN ? AND ?`,
    ),
    dropped: droppedPayloads(database),
    rules: archive(database),
  };
}

/** Thousands of slips share a rule set: each is read once. */
function archive(database: Database): Rest["rules"] {
  const known = new Map<string, KeptRules["kind"]>();
  return (hash) => {
    const kind = known.get(hash) ?? readRules(database, hash).kind;
    known.set(hash, kind);
    return kind;
  };
}

/** Rows by their first cell. */
function grouped(rows: readonly (readonly Cell[])[]): Grouped {
  const groups = new Map<number, (readonly Cell[])[]>();
  for (const [seq, ...cells] of rows) {
    const known = groups.get(asNumber(seq));
    if (known === undefined) groups.set(asNumber(seq), [cells]);
    else known.push(cells);
  }
  return groups;
}

/** `previous` is undefined after a gap: then the link cannot be judged, the seal still can. */
function inspect(
  keys: LedgerKeys,
  record: StoredRecord,
  previous: Uint8Array | undefined,
  rest: Rest,
): readonly Finding[] {
  const { seq } = record;
  const damaged: readonly Finding[] = [{ code: "record-damaged", seq }];
  const linked = previous === undefined || same(linkHash(previous, record.body), record.hash);
  if (!linked || !same(keys.seal(record.hash), record.seal)) return damaged;
  const body = previous === undefined ? undefined : sealedBody(record.body);
  // After a gap the hash cannot be made again, so the body may be anything: the gap itself has been reported.
  if (body === undefined) return previous === undefined ? [] : damaged;
  if (body.seq !== seq || body.kind !== record.kind || body.day !== record.day || body.at !== record.at) return damaged;
  return body.kind === "slip" ? inspectSlip(body, rest) : [];
}

/** Only for a body whose hash and seal were right: this program wrote it, so its shape need not be checked again. */
function sealedBody(spelled: string): RecordBody | undefined {
  try {
    return JSON.parse(spelled) as RecordBody;
  } catch {
    return undefined;
  }
}

function inspectSlip(body: SlipBody, rest: Rest): readonly Finding[] {
  const { seq } = body;
  const rows = rest.payloads.get(seq) ?? [];
  const people: (PersonPayload | undefined)[] = [];
  for (const [place, hash] of [...body.payloads.entries(), [DOCUMENT_PLACE, body.document] as const]) {
    const row = rows.find(([found]) => found === place);
    if (row === undefined && !rest.dropped(seq, place)) return [{ code: "payload-missing", seq }];
    const content = row === undefined ? undefined : openPayload(asBytes(row[1]), asBytes(row[2]), hash);
    if (row !== undefined && content === undefined) return [{ code: "payload-damaged", seq }];
    if (place !== DOCUMENT_PLACE)
      people.push(content === undefined ? undefined : (JSON.parse(content) as PersonPayload));
  }
  const found: Finding[] = indexFits(body, people, rest) ? [] : [{ code: "index-differs", seq }];
  for (const hash of [
    ...(body.rules === undefined ? [] : [body.rules]),
    ...(body.others ?? []).map(({ rules }) => rules),
  ]) {
    const kept = rest.rules(hash);
    if (kept !== "kept") found.push({ code: kept === "absent" ? "rules-missing" : "rules-damaged", seq });
  }
  return found;
}

function indexFits(body: SlipBody, people: readonly (PersonPayload | undefined)[], rest: Rest): boolean {
  const acts = rest.acts.get(body.seq) ?? [];
  const voided = acts.find(([kind]) => asText(kind) === "void");
  const copies = acts.filter(([kind]) => asText(kind) === "reprint").length;
  const { number, nonce, day, clerk, ruleSet } = body;
  const expected: readonly Value[] = [
    number,
    nonce,
    day,
    clerk,
    ruleSet.id,
    ruleSet.coverageYear,
    voided === undefined ? null : asNumber(voided[1]),
    copies,
  ];
  const [slip] = rest.slips.get(body.seq) ?? [];
  if (slip === undefined || !sameCells(slip, expected)) return false;
  const entries = rest.entries.get(body.seq) ?? [];
  return (
    entries.length === body.members.length &&
    body.members.every((figures, place) => {
      const person = people[place];
      const cells = entryCells(body, place, {
        name: person?.name ?? null,
        idNumber: person?.idNumber ?? null,
        figures,
      });
      const found = entries[place];
      return found !== undefined && sameCells(found, cells);
    })
  );
}

function droppedPayloads(database: Database): Rest["dropped"] {
  const erased = new Set<string>();
  let purgedThrough = 0;
  for (const [cell] of database.rows(`SELECT ${text("body")} FROM record WHERE kind IN ('erase', 'purge')`)) {
    const body = sealedBody(asText(cell));
    if (body?.kind === "purge") purgedThrough = Math.max(purgedThrough, body.through);
    if (body?.kind !== "erase") continue;
    for (const { seq, places } of body.slips)
      for (const place of [...places, DOCUMENT_PLACE]) erased.add(`${seq}/${place}`);
  }
  return (seq, place) => seq <= purgedThrough || erased.has(`${seq}/${place}`);
}

function sameCells(found: readonly Cell[], expected: readonly Value[]): boolean {
  return found.length === expected.length && found.every((cell, index) => sameCell(cell, expected[index]));
}

function sameCell(found: Cell, expected: Value | undefined): boolean {
  if (!(found instanceof Uint8Array)) return found === expected;
  return typeof expected === "string" && same(found, Buffer.from(expected));
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

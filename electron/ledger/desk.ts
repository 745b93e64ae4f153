// Everything that can be asked of an open ledger, as one table: the border between the ledger's process and the program's.

import type { SearchQuery } from "../../shared/ledger/search.ts";
import { type BackupOptions, writeBackup } from "./backup.ts";
import { readHead } from "./chain.ts";
import { checkSlip, requestsOf } from "./check.ts";
import { closeDay, dayState, listDays, reopenDay } from "./day.ts";
import { printedDocument, revealSlip, slipDetail } from "./detail.ts";
import { issueSlip, type NewSlip, nonceOf, reprintSlip, voidSlip } from "./issue.ts";
import { type RecentPage, recentCases } from "./recent.ts";
import { countBefore, eraseResident, exportResident, purgeBefore } from "./retention.ts";
import { readRules } from "./rule-archive.ts";
import { search } from "./search.ts";
import { type Actor, act, type Session } from "./session.ts";
import { findSlip, readSlipBody } from "./slips.ts";
import { enrolledByTownship } from "./townships.ts";
import { FROM_THE_FIRST, type VerifyProgress, verifyNext } from "./verify.ts";

const RECORDS_AT_ONCE = 2000;

/** Every argument and every answer can be sent between processes. Throws LedgerFailures. */
export function createDesk(session: Session) {
  const { database } = session;
  return {
    status: () => ({
      ledger: session.ledgerId,
      station: session.station,
      records: readHead(database)?.seq ?? 0,
      today: session.clock(),
    }),
    issue: (actor: Actor, slip: NewSlip) => issueSlip(session, actor, slip),
    nonces: (facts: readonly string[]) => facts.map((text) => nonceOf(session.keys, text)),
    void: (actor: Actor, number: string, reason: string) => voidSlip(session, actor, number, reason),
    /** The slip as it was printed; null where it was erased or purged. */
    printed: (number: string) => {
      const body = readSlipBody(database, findSlip(database, number).seq);
      return printedDocument(database, body) ?? null;
    },
    reprint: (actor: Actor, number: string) => reprintSlip(session, actor, number),
    search: (query: SearchQuery) => search(database, query),
    detail: (number: string) => slipDetail(session, number),
    reveal: (actor: Actor, number: string, reason: string) => revealSlip(session, actor, number, reason),
    day: (day: string) => dayState(database, day),
    days: (limit: number) => listDays(database, limit),
    closeDay: (actor: Actor, day: string) => closeDay(session, actor, day),
    reopenDay: (actor: Actor, day: string, reason: string) => reopenDay(session, actor, day, reason),
    townships: (county: string, coverageYear: number) => enrolledByTownship(database, county, coverageYear),
    check: (text: string) => checkSlip(session, text),
    requests: (number: string) => requestsOf(session, number),
    /** A rule set of then, by the hash in a slip's record. */
    rules: (hash: string) => readRules(database, hash),
    recentCases: (page: RecentPage) => recentCases(database, page),
    /** Says on record that something left the ledger as a file. */
    exported: (actor: Actor, what: "day" | "search" | "townships", full: boolean, rows: number) =>
      act(session, actor, (add) => add({ kind: "export", what, full, rows }).seq),
    exportResident: (actor: Actor, idNumber: string) => exportResident(session, actor, idNumber),
    erase: (actor: Actor, idNumber: string, reason: string) => eraseResident(session, actor, idNumber, reason),
    countBefore: (day: string) => countBefore(database, day),
    purge: (actor: Actor, day: string) => purgeBefore(session, actor, day),
    backUp: (options: BackupOptions) => writeBackup(session, options),
    /** Walks the whole chain; minutes for hundreds of thousands of records. */
    verify: () => {
      let progress: VerifyProgress = FROM_THE_FIRST;
      while (!progress.done) progress = verifyNext(database, session.keys, progress, RECORDS_AT_ONCE);
      return { checked: progress.checked, findings: progress.findings };
    },
  };
}

export type Desk = ReturnType<typeof createDesk>;
export type DeskCall = keyof Desk;

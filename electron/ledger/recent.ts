// The cases of the newest slips without anybody's name: to see in people what another rule set would change.

import type { Json } from "../../shared/ledger/canonical.ts";
import { type MemberFigures, type PersonPayload, ruleSetAt, type SlipBody } from "../../shared/ledger/record.ts";
import { asNumber, type Database } from "./database.ts";
import { readPayload } from "./payload.ts";
import { readSlipBody } from "./slips.ts";

export interface RecentPage {
  /** Goes on after a page: its `next`. */
  readonly before?: number;
  /** How many slips at most. */
  readonly limit: number;
  /** Only slips of this rule set, such as gansu/2025. */
  readonly ruleSet?: string;
}

/** One resident on a slip that is not voided. */
export interface RecentCase {
  readonly number: string;
  readonly day: string;
  readonly ruleSet: SlipBody["ruleSet"];
  /** As the engine took it; holds no name and no ID number. */
  readonly request: Json;
  readonly atIssue: MemberFigures;
}

export interface RecentCases {
  /** Newest slip first, its residents in their order; erased and purged ones are left out. */
  readonly cases: readonly RecentCase[];
  /** Residents left out because nothing but their figures is kept. */
  readonly erased: number;
  /** Hand it back as `before`; null on the last page. */
  readonly next: number | null;
}

/** Throws `record-damaged`. */
export function recentCases(database: Database, { before, limit, ruleSet }: RecentPage): RecentCases {
  const rows = database
    .rows(
      `SELECT seq FROM slip s WHERE voided IS NULL AND seq < ?
       AND (? IS NULL OR EXISTS (SELECT 1 FROM entry e WHERE e.seq = s.seq AND e.rule_set = ?))
       ORDER BY seq DESC LIMIT ?`,
      before ?? Number.MAX_SAFE_INTEGER,
      ruleSet ?? null,
      ruleSet ?? null,
      limit + 1,
    )
    .map(([seq]) => asNumber(seq));
  const cases: RecentCase[] = [];
  let erased = 0;
  for (const seq of rows.slice(0, limit)) {
    const body = readSlipBody(database, seq);
    for (const [place, atIssue] of body.members.entries()) {
      const issuedWith = ruleSetAt(body, place);
      // The other line of a newborn rests on another year's rules.
      if (ruleSet !== undefined && issuedWith.id !== ruleSet) continue;
      const person = readPayload(database, seq, place, body.payloads[place] ?? "") as PersonPayload | undefined;
      if (person === undefined) erased += 1;
      else {
        const { number, day } = body;
        cases.push({ number, day, ruleSet: issuedWith, request: person.request as Json, atIssue });
      }
    }
  }
  return { cases, erased, next: rows.length > limit ? (rows[limit - 1] ?? null) : null };
}

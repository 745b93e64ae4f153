// A day of the ledger as it goes on paper: under a seal the figures are those of the closing, not those that came after.
import type { LedgerDay } from "../../shared/ipc/channels/ledger.ts";
import type { DayDocument } from "../../shared/slip/report.ts";
import type { Names } from "../assess/gateway.ts";
import { whenText } from "./when.ts";

export type ReportHead = Pick<DayDocument, "languages" | "hall" | "printedAt">;

const HASH_SHOWN = 16;

export function dayDocument(
  head: ReportHead,
  { totals, closed, reopened }: LedgerDay,
  names: ReadonlyMap<string, Names>,
  ruleSetNames: (id: string) => Names | null,
): DayDocument {
  const counted = closed?.totals ?? totals;
  const now = totals.total.slips;
  return {
    format: "canbao-day/1",
    kind: "day",
    ...head,
    totals: counted,
    townships: counted.byTownship.flatMap(({ key }) => {
      const name = key === null ? undefined : names.get(key);
      return name === undefined ? [] : [{ zh: name.zh, en: name.en }];
    }),
    ruleSets: counted.byRuleSet.flatMap(({ key }) => {
      const name = key === null ? null : ruleSetNames(key);
      return key === null || name === null ? [] : [{ id: key, name: { zh: name.zh, en: name.en } }];
    }),
    closed:
      closed === null
        ? null
        : { at: whenText(closed.at), clerk: closed.clerk, seq: closed.seq, hash: closed.hash.slice(0, HASH_SHOWN) },
    slipsNow: closed === null || closed.totals.total.slips === now ? null : now,
    reopened: reopened.map((entry) => ({ ...entry, at: whenText(entry.at) })),
  };
}

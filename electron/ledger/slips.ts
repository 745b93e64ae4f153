// Finds a slip's record by its number.

import { RecordBody, type SlipBody } from "../../shared/ledger/record.ts";
import { parseSlipNumber } from "../../shared/ledger/slip-number.ts";
import { readRecord } from "./chain.ts";
import { asNumber, asText, type Database, int, text } from "./database.ts";
import { LedgerFailure } from "./failure.ts";

export interface SlipRow {
  readonly seq: number;
  readonly number: string;
  /** The record that voided it. */
  readonly voided: number | null;
  readonly copies: number;
}

/** Throws `slip-unknown`. */
export function findSlip(database: Database, number: string): SlipRow {
  const exact = parseSlipNumber(number)?.number ?? number;
  const row = database.row(
    `SELECT seq, ${text("number")}, ${int("voided")}, ${int("copies")} FROM slip WHERE number = ?`,
    exact,
  );
  if (row === undefined) throw new LedgerFailure("slip-unknown", { number: exact });
  return {
    seq: asNumber(row[0]),
    number: asText(row[1]),
    voided: row[2] === null ? null : asNumber(row[2]),
    copies: asNumber(row[3]),
  };
}

/** Throws `record-damaged` where the record is not a slip's. */
export function readSlipBody(database: Database, seq: number): SlipBody {
  const record = readRecord(database, seq);
  const parsed = RecordBody.safeParse(record === undefined ? undefined : JSON.parse(record.body));
  if (!parsed.success || parsed.data.kind !== "slip") throw new LedgerFailure("record-damaged", { seq });
  return parsed.data;
}

// Says of a slip that somebody brings back whether it is genuine, changed or unknown.

import type { Json } from "../../shared/ledger/canonical.ts";
import type { PersonPayload } from "../../shared/ledger/record.ts";
import { parseSlipCode, signatureLetters, signedText } from "../../shared/ledger/slip-code.ts";
import { parseSlipNumber } from "../../shared/ledger/slip-number.ts";
import { LedgerFailure } from "./failure.ts";
import { inputHash, shortHash } from "./issue.ts";
import { readPayload } from "./payload.ts";
import type { Session } from "./session.ts";
import { findSlip, readSlipBody, type SlipRow } from "./slips.ts";

export type SlipVerdict =
  /** The code is ours and says what the record says. `voided`: genuine, but no longer valid. */
  | { readonly verdict: "genuine"; readonly number: string; readonly seq: number; readonly voided: boolean }
  /** Only a number was typed in: there is such a slip, but the paper itself proves nothing. */
  | { readonly verdict: "number-known"; readonly number: string; readonly seq: number; readonly voided: boolean }
  /** There is such a slip, and the paper's code says something else. `part`: what does not fit. */
  | {
      readonly verdict: "changed";
      readonly number: string;
      readonly seq: number;
      readonly part: "signature" | "rules" | "input";
    }
  /** Signed by this ledger, which does not have it: records are lost. */
  | { readonly verdict: "missing"; readonly number: string }
  | { readonly verdict: "unknown"; readonly number: string | null };

/** @param text what a scanner read or somebody typed: the code or the number */
export function checkSlip(session: Session, text: string): SlipVerdict {
  const code = parseSlipCode(text);
  if (code === undefined) return checkNumber(session, text);
  const ours = signatureLetters(session.keys.sign(signedText(code))) === code.signature;
  const slip = knownSlip(session, code.number);
  if (slip === undefined) return { verdict: ours ? "missing" : "unknown", number: code.number };
  const { number, seq } = slip;
  const body = readSlipBody(session.database, seq);
  if (shortHash(body.ruleSet.hash) !== code.ruleSetHash) return { verdict: "changed", number, seq, part: "rules" };
  if (shortHash(body.inputHash) !== code.inputHash) return { verdict: "changed", number, seq, part: "input" };
  if (!ours) return { verdict: "changed", number, seq, part: "signature" };
  return { verdict: "genuine", number, seq, voided: slip.voided !== null };
}

/** The requests of a slip, to be answered again; null where erased. Throws `record-damaged` where they are not the signed ones. */
export function requestsOf(session: Session, number: string): readonly Json[] | null {
  const body = readSlipBody(session.database, findSlip(session.database, number).seq);
  const requests: Json[] = [];
  for (const [place, hash] of body.payloads.entries()) {
    const person = readPayload(session.database, body.seq, place, hash) as PersonPayload | undefined;
    if (person === undefined) return null;
    requests.push(person.request as Json);
  }
  if (inputHash(body.number, requests) !== body.inputHash) throw new LedgerFailure("record-damaged", { seq: body.seq });
  return requests;
}

function checkNumber(session: Session, text: string): SlipVerdict {
  const number = parseSlipNumber(text)?.number;
  if (number === undefined) return { verdict: "unknown", number: null };
  const slip = knownSlip(session, number);
  if (slip === undefined) return { verdict: "unknown", number };
  return { verdict: "number-known", number, seq: slip.seq, voided: slip.voided !== null };
}

function knownSlip(session: Session, number: string): SlipRow | undefined {
  try {
    return findSlip(session.database, number);
  } catch (error) {
    if (error instanceof LedgerFailure && error.fault.code === "slip-unknown") return undefined;
    throw error;
  }
}

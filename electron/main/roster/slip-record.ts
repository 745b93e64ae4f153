// Puts the slips of a list on record, each for itself: a repeat finds the slip that is there and counts a copy.
import { fail, type Outcome, succeed } from "../../../shared/ipc/channel.ts";
import type { SlipDocument } from "../../../shared/slip/document.ts";
import type { LedgerOutcome } from "../../ledger/host-link.ts";
import type { ListSlip } from "../../roster/slips/slip-rows.ts";
import type { LedgerHandlers } from "../ledger/handlers.ts";

export interface SlipLedger {
  readonly handlers: Pick<LedgerHandlers, "ledger.issue" | "ledger.reprint" | "ledger.status">;
  readonly nonces: (facts: readonly string[]) => Promise<LedgerOutcome<readonly string[]>>;
}

export type Recorded =
  | {
      readonly kind: "on-record";
      readonly document: SlipDocument;
      readonly number: string;
      readonly copy: number | null;
    }
  /** Two rows of the list ask for the same slip. */
  | { readonly kind: "same-as"; readonly row: number };

export interface SlipRecorder {
  readonly stamp: (slip: ListSlip) => Promise<Outcome<Recorded, string>>;
  /** The paper or the file with these is out: asked for again they are copies. */
  readonly handedOut: (numbers: readonly string[]) => void;
}

/** Slips on record of which no paper came out, as far as this run of the program knows: printed at last, they are no copies. */
export type Unprinted = Set<string>;

/** A slip voided and asked for again gets a number of its own; nobody voids the same slip more often than this. */
const MOST_VOIDED = 9;
const CALLER = { contentsId: 0 };

/**
 * @param records how many records the ledger had when the order began: what a slip has beyond that is new
 * @param acceptClock the clerk was told that the clock stands before the last record, and goes on
 */
export function slipRecorder(
  { handlers, nonces }: SlipLedger,
  records: number,
  acceptClock: boolean,
  unprinted: Unprinted,
): SlipRecorder {
  const rows = new Map<string, number>();

  async function stamp(slip: ListSlip): Promise<Outcome<Recorded, string>> {
    const named = await nonces([factsOf(slip)]);
    const base = named.ok ? named.value[0] : undefined;
    if (!named.ok || base === undefined) return fail(named.ok ? "internal" : named.error.code);
    const earlier = rows.get(base);
    if (earlier !== undefined) return succeed({ kind: "same-as", row: earlier });
    rows.set(base, slip.row);
    for (let voided = 0; voided <= MOST_VOIDED; voided++) {
      const issued = await handlers["ledger.issue"](
        orderOf(slip, voided === 0 ? base : `${base}-${voided}`, acceptClock),
        CALLER,
      );
      if (!issued.ok) return fail(issued.error.code, issued.error.params);
      const { number, code, seq } = issued.value;
      if (seq > records) unprinted.add(number);
      if (unprinted.has(number)) return succeed(onRecord(slip, number, code, null));
      const copy = await handlers["ledger.reprint"]({ number, acceptClock }, CALLER);
      if (copy.ok) return succeed(onRecord(slip, number, code, copy.value.copies));
      if (copy.error.code !== "slip-voided") return fail(copy.error.code, copy.error.params);
    }
    return fail("slip-voided");
  }

  return {
    stamp,
    handedOut: (numbers) => {
      for (const number of numbers) unprinted.delete(number);
    },
  };
}

function orderOf({ name, idNumber, township, request, document }: ListSlip, nonce: string, acceptClock: boolean) {
  return { nonce, acceptClock, people: [{ name, idNumber, township, request: { ...request } }], document };
}

function onRecord({ document }: ListSlip, number: string, qr: string, copy: number | null): Recorded {
  return { kind: "on-record", document: { ...document, number, qr, copy }, number, copy };
}

/** Who, which case, which rules. Without an ID number two residents of one name could be meant: then the row tells them apart. */
function factsOf({ row, name, idNumber, township, request, document }: ListSlip): string {
  return JSON.stringify([document.ruleSet.id, document.ruleSet.hash, name, idNumber ?? row, township, request]);
}

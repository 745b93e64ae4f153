// Puts a slip on record before it goes on paper: once, whatever is tried at the printer; what follows are copies.

import type { Failure } from "../../shared/ipc/channel.ts";
import type { PrintSheet } from "../../shared/slip/sheet.ts";
import { ask } from "../platform/ask.ts";
import type { RecordedPerson } from "./slip-order.ts";

export type Stamped =
  /** `number` null: the ledger is not open, and the paper says nothing of a record. */
  | { readonly ok: true; readonly sheet: PrintSheet; readonly number: string; readonly copy: number | null }
  | { readonly ok: true; readonly sheet: PrintSheet; readonly number: null; readonly why: Failure }
  | { readonly ok: false; readonly fault: Failure };

/** Faults of this slip or this day: printing it all the same would go round the ledger. */
const STOPS: ReadonlySet<string> = new Set([
  "day-closed",
  "clock-behind",
  "case-invalid",
  "past-year",
  "rules-not-kept",
  "nonce-reused",
  "slip-voided",
  "disk-full",
  "read-only",
]);

export interface Recorder {
  stamp(sheet: PrintSheet, people: readonly RecordedPerson[]): Promise<Stamped>;
  /** The paper or the file is out: the next one is a copy. */
  handedOut(): void;
}

/** @param nonce names this slip: asked again, the ledger gives the same number */
export function createRecorder(nonce: string): Recorder {
  let out = false;
  let acceptClock = false;
  let issued: { readonly number: string; readonly code: string } | undefined;

  function refused(sheet: PrintSheet, fault: Failure): Stamped {
    if (!STOPS.has(fault.code)) return { ok: true, sheet, number: null, why: fault };
    // Asked again after it was told, the clerk means it.
    acceptClock = fault.code === "clock-behind";
    return { ok: false, fault };
  }

  return {
    handedOut: () => {
      out = true;
    },
    stamp: async (sheet, people) => {
      const { document } = sheet;
      if (document.kind !== "assessment") return { ok: false, fault: { code: "internal", params: {} } };
      const stamped = (number: string, qr: string, copy: number | null): Stamped => ({
        ok: true,
        sheet: { ...sheet, document: { ...document, number, qr, copy } },
        number,
        copy,
      });
      if (issued !== undefined && !out) return stamped(issued.number, issued.code, null);
      if (issued !== undefined) {
        const copy = await ask("ledger.reprint", { number: issued.number, acceptClock });
        return copy.ok ? stamped(issued.number, issued.code, copy.value.copies) : refused(sheet, copy.error);
      }
      const answer = await ask("ledger.issue", {
        nonce,
        acceptClock,
        people: people.map((person) => ({ ...person })),
        document,
      });
      if (!answer.ok) return refused(sheet, answer.error);
      issued = answer.value;
      return stamped(issued.number, issued.code, null);
    },
  };
}

// The program's end of the line to a ledger process: questions out, answers back, and its death noticed.

import type { LedgerFault } from "../../shared/ledger/fault.ts";
import type { Desk, DeskCall } from "./desk.ts";
import type { HostAnswer, HostRequest } from "./host-messages.ts";

export type LedgerOutcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: LedgerFault };

/** A started process, whatever started it: Electron's utilityProcess or Node's fork. */
export interface HostProcess {
  send(request: HostRequest): void;
  onAnswer(receive: (answer: HostAnswer) => void): void;
  onExit(ended: () => void): void;
  kill(): void;
}

type Unnumbered<Request> = Request extends { readonly id: number } ? Omit<Request, "id"> : never;

export interface HostLink {
  /** Resolves always for expected faults; `host-ended` where the process died. Rejects for a bug in it. */
  ask<Value>(request: Unnumbered<HostRequest>): Promise<LedgerOutcome<Value>>;
  call<Call extends DeskCall>(
    call: Call,
    ...args: Parameters<Desk[Call]>
  ): Promise<LedgerOutcome<ReturnType<Desk[Call]>>>;
  /** Ends the process and waits until its files are free. */
  end(): Promise<void>;
}

const ENDED: LedgerFault = { code: "host-ended", params: {} };

export function linkHost(host: HostProcess, died: () => void = () => {}): HostLink {
  const waiting = new Map<number, { resolve(answer: HostAnswer | undefined): void }>();
  let next = 1;
  let over = false;
  let ending = false;
  let exited: () => void = () => {};
  const exit = new Promise<void>((resolve) => {
    exited = resolve;
  });
  host.onAnswer((answer) => {
    waiting.get(answer.id)?.resolve(answer);
    waiting.delete(answer.id);
  });
  host.onExit(() => {
    over = true;
    for (const one of waiting.values()) one.resolve(undefined);
    waiting.clear();
    exited();
    if (!ending) died();
  });

  async function ask<Value>(request: Unnumbered<HostRequest>): Promise<LedgerOutcome<Value>> {
    if (over) return { ok: false, error: ENDED };
    const id = next++;
    const answer = await new Promise<HostAnswer | undefined>((resolve) => {
      waiting.set(id, { resolve });
      host.send({ ...request, id } as HostRequest);
    });
    if (answer === undefined) return { ok: false, error: ENDED };
    if (answer.ok) return { ok: true, value: answer.value as Value };
    if ("fault" in answer) return { ok: false, error: answer.fault };
    throw new Error(`in the ledger's process: ${answer.stack}`);
  }

  return {
    ask,
    call: (call, ...args) => ask({ kind: "call", call, args }),
    end: async () => {
      ending = true;
      if (!over) {
        await ask({ kind: "close" }).catch(() => undefined);
        host.kill();
      }
      await exit;
    },
  };
}

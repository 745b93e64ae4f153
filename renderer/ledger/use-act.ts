// One act at a time towards the ledger: busy while it runs, its fault kept until the next one.
import { useRef, useState } from "react";
import type { Failure, Outcome } from "../../shared/ipc/channel.ts";

type Work<Value> = (acceptClock: boolean) => Promise<Outcome<Value>>;

export interface Act {
  readonly busy: boolean;
  readonly fault: Failure | null;
  /** Resolves to the value, or undefined where it failed; the fault then stands here. */
  run<Value>(work: Work<Value>, done?: (value: Value) => void): Promise<void>;
  /** Runs the last act again, the clock accepted as it stands. */
  acceptClock(): void;
  clear(): void;
}

export function useAct(): Act {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Failure | null>(null);
  const again = useRef<() => void>(() => {});

  async function run<Value>(work: Work<Value>, done?: (value: Value) => void): Promise<void> {
    const attempt = async (accepted: boolean): Promise<void> => {
      setBusy(true);
      setFault(null);
      const outcome = await work(accepted);
      setBusy(false);
      if (outcome.ok) done?.(outcome.value);
      else setFault(outcome.error);
    };
    again.current = () => void attempt(true);
    await attempt(false);
  }

  return { busy, fault, run, acceptClock: () => again.current(), clear: () => setFault(null) };
}

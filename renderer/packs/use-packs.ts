// What the page of packs knows, and its one act at a time towards the main process.
import { useCallback, useEffect, useRef, useState } from "react";
import type { Failure, Outcome } from "../../shared/ipc/channel.ts";
import type { PacksOverview } from "../../shared/ipc/channels/packs.ts";
import { useCounter } from "../assess/counter-context.tsx";
import { ask } from "../platform/ask.ts";

export interface Act {
  readonly busy: boolean;
  /** Of the last act; gone with the next one. */
  readonly fault: Failure | null;
  /** `done` is called with the answer where there is one. Cancelled by the person: nothing is said. */
  run<Value>(work: () => Promise<Outcome<Value>>, done: (value: Value) => void): void;
  clear(): void;
}

export function useAct(): Act {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Failure | null>(null);
  const running = useRef(false);
  return {
    busy,
    fault,
    clear: () => setFault(null),
    run: (work, done) => {
      // A second press of the key while the first is still at work is the same wish.
      if (running.current) return;
      running.current = true;
      setBusy(true);
      setFault(null);
      void work().then((outcome) => {
        running.current = false;
        setBusy(false);
        if (outcome.ok) done(outcome.value);
        else if (outcome.error.code !== "cancelled" && outcome.error.code !== "none") setFault(outcome.error);
      });
    },
  };
}

export interface Packs {
  readonly overview: PacksOverview | null;
  /** After an act: shows the new state, and lets the counter answer by it. */
  readonly changed: (overview: PacksOverview) => void;
}

export function usePacks(): Packs {
  const [overview, setOverview] = useState<PacksOverview | null>(null);
  const inForce = useCounter((state) => state.rules?.id ?? null);
  const start = useCounter((state) => state.start);

  useEffect(() => {
    let current = true;
    void ask("packs.overview", undefined).then((answer) => {
      if (current && answer.ok) setOverview(answer.value);
    });
    return () => {
      current = false;
    };
  }, []);

  const changed = useCallback(
    (next: PacksOverview) => {
      setOverview(next);
      void start(Promise.resolve({ ruleSet: inForce, county: null, setAside: null })).then(() =>
        window.dispatchEvent(new Event(RULES_CHANGED)),
      );
    },
    [start, inForce],
  );
  return { overview, changed };
}

/** Heard by whatever shows where the rules come from. */
export const RULES_CHANGED = "canbao:rules-changed";

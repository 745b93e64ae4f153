// Where the rules in use come from, read again whenever packs were taken in or undone.
import { useCallback, useEffect, useState } from "react";
import type { PacksOverview } from "../../shared/ipc/channels/packs.ts";
import { ask } from "../platform/ask.ts";
import { RULES_CHANGED } from "./use-packs.ts";

export interface Origins extends Pick<PacksOverview, "origins" | "today"> {
  /** A pack was handed over by the system and waits to be looked at. */
  readonly waiting: boolean;
}

/** @param inForce with another rule set the origins are read anew: it may have come with a pack */
export function useOrigins(inForce: string | null): Origins | null {
  const [known, setKnown] = useState<Origins | null>(null);
  const read = useCallback(() => {
    void ask("packs.age", undefined).then((answer) => {
      if (answer.ok) setKnown(answer.value);
    });
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: see inForce
  useEffect(read, [inForce, read]);
  useEffect(() => {
    window.addEventListener(RULES_CHANGED, read);
    return () => window.removeEventListener(RULES_CHANGED, read);
  }, [read]);
  return known;
}

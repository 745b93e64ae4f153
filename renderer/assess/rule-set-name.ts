// A rule set as people call it: "甘肃省 2025 年度", never gansu/2025.
import { useCallback } from "react";
import { useCounter } from "./counter-context.tsx";
import type { Names } from "./gateway.ts";
import { useNames } from "./names.ts";

/** The names of a rule set that is loaded. */
export function useRuleSetNames(): (id: string) => Names | null {
  const ruleSets = useCounter((state) => state.ruleSets);
  return useCallback((id) => ruleSets.find((entry) => entry.id === id)?.name ?? null, [ruleSets]);
}

/** In the reader's language; one that is loaded no more is called by its id. */
export function useRuleSetName(): (id: string) => string {
  const name = useNames();
  const names = useRuleSetNames();
  return useCallback(
    (id) => {
      const known = names(id);
      return known === null ? id : name(known);
    },
    [name, names],
  );
}

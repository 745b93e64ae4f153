// The ledger keeps a township by its Chinese name; the county file of the rules in use knows the English one.
import { useMemo } from "react";
import { useCounter } from "../assess/counter-context.tsx";
import type { Names } from "../assess/gateway.ts";
import { countiesOf, useNames } from "../assess/names.ts";

/** The townships that these rules list, by the name that records carry. */
export function useTownships(): ReadonlyMap<string, Names> {
  const rules = useCounter((state) => state.rules);
  return useMemo(
    () =>
      new Map(
        rules === null
          ? []
          : countiesOf(rules).flatMap(({ townships }) => townships.map(({ name }) => [name.zh, name] as const)),
      ),
    [rules],
  );
}

/** A township as the reader's language has it; as it was recorded where no county file lists it. */
export function useTownshipName(): (recorded: string) => string {
  const name = useNames();
  const townships = useTownships();
  return (recorded) => {
    const known = townships.get(recorded);
    return known === undefined ? recorded : name(known);
  };
}

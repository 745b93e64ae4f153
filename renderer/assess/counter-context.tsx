// Hands the counter's store to its screens and picks parts of it.
import { createContext, type ReactNode, useContext } from "react";
import { useStore } from "zustand";
import type { CounterActions, CounterState, CounterStore } from "./store.ts";

const Context = createContext<CounterStore | null>(null);

export function CounterProvider({ store, children }: { readonly store: CounterStore; readonly children: ReactNode }) {
  return <Context.Provider value={store}>{children}</Context.Provider>;
}

/** A part of the counter's state; the component renders again only when that part changes. */
export function useCounter<T>(select: (state: CounterState & CounterActions) => T): T {
  return useStore(useCounterStore(), select);
}

/** What can be done at the counter: the same functions for good, so nothing is drawn again for them. */
export function useCounterActions(): CounterActions {
  return useCounterStore().getState();
}

function useCounterStore(): CounterStore {
  const store = useContext(Context);
  if (store === null) throw new Error("no counter above this component");
  return store;
}

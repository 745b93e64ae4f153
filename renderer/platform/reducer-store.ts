// State that outlives a hidden screen: what the main process tells meanwhile is not missed, as an effect's listener would miss it.
import { useSyncExternalStore } from "react";

export interface ReducerStore<State, Event> {
  readonly send: (event: Event) => void;
  readonly use: () => State;
}

/** @param listen called once, to hear what comes from outside for as long as the window lives */
export function createReducerStore<State, Event>(
  reduce: (state: State, event: Event) => State,
  start: State,
  listen: (send: (event: Event) => void) => void,
): ReducerStore<State, Event> {
  let state = start;
  const listeners = new Set<() => void>();
  const send = (event: Event): void => {
    const next = reduce(state, event);
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener();
  };
  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  listen(send);
  return { send, use: () => useSyncExternalStore(subscribe, () => state) };
}

// After how many minutes without a touch the screen hides itself at this counter; null: never.
import { useSyncExternalStore } from "react";
import { type IdleMinutes, idleMinutesFirst } from "../../shared/settings/look.ts";

let now: IdleMinutes = idleMinutesFirst;
const listeners = new Set<() => void>();

export function setIdleMinutes(minutes: IdleMinutes): void {
  now = minutes;
  for (const listener of listeners) listener();
}

export function useIdleMinutes(): IdleMinutes {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => now,
  );
}

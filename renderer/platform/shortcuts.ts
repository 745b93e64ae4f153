// Keys that work everywhere on a screen. They leave input methods alone: a key that composes a character is no shortcut.
import { useEffect, useRef } from "react";
import type { ShortcutName } from "./shortcut-list.ts";

/** What a key does, by its name in the list of shortcuts: "F2", "Ctrl+P". On a Mac, Command counts as Ctrl. */
export type Shortcuts = Readonly<Partial<Record<ShortcutName, () => void>>>;

/** What is bound at this moment, one entry a component. */
const bound = new Set<{ readonly current: Shortcuts }>();

/** Whether some part of what is shown listens to this key now. */
export function isBound(name: ShortcutName): boolean {
  return [...bound].some(({ current }) => current[name] !== undefined);
}

function actFor(shortcuts: Shortcuts, name: string): (() => void) | undefined {
  return Object.hasOwn(shortcuts, name) ? shortcuts[name as ShortcutName] : undefined;
}

export function keyName(event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">): string {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  return [
    event.ctrlKey || event.metaKey ? "Ctrl+" : "",
    event.altKey ? "Alt+" : "",
    event.shiftKey ? "Shift+" : "",
    key,
  ].join("");
}

export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      // 229 is what some input methods report while they compose.
      if (event.isComposing || event.keyCode === 229 || event.defaultPrevented) return;
      const act = actFor(latest.current, keyName(event));
      if (act === undefined) return;
      event.preventDefault();
      if (!event.repeat) act();
    };
    window.addEventListener("keydown", onKey);
    bound.add(latest);
    return () => {
      window.removeEventListener("keydown", onKey);
      bound.delete(latest);
    };
  }, []);
}

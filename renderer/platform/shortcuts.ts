// Keys that work everywhere on a screen. They leave input methods alone: a key that composes a character is no shortcut.
import { useEffect, useRef } from "react";

/** What a key does, by its name: "F2", "Ctrl+P". On a Mac, Command counts as Ctrl. */
export type Shortcuts = Readonly<Record<string, () => void>>;

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
      const act = latest.current[keyName(event)];
      if (act === undefined) return;
      event.preventDefault();
      if (!event.repeat) act();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}

// Hides what is on the screen when nobody has touched the keyboard or mouse for a while. Any key shows it again.
import { type ReactElement, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useIdleMinutes } from "./idle-time.ts";

const MINUTE = 60_000;

export function IdleLock(): ReactElement | null {
  const { t } = useTranslation("shell");
  const minutes = useIdleMinutes();
  const [hidden, setHidden] = useState(false);
  const cover = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (minutes === null) return;
    let timer: ReturnType<typeof setTimeout>;
    const touched = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => setHidden(true), minutes * MINUTE);
    };
    const events = ["keydown", "pointerdown", "pointermove", "wheel"] as const;
    for (const name of events) window.addEventListener(name, touched, { capture: true, passive: true });
    touched();
    return () => {
      clearTimeout(timer);
      for (const name of events) window.removeEventListener(name, touched, { capture: true });
    };
  }, [minutes]);

  useEffect(() => {
    if (!hidden) return;
    const before = document.activeElement;
    cover.current?.focus();
    // The key that wakes the screen is not typed into a field that nobody sees.
    const wake = (event: Event): void => {
      event.preventDefault();
      event.stopPropagation();
      setHidden(false);
      if (before instanceof HTMLElement) before.focus();
    };
    // Both on the window: behind an open dialog the cover itself may be out of reach.
    window.addEventListener("keydown", wake, { capture: true });
    window.addEventListener("pointerdown", wake, { capture: true });
    return () => {
      window.removeEventListener("keydown", wake, { capture: true });
      window.removeEventListener("pointerdown", wake, { capture: true });
    };
  }, [hidden]);

  if (!hidden) return null;
  return (
    <button ref={cover} type="button" className="cover" data-testid="idle-cover">
      <span className="cover__brand">{t("brand")}</span>
      <span>{t("hidden")}</span>
    </button>
  );
}

// Where help comes from, on every screen: F1 for the field in hand, F1 again or Ctrl+/ for the keys, and the first-run tour.
import { lazy, Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { ask } from "../platform/ask.ts";
import { useShortcuts } from "../platform/shortcuts.ts";

const HelpPanel = lazy(async () => ({ default: (await import("./help-panel.tsx")).HelpPanel }));
const ShortcutSheet = lazy(async () => ({ default: (await import("./shortcut-sheet.tsx")).ShortcutSheet }));
const Tour = lazy(async () => ({ default: (await import("./tour.tsx")).Tour }));

type Shown = "nothing" | "panel" | "sheet";

export function HelpHost() {
  const { t } = useTranslation("shell");
  const [shown, setShown] = useState<Shown>("nothing");
  const [touring, setTouring] = useState(false);

  useEffect(() => {
    void ask("settings.get", undefined).then((answer) => setTouring(answer.ok && !answer.value.settings.tourSeen));
  }, []);
  const endTour = () => {
    setTouring(false);
    void ask("settings.set", { tourSeen: true });
  };

  useShortcuts({
    F1: () => setShown((now) => (now === "nothing" ? "panel" : now === "panel" ? "sheet" : "nothing")),
    "Ctrl+/": () => setShown((now) => (now === "sheet" ? "nothing" : "sheet")),
    ...(shown === "panel" ? { Escape: () => setShown("nothing") } : touring ? { Escape: endTour } : {}),
  });

  return (
    <>
      <button
        type="button"
        className="plain-button"
        data-testid="help-button"
        aria-keyshortcuts="F1"
        aria-expanded={shown === "panel"}
        onClick={() => setShown(shown === "panel" ? "nothing" : "panel")}
      >
        {t("help")} <kbd className="key">F1</kbd>
      </button>
      <Suspense fallback={null}>
        {touring ? <Tour onEnd={endTour} /> : null}
        {shown === "panel" ? (
          <HelpPanel
            onSheet={() => setShown("sheet")}
            onTour={() => {
              setShown("nothing");
              setTouring(true);
            }}
            onClose={() => setShown("nothing")}
          />
        ) : null}
        {shown === "sheet" ? <ShortcutSheet onClose={() => setShown("nothing")} /> : null}
      </Suspense>
    </>
  );
}

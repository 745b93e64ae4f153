// The frame around every screen: top bar, navigation, content. Screens once visited keep what was typed in them.

import { Activity, type ReactElement, Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { features } from "../features.ts";
import { LanguageSwitch } from "./language-switch.tsx";
import { Navigation } from "./navigation.tsx";

export function AppShell(): ReactElement {
  const { t } = useTranslation("shell");
  const [current, setCurrent] = useState(features[0]?.id);
  const [visited, setVisited] = useState<ReadonlySet<string>>(new Set(current === undefined ? [] : [current]));

  const open = (id: string): void => {
    setCurrent(id);
    setVisited((before) => new Set([...before, id]));
  };

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const target = event.altKey && !event.ctrlKey ? features[Number(event.key) - 1] : undefined;
      if (target === undefined) return;
      event.preventDefault();
      open(target.id);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  });

  return (
    <div data-testid="app-shell" className="grid h-full grid-cols-[72px_1fr] grid-rows-[52px_1fr]">
      <header className="col-span-2 flex items-center gap-4 border-b border-line bg-card px-5">
        <span className="text-lg font-bold">{t("brand")}</span>
        <div id="top-bar-start" className="flex flex-1 items-center gap-3" />
        <span className="text-sm text-ink-soft">{t("offline")}</span>
        <LanguageSwitch />
      </header>
      <Navigation features={features} current={current} onOpen={open} />
      <main className="overflow-auto p-4">
        {features
          .filter(({ id }) => visited.has(id))
          .map(({ id, Screen }) => (
            <Activity key={id} mode={id === current ? "visible" : "hidden"}>
              <Suspense fallback={null}>
                <Screen />
              </Suspense>
            </Activity>
          ))}
      </main>
    </div>
  );
}

// The frame around every screen: top bar, navigation, content. Screens once visited keep what was typed in them.

import { Activity, lazy, type ReactElement, Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { counter } from "../assess/counter.ts";
import { CounterProvider } from "../assess/counter-context.tsx";
import { features } from "../features.ts";
import { HelpHost } from "../help/help-host.tsx";
import { onOpenScreen } from "../platform/open-screen.ts";
import { AppearanceButton } from "./appearance-button.tsx";
import { IdleLock } from "./idle-lock.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import { Navigation } from "./navigation.tsx";
import { RulesButton } from "./rules-button.tsx";
import "./shell.css";

const RulesAge = lazy(async () => ({ default: (await import("../packs/rules-age.tsx")).RulesAge }));

export function AppShell(): ReactElement {
  const { t } = useTranslation("shell");
  const [current, setCurrent] = useState(features[0]?.id);
  const [visited, setVisited] = useState<ReadonlySet<string>>(new Set(current === undefined ? [] : [current]));

  const open = (id: string): void => {
    setCurrent(id);
    setVisited((before) => new Set([...before, id]));
  };

  useEffect(() => onOpenScreen((id) => features.some((feature) => feature.id === id) && open(id)));

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
    <CounterProvider store={counter}>
      <div data-testid="app-shell" className="app">
        <header className="app__top">
          <span className="app__brand">{t("brand")}</span>
          <RulesButton />
          <div id="top-bar-start" className="contents" />
          <span className="app__place">
            {t("offline")}
            <Suspense fallback={null}>
              <RulesAge />
            </Suspense>
          </span>
          <AppearanceButton />
          <HelpHost />
          <LanguageSwitch />
        </header>
        <Navigation features={features} current={current} onOpen={open} />
        <main className="app__main">
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
        <IdleLock />
      </div>
    </CounterProvider>
  );
}

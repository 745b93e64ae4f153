// The ledger: find a slip, close the day, follow the townships, check a paper, keep it all safe.
import { type KeyboardEvent, type ReactElement, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { LedgerStatus } from "../../shared/ipc/channels/ledger.ts";
import { ask } from "../platform/ask.ts";
import { CheckTab } from "./check-tab.tsx";
import { DayTab } from "./day-tab.tsx";
import { Gate } from "./gate.tsx";
import { KeepTab } from "./keep-tab.tsx";
import { SearchTab } from "./search-tab.tsx";
import { TownshipsTab } from "./townships-tab.tsx";
import "./ledger.css";

const TABS = ["search", "day", "townships", "check", "keep"] as const;
type Tab = (typeof TABS)[number];

export function LedgerScreen(): ReactElement {
  const { t } = useTranslation("ledger");
  const [status, setStatus] = useState<LedgerStatus | null>(null);
  const [tab, setTab] = useState<Tab>("search");

  useEffect(() => {
    void ask("ledger.status", undefined).then((answer) => {
      setStatus(
        answer.ok ? answer.value : { state: "fault", fault: { code: "io", params: { detail: answer.error.code } } },
      );
    });
  }, []);

  if (status === null) return <p className="ledger-note">{t("loading")}</p>;
  if (status.state !== "open") return <Gate status={status} onStatus={setStatus} />;

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const next = TABS[(TABS.indexOf(tab) + step + TABS.length) % TABS.length] ?? "search";
    setTab(next);
    document.getElementById(`ledger-tab-${next}`)?.focus();
  };

  return (
    <div className="ledger" data-testid="ledger-screen">
      <header className="ledger__head">
        <h1 className="seen-by-readers-only">{t("title")}</h1>
        <div role="tablist" aria-label={t("title")} className="ledger__tabs" onKeyDown={onKeyDown}>
          {TABS.map((id) => (
            <button
              key={id}
              id={`ledger-tab-${id}`}
              type="button"
              role="tab"
              aria-selected={id === tab}
              aria-controls="ledger-panel"
              tabIndex={id === tab ? 0 : -1}
              data-testid={`ledger-tab-${id}`}
              className="ledger__tab"
              onClick={() => setTab(id)}
            >
              {t(`tabs.${id}`)}
            </button>
          ))}
        </div>
      </header>
      <div id="ledger-panel" role="tabpanel" aria-labelledby={`ledger-tab-${tab}`} className="ledger__panel">
        {tab === "search" ? <SearchTab today={status.today} /> : null}
        {tab === "day" ? <DayTab today={status.today} /> : null}
        {tab === "townships" ? <TownshipsTab today={status.today} /> : null}
        {tab === "check" ? <CheckTab /> : null}
        {tab === "keep" ? <KeepTab status={status} onStatus={setStatus} /> : null}
      </div>
    </div>
  );
}

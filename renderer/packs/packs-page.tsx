// Rule packs and the keys behind them: take one in from a file, see whom it changes, go back, decide whom to trust.
import { useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { PackLook, PacksOverview } from "../../shared/ipc/channels/packs.ts";
import { ask } from "../platform/ask.ts";
import { HistoryTable } from "../policies/history-table.tsx";
import { FaultLine } from "./fault-line.tsx";
import { InstalledList } from "./installed-list.tsx";
import { KeysList } from "./keys-list.tsx";
import { LookView } from "./look-view.tsx";
import { PacksSection } from "./packs-section.tsx";
import { ReasonForm } from "./reason-form.tsx";
import { useAct, usePacks } from "./use-packs.ts";
import "./packs.css";

export function PacksPage() {
  const { t } = useTranslation(["packs", "shell", "policies", "domain", "assess"]);
  const { overview, changed } = usePacks();
  const act = useAct();
  const [look, setLook] = useState<PackLook | null>(null);
  const [done, setDone] = useState(false);

  const show = useCallback((next: PackLook) => {
    setDone(false);
    setLook(next);
  }, []);

  // What the system handed over is looked at as soon as the page is there to show it.
  useEffect(() => {
    const takeOffered = () => void ask("packs.offered", undefined).then((answer) => answer.ok && show(answer.value));
    takeOffered();
    return window.canbao.on("packs.offered", takeOffered);
  }, [show]);

  const take = () => act.run(() => ask("packs.choose", undefined), show);
  const onChanged = (next: PacksOverview) => {
    setDone(false);
    changed(next);
  };

  return (
    <div className="packs" data-testid="packs-page">
      <header className="policy-head">
        <div className="policy-head__line">
          <h2 className="policy-head__name">{t("title")}</h2>
          <button
            type="button"
            className="plain-button settle__main"
            data-testid="pack-choose"
            disabled={act.busy}
            onClick={take}
          >
            {t("choose")}
          </button>
        </div>
        <p className="policy-note">{t("about")}</p>
      </header>
      <FaultLine fault={act.fault} />
      {done ? (
        <p role="status" className="packs-done" data-testid="packs-done">
          {t("done")}
        </p>
      ) : null}
      {look === null ? null : (
        <LookView
          look={look}
          onLook={show}
          onInstalled={(next) => {
            setLook(null);
            changed(next);
            setDone(true);
          }}
          onClose={() => setLook(null)}
        />
      )}
      {overview === null ? null : (
        <>
          <TrustNotice overview={overview} onChanged={onChanged} />
          <ClockNotice overview={overview} onChanged={onChanged} />
          <InstalledList overview={overview} onChanged={onChanged} />
          <KeysList overview={overview} onChanged={onChanged} />
          <Past overview={overview} />
        </>
      )}
    </div>
  );
}

interface Part {
  readonly overview: PacksOverview;
  readonly onChanged: (overview: PacksOverview) => void;
}

/** trust.json cannot be used: the bundled rules answer until a person has decided. */
function TrustNotice({ overview, onChanged }: Part) {
  const { t } = useTranslation("packs");
  const act = useAct();
  const { trust } = overview;
  if (trust === "good") return null;
  const settle = (how: "accept" | "begin-anew") => act.run(() => ask("packs.settle", { how }), onChanged);
  return (
    <div className="packs-refused" role="alert" data-testid="trust-notice">
      <p>{t(`fault.trust-${trust}`)}</p>
      <FaultLine fault={act.fault} />
      {trust === "unsafe" ? null : (
        <p className="question-card__actions">
          {trust === "not-ours" ? (
            <button type="button" className="plain-button" disabled={act.busy} onClick={() => settle("accept")}>
              {t("trust.accept")}
            </button>
          ) : null}
          <button type="button" className="plain-button" disabled={act.busy} onClick={() => settle("begin-anew")}>
            {t("trust.beginAnew")}
          </button>
        </p>
      )}
    </div>
  );
}

function ClockNotice({ overview, onChanged }: Part) {
  const { t } = useTranslation("packs");
  const act = useAct();
  const [asking, setAsking] = useState(false);
  const { latestDay, today } = overview;
  if (latestDay === null) return null;
  return (
    <div className="policy-warning" data-testid="clock-notice">
      <p>{t("clock.behind", { today, latest: latestDay })}</p>
      <FaultLine fault={act.fault} />
      {asking ? (
        <ReasonForm
          question={t("clock.why", { today })}
          action={t("clock.correct")}
          busy={act.busy}
          testId="clock-form"
          onReason={(reason) => act.run(() => ask("packs.correctClock", { reason }), onChanged)}
          onCancel={() => setAsking(false)}
        />
      ) : (
        <p>
          <button type="button" className="plain-button" onClick={() => setAsking(true)}>
            {t("clock.correct")}
          </button>
        </p>
      )}
    </div>
  );
}

function Past({ overview }: Pick<Part, "overview">) {
  const { t } = useTranslation("packs");
  if (overview.history.length === 0) return null;
  return (
    <PacksSection id="history" title={t("history.title")}>
      <HistoryTable
        title={t("history.title")}
        columns={(["day", "act", "what", "by"] as const).map((column) => t(`history.${column}`))}
        entries={overview.history}
        cells={({ act, what }) => [
          t(`history.acts.${act}`),
          <span key="what" className="packs-id">
            {what}
          </span>,
        ]}
      />
    </PacksSection>
  );
}

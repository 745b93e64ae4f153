// The day: what came together, by whom and for whom; closed with one key, reopened only with a reason.
import { type ReactElement, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { LedgerDay } from "../../shared/ipc/channels/ledger.ts";
import { ofClerk } from "../../shared/ledger/nameless.ts";
import { useRuleSetNames } from "../assess/rule-set-name.ts";
import { ask } from "../platform/ask.ts";
import { DayField } from "./day-field.tsx";
import { ActFault } from "./fault-note.tsx";
import { PrintBar } from "./print-bar.tsx";
import { ReasonForm } from "./reason-form.tsx";
import { dayDocument } from "./report-documents.ts";
import { SumsTable } from "./sums-table.tsx";
import { useTownships } from "./township-name.ts";
import { useAct } from "./use-act.ts";
import { whenText } from "./when.ts";

const HASH_SHOWN = 16;

export function DayTab({ today }: { readonly today: string }): ReactElement {
  const { t } = useTranslation("ledger");
  const act = useAct();
  const townships = useTownships();
  const ruleSetNames = useRuleSetNames();
  const [day, setDay] = useState(today);
  const [shown, setShown] = useState<LedgerDay | null>(null);
  const [asking, setAsking] = useState(false);
  const [saved, setSaved] = useState<string | null>(null);
  /** While somebody steps from day to day, an answer may come for a day that was left already. */
  const wanted = useRef(today);
  /** What is done is done to the day that stands there, whatever is being typed. */
  const standing = shown?.day ?? day;
  const { run } = act;

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for each day
  useEffect(() => {
    setSaved(null);
    setAsking(false);
    void run(
      () => ask("ledger.day", { day }),
      (value) => value.day === wanted.current && setShown(value),
    );
  }, [day]);

  const close = () =>
    void run(async (acceptClock) => {
      const done = await ask("ledger.closeDay", { day: standing, acceptClock });
      return done.ok ? ask("ledger.day", { day: standing }) : done;
    }, setShown);
  const reopen = (reason: string) =>
    void run(
      async (acceptClock) => {
        const done = await ask("ledger.reopenDay", { day: standing, reason, acceptClock });
        return done.ok ? ask("ledger.day", { day: standing }) : done;
      },
      (value) => {
        setShown(value);
        setAsking(false);
      },
    );
  const save = (format: "csv" | "xlsx") =>
    void run(
      () => ask("ledger.exportDay", { day: standing, format }),
      (value) => setSaved(value.path),
    );

  return (
    <section className="card ledger-page">
      <div className="ledger-form">
        <DayField
          label={t("day.pick")}
          initial={today}
          latest={today}
          testId="day-pick"
          onDay={(picked) => {
            if (picked === "") return;
            wanted.current = picked;
            setDay(picked);
          }}
        />
      </div>
      {shown === null ? null : (
        <div className="ledger-block" data-testid="day" data-closed={shown.closed !== null}>
          <h2 className="ledger-page__title figures">
            {shown.day}{" "}
            <span className="status" data-status={shown.closed === null ? "provisional" : "in-force"}>
              {t(shown.closed === null ? "day.open" : "day.closed")}
            </span>
          </h2>
          {shown.closed === null ? null : <Closed closed={shown.closed} now={shown.totals.total.slips} />}
          {shown.reopened.map((entry) => (
            <p key={entry.at} className="ledger-note">
              {t("day.reopened", { at: whenText(entry.at), ...ofClerk(entry.clerk), reason: entry.reason })}
            </p>
          ))}
          {shown.totals.total.slips === 0 && shown.totals.voided === 0 ? (
            <p className="ledger-note">{t("day.empty")}</p>
          ) : (
            <SumsTable totals={shown.totals} />
          )}
          <div className="ledger-buttons">
            {shown.closed === null ? (
              <button
                type="button"
                className="plain-button"
                data-testid="close-day"
                disabled={act.busy}
                title={t("day.closeHint")}
                onClick={close}
              >
                {t("day.close")}
              </button>
            ) : (
              <button type="button" className="plain-button" data-testid="reopen-day" onClick={() => setAsking(true)}>
                {t("day.reopen")}
              </button>
            )}
            <button
              type="button"
              className="plain-button"
              data-testid="day-csv"
              disabled={act.busy}
              onClick={() => save("csv")}
            >
              {t("day.csv")}
            </button>
            <button
              type="button"
              className="plain-button"
              data-testid="day-xlsx"
              disabled={act.busy}
              onClick={() => save("xlsx")}
            >
              {t("day.xlsx")}
            </button>
          </div>
          <PrintBar
            title={t("paper.dayTitle", { day: shown.day })}
            fileName={`${t("paper.dayFile", { day: shown.day })}.pdf`}
            documentOf={(head) => dayDocument(head, shown, townships, ruleSetNames)}
          />
          {saved === null ? null : (
            <p className="ledger-note" role="status" data-testid="day-saved">
              {t("day.saved", { path: saved })}
            </p>
          )}
          {asking ? (
            <ReasonForm
              question={t("day.reopenReason")}
              action={t("day.reopen")}
              busy={act.busy}
              testId="reopen-reason"
              onReason={reopen}
              onCancel={() => setAsking(false)}
            />
          ) : null}
        </div>
      )}
      <ActFault act={act} />
    </section>
  );
}

interface ClosedProps {
  readonly closed: NonNullable<LedgerDay["closed"]>;
  readonly now: number;
}

function Closed({ closed, now }: ClosedProps): ReactElement {
  const { t } = useTranslation("ledger");
  const atClose = closed.totals.total.slips;
  return (
    <>
      <p className="ledger-note">
        {t("day.closedBy", { at: whenText(closed.at), ...ofClerk(closed.clerk) })} ·{" "}
        <span className="figures">{t("day.seal", { seq: closed.seq, hash: closed.hash.slice(0, HASH_SHOWN) })}</span>
      </p>
      {atClose === now ? null : <p className="ledger-problem">{t("day.since", { count: atClose, now })}</p>}
    </>
  );
}

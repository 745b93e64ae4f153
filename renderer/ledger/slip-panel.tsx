// One slip: what it said, what was done with it, then and now; void, copy, and show in full with a reason.
import { type ReactElement, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { LedgerSlip } from "../../shared/ipc/channels/ledger.ts";
import { ofClerk } from "../../shared/ledger/nameless.ts";
import { useRuleSetName } from "../assess/rule-set-name.ts";
import { ask } from "../platform/ask.ts";
import { printCopy } from "../slip/print-copy.ts";
import { ComparisonView } from "./comparison-view.tsx";
import { ActFault } from "./fault-note.tsx";
import { FiguresTable } from "./figures-table.tsx";
import { ReasonForm } from "./reason-form.tsx";
import { useAct } from "./use-act.ts";
import { whenText } from "./when.ts";

interface SlipPanelProps {
  readonly number: string;
  /** Only to look at: on the screen where papers are checked. */
  readonly readOnly?: boolean;
  onChanged?(): void;
}

export function SlipPanel({ number, readOnly = false, onChanged }: SlipPanelProps): ReactElement | null {
  const { t } = useTranslation("ledger");
  const act = useAct();
  const ruleSetName = useRuleSetName();
  const [slip, setSlip] = useState<LedgerSlip | null>(null);
  const [asking, setAsking] = useState<"void" | "reveal" | null>(null);
  const [copy, setCopy] = useState<number | null>(null);
  const { run } = act;

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for each number
  useEffect(() => {
    void run(() => ask("ledger.slip", { number }), setSlip);
  }, [number]);

  const voidIt = (reason: string) =>
    void run(
      async (acceptClock) => {
        const done = await ask("ledger.void", { number, reason, acceptClock });
        return done.ok ? ask("ledger.slip", { number }) : done;
      },
      (value) => {
        setSlip(value);
        setAsking(null);
        onChanged?.();
      },
    );
  const reveal = (reason: string) =>
    void run(
      () => ask("ledger.reveal", { number, reason }),
      (value) => {
        setSlip(value);
        setAsking(null);
      },
    );
  // Counted first, then printed: whatever the printer does, trying again counts no second time.
  const reprint = () =>
    void run(
      (acceptClock) => ask("ledger.reprint", { number, acceptClock }),
      (counted) => {
        setCopy(counted.copies);
        void printCopy(counted, t("slip.copyTitle", { number, count: counted.copies }));
        void ask("ledger.slip", { number }).then((answer) => {
          if (!answer.ok) return;
          const { history } = answer.value;
          // What is shown in full stays so; only what was done with the slip has grown.
          setSlip((shown) => (shown === null ? null : { ...shown, history }));
        });
        onChanged?.();
      },
    );

  if (slip === null) return <ActFault act={act} />;
  const voided = slip.history.some(({ kind }) => kind === "void");
  return (
    <div className="slip" data-testid="slip-panel">
      <header className="slip__head">
        <h2 className="slip__number figures">{slip.number}</h2>
        {voided ? (
          <span className="status" data-status="provisional">
            {t("slip.voided")}
          </span>
        ) : null}
      </header>
      <p className="ledger-note">{t("slip.issued", { day: whenText(slip.at), ...ofClerk(slip.clerk) })}</p>
      <p className="ledger-note">
        {t("slip.rules")}{" "}
        {[slip.ruleSet, ...slip.otherRuleSets].map(({ id, version }) => `${ruleSetName(id)} ${version}`).join(" · ")} ·{" "}
        {t("slip.engine")} {slip.engine}
      </p>
      {slip.people.map((person, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: residents of a slip never change their places
        <section key={place} className="slip__person">
          <p className="slip__name">
            {person.erased ? t("slip.erasedPerson") : `${person.name ?? ""} ${person.idNumber ?? ""}`}
          </p>
          <FiguresTable figures={person.figures} />
        </section>
      ))}
      {readOnly || asking !== null ? null : (
        <div className="ledger-buttons">
          {slip.masked ? (
            <button
              type="button"
              className="plain-button"
              data-testid="slip-reveal"
              onClick={() => setAsking("reveal")}
            >
              {t("slip.reveal")}
            </button>
          ) : (
            <span className="ledger-note">{t("slip.revealed")}</span>
          )}
          {voided ? null : (
            <>
              <button
                type="button"
                className="plain-button"
                data-testid="slip-reprint"
                disabled={act.busy}
                onClick={reprint}
              >
                {t("slip.reprint")}
              </button>
              <button type="button" className="plain-button" data-testid="slip-void" onClick={() => setAsking("void")}>
                {t("slip.void")}
              </button>
            </>
          )}
        </div>
      )}
      {copy === null ? null : (
        <p className="ledger-note" role="status">
          {t("slip.reprinted", { count: copy })}
        </p>
      )}
      {asking === null ? null : (
        <ReasonForm
          question={t(asking === "void" ? "slip.voidReason" : "slip.revealReason")}
          action={t(asking === "void" ? "slip.void" : "slip.reveal")}
          busy={act.busy}
          testId="slip-reason"
          onReason={asking === "void" ? voidIt : reveal}
          onCancel={() => setAsking(null)}
        />
      )}
      <ActFault act={act} />
      <ComparisonView number={number} atOnce={readOnly} />
      {slip.history.length === 0 ? null : (
        <section>
          <h3 className="card__title">{t("slip.history")}</h3>
          <ul className="ledger-list">
            {slip.history.map((entry) => (
              <li key={entry.seq}>
                {t(`slip.acts.${entry.kind}`)} · {t("slip.by", { ...ofClerk(entry.clerk), at: whenText(entry.at) })}
                {entry.reason === null || entry.reason === ""
                  ? ""
                  : ` · ${t("slip.because", { reason: entry.reason })}`}
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className="slip__code figures">
        {t("slip.code")} {slip.code}
      </p>
    </div>
  );
}

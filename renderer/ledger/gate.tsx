// Stands before a ledger that did not open: says why, and offers only what helps.
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import type { LedgerStatus } from "../../shared/ipc/channels/ledger.ts";
import { ask } from "../platform/ask.ts";
import { ActFault, FaultNote } from "./fault-note.tsx";
import { PassphraseForm } from "./passphrase-form.tsx";
import { ReasonForm } from "./reason-form.tsx";
import { RestoreList } from "./restore-list.tsx";
import { useAct } from "./use-act.ts";

/** Faults of the anchor: the records themselves are whole, a person decides. */
const ACCEPTABLE: ReadonlySet<string> = new Set(["rolled-back", "history-differs", "anchor-missing", "anchor-damaged"]);
/** The records cannot be used: a backup, or a beginning. */
const LOST: ReadonlySet<string> = new Set([
  "file-missing",
  "file-empty",
  "file-truncated",
  "file-damaged",
  "record-damaged",
  "records-missing",
  "rolled-back",
  "key-missing",
  "key-unreadable",
  "wrong-key",
]);
const BEGIN_ANEW: ReadonlySet<string> = new Set(["file-missing", "file-empty", "file-damaged", "file-truncated"]);

interface GateProps {
  readonly status: Exclude<LedgerStatus, { state: "open" }>;
  onStatus(status: LedgerStatus): void;
}

export function Gate({ status, onStatus }: GateProps): ReactElement {
  const { t } = useTranslation("ledger");
  const act = useAct();
  const [asking, setAsking] = useState<"accept" | "new" | null>(null);
  const fault = status.state === "fault" ? status.fault : { code: "not-open" as const, params: {} };
  const open = (how: { passphrase?: string; acceptReason?: string; startNew?: boolean }) =>
    void act.run(() => ask("ledger.open", how), onStatus);
  const passphrase = fault.code.startsWith("passphrase-");

  return (
    <section className="card ledger-gate" data-testid="ledger-gate">
      <h1 className="seen-by-readers-only">{t("title")}</h1>
      <FaultNote fault={fault} />
      <ActFault act={act} />
      {passphrase ? (
        <PassphraseForm
          choose={fault.code === "passphrase-weak" || fault.code === "passphrase-unset"}
          busy={act.busy}
          action={t("gate.open")}
          onPassphrase={(typed) => open({ passphrase: typed })}
        />
      ) : null}
      {asking === null ? (
        <div className="ledger-buttons">
          <button type="button" className="plain-button" disabled={act.busy} onClick={() => open({})}>
            {t("retry")}
          </button>
          {ACCEPTABLE.has(fault.code) ? (
            <button
              type="button"
              className="plain-button"
              data-testid="gate-accept"
              onClick={() => setAsking("accept")}
            >
              {t("gate.accept")}
            </button>
          ) : null}
          {BEGIN_ANEW.has(fault.code) ? (
            <button type="button" className="plain-button" data-testid="gate-new" onClick={() => setAsking("new")}>
              {t("gate.startNew")}
            </button>
          ) : null}
        </div>
      ) : (
        <ReasonForm
          question={t("reason")}
          action={asking === "accept" ? t("goOn") : t("gate.startNew")}
          busy={act.busy}
          testId="gate-reason"
          onReason={(acceptReason) => open({ acceptReason, startNew: asking === "new" })}
          onCancel={() => setAsking(null)}
        />
      )}
      {LOST.has(fault.code) ? <RestoreList onStatus={onStatus} /> : null}
    </section>
  );
}

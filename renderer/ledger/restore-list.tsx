// The backups at hand, here and on a stick, and the way back to one of them.
import { type ReactElement, useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { LedgerBackup, LedgerStatus } from "../../shared/ipc/channels/ledger.ts";
import { ask } from "../platform/ask.ts";
import { ActFault } from "./fault-note.tsx";
import { ReasonForm } from "./reason-form.tsx";
import { useAct } from "./use-act.ts";
import { megabytes, whenText } from "./when.ts";

interface RestoreListProps {
  /** Changes when a backup was made. */
  readonly made?: string;
  onStatus(status: LedgerStatus): void;
}

export function RestoreList({ made, onStatus }: RestoreListProps): ReactElement {
  const { t } = useTranslation("ledger");
  const act = useAct();
  const [folder, setFolder] = useState<string | null>(null);
  const [backups, setBackups] = useState<readonly LedgerBackup[]>([]);
  const [chosen, setChosen] = useState<LedgerBackup | null>(null);
  const [passphrase, setPassphrase] = useState("");
  const field = useId();

  // biome-ignore lint/correctness/useExhaustiveDependencies: listed again after a backup was made
  useEffect(() => {
    void ask("ledger.backups", { folder }).then((answer) => setBackups(answer.ok ? answer.value.backups : []));
  }, [folder, made]);

  const pick = () =>
    void act.run(
      () => ask("ledger.pickFolder", undefined),
      (value) => setFolder(value.folder),
    );
  const restore = (backup: LedgerBackup, reason: string) =>
    void act.run(
      () =>
        ask("ledger.restore", {
          from: { folder: backup.folder, name: backup.name },
          reason,
          ...(passphrase === "" ? {} : { passphrase }),
        }),
      (status) => {
        setChosen(null);
        onStatus(status);
      },
    );

  return (
    <div className="ledger-block">
      <h2 className="card__title">{folder === null ? t("keep.automatic") : folder}</h2>
      {backups.length === 0 ? <p className="ledger-note">{t("keep.none")}</p> : null}
      <ul className="ledger-list" data-testid="backups">
        {backups.map((backup) => (
          <li key={backup.name} className="ledger-list__row">
            <span className="figures">
              {t("keep.entry", { at: whenText(backup.at), count: backup.seq, size: megabytes(backup.bytes) })}
            </span>
            <button type="button" className="plain-button" onClick={() => setChosen(backup)}>
              {t("keep.restore")}
            </button>
          </li>
        ))}
      </ul>
      <div className="ledger-buttons">
        <button type="button" className="plain-button" data-testid="restore-pick" disabled={act.busy} onClick={pick}>
          {t("keep.fromFolder")}
        </button>
      </div>
      {chosen === null ? null : (
        <>
          {chosen.portable ? (
            <div className="ledger-reason">
              <label htmlFor={field}>{t("keep.passphraseOf")}</label>
              <input
                id={field}
                type="password"
                className="ledger-input"
                autoComplete="off"
                value={passphrase}
                onChange={(event) => setPassphrase(event.target.value)}
              />
            </div>
          ) : null}
          <ReasonForm
            question={t("keep.restoreReason")}
            action={t("keep.restore")}
            busy={act.busy}
            testId="restore-reason"
            onReason={(reason) => restore(chosen, reason)}
            onCancel={() => setChosen(null)}
          />
        </>
      )}
      <ActFault act={act} />
    </div>
  );
}

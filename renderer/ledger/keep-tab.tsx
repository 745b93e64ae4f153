// Keeping the ledger: backups, the passphrase, the walk over every record, retention, and who works here.
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import type { LedgerStatus } from "../../shared/ipc/channels/ledger.ts";
import { ask } from "../platform/ask.ts";
import { ActFault } from "./fault-note.tsx";
import { PassphraseForm } from "./passphrase-form.tsx";
import { RestoreList } from "./restore-list.tsx";
import { RetentionForm } from "./retention-form.tsx";
import { useAct } from "./use-act.ts";
import { megabytes } from "./when.ts";
import { WhoForm } from "./who-form.tsx";

interface KeepTabProps {
  readonly status: Extract<LedgerStatus, { state: "open" }>;
  onStatus(status: LedgerStatus): void;
}

export function KeepTab({ status, onStatus }: KeepTabProps): ReactElement {
  const { t } = useTranslation("ledger");
  const act = useAct();
  const walk = useAct();
  const [made, setMade] = useState("");
  const [walked, setWalked] = useState<readonly string[]>([]);
  const [choosing, setChoosing] = useState(false);

  const backUp = (folder: string | null) =>
    void act.run(
      () => ask("ledger.backUp", { folder }),
      (backup) => setMade(t("keep.made", { name: backup.name, count: backup.seq, size: megabytes(backup.bytes) })),
    );
  const toFolder = () =>
    void act.run(
      () => ask("ledger.pickFolder", undefined),
      ({ folder }) => backUp(folder),
    );
  const verify = () =>
    void walk.run(
      () => ask("ledger.verify", undefined),
      ({ checked, findings }) =>
        setWalked(
          findings.length === 0
            ? [t("keep.verified", { count: checked })]
            : findings.map(({ code, from, through }) => t("keep.finding", { from, through, code: t(`codes.${code}`) })),
        ),
    );

  return (
    <div className="ledger-keep">
      <section className="card ledger-page">
        <h2 className="ledger-page__title">{t("keep.backups")}</h2>
        <div className="ledger-buttons">
          <button
            type="button"
            className="plain-button"
            data-testid="backup-now"
            disabled={act.busy}
            onClick={() => backUp(null)}
          >
            {t("keep.now")}
          </button>
          <button
            type="button"
            className="plain-button"
            data-testid="backup-folder"
            disabled={act.busy}
            onClick={toFolder}
          >
            {t("keep.toFolder")}
          </button>
        </div>
        <p className="ledger-note" role="status" data-testid="backup-made">
          {act.busy ? t("keep.working") : made}
        </p>
        <ActFault act={act} />
        <RestoreList made={made} onStatus={onStatus} />
        <p className="ledger-note">{t(status.portable ? "keep.portable" : "keep.notPortable")}</p>
        {choosing ? (
          <PassphraseForm
            choose
            busy={act.busy}
            action={t("keep.setPassphrase")}
            onPassphrase={(passphrase) =>
              void act.run(
                () => ask("ledger.setPassphrase", { passphrase }),
                () => {
                  setChoosing(false);
                  onStatus({ ...status, portable: true });
                },
              )
            }
          />
        ) : (
          <div className="ledger-buttons">
            <button type="button" className="plain-button" onClick={() => setChoosing(true)}>
              {t("keep.setPassphrase")}
            </button>
          </div>
        )}
      </section>
      <section className="card ledger-page">
        <h2 className="ledger-page__title">{t("records", { count: status.records })}</h2>
        <div className="ledger-buttons">
          <button type="button" className="plain-button" data-testid="verify" disabled={walk.busy} onClick={verify}>
            {t("keep.verify")}
          </button>
        </div>
        <div role="status" data-testid="verified">
          {walk.busy ? <p className="ledger-note">{t("keep.verifying")}</p> : null}
          {walked.map((line) => (
            <p key={line} className="ledger-note">
              {line}
            </p>
          ))}
        </div>
        <ActFault act={walk} />
        <WhoForm />
        <RetentionForm today={status.today} />
      </section>
    </div>
  );
}

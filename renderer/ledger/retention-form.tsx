// Lets go of people: of all before a day, or of one who asks; and gives one resident what is kept about them.
import { type ReactElement, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { ask } from "../platform/ask.ts";
import { DayField } from "./day-field.tsx";
import { ActFault } from "./fault-note.tsx";
import { ReasonForm } from "./reason-form.tsx";
import { useAct } from "./use-act.ts";

export function RetentionForm({ today }: { readonly today: string }): ReactElement {
  const { t } = useTranslation("ledger");
  const act = useAct();
  const [before, setBefore] = useState("");
  const [slips, setSlips] = useState<number | null>(null);
  const [idNumber, setIdNumber] = useState("");
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState("");
  const id = useId();

  const count = () =>
    void act.run(
      () => ask("ledger.countBefore", { day: before }),
      (value) => setSlips(value.slips),
    );
  const purge = () =>
    void act.run(
      (acceptClock) => ask("ledger.purge", { before, acceptClock }),
      (value) => {
        setSlips(null);
        setSaid(t("keep.purged", { count: value.slips }));
      },
    );
  const save = () =>
    void act.run(
      () => ask("ledger.exportResident", { idNumber }),
      (value) => setSaid(t("keep.exported", { path: value.path })),
    );
  const erase = (reason: string) =>
    void act.run(
      (acceptClock) => ask("ledger.eraseResident", { idNumber, reason, acceptClock }),
      (value) => {
        setAsking(false);
        setSaid(t("keep.erased", { count: value.slips }));
      },
    );

  return (
    <div className="ledger-block">
      <h3 className="card__title">{t("keep.retention")}</h3>
      <div className="ledger-form">
        <DayField
          label={t("keep.purge")}
          latest={today}
          testId="purge-before"
          onDay={(day) => {
            setBefore(day);
            setSlips(null);
          }}
        />
        <button type="button" className="plain-button" disabled={act.busy || before === ""} onClick={count}>
          {t("goOn")}
        </button>
      </div>
      {slips === null ? null : (
        <div className="ledger-reason">
          <p>{t("keep.purgeCount", { count: slips })}</p>
          <span className="ledger-buttons">
            <button type="button" className="plain-button" disabled={act.busy || slips === 0} onClick={purge}>
              {t("keep.purge")}
            </button>
            <button type="button" className="plain-button" onClick={() => setSlips(null)}>
              {t("cancel")}
            </button>
          </span>
        </div>
      )}
      <div className="ledger-form">
        <label htmlFor={`${id}-number`}>
          <span>
            {t("keep.resident")} · {t("keep.residentNumber")}
          </span>
          <input
            id={`${id}-number`}
            className="ledger-input"
            autoComplete="off"
            value={idNumber}
            onChange={(event) => setIdNumber(event.target.value.trim().toUpperCase())}
          />
        </label>
        <button type="button" className="plain-button" disabled={act.busy || idNumber.length < 8} onClick={save}>
          {t("keep.exportResident")}
        </button>
        <button
          type="button"
          className="plain-button"
          disabled={act.busy || idNumber.length < 8}
          onClick={() => setAsking(true)}
        >
          {t("keep.erase")}
        </button>
      </div>
      {asking ? (
        <ReasonForm
          question={t("keep.eraseReason")}
          action={t("keep.erase")}
          busy={act.busy}
          testId="erase-reason"
          onReason={erase}
          onCancel={() => setAsking(false)}
        />
      ) : null}
      <p className="ledger-note" role="status">
        {said}
      </p>
      <ActFault act={act} />
    </div>
  );
}

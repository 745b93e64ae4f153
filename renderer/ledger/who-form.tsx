// Who works here, and what tells this counter's slip numbers from others'.
import { type ReactElement, useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { ask } from "../platform/ask.ts";

export function WhoForm(): ReactElement {
  const { t } = useTranslation("ledger");
  const [clerk, setClerk] = useState("");
  const [station, setStation] = useState("");
  const [hall, setHall] = useState("");
  const id = useId();

  useEffect(() => {
    void ask("settings.get", undefined).then((answer) => {
      if (!answer.ok) return;
      setClerk(answer.value.settings.clerk);
      setStation(answer.value.settings.station);
      setHall(answer.value.settings.counterName);
    });
  }, []);

  return (
    <div className="ledger-block">
      <h3 className="card__title">{t("keep.who")}</h3>
      <div className="ledger-form">
        <label htmlFor={`${id}-clerk`}>
          <span>{t("keep.clerk")}</span>
          <input
            id={`${id}-clerk`}
            className="ledger-input"
            data-testid="clerk"
            maxLength={60}
            value={clerk}
            onChange={(event) => setClerk(event.target.value)}
            onBlur={() => void ask("settings.set", { clerk })}
          />
        </label>
        <label htmlFor={`${id}-hall`}>
          <span>{t("keep.hall")}</span>
          <input
            id={`${id}-hall`}
            className="ledger-input"
            data-testid="hall"
            maxLength={60}
            value={hall}
            onChange={(event) => setHall(event.target.value)}
            onBlur={() => void ask("settings.set", { counterName: hall.trim() })}
          />
        </label>
        <label htmlFor={`${id}-station`}>
          <span>{t("keep.station")}</span>
          <input
            id={`${id}-station`}
            className="ledger-input"
            maxLength={4}
            value={station}
            onChange={(event) => setStation(event.target.value.toUpperCase())}
            onBlur={() => {
              if (/^[0-9A-Z]{1,4}$/.test(station)) void ask("settings.set", { station });
            }}
          />
        </label>
      </div>
      <p className="ledger-note">{t("keep.stationHint")}</p>
    </div>
  );
}

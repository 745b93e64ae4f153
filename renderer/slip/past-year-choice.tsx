// Past rules on a new slip: only after the clerk has said so, by a key that names the year. The choice stays with the case.
import { type ReactElement, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

interface Props {
  readonly year: number;
  readonly lastUsefulDay: string;
  readonly onAccept: () => void;
}

export function PastYearChoice({ year, lastUsefulDay, onAccept }: Props): ReactElement {
  const { t } = useTranslation("printing");
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <div className="printing__past" role="alert" data-testid="past-year">
      <p>{t("pastYear.text", { year, day: lastUsefulDay })}</p>
      <button ref={button} type="button" className="action" data-testid="past-year-accept" onClick={onAccept}>
        {t("pastYear.accept", { year })} <kbd>Enter</kbd>
      </button>
    </div>
  );
}

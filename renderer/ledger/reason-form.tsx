// Asks for a reason before something that is put on record for ever.
import { type ReactElement, useId, useState } from "react";
import { useTranslation } from "react-i18next";

interface ReasonFormProps {
  readonly question: string;
  readonly action: string;
  readonly busy: boolean;
  readonly testId: string;
  onReason(reason: string): void;
  onCancel(): void;
}

export function ReasonForm({ question, action, busy, testId, onReason, onCancel }: ReasonFormProps): ReactElement {
  const { t } = useTranslation("ledger");
  const [reason, setReason] = useState("");
  const field = useId();
  return (
    <form
      className="ledger-reason"
      data-testid={testId}
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim().length >= 2) onReason(reason.trim());
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") onCancel();
      }}
    >
      <label htmlFor={field}>{question}</label>
      <input
        id={field}
        className="ledger-input"
        // biome-ignore lint/a11y/noAutofocus: it was just asked for
        autoFocus
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <span className="ledger-buttons">
        <button type="submit" className="plain-button" disabled={busy || reason.trim().length < 2}>
          {action}
        </button>
        <button type="button" className="plain-button" onClick={onCancel}>
          {t("cancel")}
        </button>
      </span>
    </form>
  );
}

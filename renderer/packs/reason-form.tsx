// An act that needs a reason in writing: it stands in the history for whoever asks later.
import { type FormEvent, type KeyboardEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";

interface Props {
  readonly question: string;
  readonly action: string;
  readonly busy: boolean;
  readonly testId: string;
  readonly onReason: (reason: string) => void;
  readonly onCancel: () => void;
}

export function ReasonForm({ question, action, busy, testId, onReason, onCancel }: Props) {
  const { t } = useTranslation("packs");
  const id = useId();
  const [reason, setReason] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() !== "") onReason(reason.trim());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
    event.stopPropagation();
    onCancel();
  };
  return (
    <form className="packs-form" data-testid={testId} onSubmit={submit} onKeyDown={onKeyDown}>
      <label htmlFor={id}>{question}</label>
      <input
        id={id}
        className="packs-input"
        maxLength={200}
        required
        autoComplete="off"
        // biome-ignore lint/a11y/noAutofocus: it was just asked for
        autoFocus
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <p className="question-card__actions">
        <button type="submit" className="plain-button settle__danger" disabled={busy}>
          {action}
        </button>
        <button type="button" className="plain-button" onClick={onCancel}>
          {t("cancel")} <kbd className="key">Esc</kbd>
        </button>
      </p>
    </form>
  );
}

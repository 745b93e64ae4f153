// Takes a passphrase; a new one twice.
import { type ReactElement, useId, useState } from "react";
import { useTranslation } from "react-i18next";

interface PassphraseFormProps {
  readonly choose: boolean;
  readonly busy: boolean;
  readonly action: string;
  onPassphrase(passphrase: string): void;
}

export function PassphraseForm({ choose, busy, action, onPassphrase }: PassphraseFormProps): ReactElement {
  const { t } = useTranslation("ledger");
  const [typed, setTyped] = useState("");
  const [again, setAgain] = useState("");
  const id = useId();
  const differs = choose && again !== "" && again !== typed;
  const ready = typed !== "" && (!choose || again === typed);
  return (
    <form
      className="ledger-reason"
      data-testid="passphrase-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) onPassphrase(typed);
      }}
    >
      <label htmlFor={`${id}-a`}>{choose ? t("gate.choose") : t("gate.passphrase")}</label>
      <input
        id={`${id}-a`}
        type="password"
        className="ledger-input"
        autoComplete="off"
        // biome-ignore lint/a11y/noAutofocus: nothing else can be done before it is typed
        autoFocus
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {choose ? (
        <>
          <label htmlFor={`${id}-b`}>{t("gate.again")}</label>
          <input
            id={`${id}-b`}
            type="password"
            className="ledger-input"
            autoComplete="off"
            value={again}
            onChange={(event) => setAgain(event.target.value)}
          />
        </>
      ) : null}
      {differs ? (
        <p className="ledger-problem" role="alert">
          {t("gate.differs")}
        </p>
      ) : null}
      <span className="ledger-buttons">
        <button type="submit" className="plain-button" disabled={busy || !ready}>
          {action}
        </button>
      </span>
    </form>
  );
}

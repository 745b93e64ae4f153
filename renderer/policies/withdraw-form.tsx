// Takes a decision back, after asking once: what then holds is said before it is done, and the history keeps both.
import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNames } from "../assess/names.ts";
import { ask } from "../platform/ask.ts";
import type { QuestionShown } from "./interpretation.tsx";

interface Props {
  readonly ruleSet: string;
  readonly question: QuestionShown;
  readonly onWithdrawn: () => Promise<void>;
  readonly onCancel: () => void;
}

export function WithdrawForm({ ruleSet, question, onWithdrawn, onCancel }: Props) {
  const { t, i18n } = useTranslation("policies");
  const name = useNames();
  const [fault, setFault] = useState<string | null>(null);
  const fallback = question.options.find(({ id }) => id === question.default)?.text;

  const withdraw = async () => {
    const settings = await ask("settings.get", undefined);
    const enteredBy = settings.ok ? settings.value.settings.clerk : "";
    const answer = await ask("rules.withdraw", { ruleSet, interpretation: question.id, enteredBy });
    if (answer.ok) return onWithdrawn();
    const known = i18n.exists(`policies:problem.${answer.error.code}`);
    setFault(t(known ? `problem.${answer.error.code}` : "problem.internal"));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    onCancel();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is heard from both buttons inside
    <div className="settle" data-testid="withdraw-form" onKeyDown={onKeyDown}>
      <p>{t("withdrawQuestion", { option: fallback === undefined ? question.default : name(fallback) })}</p>
      {fault === null ? null : (
        <p className="settle__problem" role="alert">
          {fault}
        </p>
      )}
      <p className="question-card__actions">
        <button
          type="button"
          className="plain-button"
          // biome-ignore lint/a11y/noAutofocus: it was just asked for
          autoFocus
          onClick={onCancel}
        >
          {t("keep")} <kbd className="key">Esc</kbd>
        </button>
        <button type="button" className="plain-button settle__danger" onClick={() => void withdraw()}>
          {t("withdraw")}
        </button>
      </p>
    </div>
  );
}

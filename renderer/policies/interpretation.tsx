// One interpretation: question, options with the one in force, evidence and grade; settled and withdrawn here.
import { useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { settles } from "../../shared/rules/bureau.ts";
import type { RuleSetDescription } from "../../shared/rules/description.ts";
import { useNames } from "../assess/names.ts";
import { Days } from "../design/days.tsx";
import { Where } from "./rule-table.tsx";
import { SettleForm } from "./settle-form.tsx";
import { dayOfInstant } from "./when.ts";
import { WithdrawForm } from "./withdraw-form.tsx";

export type QuestionShown = RuleSetDescription["interpretations"][number];

interface Props {
  readonly ruleSet: string;
  readonly question: QuestionShown;
  readonly settledAt: string | null;
  readonly mainDocument: string;
  readonly onChanged: () => Promise<void>;
}

export function Interpretation({ ruleSet, question, settledAt, mainDocument, onChanged }: Props) {
  const { t } = useTranslation("policies");
  const name = useNames();
  const [form, setForm] = useState<"settle" | "withdraw" | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const headingId = useId();
  const { settlement } = question;
  const state = settlement !== null ? "bureau" : settles(question.inForce) ? "default" : "open";
  const close = () => {
    setForm(null);
    heading.current?.focus();
  };
  const changed = async () => {
    await onChanged();
    close();
  };
  return (
    <li className="question-card" data-state={state} data-testid={`question-${question.id}`}>
      <div className="question-card__head">
        <h3 className="question-card__title" id={headingId} ref={heading} tabIndex={-1}>
          <Days>{name(question.question)}</Days>
        </h3>
        <span className="question-card__state" data-state={state}>
          {t(`state.${state}`)}
        </span>
      </div>
      <ul className="question-card__options" aria-label={t("options")}>
        {question.options.map((option) => (
          <li key={option.id} data-chosen={option.id === question.inForce || undefined}>
            <span aria-hidden="true">{option.id === question.inForce ? "●" : "○"}</span>
            <span>
              <Days>{name(option.text)}</Days>
              {option.id === question.inForce ? <em className="question-card__mark">{t("inForce")}</em> : null}
              {option.id === question.default && option.id !== question.inForce ? (
                <em className="question-card__mark">{t("byDefault")}</em>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
      {settlement === null ? null : (
        <p className="question-card__settled" data-testid="settled-by">
          {t("settledBy", { issuer: settlement.issuer, document: settlement.document })}
          {settledAt === null ? null : (
            <span className="figures"> · {t("enteredOn", { day: dayOfInstant(settledAt) })}</span>
          )}
        </p>
      )}
      <p className="policy-note">
        <Days>{t("evidence", { text: name(question.evidence) })}</Days>{" "}
        <Where cite={question.cite} mainDocument={mainDocument} />
      </p>
      {form === "settle" ? (
        <SettleForm ruleSet={ruleSet} question={question} labelledBy={headingId} onSettled={changed} onCancel={close} />
      ) : form === "withdraw" ? (
        <WithdrawForm ruleSet={ruleSet} question={question} onWithdrawn={changed} onCancel={close} />
      ) : (
        <p className="question-card__actions">
          {question.options.length < 2 ? (
            <span className="policy-note">{t("onlyOne")}</span>
          ) : (
            <button
              type="button"
              className="plain-button"
              aria-describedby={headingId}
              onClick={() => setForm("settle")}
            >
              {t(settlement === null ? "settle" : "settleAnew")}
            </button>
          )}
          {settlement === null ? null : (
            <button
              type="button"
              className="plain-button"
              aria-describedby={headingId}
              onClick={() => setForm("withdraw")}
            >
              {t("withdraw")}
            </button>
          )}
        </p>
      )}
    </li>
  );
}

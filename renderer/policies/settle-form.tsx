// A bureau settles a question: an option, who settled it, and the number of the document. Without both it is nobody's decision.
import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { settles } from "../../shared/rules/bureau.ts";
import { useNames } from "../assess/names.ts";
import { ask } from "../platform/ask.ts";
import type { QuestionShown } from "./interpretation.tsx";

interface Props {
  readonly ruleSet: string;
  readonly question: QuestionShown;
  readonly labelledBy: string;
  readonly onSettled: () => Promise<void>;
  readonly onCancel: () => void;
}

const FIELDS = ["option", "issuer", "document"] as const;
type Field = (typeof FIELDS)[number];
type Problems = Readonly<Partial<Record<Field, string>>>;

export function SettleForm({ ruleSet, question, labelledBy, onSettled, onCancel }: Props) {
  const { t, i18n } = useTranslation("policies");
  const name = useNames();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [option, setOption] = useState(question.settlement?.option ?? "");
  const [issuer, setIssuer] = useState(question.settlement?.issuer ?? "");
  const [document, setDocument] = useState(question.settlement?.document ?? "");
  const [enteredBy, setEnteredBy] = useState("");
  const [problems, setProblems] = useState<Problems>({});
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    form.current?.querySelector<HTMLInputElement>("input:checked, input")?.focus();
    void ask("settings.get", undefined).then((answer) => {
      if (answer.ok) setEnteredBy((typed) => (typed === "" ? answer.value.settings.clerk : typed));
    });
  }, []);

  const show = (found: Problems) => {
    setProblems(found);
    const first = FIELDS.find((field) => found[field] !== undefined);
    if (first !== undefined) form.current?.querySelector<HTMLInputElement>(`[name="${first}"]`)?.focus();
    return first !== undefined;
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setFault(null);
    const found: Problems = {
      ...(option === "" ? { option: t("problem.unknown-option") } : {}),
      ...(issuer.trim() === "" ? { issuer: t("problem.issuer-missing") } : {}),
      ...(document.trim() === "" ? { document: t("problem.document-missing") } : {}),
    };
    if (show(found)) return;
    setBusy(true);
    const answer = await ask("rules.settle", {
      ruleSet,
      interpretation: question.id,
      option,
      issuer,
      document,
      enteredBy,
    });
    setBusy(false);
    if (answer.ok) return onSettled();
    const { code, params } = answer.error;
    const field = FIELDS.find((known) => known === params["field"]);
    const text = t(i18n.exists(`policies:problem.${code}`) ? `problem.${code}` : "problem.internal");
    if (field === undefined) setFault(text);
    else show({ [field]: text });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
    event.stopPropagation();
    onCancel();
  };

  return (
    <form
      ref={form}
      className="settle"
      aria-labelledby={labelledBy}
      noValidate
      data-testid="settle-form"
      onSubmit={(event) => void submit(event)}
      onKeyDown={onKeyDown}
    >
      <fieldset
        className="settle__options"
        aria-describedby={problems.option === undefined ? undefined : `${id}-option`}
      >
        <legend>{t("field.option")}</legend>
        {question.options
          .filter((entry) => settles(entry.id))
          .map((entry) => (
            <label key={entry.id} className="settle__option">
              <input
                type="radio"
                name="option"
                value={entry.id}
                checked={option === entry.id}
                onChange={() => setOption(entry.id)}
              />
              {name(entry.text)}
            </label>
          ))}
        <Problem id={`${id}-option`} text={problems.option} />
      </fieldset>
      {text("issuer", issuer, setIssuer)}
      {text("document", document, setDocument)}
      {text("enteredBy", enteredBy, setEnteredBy)}
      {fault === null ? null : (
        <p className="settle__problem" role="alert">
          {fault}
        </p>
      )}
      <p className="question-card__actions">
        <button type="submit" className="plain-button settle__main" disabled={busy}>
          {t("save")}
        </button>
        <button type="button" className="plain-button" onClick={onCancel}>
          {t("cancel")} <kbd className="key">Esc</kbd>
        </button>
      </p>
    </form>
  );

  function text(field: "issuer" | "document" | "enteredBy", value: string, change: (typed: string) => void) {
    const problem = field === "enteredBy" ? undefined : problems[field];
    return (
      <div className="settle__field">
        <label htmlFor={`${id}-${field}-input`}>{t(`field.${field}`)}</label>
        <input
          id={`${id}-${field}-input`}
          name={field}
          className="settle__input"
          maxLength={field === "enteredBy" ? 60 : 200}
          autoComplete="off"
          required={field !== "enteredBy"}
          placeholder={t(`placeholder.${field}`)}
          value={value}
          aria-invalid={problem === undefined ? undefined : true}
          aria-describedby={problem === undefined ? undefined : `${id}-${field}`}
          onChange={(event) => change(event.target.value)}
        />
        <Problem id={`${id}-${field}`} text={problem} />
      </div>
    );
  }
}

function Problem({ id, text }: { readonly id: string; readonly text: string | undefined }) {
  if (text === undefined) return null;
  return (
    <p className="settle__problem" id={id} role="alert">
      {text}
    </p>
  );
}

// A new coverage year: last year's rules, the year, and the notice that takes the old one's place.
import { type FormEvent, type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { isoDay } from "../../shared/dates/iso.ts";
import { parseTypedDate } from "../../shared/dates/typed.ts";
import { useCounter } from "../assess/counter-context.tsx";
import { focusStep } from "../assess/form/enter.ts";
import { useRuleSetName } from "../assess/rule-set-name.ts";
import { ask } from "../platform/ask.ts";
import { openDraft } from "./bench-store.ts";

interface Props {
  readonly bases: readonly { readonly id: string; readonly coverageYear: number }[];
  readonly onProblem: (code: string) => void;
}

const GRADES = ["A", "B", "C", "D"] as const;

export function StartForm({ bases, onProblem }: Props): ReactElement {
  const { t } = useTranslation("workbench");
  const ruleSetName = useRuleSetName();
  const inForce = useCounter((state) => state.rules?.id ?? "");
  const place = inForce.split("/")[0] ?? "";
  const newest = bases.filter(({ id }) => id.startsWith(`${place}/`)).at(-1) ?? bases.at(-1);
  const [base, setBase] = useState(newest?.id ?? "");
  const [year, setYear] = useState(String((newest?.coverageYear ?? 2025) + 1));
  const [number, setNumber] = useState("");
  const [titleZh, setTitleZh] = useState("");
  const [titleEn, setTitleEn] = useState("");
  const [issuers, setIssuers] = useState("");
  const [issuedOn, setIssuedOn] = useState("");
  const [grade, setGrade] = useState<(typeof GRADES)[number]>("A");
  const day = parseTypedDate(issuedOn);
  const named = number.trim() !== "";

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const answer = await ask("workbench.start", {
      base,
      year: Number(year),
      notice: named
        ? {
            number: number.trim(),
            title: { zh: titleZh.trim(), en: titleEn.trim() },
            issuers: issuers
              .split(/[、,，;；]/)
              .map((part) => part.trim())
              .filter((part) => part !== ""),
            issuedOn: day.ok ? isoDay(day.day) : null,
            grade,
          }
        : null,
    });
    if (answer.ok) openDraft(answer.value);
    else onProblem(answer.error.code);
  };

  const text = (id: string, value: string, set: (typed: string) => void, placeholder = "") => (
    <div className="wb-field">
      <label className="wb-field__label" htmlFor={`start-${id}`}>
        {t(`start.${id}`)}
      </label>
      <input
        id={`start-${id}`}
        className="wb-input"
        data-step
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        value={value}
        onChange={(event) => set(event.target.value)}
      />
    </div>
  );

  return (
    <section className="card wb-block" aria-label={t("start.title")}>
      <h2 className="wb-list__name">{t("start.title")}</h2>
      <p className="wb-note">{t("start.note")}</p>
      <form
        className="wb-start"
        data-testid="start-form"
        noValidate
        onSubmit={(event) => void submit(event)}
        onKeyDown={(event) => {
          const from = event.target;
          if (event.key !== "Enter" || !(from instanceof HTMLElement) || !from.matches("[data-step]")) return;
          if (from.matches("button")) return;
          event.preventDefault();
          focusStep(from, event.shiftKey ? -1 : 1);
        }}
      >
        <div className="wb-field">
          <label className="wb-field__label" htmlFor="start-base">
            {t("start.base")}
          </label>
          <select
            id="start-base"
            className="wb-input"
            data-step
            value={base}
            onChange={(event) => {
              setBase(event.target.value);
              const chosen = bases.find(({ id }) => id === event.target.value);
              if (chosen !== undefined) setYear(String(chosen.coverageYear + 1));
            }}
          >
            {bases.map(({ id }) => (
              <option key={id} value={id}>
                {`${ruleSetName(id)} · ${id}`}
              </option>
            ))}
          </select>
        </div>
        {text("year", year, setYear)}
        {text("number", number, setNumber, t("placeholder.number"))}
        {named ? (
          <>
            {text("titleZh", titleZh, setTitleZh)}
            {text("titleEn", titleEn, setTitleEn)}
            {text("issuers", issuers, setIssuers, t("placeholder.issuers"))}
            {text("issuedOn", issuedOn, setIssuedOn, t("placeholder.date"))}
            <div className="wb-field">
              <label className="wb-field__label" htmlFor="start-grade">
                {t("start.grade")}
              </label>
              <select
                id="start-grade"
                className="wb-input"
                data-step
                value={grade}
                onChange={(event) => setGrade(GRADES.find((known) => known === event.target.value) ?? "A")}
              >
                {GRADES.map((entry) => (
                  <option key={entry} value={entry}>
                    {t(`gradeText.${entry}`)}
                  </option>
                ))}
              </select>
            </div>
          </>
        ) : null}
        <p>
          <button
            type="submit"
            className="wb-main"
            data-step
            data-testid="start-draft"
            disabled={base === "" || !/^\d{4}$/.test(year)}
          >
            {t("start.go")}
          </button>
        </p>
      </form>
    </section>
  );
}

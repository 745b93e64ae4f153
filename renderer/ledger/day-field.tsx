// A day of the ledger, typed and shown as everywhere in the window: eight digits go in, 2025-01-15 stands there.
import { type KeyboardEvent, type ReactElement, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { isoDay } from "../../shared/dates/iso.ts";
import { parseTypedDate } from "../../shared/dates/typed.ts";
import { steppedDay } from "../assess/form/stepped-day.ts";

interface DayFieldProps {
  readonly label: string;
  /** The ISO day with which the field begins; empty without it. */
  readonly initial?: string;
  /** The last day that can be meant. */
  readonly latest: string;
  readonly testId: string;
  /** The day meant; empty as long as what is typed is no day or lies after `latest`. */
  onDay(day: string): void;
}

export function DayField({ label, initial = "", latest, testId, onDay }: DayFieldProps): ReactElement {
  const { t } = useTranslation(["ledger", "assess"]);
  const [text, setText] = useState(initial);
  const [left, setLeft] = useState(true);
  const id = useId();

  const read = parseTypedDate(text);
  const meant = read.ok ? isoDay(read.day) : "";
  const problem =
    text.trim() === "" || !left
      ? null
      : !read.ok
        ? t(`assess:fault.date.${read.error.code}`, { ...read.error })
        : meant > latest
          ? t("laterThan", { latest })
          : null;

  const type = (next: string) => {
    setText(next);
    const typed = parseTypedDate(next);
    const day = typed.ok ? isoDay(typed.day) : "";
    onDay(day > latest ? "" : day);
  };
  const step = (event: KeyboardEvent) => {
    const next = read.ok ? steppedDay(event, read.day) : null;
    if (next === null) return;
    event.preventDefault();
    if (isoDay(next) <= latest) type(isoDay(next));
  };

  return (
    <label htmlFor={id}>
      <span>{label}</span>
      <input
        id={id}
        className="ledger-input ledger-input--day figures"
        data-testid={testId}
        autoComplete="off"
        spellCheck={false}
        inputMode="numeric"
        maxLength={20}
        placeholder={t("dayHint")}
        value={text}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : `${id}-problem`}
        onFocus={(event) => {
          setLeft(false);
          event.target.select();
        }}
        onBlur={() => {
          setLeft(true);
          if (meant !== "") setText(meant);
        }}
        onKeyDown={step}
        onChange={(event) => type(event.target.value)}
      />
      {problem === null ? null : (
        <span id={`${id}-problem`} className="ledger-problem">
          {problem}
        </span>
      )}
    </label>
  );
}

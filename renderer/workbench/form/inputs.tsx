// The controls of the forms: what is typed stays as it is typed, and is put into its form when the field is left.
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { isoDay } from "../../../shared/dates/iso.ts";
import { parseTypedDate } from "../../../shared/dates/typed.ts";
import { isWords } from "../../../shared/rules/points.ts";
import type { Described } from "./labelled.tsx";
import { usePlace } from "./place.ts";

interface InputProps<Value> extends Described {
  readonly id: string;
  readonly value: Value;
  readonly onChange: (value: unknown) => void;
}

const attributes = ({ id, invalid, describedBy }: Described & { readonly id: string }) => ({
  id,
  "data-step": true,
  "aria-invalid": invalid || undefined,
  "aria-describedby": describedBy,
  autoComplete: "off",
  spellCheck: false,
});

export function MoneyInput({ value, onChange, ...rest }: InputProps<string>): ReactElement {
  const { t } = useTranslation("workbench");
  return (
    <span className="wb-unit">
      <input
        {...attributes(rest)}
        className="wb-input wb-input--money figures"
        inputMode="decimal"
        value={value}
        onFocus={(event) => event.target.select()}
        onBlur={() => {
          const full = fullAmount(value);
          if (full !== value) onChange(full);
        }}
        onChange={(event) => onChange(event.target.value)}
      />
      {t("yuan")}
    </span>
  );
}

/** 430 → 430.00, 12.5 → 12.50; whatever is no amount stays as it was typed. */
function fullAmount(typed: string): string {
  const found = /^(\d{1,6})(?:[.．](\d{0,2}))?$/.exec(typed.normalize("NFKC").trim());
  return found === null ? typed : `${Number(found[1])}.${(found[2] ?? "").padEnd(2, "0")}`;
}

export function DateInput({ value, onChange, ...rest }: InputProps<string>): ReactElement {
  const { t } = useTranslation("workbench");
  const day = parseTypedDate(value);
  return (
    <input
      {...attributes(rest)}
      className="wb-input wb-input--date figures"
      inputMode="numeric"
      value={value}
      placeholder={t("placeholder.date")}
      onFocus={(event) => event.target.select()}
      onBlur={() => day.ok && isoDay(day.day) !== value && onChange(isoDay(day.day))}
      onKeyDown={(event) => {
        if (!day.ok || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
        event.preventDefault();
        onChange(isoDay(day.day + (event.key === "ArrowUp" ? 1 : -1)));
      }}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

export function NumberInput({ value, onChange, ...rest }: InputProps<unknown>): ReactElement {
  return (
    <input
      {...attributes(rest)}
      className="wb-input wb-input--number figures"
      inputMode="numeric"
      value={String(value)}
      onFocus={(event) => event.target.select()}
      onChange={(event) => {
        const typed = event.target.value.normalize("NFKC").trim();
        onChange(/^-?\d{1,9}$/.test(typed) ? Number(typed) : typed);
      }}
    />
  );
}

export function TextInput({
  name,
  value,
  onChange,
  ...rest
}: InputProps<string> & { readonly name: string }): ReactElement {
  const choices = usePlace().choices(name);
  const list = choices.length === 0 ? undefined : `${rest.id}-list`;
  return (
    <>
      <input
        {...attributes(rest)}
        className="wb-input"
        list={list}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {list === undefined ? null : (
        <datalist id={list}>
          {choices.map(({ id, text }) => (
            <option key={id} value={id}>
              {text}
            </option>
          ))}
        </datalist>
      )}
    </>
  );
}

export function SelectInput({
  value,
  options,
  onChange,
  ...rest
}: InputProps<string> & { readonly options: readonly { readonly id: string; readonly text: string }[] }): ReactElement {
  const known = options.some(({ id }) => id === value);
  return (
    <select {...attributes(rest)} className="wb-input" value={value} onChange={(event) => onChange(event.target.value)}>
      {known ? null : <option value={value}>{value}</option>}
      {options.map(({ id, text }) => (
        <option key={id} value={id}>
          {text}
        </option>
      ))}
    </select>
  );
}

export function FlagInput({ value, onChange, ...rest }: InputProps<boolean>): ReactElement {
  return (
    <input
      {...attributes(rest)}
      type="checkbox"
      className="wb-check"
      checked={value}
      onChange={(event) => onChange(event.target.checked)}
    />
  );
}

export function WordsInput({ value, onChange, ...rest }: InputProps<unknown>): ReactElement {
  const { t } = useTranslation("workbench");
  const { zh, en } = isWords(value) ? value : { zh: "", en: "" };
  return (
    <span className="wb-words">
      <textarea
        {...attributes(rest)}
        className="wb-input wb-input--text"
        rows={1}
        lang="zh-CN"
        placeholder={t("placeholder.zh")}
        value={zh}
        onChange={(event) => onChange({ zh: event.target.value, en })}
      />
      <textarea
        {...attributes({ ...rest, id: `${rest.id}.en` })}
        className="wb-input wb-input--text"
        rows={1}
        lang="en"
        aria-label={t("inEnglish")}
        placeholder={t("placeholder.en")}
        value={en}
        onChange={(event) => onChange({ zh, en: event.target.value })}
      />
    </span>
  );
}

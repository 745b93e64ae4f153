// The ID number: checked while it is typed, hidden as soon as the clerk goes on.
import { memo, useState } from "react";
import type { EpochDay } from "../../../shared/dates/civil.ts";
import { parseIdNumber } from "../../../shared/identity/id-number.ts";
import { maskNumber } from "../../../shared/identity/masking.ts";
import { isFirstFieldThere } from "../../first/first-field.ts";
import { useTexts } from "../../i18n/use-texts.ts";
import { describedBy, Row } from "./row.tsx";

interface Props {
  readonly value: string;
  readonly today: EpochDay;
  readonly problem: string | undefined;
  readonly onChange: (value: string) => void;
}

export const IdNumberField = memo(function IdNumberField({ value, today, problem, onChange }: Props) {
  const t = useTexts();
  // The number being typed while this form was fetched is not hidden in the middle of it.
  const [focused, setFocused] = useState(isFirstFieldThere);
  const read = value === "" ? null : parseIdNumber(value, today);
  return (
    <Row id="idNumber" label={t("field.idNumber")} problem={problem}>
      <div className="box" data-step>
        <input
          id="idNumber"
          className="box__input figures"
          data-testid="id-number"
          autoComplete="off"
          spellCheck={false}
          autoCapitalize="characters"
          maxLength={40}
          value={focused ? value : maskNumber(value)}
          placeholder={t("placeholder.idNumber")}
          aria-invalid={problem !== undefined}
          aria-describedby={describedBy("idNumber", problem, read?.ok === true)}
          onFocus={() => setFocused(true)}
          onBlur={() => setFocused(false)}
          onChange={(event) => focused && onChange(event.target.value)}
        />
        {read?.ok === true ? (
          <span className="box__read box__read--good" id="idNumber-hint" data-testid="id-read">
            <span aria-hidden="true">✓</span> {read.birthDate}
            <span className="box__sex"> · {t(`sex.${read.sex}`)}</span>
          </span>
        ) : value !== "" && problem === undefined ? (
          <span className="box__read figures" aria-hidden="true">
            {Array.from(value.replace(/\s/g, "")).length}/18
          </span>
        ) : null}
      </div>
    </Row>
  );
});

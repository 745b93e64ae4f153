// The resident's name, as it stands on the slip.
import { memo } from "react";
import { useTexts } from "../../i18n/use-texts.ts";
import { Row } from "./row.tsx";

interface Props {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export const NameField = memo(function NameField({ value, onChange }: Props) {
  const t = useTexts();
  return (
    <Row id="name" label={t("field.name")}>
      <div className="box" data-step>
        <input
          id="name"
          data-testid="name"
          className="box__input"
          autoComplete="off"
          spellCheck={false}
          maxLength={60}
          value={value}
          placeholder={t("placeholder.name")}
          onChange={(event) => onChange(event.target.value)}
        />
      </div>
    </Row>
  );
});

// The fields that only the rule set in force asks for, and only where they can matter to this resident.
import { useShallow } from "zustand/react/shallow";
import type { RuleSetDescription } from "../../../shared/rules/description.ts";
import type { FurtherFact } from "../../../shared/rules/table.ts";
import { useTexts } from "../../i18n/use-texts.ts";
import { furtherFactsAsked } from "../active.ts";
import { useCounter } from "../counter-context.tsx";
import type { Draft, Field } from "../draft.ts";
import { FACT_KIND } from "../further.ts";
import { Choices } from "./choices.tsx";
import { DateField } from "./date-field.tsx";
import { Row } from "./row.tsx";

interface Props {
  readonly rules: RuleSetDescription;
  readonly draft: Draft;
  readonly problemOf: (field: Field) => string | undefined;
  readonly onChange: (change: Partial<Draft>) => void;
}

export function FurtherFields({ rules, draft, problemOf, onChange }: Props) {
  const t = useTexts();
  return useCounter(useShallow(furtherFactsAsked)).map((fact) => {
    const label = t(`field.${fact}`, { year: rules.coverageYear - 1 });
    const value = draft.further[fact] ?? "";
    const change = (text: string): void => onChange({ further: { ...draft.further, [fact]: text } });
    switch (FACT_KIND[fact]) {
      case "yes-no":
        return (
          <Row key={fact} id={fact} label={label} group>
            <Choices<"yes" | "no" | "unknown">
              name={fact}
              labelledBy={`${fact}-label`}
              value={value === "yes" || value === "no" ? value : "unknown"}
              choices={[
                { id: "yes", text: t("answer.yes"), key: "Y" },
                { id: "no", text: t("answer.no"), key: "N" },
                { id: "unknown", text: t("continuity.unknown"), key: "U" },
              ]}
              onChange={(chosen) => change(chosen === "unknown" ? "" : chosen)}
            />
          </Row>
        );
      case "day":
        return (
          <DateField
            key={fact}
            id={fact}
            testId={fact}
            label={label}
            value={value}
            placeholder={t("placeholder.date")}
            problem={problemOf(fact)}
            onChange={change}
          />
        );
      default:
        return (
          <CountRow key={fact} fact={fact} label={label} value={value} problem={problemOf(fact)} onChange={change} />
        );
    }
  });
}

interface CountProps {
  readonly fact: FurtherFact;
  readonly label: string;
  readonly value: string;
  readonly problem: string | undefined;
  readonly onChange: (text: string) => void;
}

function CountRow({ fact, label, value, problem, onChange }: CountProps) {
  const t = useTexts();
  return (
    <Row id={fact} label={label} problem={problem}>
      <div className="box" data-step>
        <input
          id={fact}
          data-testid={fact}
          className="box__input figures"
          inputMode="numeric"
          autoComplete="off"
          maxLength={3}
          value={value}
          placeholder={t("placeholder.count")}
          aria-invalid={problem !== undefined}
          aria-describedby={problem === undefined ? undefined : `${fact}-problem`}
          onFocus={(event) => event.target.select()}
          onChange={(event) => onChange(event.target.value.replace(/\D/g, ""))}
        />
      </div>
    </Row>
  );
}

// Which rule sets stand beside the one in force: boxes to tick, or their numbers on the keyboard.
import { useTranslation } from "react-i18next";
import type { RuleSetSummary } from "../../shared/rules/description.ts";
import { useNames } from "../assess/names.ts";

interface Props {
  readonly ruleSets: readonly RuleSetSummary[];
  /** The rule set in force first. */
  readonly ids: readonly string[];
  readonly most: number;
  readonly onToggle: (id: string) => void;
}

export function RuleSetChoice({ ruleSets, ids, most, onToggle }: Props) {
  const { t } = useTranslation("compare");
  const name = useNames();
  return (
    <fieldset className="choice-of-rules">
      <legend className="seen-by-readers-only">{t("choice.title", { most })}</legend>
      {ruleSets.map(({ id, name: names, status }, index) => (
        <label key={id} className="choice-of-rules__one" data-chosen={ids.includes(id) ? true : undefined}>
          <input
            type="checkbox"
            data-testid={`compare-with-${id}`}
            checked={ids.includes(id)}
            disabled={id === ids[0]}
            onChange={() => onToggle(id)}
          />
          {name(names)}
          {id === ids[0] ? <span className="choice-of-rules__note">{t("inForce")}</span> : null}
          {status === "provisional" ? <span className="choice-of-rules__note">{t("provisional")}</span> : null}
          {index < 9 && id !== ids[0] ? <kbd className="key">{index + 1}</kbd> : null}
        </label>
      ))}
    </fieldset>
  );
}

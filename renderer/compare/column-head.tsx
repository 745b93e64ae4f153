// The head of a column: which rules, on how many points they differ, and taking them. Stays in sight.
import { useTranslation } from "react-i18next";
import type { RuleSetDescription } from "../../shared/rules/description.ts";
import { useCounter } from "../assess/counter-context.tsx";
import { useNames } from "../assess/names.ts";
import type { Column } from "./use-comparison.ts";

interface Props {
  readonly column: Column;
  readonly base: RuleSetDescription | undefined;
  /** On how many points this column differs from the one in force; null while an answer is still out. */
  readonly changes: number | null;
}

export function ColumnHead({ column, base, changes }: Props) {
  const { t } = useTranslation("compare");
  const name = useNames();
  const switchRules = useCounter((state) => state.switchRules);
  const { rules } = column;
  const isBase = rules.id === base?.id;

  return (
    <th scope="col" className="column-head" data-testid={`column-${rules.id}`}>
      <span className="column-head__name">{name(rules.name)}</span>
      <span className="column-head__line">
        <span className="column-head__note">
          {isBase ? t("inForce") : changes === null ? "" : t("count", { count: changes })}
          {rules.status === "provisional" ? ` · ${t("provisional")}` : ""}
        </span>
        {isBase ? null : (
          <button type="button" className="mini column-head__take" onClick={() => void switchRules(rules.id)}>
            {t("take")}
          </button>
        )}
      </span>
    </th>
  );
}

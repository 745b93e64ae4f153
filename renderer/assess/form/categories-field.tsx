// Aid identities (救助身份): any number of those the rule set has; Enter on the empty box says that there is none.
import { memo, useMemo } from "react";
import type { RuleSetDescription } from "../../../shared/rules/description.ts";
import { useTexts } from "../../i18n/use-texts.ts";
import type { Draft } from "../draft.ts";
import { type Option, Pick } from "./pick.tsx";
import { describedBy, Row } from "./row.tsx";

interface Props {
  readonly rules: RuleSetDescription;
  readonly chosen: Draft["categories"];
  readonly problem: string | undefined;
  readonly onChange: (chosen: Draft["categories"]) => void;
}

export const CategoriesField = memo(function CategoriesField({ rules, chosen, problem, onChange }: Props) {
  const t = useTexts();
  const textOf = (id: string) => t(`domain:category.${id}`);
  const options = useMemo(
    (): readonly Option[] =>
      rules.categories.map(({ id, payable }) => ({
        id,
        text: t(`domain:category.${id}`),
        side: payable === null ? undefined : t("pick.pays", { amount: payable }),
        also: id,
      })),
    [rules, t],
  );
  const known = new Set(rules.categories.map(({ id }) => id));
  return (
    <Row id="categories" label={t("field.categories")} problem={problem}>
      <Pick
        id="categories"
        testId="categories"
        options={options}
        chosen={chosen ?? []}
        multiple
        placeholder={t("placeholder.categories")}
        note={chosen?.length === 0 ? <span className="chip chip--none">{t("categories.none")}</span> : undefined}
        problem={problem}
        describedById={describedBy("categories", problem, false)}
        unknown={(chosen ?? []).filter((id) => !known.has(id))}
        textOf={textOf}
        onChange={(now) => onChange(now.length === 0 ? null : now)}
        onPassed={() => chosen === null && onChange([])}
      />
    </Row>
  );
});

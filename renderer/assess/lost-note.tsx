// Says what was in force at this counter before and is not any more: damaged settings, or a rule set that is gone.
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { useCounter } from "./counter-context.tsx";
import { useNames } from "./names.ts";

export const LostNote = memo(function LostNote() {
  const { t } = useTranslation("assess");
  const name = useNames();
  const lost = useCounter((state) => state.lost);
  const rules = useCounter((state) => state.rules);
  const see = useCounter((state) => state.seeLost);
  if (lost === null) return null;
  const inForce = rules === null ? "" : name(rules.name);
  return (
    <div className="faults" role="alert" data-testid="lost-note">
      {lost.settings === null ? null : <p>{t("lost.settings", { file: lost.settings, rules: inForce })}</p>}
      {lost.ruleSet === null ? null : <p>{t("lost.ruleSet", { id: lost.ruleSet, rules: inForce })}</p>}
      <button type="button" className="mini" data-testid="see-lost" onClick={see}>
        {t("lost.seen")}
      </button>
    </div>
  );
});

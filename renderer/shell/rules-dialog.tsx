// Chooses the rule set in force. What was typed stays.
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { isoDay } from "../../shared/dates/iso.ts";
import type { RuleSetSummary } from "../../shared/rules/description.ts";
import { faultyFiles } from "../../shared/rules/fault.ts";
import { useCounter } from "../assess/counter-context.tsx";
import { useNames } from "../assess/names.ts";
import { Days } from "../design/days.tsx";
import { ListDialog } from "./list-dialog.tsx";

export function RulesDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation("shell");
  const name = useNames();
  const ruleSets = useCounter((state) => state.ruleSets);
  const faults = useCounter((state) => state.faults);
  const current = useCounter((state) => state.rules?.id);
  const today = useCounter((state) => isoDay(state.today));
  const switchRules = useCounter((state) => state.switchRules);

  return (
    <ListDialog
      title={t("rules.title")}
      closeLabel={t("rules.close")}
      testId="rules-dialog"
      lines={ruleSets.map((entry) => ({
        id: entry.id,
        text: name(entry.name),
        testId: `rules-${entry.id}`,
        shown: shownOf(entry),
      }))}
      lineClass="rules-item"
      note={
        faults.length === 0 ? null : <p className="rules-note">{t("rules.damaged", { count: faultyFiles(faults) })}</p>
      }
      footer={<p className="rules-note">{t("rules.kept")}</p>}
      onChoose={(id) => {
        if (id !== current) void switchRules(id);
      }}
      onClose={onClose}
    />
  );

  function shownOf(entry: RuleSetSummary): ReactElement {
    const status = today > `${entry.coverageYear}-12-31` ? "over" : entry.status;
    return (
      <>
        <span className="rules-item__name">{name(entry.name)}</span>
        <span className="status" data-status={status}>
          {t(`rules.status.${status}`)}
        </span>
        <span className="rules-item__window">
          <Days>
            {entry.id === current ? t("rules.current") : t("rules.window", { from: entry.opening, to: entry.closing })}
          </Days>
        </span>
      </>
    );
  }
}

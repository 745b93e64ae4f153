// Who settled what when: the whole history of a rule set's decisions, newest first.
import { useTranslation } from "react-i18next";
import type { Decision } from "../../shared/rules/bureau.ts";
import type { RuleSetDescription } from "../../shared/rules/description.ts";
import { useNames } from "../assess/names.ts";
import { Days } from "../design/days.tsx";
import { HistoryTable } from "./history-table.tsx";

interface Props {
  readonly rules: RuleSetDescription;
  readonly decisions: readonly Decision[];
}

export function History({ rules, decisions }: Props) {
  const { t } = useTranslation("policies");
  const name = useNames();
  return (
    <div className="history" data-testid="bureau-history">
      <h3 className="question-card__title">{t("history.title")}</h3>
      {decisions.length === 0 ? (
        <p className="policy-note">{t("history.empty")}</p>
      ) : (
        <HistoryTable
          title={t("history.title")}
          columns={(["day", "what", "basis", "enteredBy"] as const).map((column) => t(`history.${column}`))}
          entries={decisions.toReversed()}
          cells={(decision) => [
            <Days key="what">{what(decision)}</Days>,
            decision.action === "settle" ? `${decision.issuer} ${decision.document}` : "—",
          ]}
        />
      )}
    </div>
  );

  function what(decision: Decision): string {
    const known = rules.interpretations.find(({ id }) => id === decision.interpretation);
    const question = known === undefined ? decision.interpretation : name(known.question);
    if (decision.action === "withdraw") return t("history.withdrawn", { question });
    const option = known?.options.find(({ id }) => id === decision.option)?.text;
    return t("history.settled", { question, option: option === undefined ? decision.option : name(option) });
  }
}

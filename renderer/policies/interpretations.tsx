// The interpretations (口径): what the documents leave open, what is in force and by whom, and the bureau's way to settle it.
import { useTranslation } from "react-i18next";
import { type Decision, settles } from "../../shared/rules/bureau.ts";
import type { RuleSetDescription } from "../../shared/rules/description.ts";
import { RuleFaults } from "../design/rule-faults.tsx";
import { History } from "./history.tsx";
import { Interpretation } from "./interpretation.tsx";
import { Section } from "./section.tsx";
import type { Bureau } from "./use-rules.ts";

interface Props {
  readonly rules: RuleSetDescription;
  readonly bureau: Bureau;
  readonly mainDocument: string;
  readonly onChanged: () => Promise<void>;
}

export function Interpretations({ rules, bureau, mainDocument, onChanged }: Props) {
  const { t } = useTranslation("policies");
  // Ordered by what the document leaves open, not by what is settled: a card never jumps from under the hand.
  const [open, closed] = [true, false].map((wanted) =>
    rules.interpretations.filter((question) => settles(question.default) !== wanted),
  );
  const own = bureau.decisions.filter((decision) => decision.ruleSet === rules.id);
  return (
    <Section id="interpretations" note={t("interpretationsNote")}>
      <Notices bureau={bureau} />
      <ul className="questions">
        {[...(open ?? []), ...(closed ?? [])].map((question) => (
          <Interpretation
            key={question.id}
            ruleSet={rules.id}
            question={question}
            settledAt={lastSettled(own, question.id)}
            mainDocument={mainDocument}
            onChanged={onChanged}
          />
        ))}
      </ul>
      <History rules={rules} decisions={own} />
    </Section>
  );
}

/** What went wrong with the bureau's file: said where it matters, with what to do. */
function Notices({ bureau }: { readonly bureau: Bureau }) {
  const { t } = useTranslation("policies");
  const { setAside, unreadable, faults } = bureau;
  if (setAside === null && !unreadable && faults.length === 0) return null;
  return (
    <div className="policy-warning" role="alert" data-testid="bureau-notice">
      {setAside === null ? null : <p>{t("notice.setAside", { file: setAside })}</p>}
      {unreadable ? <p>{t("notice.unreadable")}</p> : null}
      {faults.length === 0 ? null : (
        <div>
          <p>{t("notice.fault", { count: faults.length })}</p>
          <RuleFaults faults={faults} advice={null} />
        </div>
      )}
    </div>
  );
}

function lastSettled(decisions: readonly Decision[], id: string): string | null {
  const last = decisions.findLast((decision) => decision.interpretation === id);
  return last?.action === "settle" ? last.at : null;
}

// A newborn whose 90 days lie in two coverage years: the other year's line, added by one key, with its own answer.

import { memo } from "react";
import { Money } from "../../design/money.tsx";
import { useTexts } from "../../i18n/use-texts.ts";
import { useCounter, useCounterActions } from "../counter-context.tsx";
import { otherYearOf, toSettle } from "../other-year.ts";
import type { Answer } from "../store.ts";
import { BenefitPhrase } from "./reviews.tsx";

/** Above the first year's figures: those must not be taken for all there is to pay. */
export const OtherYearCard = memo(function OtherYearCard() {
  const t = useTexts();
  const key = useCounter((state) => state.active);
  const own = useCounter((state) => state.rules?.coverageYear ?? 0);
  const year = useCounter((state) => otherYearOf(state.answers[state.active]?.asked, state.rules?.coverageYear ?? 0));
  const line = useCounter((state) => state.others[state.active]);
  const { toggleOtherYear: toggle } = useCounterActions();
  if (year === null) return null;
  return (
    <section className="card other-year" aria-label={t("otherYear.title", { year })} data-testid="other-year">
      <p className="other-year__text" role="status">
        <strong>{t("otherYear.title", { year })}</strong>{" "}
        {line?.kind === "asked" && line.rules?.status === "provisional" ? (
          <span className="other-year__review">{t("shell:rules.status.provisional")}</span>
        ) : null}{" "}
        {line === undefined ? (
          t("otherYear.why", { own, year })
        ) : line.kind === "missing" ? (
          <span data-testid="other-year-missing">{t("otherYear.missing", { year })}</span>
        ) : (
          <span data-testid="other-year-answer">
            <Line answer={line.answer} />
          </span>
        )}
      </p>
      <button type="button" className="action" data-testid="toggle-other-year" onClick={() => toggle(key)}>
        {line === undefined ? t("otherYear.add", { year }) : t("otherYear.remove", { year })} <kbd>Ctrl+B</kbd>
      </button>
    </section>
  );
});

function Line({ answer }: { readonly answer: Answer | null }) {
  const t = useTexts();
  const result = answer?.stale === false ? answer.result : null;
  if (result === null) return t("otherYear.none");
  const { payable } = result.contribution;
  const points = toSettle(result.review, true).length;
  return (
    <>
      {t("otherYear.pays")} <strong>{payable === null ? t("otherYear.notKnown") : <Money amount={payable} />}</strong>
      {t("list.semicolon")}
      <strong className="figures">
        <BenefitPhrase benefit={result.benefit} />
      </strong>
      {points === 0 ? null : <span className="other-year__review">{t("otherYear.review", { count: points })}</span>}
    </>
  );
}

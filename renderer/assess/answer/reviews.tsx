// What a person has to decide: each point with what the bureau would settle, and every reading's answer side by side.

import { memo } from "react";
import type { Alternative, Benefit, Review, TraceStep } from "../../../shared/engine/result.ts";
import type { RuleSetDescription } from "../../../shared/rules/description.ts";
import { Days } from "../../design/days.tsx";
import { groupedAmount } from "../../design/money.tsx";
import { useTexts } from "../../i18n/use-texts.ts";
import { useCounter } from "../counter-context.tsx";
import { useNames } from "../names.ts";
import { toSettle } from "../other-year.ts";
import type { CounterState } from "../store.ts";
import { Resolver } from "./resolver.tsx";

interface ReviewsProps {
  readonly reviews: readonly Review[];
  /** Of the same answer: they tell which of several identities counts. */
  readonly steps: readonly TraceStep[];
  readonly rules: RuleSetDescription;
}

const withOtherLine = ({ others, active }: CounterState) => others[active] !== undefined;

export const Reviews = memo(function Reviews({ reviews, steps, rules }: ReviewsProps) {
  const t = useTexts();
  const hasOtherLine = useCounter(withOtherLine);
  const points = toSettle(reviews, hasOtherLine);
  if (points.length === 0) return null;
  return (
    <section className="card reviews" aria-label={t("review.title")} data-testid="reviews">
      {points.map(({ code, alternatives }) => (
        <article key={code} className="review" data-testid={`review-${code}`}>
          <h2 className="review__title">{t(`domain:review.${code}.title`)}</h2>
          <p className="review__advice">
            <Days>{t(`domain:review.${code}.advice`)}</Days>
          </p>
          {alternatives.length === 0 ? null : <Alternatives alternatives={alternatives} rules={rules} />}
          {code === "several-identities" ? <Resolver steps={steps} /> : null}
        </article>
      ))}
    </section>
  );
});

function Alternatives({
  alternatives,
  rules,
}: {
  readonly alternatives: readonly Alternative[];
  readonly rules: RuleSetDescription;
}) {
  const t = useTexts();
  const reading = useReading(rules);
  return (
    <ul className="readings" aria-label={t("review.readings")}>
      {alternatives.map((alternative, index) => (
        <li key={alternative.reading} className="reading">
          <span className="reading__letter" aria-hidden="true">
            {letter(index)}
          </span>
          <span className="reading__text">
            <Days>{reading(alternative)}</Days>
          </span>
          <strong className="reading__answer figures">
            <BenefitPhrase benefit={alternative.benefit} />
            {alternative.payable === undefined ? null : (
              <span data-testid="reading-pays">
                {t("list.semicolon")}
                {alternative.payable === null
                  ? t("resolver.payableNotStated")
                  : t("advice.pays", { amount: groupedAmount(alternative.payable) })}
              </span>
            )}
          </strong>
        </li>
      ))}
    </ul>
  );
}

export function letter(index: number): string {
  return String.fromCharCode(65 + index);
}

/** The words of a reading's choices, as the rule set states them. */
export function useReading(rules: RuleSetDescription): (alternative: Alternative) => string {
  const name = useNames();
  const t = useTexts();
  return (alternative) =>
    Object.entries(alternative.choices)
      .map(([id, option]) => {
        const asked = rules.interpretations.find((entry) => entry.id === id);
        const text = asked?.options.find((entry) => entry.id === option)?.text;
        return text === undefined ? `${id}=${option}` : name(text);
      })
      .join(t("list.semicolon"));
}

export function BenefitPhrase({ benefit }: { readonly benefit: Benefit }) {
  const t = useTexts();
  switch (benefit.kind) {
    case "exact":
      return <Days>{t("phrase.exact", { start: benefit.start ?? "" })}</Days>;
    case "not-before":
      return <Days>{t("phrase.notBefore", { start: benefit.start ?? "" })}</Days>;
    case "not-stated":
      return t("phrase.notStated");
    case "none":
      return t("phrase.none");
    case "undetermined":
      return t("phrase.undetermined");
  }
}

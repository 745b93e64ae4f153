// Why (依据): each step of the decision as a sentence, with the document and article it rests on.

import { memo } from "react";
import type { InterpretationUsed, TraceStep } from "../../../shared/engine/result.ts";
import type { RuleSetDescription } from "../../../shared/rules/description.ts";
import { ClauseTag } from "../../design/clause-tag.tsx";
import { Days } from "../../design/days.tsx";
import { useTexts } from "../../i18n/use-texts.ts";
import { useNames } from "../names.ts";
import { useSentence } from "./sentence.ts";

interface Props {
  readonly rules: RuleSetDescription;
  readonly steps: readonly TraceStep[];
  readonly interpretations: readonly InterpretationUsed[];
  /** The document most steps rest on: named once in the heading, left out in its lines. */
  readonly mainDocument: string;
}

const MARK = { applied: "✓", failed: "×", info: "i" } as const;

/** A day that no window holds: the rule applies, but to the reader a tick would say that all is well. */
const NO_WINDOW: ReadonlySet<string> = new Set([
  "before-opening",
  "year-over",
  "after-closing",
  "between-windows",
  "before-next-window",
]);

function effectOf({ step, variant, effect }: TraceStep): TraceStep["effect"] {
  return step === "window" && effect === "applied" && NO_WINDOW.has(variant) ? "failed" : effect;
}

export function Trace({ rules, steps, interpretations, mainDocument }: Props) {
  const t = useTexts();
  const say = useSentence();
  const reasons = steps.filter((step) => step.effect !== "info");
  const further = steps.filter((step) => step.effect === "info");
  return (
    <section className="card trace" aria-label={t("trace.title")} data-testid="trace">
      <header className="trace__head">
        <h2 className="card__title">{t("trace.title")}</h2>
        <span className="trace__document">{mainDocument}</span>
      </header>
      <ol className="trace__list">{reasons.map(line)}</ol>
      {interpretations.length === 0 ? null : <ReadingsUsed rules={rules} interpretations={interpretations} />}
      {further.length === 0 ? null : (
        <>
          <h3 className="card__title trace__further">{t("trace.further")}</h3>
          <ol className="trace__list">{further.map(line)}</ol>
        </>
      )}
    </section>
  );

  /** The same step can stand twice (two groups tried): its place is part of what it is. */
  function line(step: TraceStep, index: number) {
    const key = `${step.step}-${step.variant}-${index}`;
    return <Step key={key} step={step} say={say} mainDocument={mainDocument} />;
  }
}

interface StepProps {
  readonly step: TraceStep;
  readonly say: (step: TraceStep) => string;
  readonly mainDocument: string;
}

/** Drawn again when the step says something else: most steps of two answers are the same. */
const Step = memo(function Step({ step, say, mainDocument }: StepProps) {
  const t = useTexts();
  const effect = effectOf(step);
  return (
    <li className="step" data-effect={effect} data-testid={`step-${step.step}`}>
      <span className="step__mark" role="img" aria-label={t(`trace.effect.${effect}`)}>
        {MARK[effect]}
      </span>
      <span className="step__text">
        <Days>{say(step)}</Days>
      </span>
      {step.clause === null ? null : (
        <ClauseTag clause={step.clause} hideDocument={step.clause.document === mainDocument} />
      )}
    </li>
  );
});

/** The points on which the document is silent or can be read two ways, and how each was read here. */
const ReadingsUsed = memo(function ReadingsUsed({ rules, interpretations }: Pick<Props, "rules" | "interpretations">) {
  const t = useTexts();
  const name = useNames();
  return (
    <>
      <h3 className="card__title trace__further">{t("trace.readings")}</h3>
      <ul className="trace__list">
        {interpretations.map(({ id, option, source, grade, issuer, document }) => {
          const asked = rules.interpretations.find((entry) => entry.id === id);
          const chosen = asked?.options.find((entry) => entry.id === option);
          return (
            <li key={id} className="step" data-testid={`reading-${id}`}>
              <span className="tag">{t("trace.reading")}</span>
              <span className="step__text">
                {asked === undefined ? id : name(asked.question)}{" "}
                <strong>{chosen === undefined ? option : name(chosen.text)}</strong>
              </span>
              <span className="clause">
                {issuer === undefined ? t(`trace.source.${source}`) : `${issuer} ${document ?? ""}`}
                {grade === "A" ? null : <span className="clause__grade">{t("clause.grade", { grade })}</span>}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
});

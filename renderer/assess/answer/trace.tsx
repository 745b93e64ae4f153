// Why (依据): each step of the decision as a sentence, with the document and article it rests on.
import { useTranslation } from "react-i18next";
import type { InterpretationUsed, TraceStep } from "../../../shared/engine/result.ts";
import type { RuleSetDescription } from "../../../shared/rules/description.ts";
import { ClauseTag } from "../../design/clause-tag.tsx";
import { Days } from "../../design/days.tsx";
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
  const { t } = useTranslation("assess");
  const sentence = useSentence();
  const name = useNames();
  const reasons = steps.filter((step) => step.effect !== "info");
  const further = steps.filter((step) => step.effect === "info");
  return (
    <section className="card trace" aria-label={t("trace.title")} data-testid="trace">
      <header className="trace__head">
        <h2 className="card__title">{t("trace.title")}</h2>
        <span className="trace__document">{mainDocument}</span>
      </header>
      <ol className="trace__list">{reasons.map(line)}</ol>
      {interpretations.length === 0 ? null : (
        <>
          <h3 className="card__title trace__further">{t("trace.readings")}</h3>
          <ul className="trace__list">{interpretations.map(readingUsed)}</ul>
        </>
      )}
      {further.length === 0 ? null : (
        <>
          <h3 className="card__title trace__further">{t("trace.further")}</h3>
          <ol className="trace__list">{further.map(line)}</ol>
        </>
      )}
    </section>
  );

  /** A point on which the document is silent or can be read two ways, and how it was read here. */
  function readingUsed({ id, option, source, grade, issuer, document }: InterpretationUsed) {
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
  }

  function line(step: TraceStep, index: number) {
    const effect = effectOf(step);
    return (
      // The same step can stand twice (two groups tried): its place is part of what it is.
      <li
        key={`${step.step}-${step.variant}-${index}`}
        className="step"
        data-effect={effect}
        data-testid={`step-${step.step}`}
      >
        <span className="step__mark" role="img" aria-label={t(`trace.effect.${effect}`)}>
          {MARK[effect]}
        </span>
        <span className="step__text">
          <Days>{sentence(step)}</Days>
        </span>
        {step.clause === null ? null : (
          <ClauseTag clause={step.clause} hideDocument={step.clause.document === mainDocument} />
        )}
      </li>
    );
  }
}

// Help for the field in hand: what it means, how to type it, what the rules say, and where. It follows the focus.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Clause, TraceStep } from "../../shared/engine/result.ts";
import { fieldHelp, type HelpTopic, type ReadingLine, topicOf } from "../../shared/help/field-help.ts";
import type { CitedText } from "../../shared/rules/description.ts";
import { useSentence } from "../assess/answer/sentence.ts";
import { useCounter } from "../assess/counter-context.tsx";
import { useNames } from "../assess/names.ts";
import { ClauseTag } from "../design/clause-tag.tsx";
import { Days } from "../design/days.tsx";
import { openScreen } from "../platform/open-screen.ts";
import { useClearOfFocus } from "./use-clear-of-focus.ts";
import { useFocusedField } from "./use-focused-field.ts";
import "./help.css";

interface Props {
  readonly onSheet: () => void;
  readonly onTour: () => void;
  readonly onClose: () => void;
}

/** Steps of the answer that rest on what was typed in a field. */
const STEPS: Readonly<Partial<Record<HelpTopic, readonly string[]>>> = {
  area: ["funding"],
  categories: ["aid", "contribution"],
  groups: ["exemption", "group"],
  event: ["exemption", "group"],
  continuity: ["missed-years"],
  missedCount: ["missed-years"],
  paidOn: ["window", "wait", "benefit"],
  admittedOn: ["admission", "admission-rule"],
  standing: ["standing"],
};

export function HelpPanel({ onSheet, onTour, onClose }: Props) {
  const { t } = useTranslation(["help", "assess", "domain"]);
  const name = useNames();
  const sentence = useSentence();
  const field = useFocusedField();
  const panel = useClearOfFocus<HTMLElement>();
  const topic = field === null ? null : topicOf(field);
  const rules = useCounter((state) => state.rules);
  const answer = useCounter((state) => state.answers[state.active]);
  const help = field === null || rules === null ? { rules: [], readings: [] } : fieldHelp(field, rules);
  const wanted = topic === null ? [] : (STEPS[topic] ?? []);
  const over = answer?.result?.benefit.reason === "coverage-year-over";
  const steps = over || answer?.stale !== false ? [] : (answer.result?.trace.filter(isWanted) ?? []);

  return (
    <aside ref={panel} className="help" aria-label={t("title")} data-testid="help-panel">
      <header className="help__head">
        <h2 className="help__title" data-testid="help-topic">
          {title()}
        </h2>
        <nav className="help__links" aria-label={t("more")}>
          <button type="button" className="link" onClick={onSheet}>
            {t("keys")} <kbd className="key">F1</kbd>
          </button>
          <button
            type="button"
            className="link"
            onClick={() => {
              onClose();
              openScreen("help");
            }}
          >
            {t("handbook")}
          </button>
          <button type="button" className="link" onClick={onTour}>
            {t("tourAgain")}
          </button>
          <button type="button" className="link" onClick={onClose}>
            {t("close")} <kbd className="key">Esc</kbd>
          </button>
        </nav>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard */}
      <section className="help__body" aria-live="polite" aria-label={title()} tabIndex={0}>
        <div className="help__words">
          <p>{t(topic === null ? "general.what" : `field.${topic}.what`)}</p>
          <p className="help__how">{t(topic === null ? "general.how" : `field.${topic}.how`)}</p>
        </div>
        {steps.length === 0 ? null : <Part title={t("here")}>{steps.map(stepTaken)}</Part>}
        {help.rules.length === 0 ? null : (
          <Part title={rules === null ? "" : t("rules", { rules: name(rules.name) })}>
            {help.rules.map(({ text, cite }) => (
              <li key={`${text.zh} ${cite.article}`} className="help__line">
                <span>
                  <Days>{name(text)}</Days>
                </span>
                <ClauseTag clause={clauseOf(cite)} />
              </li>
            ))}
          </Part>
        )}
        {help.readings.length === 0 ? null : <Part title={t("readings")}>{help.readings.map(reading)}</Part>}
        {help.rules.length + help.readings.length === 0 ? null : <p className="help__grades">{t("grades")}</p>}
      </section>
    </aside>
  );

  function title(): string {
    if (topic === null || field === null) return t("general.title");
    if (topic === "event") {
      const key = `assess:eventDate.${field.slice("event-".length)}`;
      return t(key, { defaultValue: t("assess:eventDate.any") });
    }
    return t(`assess:field.${topic}`, { year: (rules?.coverageYear ?? 0) - 1 });
  }

  function isWanted(step: TraceStep): boolean {
    return wanted.includes(step.step);
  }

  function stepTaken(step: TraceStep, index: number) {
    return (
      // The same step can stand twice (two groups tried): its place is part of what it is.
      <li key={`${step.step}-${step.variant}-${index}`} className="help__line">
        <span>
          <Days>{sentence(step)}</Days>
        </span>
        {step.clause === null ? null : <ClauseTag clause={step.clause} />}
      </li>
    );
  }

  function reading({ id, question, option, evidence, cite }: ReadingLine) {
    return (
      <li key={id} className="help__line" data-testid={`help-reading-${id}`}>
        <span>
          {name(question)} <strong>{option === null ? "" : name(option)}</strong>
          <span className="help__evidence">
            <Days>{t("evidence", { evidence: name(evidence) })}</Days>
          </span>
        </span>
        <ClauseTag clause={clauseOf(cite)} />
      </li>
    );
  }
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="help__part">
      <h3 className="help__part-title">{title}</h3>
      <ul>{children}</ul>
    </div>
  );
}

function clauseOf({ document, article, grade, silent }: CitedText): Clause {
  return { document, article, grade, layer: "", ...(silent ? { silent: true } : {}) };
}

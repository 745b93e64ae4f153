// The counter's main screen: who at the left, what to pay, from when and why at the right, what to do next below.
import { memo, Suspense, useLayoutEffect, useRef } from "react";
import type { RuleSetDescription } from "../../shared/rules/description.ts";
import { type HandedOver, handOverFirstField } from "../first/first-field.ts";
import { useTexts } from "../i18n/use-texts.ts";
import { useShortcuts } from "../platform/shortcuts.ts";
import { ActionBar } from "./action-bar.tsx";
import { activeDraft, answeredQuestion, engineFault, isFresh, isStale, lastResult, todayOf } from "./active.ts";
import { AnswerPane } from "./answer/answer-pane.tsx";
import { OtherYearCard } from "./answer/other-year-card.tsx";
import { useCounter, useCounterActions } from "./counter-context.tsx";
import { FaultBanner } from "./fault-banner.tsx";
import { focusStep } from "./form/enter.ts";
import { ResidentForm } from "./form/resident-form.tsx";
import { LostNote } from "./lost-note.tsx";
import { MemberTabs } from "./member-tabs.tsx";
import { NextSteps } from "./next-steps.tsx";
import { RemovedNote } from "./removed-note.tsx";
import { RestoredNote } from "./restored-note.tsx";
import type { CounterState } from "./store.ts";
import "./assess.css";

export function AssessScreen() {
  const t = useTexts();
  const rules = useCounter(rulesOf);
  const key = useCounter(shownKey);
  const started = useCounter(isStarted);
  const fresh = useCounter(isFresh);
  const { next, addMember, toggleOtherYear } = useCounterActions();
  const screen = useRef<HTMLDivElement>(null);
  const pane = useRef<HTMLElement>(null);
  const shown = rules !== null ? "form" : started ? "no-rules" : "nothing";

  const turnPage = (direction: 1 | -1) => () => {
    const shown = pane.current;
    shown?.scrollBy({ top: direction * shown.clientHeight * 0.8 });
  };
  const otherYear = (): void => {
    if (key !== undefined) toggleOtherYear(key);
  };
  useShortcuts({
    "Ctrl+N": next,
    "Ctrl+M": addMember,
    "Ctrl+B": otherYear,
    PageDown: turnPage(1),
    PageUp: turnPage(-1),
  });

  // Every resident starts at the ID number. What was typed before the form was there stands in it already; the caret and
  // the focus follow.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the resident changes
  useLayoutEffect(() => {
    screen.current?.querySelector<HTMLElement>("#idNumber")?.focus();
    if (shown !== "nothing") handOverFirstField((typed) => goOnFrom(typed, screen.current));
  }, [key, shown]);

  return (
    <div className="assess" data-testid="assess-screen" ref={screen}>
      <div className="assess__work">
        <FaultBanner />
        <LostNote />
        <RestoredNote />
        <RemovedNote />
        {rules === null || key === undefined ? (
          started ? (
            <NoRules />
          ) : null
        ) : (
          <div className="counter">
            <div className="counter__form">
              <section className="card counter__who" aria-label={t("title")}>
                <header className="counter__head">
                  <h1 className="card__title">{t("title")}</h1>
                  <MemberTabs />
                </header>
                <ResidentForm key={`form ${key}`} rules={rules} />
                {fresh ? null : <NextSteps key={`next ${key}`} />}
              </section>
            </div>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard */}
            <section className="counter__answer" aria-label={t("answerRegion")} tabIndex={0} ref={pane}>
              {fresh ? null : <OtherYearCard />}
              <Suspense fallback={null}>
                <ActiveAnswer rules={rules} fresh={fresh} />
              </Suspense>
            </section>
          </div>
        )}
      </div>
      <ActionBar />
    </div>
  );
}

const rulesOf = ({ rules }: CounterState) => rules;
const isStarted = ({ started }: CounterState) => started;
const shownKey = (state: CounterState) => activeDraft(state)?.key;

interface ActiveAnswerProps {
  readonly rules: RuleSetDescription;
  readonly fresh: boolean;
}

/** The answer, drawn again when another has come or what is typed has left it behind, and not with every key on the way to it. */
const ActiveAnswer = memo(function ActiveAnswer({ rules, fresh }: ActiveAnswerProps) {
  const answered = useCounter(answeredQuestion);
  const result = useCounter(lastResult);
  const error = useCounter(engineFault);
  const stale = useCounter(isStale);
  const today = useCounter(todayOf);
  return (
    <AnswerPane
      rules={rules}
      answered={answered}
      result={result}
      error={error}
      stale={stale}
      fresh={fresh}
      today={today}
    />
  );
});

function goOnFrom({ from, to, further }: HandedOver, screen: HTMLElement | null): void {
  const field = screen?.querySelector<HTMLInputElement>("#idNumber");
  field?.focus();
  field?.setSelectionRange(from, to);
  if (!field || further === null) return;
  focusStep(field, 1);
  // As if typed, so that the form hears of it; in a task of its own, since React is still putting the form in place.
  if (further !== "") setTimeout(() => document.execCommand("insertText", false, further));
}

/** No rule set could be used: said plainly, with what to do. */
function NoRules() {
  const t = useTexts();
  return (
    <section className="card empty" data-testid="no-rules">
      <h1 className="empty__title">{t("rules.none")}</h1>
      <p>{t("rules.noneText")}</p>
    </section>
  );
}

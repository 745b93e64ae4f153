// The counter's main screen: who at the left, what to pay, from when and why at the right, what to do next below.
import { Suspense, useDeferredValue, useLayoutEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { isoDay } from "../../shared/dates/iso.ts";
import { type HandedOver, handOverFirstField } from "../first/first-field.ts";
import { useShortcuts } from "../platform/shortcuts.ts";
import { ActionBar } from "./action-bar.tsx";
import { Advice } from "./answer/advice.tsx";
import { AnswerPane } from "./answer/answer-pane.tsx";
import { OtherYearCard } from "./answer/other-year-card.tsx";
import { Question } from "./answer/question.tsx";
import { useCounter } from "./counter-context.tsx";
import { type Draft, isUntouched } from "./draft.ts";
import { FaultBanner } from "./fault-banner.tsx";
import { focusStep } from "./form/enter.ts";
import { ResidentForm } from "./form/resident-form.tsx";
import { LostNote } from "./lost-note.tsx";
import { MemberTabs } from "./member-tabs.tsx";
import { RemovedNote } from "./removed-note.tsx";
import { RestoredNote } from "./restored-note.tsx";
import type { Answer } from "./store.ts";
import "./assess.css";

export function AssessScreen() {
  const { t } = useTranslation("assess");
  const rules = useCounter((state) => state.rules);
  const draft = useCounter((state) => state.members.find((member) => member.key === state.active));
  const answer = useCounter((state) => state.answers[state.active]);
  const started = useCounter((state) => state.started);
  const today = useCounter((state) => state.today);
  const edit = useCounter((state) => state.edit);
  const next = useCounter((state) => state.next);
  const addMember = useCounter((state) => state.addMember);
  const toggleOtherYear = useCounter((state) => state.toggleOtherYear);
  const screen = useRef<HTMLDivElement>(null);
  const pane = useRef<HTMLElement>(null);
  const key = draft?.key;
  const shown = rules !== null ? "form" : started ? "no-rules" : "nothing";
  const fresh = draft !== undefined && isUntouched(draft) && draft.paidText === isoDay(today);

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
        {rules === null || draft === undefined ? (
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
                <ResidentForm key={draft.key} draft={draft} rules={rules} answer={answer} today={today} onEdit={edit} />
                {fresh ? null : <NextSteps key={`next ${draft.key}`} draft={draft} answer={answer} onEdit={edit} />}
              </section>
            </div>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard */}
            <section className="counter__answer" aria-label={t("answerRegion")} tabIndex={0} ref={pane}>
              {fresh ? null : <OtherYearCard />}
              <Suspense fallback={null}>
                <AnswerPane
                  rules={rules}
                  answered={answer?.answered ?? null}
                  result={answer?.result ?? null}
                  error={answer?.error ?? null}
                  stale={answer?.stale === true}
                  fresh={fresh}
                  today={today}
                />
              </Suspense>
            </section>
          </div>
        )}
      </div>
      <ActionBar />
    </div>
  );
}

interface NextStepsProps {
  readonly draft: Draft;
  readonly answer: Answer | undefined;
  readonly onEdit: (change: Partial<Draft>) => void;
}

/** What to ask next and what would change the answer. Both follow amounts and days in a drawing of their own right after. */
function NextSteps({ draft, answer, onEdit }: NextStepsProps) {
  const settled = settledOf(useDeferredValue(answer));
  if (settled === null) return null;
  return (
    <Suspense fallback={null}>
      <Question claims={draft.claims} settled={draft.settled} result={settled.result} onEdit={onEdit} />
      <Advice request={settled.request} result={settled.result} />
    </Suspense>
  );
}

function goOnFrom({ from, to, further }: HandedOver, screen: HTMLElement | null): void {
  const field = screen?.querySelector<HTMLInputElement>("#idNumber");
  field?.focus();
  field?.setSelectionRange(from, to);
  if (!field || further === null) return;
  focusStep(field, 1);
  // As if typed, so that the form hears of it; in a task of its own, since React is still putting the form in place.
  if (further !== "") setTimeout(() => document.execCommand("insertText", false, further));
}

/**
 * The question and its answer, where the answer is of this year's cover. While a field is half typed the last one stays,
 * as in the pane beside it: what comes and goes with each key is hard to read.
 */
function settledOf(answer: Answer | undefined) {
  const request = answer?.answered?.request;
  const result = answer?.result;
  if (!request || !result) return null;
  return result.benefit.reason === "coverage-year-over" ? null : { request, result };
}

/** No rule set could be used: said plainly, with what to do. */
function NoRules() {
  const { t } = useTranslation("assess");
  return (
    <section className="card empty" data-testid="no-rules">
      <h1 className="empty__title">{t("rules.none")}</h1>
      <p>{t("rules.noneText")}</p>
    </section>
  );
}

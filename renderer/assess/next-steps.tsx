// What to ask next and what would change the answer.
import { Suspense, useDeferredValue } from "react";
import { activeDraft, answeredQuestion, lastResult } from "./active.ts";
import { Advice } from "./answer/advice.tsx";
import { Question } from "./answer/question.tsx";
import { useCounter, useCounterActions } from "./counter-context.tsx";
import type { CounterState } from "./store.ts";

const NO_TEXTS: readonly never[] = [];
const claimsOf = (state: CounterState) => activeDraft(state)?.claims ?? NO_TEXTS;
const settledFields = (state: CounterState) => activeDraft(state)?.settled ?? NO_TEXTS;

/**
 * Both follow amounts and days in a drawing of their own right after. While a field is half typed the last ones stay, as in the
 * pane beside it: what comes and goes with each key is hard to read.
 */
export function NextSteps() {
  const claims = useCounter(claimsOf);
  const settled = useCounter(settledFields);
  const { edit } = useCounterActions();
  const answered = useDeferredValue(useCounter(answeredQuestion));
  const result = useDeferredValue(useCounter(lastResult));
  const request = answered?.request ?? null;
  if (request === null || result === null || result.benefit.reason === "coverage-year-over") return null;
  return (
    <Suspense fallback={null}>
      <Question claims={claims} settled={settled} result={result} onEdit={edit} />
      <Advice request={request} result={result} />
    </Suspense>
  );
}

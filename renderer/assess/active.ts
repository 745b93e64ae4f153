// What is picked from the counter's state of the resident who is shown. Each is one function for good: a part of the window that picks by
// it does no more with a key than find that nothing of its own has changed.
import { isoDay } from "../../shared/dates/iso.ts";
import type { Result } from "../../shared/engine/result.ts";
import { type Draft, isUntouched } from "./draft.ts";
import type { Asked } from "./request.ts";
import type { Answer, CounterState } from "./store.ts";

export function activeDraft({ members, active }: CounterState): Draft | undefined {
  return members.find(({ key }) => key === active);
}

export function activeAnswer({ answers, active }: CounterState): Answer | undefined {
  return answers[active];
}

/** The last answer, and the question that it answers. */
export function lastResult(state: CounterState): Result | null {
  return activeAnswer(state)?.result ?? null;
}

export function answeredQuestion(state: CounterState): Asked | null {
  return activeAnswer(state)?.answered ?? null;
}

/** Nobody has been typed yet. */
export function isFresh(state: CounterState): boolean {
  const draft = activeDraft(state);
  return draft !== undefined && isUntouched(draft) && draft.paidText === isoDay(state.today);
}

// What is picked from the counter's state of the resident who is shown. Each is one function for good: a part of the window that picks by
// it does no more with a key than find that nothing of its own has changed.
import type { EpochDay } from "../../shared/dates/civil.ts";
import { isoDay } from "../../shared/dates/iso.ts";
import type { Result, WindowCode } from "../../shared/engine/result.ts";
import type { FurtherFact } from "../../shared/rules/table.ts";
import { type Draft, isUntouched } from "./draft.ts";
import { asksFor } from "./further.ts";
import type { EngineFault } from "./gateway.ts";
import type { Asked } from "./request.ts";
import type { Answer, CounterState } from "./store.ts";

export function activeDraft({ members, active }: CounterState): Draft | undefined {
  return members.find(({ key }) => key === active);
}

export function todayOf({ today }: CounterState): EpochDay {
  return today;
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

/** What is typed now, as it is asked. */
export function askedNow(state: CounterState): Asked | null {
  return activeAnswer(state)?.asked ?? null;
}

export function engineFault(state: CounterState): EngineFault | null {
  return activeAnswer(state)?.error ?? null;
}

export function isStale(state: CounterState): boolean {
  return activeAnswer(state)?.stale === true;
}

/** A group that the engine found by itself (a newborn by the birth date). */
export function groupSeen(state: CounterState): string | null {
  return lastResult(state)?.exemption?.group ?? null;
}

/** Where the payment day lies, unless another day is typed already. */
export function windowRead(state: CounterState): WindowCode | null {
  return isStale(state) ? null : (lastResult(state)?.window ?? null);
}

/** The facts that only some rule sets ask for, where they can matter to this resident: another list each time. */
export function furtherFactsAsked(state: CounterState): readonly FurtherFact[] {
  const draft = activeDraft(state);
  const facts = state.rules?.furtherFacts ?? [];
  return draft === undefined ? [] : facts.filter((fact) => asksFor(fact, draft, lastResult(state)));
}

/** Nobody has been typed yet. */
export function isFresh(state: CounterState): boolean {
  const draft = activeDraft(state);
  return draft !== undefined && isUntouched(draft) && draft.paidText === isoDay(state.today);
}

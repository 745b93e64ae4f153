// Undo and redo: the states of a draft, where typing in one field is one step.

export interface History<State> {
  readonly past: readonly State[];
  readonly now: State;
  readonly future: readonly State[];
  /** The field that the last step was typed in; another keystroke there belongs to the same step. */
  readonly field: string | null;
}

const MOST_STEPS = 300;

export function begin<State>(now: State): History<State> {
  return { past: [], now, future: [], field: null };
}

export function step<State>(history: History<State>, now: State, field: string | null = null): History<State> {
  if (now === history.now) return history;
  if (field !== null && field === history.field && history.past.length > 0) return { ...history, now, future: [] };
  return { past: [...history.past, history.now].slice(-MOST_STEPS), now, future: [], field };
}

export function undo<State>(history: History<State>): History<State> {
  const { past, now, future } = history;
  const before = past.at(-1);
  if (before === undefined) return history;
  return { past: past.slice(0, -1), now: before, future: [now, ...future], field: null };
}

export function redo<State>(history: History<State>): History<State> {
  const { past, now, future } = history;
  const [next, ...later] = future;
  if (next === undefined) return history;
  return { past: [...past, now], now: next, future: later, field: null };
}

// Slips for the list's rows: chosen, counted, confirmed, under way, done. The main process does the work.
import type { Failure } from "../../shared/ipc/channel.ts";
import type { SlipsResult } from "../../shared/ipc/channels/roster-slips.ts";
import type { RequestOf } from "../../shared/ipc/contract.ts";
import type { SlipSelection } from "../../shared/roster/slip-selection.ts";
import { ask } from "../platform/ask.ts";
import { createReducerStore } from "../platform/reducer-store.ts";

export type SlipsOrder = Omit<RequestOf<"roster.slips.start">, "selection" | "slips" | "acceptClock" | "pastYear">;

export interface SlipsPlan {
  readonly selection: SlipSelection;
  readonly order: SlipsOrder;
  readonly slips: number;
  readonly leftOut: number;
  /** Why the slips will be in no ledger; null where they will. */
  readonly unrecorded: Failure | null;
  /** Past rules: starting means going on with that year. */
  readonly pastYear: { readonly year: number; readonly day: string } | null;
}

export type SlipsStage =
  | { readonly at: "choosing"; readonly result: SlipsResult | null }
  | { readonly at: "counting" }
  | { readonly at: "confirming"; readonly plan: SlipsPlan }
  | { readonly at: "running"; readonly slips: number; readonly of: number; readonly share: number };

interface State {
  readonly stage: SlipsStage;
  readonly failure: Failure | null;
  /** The clerk was told that the clock is behind: starting again means it. */
  readonly clockTold: boolean;
}

type Event =
  | { readonly type: "counting" }
  | { readonly type: "counted"; readonly plan: SlipsPlan }
  | { readonly type: "started"; readonly of: number }
  | { readonly type: "progress"; readonly slips: number; readonly of: number; readonly share: number }
  | { readonly type: "ended"; readonly result: SlipsResult }
  | { readonly type: "failed"; readonly failure: Failure }
  | { readonly type: "back" };

const START: State = { stage: { at: "choosing", result: null }, failure: null, clockTold: false };

function reduce(state: State, event: Event): State {
  switch (event.type) {
    case "counting":
      return { ...state, stage: { at: "counting" }, failure: null };
    case "counted":
      return { ...state, stage: { at: "confirming", plan: event.plan } };
    case "started":
      return { ...state, stage: { at: "running", slips: 0, of: event.of, share: 0 }, failure: null };
    case "progress":
      return state.stage.at === "running"
        ? { ...state, stage: { at: "running", slips: event.slips, of: event.of, share: event.share } }
        : state;
    case "ended":
      return {
        stage: { at: "choosing", result: event.result },
        failure: null,
        clockTold: event.result.fault?.code === "clock-behind",
      };
    case "failed":
      return { ...state, stage: { at: "choosing", result: null }, failure: event.failure };
    case "back":
      return { ...state, stage: { at: "choosing", result: null }, failure: null };
  }
}

// Slips go on while the clerk serves somebody at the counter; of another list nothing is left to show.
const store = createReducerStore<State, Event>(reduce, START, (send) => {
  window.canbao.on("roster.slips.progress", (progress) => send({ type: "progress", ...progress }));
  window.canbao.on("roster.slips.ended", (result) => send({ type: "ended", result }));
  window.canbao.on("roster.ended", () => send({ type: "back" }));
});
const { send } = store;

export interface SlipsActions {
  readonly count: (selection: SlipSelection, order: SlipsOrder) => void;
  readonly start: (plan: SlipsPlan) => void;
  readonly stop: () => void;
  readonly back: () => void;
}

export function useSlips(): readonly [State, SlipsActions] {
  const state = store.use();

  const actions: SlipsActions = {
    count: (selection, order) => {
      send({ type: "counting" });
      void ask("roster.slips.plan", { selection }).then((answer) => {
        if (answer.ok) send({ type: "counted", plan: { selection, order, ...answer.value } });
        else if (answer.error.code === "cancelled") send({ type: "back" });
        else send({ type: "failed", failure: answer.error });
      });
    },
    start: ({ selection, order, slips, pastYear }) => {
      const year = pastYear?.year ?? null;
      const asked = { selection, slips, ...order, acceptClock: state.clockTold, pastYear: year };
      void ask("roster.slips.start", asked).then((answer) => {
        if (answer.ok) send({ type: "started", of: slips });
        else if (answer.error.code !== "cancelled") send({ type: "failed", failure: answer.error });
      });
    },
    stop: () => void ask("roster.slips.cancel", undefined),
    back: () => send({ type: "back" }),
  };
  return [state, actions];
}

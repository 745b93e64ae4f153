// What the roster screen is doing: choosing, mapping, working, showing the result. The main process does the work.
import { useCallback } from "react";
import type { Failure } from "../../shared/ipc/channel.ts";
import type { RosterMappingData, RosterProgress, RosterResult } from "../../shared/ipc/channels/roster.ts";
import type { Survey } from "../../shared/roster/survey.ts";
import { ask } from "../platform/ask.ts";
import { createReducerStore } from "../platform/reducer-store.ts";

export interface ChosenList {
  readonly list: string;
  readonly name: string;
}

export type RosterStage =
  | { readonly at: "start" }
  | { readonly at: "reading"; readonly chosen: ChosenList }
  | {
      readonly at: "mapping";
      readonly chosen: ChosenList;
      readonly survey: Survey;
      readonly mapping: RosterMappingData;
      readonly checking: boolean;
    }
  | { readonly at: "running"; readonly progress: RosterProgress | null; readonly paused: boolean }
  | { readonly at: "result"; readonly result: RosterResult };

export interface RosterState {
  readonly stage: RosterStage;
  readonly failure: Failure | null;
}

type Event =
  | { readonly type: "chosen"; readonly chosen: ChosenList }
  | {
      readonly type: "surveyed";
      readonly chosen: ChosenList;
      readonly survey: Survey;
      readonly mapping: RosterMappingData;
    }
  | { readonly type: "mapped"; readonly mapping: RosterMappingData; readonly checking: boolean }
  | { readonly type: "started" }
  | { readonly type: "progress"; readonly progress: RosterProgress }
  | { readonly type: "paused"; readonly paused: boolean }
  | { readonly type: "ended"; readonly result: RosterResult }
  | { readonly type: "failed"; readonly failure: Failure; readonly back: boolean }
  | { readonly type: "again" };

const START: RosterState = { stage: { at: "start" }, failure: null };

function reduce(state: RosterState, event: Event): RosterState {
  const { stage } = state;
  switch (event.type) {
    case "chosen":
      return { stage: { at: "reading", chosen: event.chosen }, failure: null };
    case "surveyed":
      return {
        stage: { at: "mapping", chosen: event.chosen, survey: event.survey, mapping: event.mapping, checking: false },
        failure: null,
      };
    case "mapped":
      return stage.at === "mapping"
        ? { stage: { ...stage, mapping: event.mapping, checking: event.checking }, failure: null }
        : state;
    case "started":
      return { stage: { at: "running", progress: null, paused: false }, failure: null };
    case "progress":
      return stage.at === "running" ? { ...state, stage: { ...stage, progress: event.progress } } : state;
    case "paused":
      return stage.at === "running" ? { ...state, stage: { ...stage, paused: event.paused } } : state;
    case "ended":
      return { stage: { at: "result", result: event.result }, failure: null };
    case "failed":
      return { stage: event.back ? { at: "start" } : stage, failure: event.failure };
    case "again":
      return START;
  }
}

// A list runs on while the clerk serves somebody at the counter: its end is heard although its screen is hidden.
const store = createReducerStore<RosterState, Event>(reduce, START, (send) => {
  window.canbao.on("roster.progress", (progress) => send({ type: "progress", progress }));
  window.canbao.on("roster.ended", (result) => send({ type: "ended", result }));
});
const { send } = store;

export interface RosterActions {
  readonly choose: () => void;
  /** Takes a new mapping; `recheck` reads the list again, since other columns have other names in them. */
  readonly map: (mapping: RosterMappingData, recheck: boolean) => void;
  readonly start: (neutralise: boolean) => void;
  readonly steer: (to: "pause" | "resume" | "cancel") => void;
  readonly show: () => void;
  readonly again: () => void;
}

export function useRoster(ruleSet: string | undefined): readonly [RosterState, RosterActions] {
  const state = store.use();
  const { stage } = state;

  const survey = useCallback(
    async (chosen: ChosenList, mapping: RosterMappingData | null): Promise<void> => {
      if (ruleSet === undefined) return;
      const answer = await ask("roster.survey", { list: chosen.list, ruleSet, mapping });
      if (answer.ok) send({ type: "surveyed", chosen, ...answer.value });
      else send({ type: "failed", failure: answer.error, back: mapping === null });
    },
    [ruleSet],
  );

  const actions: RosterActions = {
    choose: () => {
      void (async () => {
        const answer = await ask("roster.choose", undefined);
        if (!answer.ok) return;
        send({ type: "chosen", chosen: answer.value });
        await survey(answer.value, null);
      })();
    },
    map: (mapping, recheck) => {
      send({ type: "mapped", mapping, checking: recheck });
      if (recheck && stage.at === "mapping") void survey(stage.chosen, mapping);
    },
    start: (neutralise) => {
      if (stage.at !== "mapping" || ruleSet === undefined) return;
      const { chosen, mapping } = stage;
      void (async () => {
        const answer = await ask("roster.start", { list: chosen.list, ruleSet, mapping, neutralise });
        if (answer.ok) send({ type: "started" });
        else if (answer.error.code !== "cancelled") send({ type: "failed", failure: answer.error, back: false });
      })();
    },
    steer: (to) => {
      if (to !== "cancel") send({ type: "paused", paused: to === "pause" });
      void ask("roster.steer", { to });
    },
    show: () => void ask("roster.show", undefined),
    again: () => send({ type: "again" }),
  };
  return [state, actions];
}

// Parts of the workbench's state for its components.
import { useStore } from "zustand";
import { type DraftData, type DraftPoint, draftPoints } from "../../shared/workbench/draft.ts";
import { type BenchState, bench } from "./bench-store.ts";

export function useBench<T>(select: (state: BenchState) => T): T {
  return useStore(bench, select);
}

/** The open draft; components below the editor have one. */
export function useDraft(): DraftData {
  const draft = useBench((state) => state.history?.now);
  if (draft === undefined) throw new Error("no draft is open");
  return draft;
}

const points = new WeakMap<DraftData, readonly DraftPoint[]>();

/** The points of a draft, found once for all that ask. */
export function pointsOfDraft(draft: DraftData): readonly DraftPoint[] {
  const known = points.get(draft);
  if (known !== undefined) return known;
  const found = draftPoints(draft);
  points.set(draft, found);
  return found;
}

// Parts of the workbench's state for its components, and the words of rule files in the reader's language.
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import { type RuleWords, ruleWords } from "../../shared/rules/rule-words.ts";
import type { Texts } from "../../shared/trace/phrase.ts";
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

export function useRuleWords(): RuleWords {
  const { i18n } = useTranslation(["rule-words", "domain"]);
  const language = i18n.language === "en" ? "en" : "zh-CN";
  return useMemo(
    () =>
      ruleWords(language, {
        words: i18n.getResourceBundle(language, "rule-words") as Texts,
        domain: i18n.getResourceBundle(language, "domain") as Texts,
      }),
    [i18n, language],
  );
}

// One step of the trace as a sentence in the reader's language.
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { TraceStep } from "../../../shared/engine/result.ts";
import { phraser } from "../../../shared/trace/phrase.ts";

export function useSentence(): (step: TraceStep) => string {
  const { i18n } = useTranslation(["trace", "domain"]);
  const { language } = i18n;
  return useMemo(() => {
    // The engine writes Chinese itself; another language is said from the step's codes by the same templates.
    if (language.startsWith("zh")) return (step: TraceStep) => step.summary;
    const say = phraser(
      { trace: i18n.getResourceBundle(language, "trace"), domain: i18n.getResourceBundle(language, "domain") },
      ", ",
    );
    return say;
  }, [i18n, language]);
}

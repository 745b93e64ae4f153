// The words for rule files in the window's language: what their parts are called, and what is wrong with them.
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Fault } from "../../shared/rules/fault.ts";
import { type PlaceTexts, placeWords } from "../../shared/rules/fault-place.ts";
import { faultWords, knownFaultWords } from "../../shared/rules/fault-words.ts";
import { type RuleWords, ruleWords } from "../../shared/rules/rule-words.ts";
import type { Texts } from "../../shared/trace/phrase.ts";

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

/** What is wrong; for a rule author, to whom an unforeseen message still says something. */
export function useFaultWords(): (message: string) => string {
  const texts = useFaultTexts();
  return useMemo(() => (message: string) => faultWords(message, texts), [texts]);
}

/** Where a fault lies and what is wrong there, for a clerk: never a word of the check's own English. */
export function useFaultLine(): (fault: Fault) => string {
  const { t, i18n } = useTranslation("rule-faults");
  const words = useRuleWords();
  const texts = useFaultTexts();
  return useMemo(() => {
    const place: PlaceTexts = {
      say: (key, values) => t(key, { ...values }),
      has: (key) => i18n.exists(`rule-faults:${key}`),
      field: (name) => words.field([name]),
    };
    return (fault) =>
      t("line", { where: placeWords(fault, place), what: knownFaultWords(fault.message, texts) ?? t("other") });
  }, [t, i18n, words, texts]);
}

function useFaultTexts(): Texts {
  const { i18n } = useTranslation("rule-faults");
  const language = i18n.language === "en" ? "en" : "zh-CN";
  return i18n.getResourceBundle(language, "rule-faults") as Texts;
}

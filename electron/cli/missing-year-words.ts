// A year without a notice in words: what is missing, what is known of it all the same, and what nobody knows. As the window says it.
import { createInstance } from "i18next";
import enAssess from "../../shared/locales/en/assess.json" with { type: "json" };
import zhAssess from "../../shared/locales/zh-CN/assess.json" with { type: "json" };
import type { MissingYear } from "../../shared/rules/missing-year.ts";
import type { Language } from "../roster/words.ts";

export interface MissingYearWords {
  readonly missing: string;
  readonly what: string;
  readonly have: string;
}

export function missingYearWords(
  { coverageYear, facts, unknown, have }: MissingYear,
  language: Language,
): MissingYearWords {
  const i18n = createInstance();
  void i18n.init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation: language === "en" ? enAssess : zhAssess } },
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  const own = language === "en" ? "en" : "zh";
  const known = facts.map(({ text, document, grade }) =>
    i18n.t("yearNote.fact", { text: text[own], document: document[own], grade }),
  );
  const list = unknown.map((what) => i18n.t(`yearNote.what.${what}`)).join(i18n.t("yearNote.comma"));
  return {
    missing: i18n.t("yearNote.missing", { year: coverageYear }),
    what: [...known, i18n.t("yearNote.unknown", { list })].join(language === "en" ? " " : ""),
    have: have.join(i18n.t("yearNote.comma")),
  };
}

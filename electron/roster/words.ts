// A roster's words in the reader's language, from the same resources as the window's.
import { createInstance } from "i18next";
import enDomain from "../../shared/locales/en/domain.json" with { type: "json" };
import enRoster from "../../shared/locales/en/roster.json" with { type: "json" };
import zhDomain from "../../shared/locales/zh-CN/domain.json" with { type: "json" };
import zhRoster from "../../shared/locales/zh-CN/roster.json" with { type: "json" };
import type { Words } from "../../shared/roster/problem.ts";

export type Language = "zh-CN" | "en";

export interface RosterWords {
  readonly language: Language;
  /** Keys of the namespace `roster`. */
  readonly text: Words;
  /** What a review code means, as the window says it. */
  readonly review: (code: string) => string;
  /** An aid identity's name; "" is none, "?" the rows that were not computed. */
  readonly categoryOf: (id: string) => string;
}

const NAMESPACES = {
  "zh-CN": { roster: zhRoster, domain: zhDomain },
  en: { roster: enRoster, domain: enDomain },
} as const;

export function rosterWords(language: Language): RosterWords {
  const i18n = createInstance();
  void i18n.init({
    lng: language,
    fallbackLng: false,
    defaultNS: "roster",
    ns: ["roster", "domain"],
    resources: NAMESPACES,
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  return {
    language,
    text: (key, values = {}) => i18n.t(key, values),
    review: (code) => i18n.t(`domain:review.${code}.title`),
    categoryOf: (id) => {
      if (id === "") return i18n.t("summary.no-category");
      return id === "?" ? i18n.t("summary.not-computed") : i18n.t(`domain:category.${id}`);
    },
  };
}

/** A list with Chinese headers is answered in Chinese, one with English headers in English. */
export function languageOf(headers: readonly string[]): Language {
  return headers.some((header) => /\p{Script=Han}/u.test(header)) ? "zh-CN" : "en";
}

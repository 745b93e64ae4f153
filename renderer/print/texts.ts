// The slip's words in its one or two languages: fixed before it is laid out, independent of the window's language.
import { createInstance, type i18n, type Resource } from "i18next";
import type { SlipLanguage } from "../../shared/slip/document.ts";

const NAMESPACES = ["slip", "domain", "ledger"] as const;

const files = import.meta.glob<Resource[string]>("../../shared/locales/*/{slip,domain,ledger}.json", {
  eager: true,
  import: "default",
});

export type Values = Readonly<Record<string, unknown>>;

/** The words for a key in one language; undefined where it has none, so that a key never reaches the paper. */
export type Say = (language: SlipLanguage, key: string, values?: Values) => string | undefined;

export async function loadTexts(): Promise<Say> {
  const texts: i18n = createInstance();
  const resources: Resource = {};
  for (const [path, words] of Object.entries(files)) {
    const [language, file] = path.split("/").slice(-2);
    if (language === undefined || file === undefined) continue;
    resources[language] = { ...resources[language], [file.replace(".json", "")]: words };
  }
  await texts.init({
    resources,
    ns: [...NAMESPACES],
    defaultNS: "slip",
    lng: "zh-CN",
    fallbackLng: false,
    // Names are React text, never markup: escaping them would print &amp;.
    interpolation: { escapeValue: false },
  });
  return (language, key, values) =>
    texts.exists(key, { lng: language, ...values }) ? texts.t(key, { lng: language, ...values }) : undefined;
}

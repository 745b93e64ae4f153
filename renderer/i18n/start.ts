// Starts i18next: Chinese first, English complete. The counter's texts come with the window, further ones with the
// screens that use them, those of the other language when it is chosen.

import i18next, { type BackendModule, type ResourceKey } from "i18next";
import { initReactI18next } from "react-i18next";
import { loadCounterTexts } from "./counter-texts.ts";
import { rememberTexts } from "./quick-texts.ts";

const files = import.meta.glob<ResourceKey>(
  ["../../shared/locales/*/*.json", "!../../shared/locales/*/{assess,domain,help,shell,trace}.json"],
  { import: "default" },
);

const AT_ONCE = ["shell", "assess", "domain", "trace", "help"] as const;

async function load(language: string, namespace: string): Promise<ResourceKey> {
  const ours = AT_ONCE.find((name) => name === namespace);
  if (ours !== undefined) return (await loadCounterTexts(language))[ours];
  const file = files[`../../shared/locales/${language}/${namespace}.json`];
  if (file === undefined) throw new Error(`no texts: ${language}/${namespace}`);
  return file();
}

const bundled: BackendModule = {
  type: "backend",
  init: () => {},
  read: (language, namespace, answer) => {
    load(language, namespace).then(
      (texts) => answer(null, texts),
      (fault: Error) => answer(fault, null),
    );
  },
};

/** @param language BCP 47; anything but English gets Chinese, which every text has first */
export async function startTranslations(language: string): Promise<void> {
  const chosen = language.startsWith("en") ? "en" : "zh-CN";
  i18next.on("languageChanged", (now) => {
    document.documentElement.lang = now;
  });
  await i18next
    .use(bundled)
    .use(initReactI18next)
    .init({
      lng: chosen,
      fallbackLng: "zh-CN",
      supportedLngs: ["zh-CN", "en"],
      ns: [...AT_ONCE],
      defaultNS: "shell",
      // Already here: nothing waits, and nothing is drawn twice. Both languages are complete, held by a test.
      resources: { [chosen]: await loadCounterTexts(chosen) },
      partialBundledLanguages: true,
      interpolation: { escapeValue: false },
    });
  rememberTexts(i18next);
}

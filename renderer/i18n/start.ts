// Starts the translations: the shell's Chinese comes with the first code, everything else when a screen asks for it.

import i18next, { type BackendModule } from "i18next";
import { initReactI18next } from "react-i18next";
import shell from "../../shared/locales/zh-CN/shell.json";

const files = import.meta.glob<Record<string, unknown>>("../../shared/locales/*/*.json", { import: "default" });

const bundled: BackendModule = {
  type: "backend",
  init: () => {},
  read: (language, namespace, answer) => {
    const load = files[`../../shared/locales/${language}/${namespace}.json`];
    if (load === undefined) answer(new Error(`no texts: ${language}/${namespace}`), null);
    else
      load().then(
        (texts) => answer(null, texts),
        (fault: Error) => answer(fault, null),
      );
  },
};

/** @param language BCP 47; anything but English gets Chinese, which every text has first */
export function startTranslations(language: string): Promise<unknown> {
  const chosen = language.startsWith("en") ? "en" : "zh-CN";
  i18next.on("languageChanged", (now) => {
    document.documentElement.lang = now;
  });
  return i18next
    .use(bundled)
    .use(initReactI18next)
    .init({
      lng: chosen,
      fallbackLng: "zh-CN",
      supportedLngs: ["zh-CN", "en"],
      ns: ["shell"],
      defaultNS: "shell",
      resources: { "zh-CN": { shell } },
      partialBundledLanguages: true,
      interpolation: { escapeValue: false },
    });
}

// The counter's texts for what is drawn with each key. They are here before the window is, in whichever language: nothing has to
// be looked for or waited for, which is most of what `useTranslation` does at each drawing.
import type { TFunction } from "i18next";
import { useSyncExternalStore } from "react";
import { getI18n } from "react-i18next";

type Texts = TFunction<"assess">;

/** The texts of `assess`; those of `domain`, `shell` and `trace` by their prefix. Another language draws again. */
export function useTexts(): Texts {
  return useSyncExternalStore(onLanguage, textsNow);
}

/** BCP 47. */
export function useLanguage(): string {
  return useSyncExternalStore(onLanguage, languageNow);
}

function onLanguage(changed: () => void): () => void {
  const i18n = getI18n();
  i18n.on("languageChanged", changed);
  return () => i18n.off("languageChanged", changed);
}

function languageNow(): string {
  return getI18n().language;
}

const made = new Map<string, Texts>();

/** One for each language: asked for at each drawing. */
function textsNow(): Texts {
  const { language } = getI18n();
  const before = made.get(language);
  if (before !== undefined) return before;
  const texts = getI18n().getFixedT(language, "assess");
  made.set(language, texts);
  return texts;
}

/** @param key with its namespace */
export function hasText(key: string): boolean {
  return getI18n().exists(key);
}

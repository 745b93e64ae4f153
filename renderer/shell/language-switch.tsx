// Switches between Chinese and English at once, and keeps the choice.

import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { ask } from "../platform/ask.ts";

export function LanguageSwitch(): ReactElement {
  const { t, i18n } = useTranslation("shell");
  const other = i18n.language === "en" ? "zh-CN" : "en";
  const change = async (): Promise<void> => {
    await i18n.changeLanguage(other);
    await ask("settings.set", { language: other });
  };
  return (
    <button
      type="button"
      data-testid="language-switch"
      aria-label={t("switchLanguage")}
      onClick={() => void change()}
      className="plain-button"
    >
      {t("languages")}
    </button>
  );
}

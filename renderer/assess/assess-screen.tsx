// The counter's main screen: who, what to pay, from when, why.

import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

export function AssessScreen(): ReactElement {
  const { t } = useTranslation("assess");
  return (
    <section data-testid="assess-screen" className="rounded-xl border border-line bg-card p-5">
      <h1 className="text-lg">{t("title")}</h1>
    </section>
  );
}

// On the page of a rule set: whether it came with the program or in a pack, whose, and of which day.
import { useTranslation } from "react-i18next";
import { originDay } from "../../shared/packs/origin.ts";
import { useNames } from "../assess/names.ts";
import { useOrigins } from "./use-origins.ts";

export function OriginFact({ ruleSet }: { readonly ruleSet: string }) {
  const { t } = useTranslation("policies");
  const name = useNames();
  const origin = useOrigins(ruleSet)?.origins[ruleSet];
  if (origin === undefined) return null;
  const day = originDay(origin) ?? "—";
  return (
    <div data-testid="rules-origin">
      <dt>{t("origin.title")}</dt>
      <dd className="figures">
        {origin.kind === "bundled"
          ? t("origin.bundled", { day })
          : t("origin.pack", { issuer: name(origin.issuer), pack: origin.pack, version: origin.version, day })}
      </dd>
    </div>
  );
}

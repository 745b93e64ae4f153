// Why something was not done, in words; and why a pack is refused, with every place in it that is at fault.
import { useTranslation } from "react-i18next";
import type { Failure } from "../../shared/ipc/channel.ts";
import type { Refusal } from "../../shared/packs/refusal.ts";
import { RuleFaults } from "../design/rule-faults.tsx";

export function FaultLine({ fault }: { readonly fault: Failure | null }) {
  const { t, i18n } = useTranslation("packs");
  if (fault === null) return null;
  const known = i18n.exists(`packs:fault.${fault.code}`);
  return (
    <p className="policy-warning" role="alert" data-testid="packs-fault">
      {t(known ? `fault.${fault.code}` : "fault.internal", fault.params)}
    </p>
  );
}

export function RefusalText({ refusal }: { readonly refusal: Refusal }) {
  const { t } = useTranslation("packs");
  const { code, params, faults } = refusal;
  return (
    <>
      <p>{t(`refusal.${code}`, params)}</p>
      {faults.length === 0 ? null : <RuleFaults faults={faults} advice={t("refusalAdvice")} />}
    </>
  );
}

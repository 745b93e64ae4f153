// Why something was not done, in words; and why a pack is refused, with every place in it that is at fault.
import { useTranslation } from "react-i18next";
import type { Failure } from "../../shared/ipc/channel.ts";
import type { Refusal } from "../../shared/packs/refusal.ts";

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

const SHOWN = 20;

export function RefusalText({ refusal }: { readonly refusal: Refusal }) {
  const { t } = useTranslation("packs");
  const { code, params, faults } = refusal;
  return (
    <>
      <p>{t(`refusal.${code}`, params)}</p>
      {faults.length === 0 ? null : (
        <ul className="packs-faults">
          {faults.slice(0, SHOWN).map((fault) => (
            <li key={`${fault.file} ${fault.path} ${fault.message}`}>
              <span className="packs-code">
                {fault.file} {fault.path}
              </span>{" "}
              {fault.message}
            </li>
          ))}
          {faults.length > SHOWN ? <li>{t("more", { count: faults.length - SHOWN })}</li> : null}
        </ul>
      )}
    </>
  );
}

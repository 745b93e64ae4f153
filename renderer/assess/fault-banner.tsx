// Says which rule files could not be used, that nothing can be kept here, that the main process cannot be reached: calmly, and with the place.
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { faultyFiles } from "../../shared/rules/fault.ts";
import { RuleFaults } from "../design/rule-faults.tsx";
import { useAppInfo } from "../platform/app-info.ts";
import { useCounter } from "./counter-context.tsx";

export const FaultBanner = memo(function FaultBanner() {
  const { t } = useTranslation("assess");
  const faults = useCounter((state) => state.faults);
  const unreachable = useCounter((state) => state.unreachable);
  const info = useAppInfo();
  const cannotKeep = info?.dataFolderWritable === false;
  if (faults.length === 0 && !unreachable && !cannotKeep) return null;
  return (
    <div className="faults" role="alert" data-testid="fault-banner">
      {cannotKeep ? <p data-testid="cannot-keep">{t("rules.cannotKeep", { folder: info.dataFolder })}</p> : null}
      {unreachable ? <p>{t("rules.unreachable")}</p> : null}
      {faults.length === 0 ? null : (
        <details open>
          <summary>{t("rules.damaged", { count: faultyFiles(faults) })}</summary>
          <RuleFaults faults={faults} advice={t("rules.damagedAdvice")} />
        </details>
      )}
    </div>
  );
});

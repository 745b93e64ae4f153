// What came of an order of slips: how many are out, where they lie, and which rows got none, with the reason.
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import type { SlipsResult } from "../../shared/ipc/channels/roster-slips.ts";
import { ask } from "../platform/ask.ts";
import { PersonRows } from "./person-rows.tsx";

export function SlipsReport({ result }: { readonly result: SlipsResult }): ReactElement {
  const { t } = useTranslation(["roster", "printing", "ledger"]);
  const { status, slips, copies, unrecorded, lastRow, files, leftOut, leftOutFile, leftOutRows } = result;
  const [first] = files;
  const last = files.at(-1);
  return (
    <div className="roster__stack" data-testid="slips-report" data-status={status}>
      <Fault fault={result.fault} />
      <p className="roster__count figures" data-testid="slips-done" role="status">
        {status === "cancelled" ? t("slips.stopped", { slips }) : t("slips.done", { slips })}
        {copies === 0 ? null : ` ${t("slips.copies", { copies })}`}
        {unrecorded === 0 ? null : ` ${t("slips.not-recorded", { unrecorded })}`}
      </p>
      {status === "done" || lastRow === null ? null : <p>{t("slips.last-row", { row: lastRow, next: lastRow + 1 })}</p>}
      {first === undefined ? null : (
        <div className="roster__buttons">
          <span>
            {files.length === 1
              ? t("slips.one-file", { file: first })
              : t("slips.files", { count: files.length, first, last })}
          </span>
          <button type="button" className="roster__button" onClick={() => void ask("roster.show", undefined)}>
            {t("result.show")}
          </button>
        </div>
      )}
      {leftOut === 0 ? null : (
        <>
          <h3 className="card__title">{t("slips.left-out", { count: leftOut })}</h3>
          <p className="roster__note">
            {leftOutFile === null ? t("slips.left-out-unwritten") : t("slips.left-out-in", { file: leftOutFile })}
          </p>
          <PersonRows rows={leftOutRows} />
        </>
      )}
    </div>
  );
}

function Fault({ fault }: { readonly fault: SlipsResult["fault"] }): ReactElement | null {
  const { t } = useTranslation(["roster", "printing", "ledger"]);
  if (fault === null) return null;
  const { code, values, from } = fault;
  const internal = t("fault.internal");
  const text =
    from === "roster"
      ? t(`fault.${code}`, { ...values, defaultValue: internal })
      : from === "printing"
        ? t(`printing:error.${code}`, { ...values, defaultValue: internal })
        : `${t(`ledger:fault.${code}.title`, { ...values, defaultValue: internal })} ${t(`ledger:fault.${code}.advice`, { ...values, defaultValue: "" })}`;
  return (
    <p className="roster__fault" role="alert">
      {text}
      {code === "clock-behind" ? ` ${t("printing:clockAgain")}` : ""}
    </p>
  );
}

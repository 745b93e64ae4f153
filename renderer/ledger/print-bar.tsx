// Puts one of the ledger's papers on A4 the way slips go: a printer chosen here, its queue below, a PDF where none takes it.
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import type { SlipLanguage } from "../../shared/slip/document.ts";
import type { PrintSheet } from "../../shared/slip/sheet.ts";
import { Choice } from "../design/choice.tsx";
import { ask } from "../platform/ask.ts";
import { CalibrationDialog } from "../slip/calibration-dialog.tsx";
import { PrintQueue } from "../slip/print-queue.tsx";
import { printerOptions, usePrinters } from "../slip/use-printers.ts";
import type { ReportHead } from "./report-documents.ts";
import { whenText } from "./when.ts";

interface PrintBarProps {
  /** For the queue. */
  readonly title: string;
  readonly fileName: string;
  readonly documentOf: (head: ReportHead) => PrintSheet["document"];
}

const LOOK = { whole: "print-bar__printer", label: "print-bar__label", list: "ledger-input" } as const;

export function PrintBar({ title, fileName, documentOf }: PrintBarProps): ReactElement {
  const { t, i18n } = useTranslation(["ledger", "printing"]);
  const { printers, printer, hall, adjustmentOf, choose, reload } = usePrinters();
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState("");
  const [calibrating, setCalibrating] = useState(false);

  const sheet = (): PrintSheet => {
    const language: SlipLanguage = i18n.language === "en" ? "en" : "zh-CN";
    const head: ReportHead = { languages: [language], hall, printedAt: whenText(new Date().toISOString()) };
    return { paper: "A4", adjustment: adjustmentOf(printer), document: documentOf(head) };
  };
  const run = async (work: () => Promise<string>): Promise<void> => {
    setBusy(true);
    setSaid("");
    setSaid(await work());
    setBusy(false);
  };
  const print = () =>
    run(async () => {
      const answer = await ask("print.job", {
        sheet: sheet(),
        printer: printer === "" ? null : printer,
        title,
        fileName,
      });
      // What became of it stands in the queue below.
      return answer.ok ? "" : t("printing:error.print-failed");
    });
  const save = () =>
    run(async () => {
      const answer = await ask("print.pdf", { sheet: sheet(), fileName });
      if (answer.ok) return t("printing:saved", { path: answer.value.path });
      return t(`printing:error.${answer.error.code}`, { defaultValue: t("printing:error.layout-failed") });
    });

  return (
    <div className="print-bar">
      <div className="print-bar__row">
        <Choice
          look={LOOK}
          label={t("printing:printer")}
          testId="report-printer"
          value={printer}
          options={printerOptions(printers, t("printing:defaultPrinter"))}
          onChange={choose}
        />
        <button
          type="button"
          className="plain-button"
          data-testid="report-print"
          disabled={busy}
          onClick={() => void print()}
        >
          {t("paper.print")}
        </button>
        <button
          type="button"
          className="plain-button"
          data-testid="report-pdf"
          disabled={busy}
          onClick={() => void save()}
        >
          {t("paper.pdf")}
        </button>
        <button type="button" className="plain-button" data-testid="calibrate" onClick={() => setCalibrating(true)}>
          {t("printing:calibrate")}
        </button>
      </div>
      <p className="ledger-note" role="status" data-testid="report-said">
        {said}
      </p>
      <PrintQueue />
      {calibrating ? (
        <CalibrationDialog
          onClose={() => {
            setCalibrating(false);
            reload();
          }}
        />
      ) : null}
    </div>
  );
}

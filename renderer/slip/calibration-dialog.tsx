// A printer is calibrated: its sheet printed, a ruler laid against it, and what follows kept for this printer alone.
import { Modal } from "@heroui/react/modal";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import type { SlipLanguage } from "../../shared/slip/document.ts";
import { type Adjustment, PAPERS, type Paper } from "../../shared/slip/paper.ts";
import type { PrintSheet } from "../../shared/slip/sheet.ts";
import { Choice } from "../design/choice.tsx";
import { ask } from "../platform/ask.ts";
import { corrected, type Measured, marks, readAdjustment, type TypedAdjustment, typed } from "./calibration.ts";
import { jobText } from "./job-text.ts";
import { Preview } from "./preview.tsx";
import { localTime } from "./slip-order.ts";
import { printerOptions, usePrinters } from "./use-printers.ts";
import "../shell/dialog.css";
import "./print-dialog.css";

const LOOK = { whole: "choose", label: "choose__label", list: "choose__list" } as const;
const NOTHING_MEASURED: Measured = { ruler: "", left: "", top: "" };

export function CalibrationDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t, i18n } = useTranslation("printing");
  const { printers, printer, paper: usual, adjustmentOf, choose, keep } = usePrinters();
  const [chosenPaper, setPaper] = useState<Paper | null>(null);
  const [forms, setForms] = useState<Readonly<Record<string, TypedAdjustment>>>({});
  const [measured, setMeasured] = useState(NOTHING_MEASURED);
  const [said, setSaid] = useState<{ readonly tone: "good" | "bad" | "calm"; readonly text: string } | null>(null);
  const [now] = useState(() => localTime(new Date()));

  const paper = chosenPaper ?? usual;
  const kept = adjustmentOf(printer);
  // What is typed for one printer stays with it while another is looked at.
  const form = forms[printer] ?? typed(kept);
  const read = readAdjustment(form);
  const type = (part: Partial<TypedAdjustment>) => setForms({ ...forms, [printer]: { ...form, ...part } });
  const where = marks(paper);
  const printerName = printers.find(({ name }) => name === printer)?.displayName ?? null;

  const language: SlipLanguage = i18n.language === "en" ? "en" : "zh-CN";
  const sheetWith = (adjustment: Adjustment): PrintSheet => ({
    paper,
    adjustment,
    document: {
      format: "canbao-calibration/1",
      kind: "calibration",
      languages: [language],
      printer: printerName,
      dpi: adjustment.dpi ?? null,
      printedAt: now,
    },
  });

  /** Whatever is done needs numbers that are numbers. */
  const withNumbers = async (work: (adjustment: Adjustment) => Promise<typeof said>): Promise<void> => {
    if (!read.ok) {
      setSaid({ tone: "bad", text: t(`calibration.${read.fault}`) });
      return;
    }
    setSaid({ tone: "calm", text: t("working") });
    setSaid(await work(read.value));
  };
  const printSheet = () =>
    withNumbers(async (adjustment) => {
      const answer = await ask("print.job", {
        sheet: sheetWith(adjustment),
        printer: printer === "" ? null : printer,
        title: t("calibration.jobTitle"),
        fileName: `${t("calibration.fileName")}.pdf`,
      });
      if (!answer.ok) return { tone: "bad", text: t("error.print-failed") };
      return { tone: answer.value.state === "failed" ? "bad" : "good", text: jobText(t, answer.value) };
    });
  const savePdf = () =>
    withNumbers(async (adjustment) => {
      const fileName = `${t("calibration.fileName")}.pdf`;
      const answer = await ask("print.pdf", { sheet: sheetWith(adjustment), fileName });
      if (answer.ok) return { tone: "good", text: t("saved", { path: answer.value.path }) };
      return { tone: "bad", text: t(`error.${answer.error.code}`, { defaultValue: t("error.layout-failed") }) };
    });
  const save = () =>
    withNumbers(async (adjustment) => {
      if (!(await keep(printer, adjustment))) return { tone: "bad", text: t("error.folder-unwritable") };
      return { tone: "good", text: t("calibration.kept", { printer: printerName ?? t("defaultPrinter") }) };
    });
  const workOut = () =>
    withNumbers(async (adjustment) => {
      setForms({ ...forms, [printer]: typed(corrected(adjustment, measured, paper)) });
      setMeasured(NOTHING_MEASURED);
      return null;
    });

  return (
    <Modal.Backdrop isOpen onOpenChange={(open) => open || onClose()}>
      <Modal.Container placement="center" size="cover" className="printing__container">
        <Modal.Dialog aria-label={t("calibration.title")} className="printing" data-testid="calibration-dialog">
          <Modal.CloseTrigger aria-label={t("close")} />
          <form
            className="printing__side"
            onSubmit={(event) => {
              event.preventDefault();
              void save();
            }}
          >
            <h2 className="printing__title">{t("calibration.title")}</h2>
            <div className="printing__pair">
              <Choice
                look={LOOK}
                label={t("printer")}
                testId="calibration-printer"
                value={printer}
                options={printerOptions(printers, t("defaultPrinter"))}
                onChange={(next) => {
                  choose(next);
                  setMeasured(NOTHING_MEASURED);
                  setSaid(null);
                }}
              />
              <Choice
                look={LOOK}
                label={t("paper")}
                testId="calibration-paper"
                value={paper}
                options={PAPERS.map((id) => ({ id, text: t(`papers.${id}`) }))}
                onChange={setPaper}
              />
            </div>
            <div className="printing__actions printing__pair">
              <button
                type="button"
                className="action"
                data-testid="calibration-print"
                onClick={() => void printSheet()}
              >
                {t("calibration.printSheet")}
              </button>
              <button type="button" className="action" data-testid="calibration-pdf" onClick={() => void savePdf()}>
                {t("savePdf")}
              </button>
            </div>
            <fieldset className="printing__measured">
              <legend className="printing__note">{t("calibration.how")}</legend>
              <NumberField
                label={t("calibration.ruler", { mm: where.ruler })}
                testId="measured-ruler"
                value={measured.ruler}
                onChange={(ruler) => setMeasured({ ...measured, ruler })}
              />
              <NumberField
                label={t("calibration.left", { mm: where.left })}
                testId="measured-left"
                value={measured.left}
                onChange={(left) => setMeasured({ ...measured, left })}
              />
              {where.top === null ? null : (
                <NumberField
                  label={t("calibration.top", { mm: where.top })}
                  testId="measured-top"
                  value={measured.top}
                  onChange={(top) => setMeasured({ ...measured, top })}
                />
              )}
              <button type="button" className="action" data-testid="calibration-work" onClick={() => void workOut()}>
                {t("calibration.work")}
              </button>
            </fieldset>
            <div className="printing__pair">
              {(["offsetX", "offsetY", "scale", "dpi"] as const).map((field) => (
                <NumberField
                  key={field}
                  label={t(`calibration.${field}`)}
                  testId={`calibration-${field}`}
                  value={form[field]}
                  onChange={(value) => type({ [field]: value })}
                />
              ))}
            </div>
            <p className="printing__note">{t("calibration.dpiHint")}</p>
            <button type="submit" className="action action--main" data-testid="calibration-save">
              {t("calibration.save")} <kbd>Enter</kbd>
            </button>
            <p className="printing__said" role="status" data-tone={said?.tone} data-testid="calibration-said">
              {said?.text}
            </p>
          </form>
          <Preview key={paper} sheet={sheetWith(read.ok ? read.value : kept)} label={t("calibration.preview")} />
        </Modal.Dialog>
      </Modal.Container>
    </Modal.Backdrop>
  );
}

interface NumberFieldProps {
  readonly label: string;
  readonly testId: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function NumberField({ label, testId, value, onChange }: NumberFieldProps): ReactElement {
  return (
    <label className="choose">
      <span className="choose__label">{label}</span>
      <input
        className="choose__list figures"
        inputMode="decimal"
        autoComplete="off"
        data-testid={testId}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}

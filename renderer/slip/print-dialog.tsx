// The slip before it is printed: what stands on it, on which paper, for whom; then print or save. Enter prints.

import { Modal } from "@heroui/react/modal";
import { type ReactElement, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { EpochDay } from "../../shared/dates/civil.ts";
import { isoDay } from "../../shared/dates/iso.ts";
import type { Failure } from "../../shared/ipc/channel.ts";
import type { ComingYear } from "../../shared/rules/coming.ts";
import type { RuleSetDescription, RuleSetSummary } from "../../shared/rules/description.ts";
import { jurisdictionOf, missingYears } from "../../shared/rules/missing-year.ts";
import { AUDIENCES, type Audience, RELATIONS, type Relation, type SlipLanguage } from "../../shared/slip/document.ts";
import { type Adjustment, NO_ADJUSTMENT, PAPERS, type Paper } from "../../shared/slip/paper.ts";
import type { PrintSheet } from "../../shared/slip/sheet.ts";
import { useCounter } from "../assess/counter-context.tsx";
import { Choice } from "../design/choice.tsx";
import { ask } from "../platform/ask.ts";
import { useShortcuts } from "../platform/shortcuts.ts";
import { CalibrationDialog } from "./calibration-dialog.tsx";
import { jobText } from "./job-text.ts";
import { PastYearChoice } from "./past-year-choice.tsx";
import { Preview } from "./preview.tsx";
import { createRecorder, type Stamped } from "./recorder.ts";
import { answered, lineCount, recordedPeople, sheetFor } from "./slip-order.ts";

import { printerOptions } from "./use-printers.ts";
import "../shell/dialog.css";
import "./print-dialog.css";

const LOOK = { whole: "choose", label: "choose__label", list: "choose__list" } as const;

const LANGUAGES = { zh: ["zh-CN"], en: ["en"], both: ["zh-CN", "en"] } as const satisfies Record<
  string,
  readonly [SlipLanguage, ...SlipLanguage[]]
>;
type LanguageChoice = keyof typeof LANGUAGES;

type Said = { readonly tone: "good" | "bad" | "calm"; readonly text: string } | null;

export function PrintDialog({ onClose }: { readonly onClose: () => void }): ReactElement | null {
  const { t } = useTranslation(["printing", "slip", "ledger"]);
  const rules = useCounter((state) => state.rules);
  const members = useCounter((state) => state.members);
  const acceptPastYear = useCounter((state) => state.acceptPastYear);
  const today = useCounter((state) => state.today);
  const ruleSets = useCounter((state) => state.ruleSets);
  const coming = useCounter((state) => state.coming);
  const answers = useCounter((state) => state.answers);
  const others = useCounter((state) => state.others);
  const [paper, setPaper] = useState<Paper>("A5");
  const [audience, setAudience] = useState<Audience>("resident");
  const [language, setLanguage] = useState<LanguageChoice>("zh");
  const [source, setSource] = useState<"cash" | Relation>("cash");
  const [printers, setPrinters] = useState<readonly { readonly name: string; readonly displayName: string }[]>([]);
  const [printer, setPrinter] = useState("");
  const [counterName, setCounterName] = useState("");
  const [adjustments, setAdjustments] = useState<Readonly<Record<string, Adjustment>>>({});
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<Said>(null);
  const saidLine = useRef<HTMLParagraphElement>(null);
  // In a low window it stands below the buttons' edge.
  useEffect(() => {
    if (said !== null) saidLine.current?.scrollIntoView({ block: "nearest" });
  }, [said]);
  const [calibrating, setCalibrating] = useState(false);
  const main = useRef<HTMLButtonElement>(null);
  // The time on the slip is that of its opening: it must not change between looking and printing.
  const [now] = useState(() => new Date());
  const [recorder] = useState(() => createRecorder(crypto.randomUUID()));

  const readSettings = (): void => {
    void ask("settings.get", undefined).then((answer) => {
      if (!answer.ok) return;
      const { settings } = answer.value;
      setPaper(settings.paper);
      setPrinter(settings.printer ?? "");
      setCounterName(settings.counterName);
      setAdjustments(settings.adjustments);
    });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once
  useEffect(() => {
    readSettings();
    void ask("print.printers", undefined).then((answer) => answer.ok && setPrinters(answer.value.printers));
  }, []);

  const sheet = useMemo(
    () =>
      rules === null
        ? null
        : sheetFor(
            { rules, members, answers, others, counterName, now, missing: missingNow(rules, today, ruleSets, coming) },
            {
              paper,
              adjustment: adjustments[printer] ?? NO_ADJUSTMENT,
              audience,
              languages: LANGUAGES[language],
              payment: source === "cash" ? { source } : { source: "relative-account", relation: source, holder: null },
            },
          ),
    [
      rules,
      members,
      answers,
      others,
      counterName,
      now,
      today,
      ruleSets,
      coming,
      paper,
      adjustments,
      printer,
      audience,
      language,
      source,
    ],
  );

  const past = rules !== null && isoDay(today) > rules.lastUsefulDay;
  /** Past rules and nobody has chosen them yet, or the answers that carry the choice are still on their way. */
  const undecided = past && sheet?.document.kind === "assessment" && sheet.document.pastYear === undefined;
  const chosen = past && members.every((member) => member.pastYear === rules?.coverageYear);
  // Enter prints; over a past year the key that names it has the focus first.
  useEffect(() => {
    if (!past || (chosen && !undecided)) main.current?.focus();
  }, [past, chosen, undecided]);

  const run = async (work: () => Promise<Said>): Promise<void> => {
    if (busy || sheet === null || undecided) return;
    setBusy(true);
    setSaid({ tone: "calm", text: t("working") });
    setSaid(await work());
    setBusy(false);
  };
  /** Records the slip, hands the numbered sheet on, and says under which number it is kept. */
  const recorded = (hand: (sheet: PrintSheet) => Promise<Said>) =>
    run(async () => {
      if (sheet === null || rules === null) return null;
      const stamped = await recorder.stamp(sheet, recordedPeople({ rules, members, answers, others }));
      if (!stamped.ok) return { tone: "bad", text: faultText(stamped.fault) };
      const answer = await hand(stamped.sheet);
      if (answer?.tone !== "good") return answer;
      recorder.handedOut();
      return { tone: stamped.number === null ? "bad" : "good", text: `${answer.text} ${recordText(stamped)}` };
    });
  const faultText = ({ code, params }: Failure): string =>
    [
      t(`ledger:fault.${code}.title`, { ...params, defaultValue: t("ledger:fault.internal.title") }),
      t(`ledger:fault.${code}.advice`, { ...params, defaultValue: t("ledger:fault.internal.advice") }),
      code === "clock-behind" ? t("clockAgain") : "",
    ].join(" ");
  const recordText = (stamped: Extract<Stamped, { ok: true }>): string => {
    if (stamped.number === null)
      return t("unrecorded", { why: t(`ledger:fault.${stamped.why.code}.title`, stamped.why.params) });
    const { number, copy } = stamped;
    return copy === null ? t("recorded", { number }) : t("recordedCopy", { number, copy });
  };
  const remember = () => void ask("settings.set", { paper, printer: printer === "" ? null : printer });
  const printAsking = () =>
    recorded(async (numbered) => {
      const answer = await ask("print.slip", { sheet: numbered, printer: null, dialog: true });
      if (!answer.ok) return failed(answer.error.code);
      remember();
      return { tone: "good", text: t("printed") };
    });
  /** At once; where no printer takes it the slip lies as PDF in the documents folder, and that counts as handed out. */
  const print = () =>
    recorded(async (numbered) => {
      const { document } = numbered;
      const number = document.kind === "assessment" ? document.number : null;
      const copy = document.kind === "assessment" ? document.copy : null;
      const title = number ?? t("fileName");
      const answer = await ask("print.job", {
        sheet: numbered,
        printer: printer === "" ? null : printer,
        title: copy === null ? title : t("ledger:slip.copyTitle", { number: title, count: copy }),
        fileName: `${number ?? `${t("fileName")}-${now.getTime()}`}${copy === null ? "" : `-${copy}`}.pdf`,
      });
      if (!answer.ok) return failed(answer.error.code);
      remember();
      return { tone: answer.value.state === "failed" ? "bad" : "good", text: jobText(t, answer.value) };
    });
  const save = () =>
    recorded(async (numbered) => {
      const answer = await ask("print.pdf", { sheet: numbered, fileName: `${t("fileName")}-${now.getTime()}.pdf` });
      return answer.ok ? { tone: "good", text: t("saved", { path: answer.value.path }) } : failed(answer.error.code);
    });
  const failed = (code: string): Said =>
    code === "cancelled"
      ? { tone: "calm", text: t("error.cancelled") }
      : { tone: "bad", text: t(`error.${code}`, t("error.print-failed")) };

  // Above the slip lies the calibration sheet: the keys then are not the slip's.
  useShortcuts(calibrating ? {} : { "Ctrl+P": () => void print(), "Ctrl+S": () => void save() });

  if (rules === null) return null;
  const served = { rules, members, answers, others };
  const left = lineCount(served) - answered(served).length;
  return (
    <Modal.Backdrop isOpen onOpenChange={(open) => open || onClose()}>
      <Modal.Container placement="center" size="cover" className="printing__container">
        <Modal.Dialog aria-label={t("title")} className="printing" data-testid="print-dialog">
          <Modal.CloseTrigger aria-label={t("close")} />
          <div className="printing__side">
            <h2 className="printing__title">{t("title")}</h2>
            <Choice
              look={LOOK}
              label={t("paper")}
              testId="paper"
              value={paper}
              options={PAPERS.map((id) => ({ id, text: t(`papers.${id}`) }))}
              onChange={setPaper}
            />
            <Choice
              look={LOOK}
              label={t("audience")}
              testId="audience"
              value={audience}
              options={AUDIENCES.map((id) => ({ id, text: t(`audiences.${id}`) }))}
              onChange={setAudience}
            />
            <Choice
              look={LOOK}
              label={t("language")}
              testId="slip-language"
              value={language}
              options={(["zh", "en", "both"] as const).map((id) => ({ id, text: t(`languages.${id}`) }))}
              onChange={setLanguage}
            />
            {rules.information.some(({ topic }) => topic === "family-account") ? (
              <Choice
                look={LOOK}
                label={t("source")}
                testId="payment-source"
                value={source}
                options={[
                  { id: "cash", text: t("cash") },
                  ...RELATIONS.map((id) => ({ id, text: t("account", { relation: t(`slip:relation.${id}`) }) })),
                ]}
                onChange={setSource}
              />
            ) : null}
            <Choice
              look={LOOK}
              label={t("printer")}
              testId="printer"
              value={printer}
              options={printerOptions(printers, t("defaultPrinter"))}
              onChange={setPrinter}
            />
            <button
              type="button"
              className="action"
              data-testid="calibrate"
              onClick={() => {
                remember();
                setCalibrating(true);
              }}
            >
              {t("calibrate")}
            </button>
            {past && !chosen && sheet !== null ? (
              <PastYearChoice
                year={rules.coverageYear}
                lastUsefulDay={rules.lastUsefulDay}
                onAccept={() => acceptPastYear(rules.coverageYear)}
              />
            ) : null}
            <div className="printing__actions">
              <button
                ref={main}
                type="button"
                className="action action--main"
                data-testid="print-now"
                aria-disabled={busy || sheet === null || undecided}
                onClick={() => void print()}
              >
                {t("print")} <kbd>Enter</kbd>
              </button>
              <button
                type="button"
                className="action"
                data-testid="print-ask"
                aria-disabled={busy || sheet === null || undecided}
                onClick={() => void printAsking()}
              >
                {t("printAsk")}
              </button>
              <button
                type="button"
                className="action"
                data-testid="save-pdf"
                aria-disabled={busy || sheet === null || undecided}
                onClick={() => void save()}
              >
                {t("savePdf")} <kbd>Ctrl+S</kbd>
              </button>
            </div>
            <p ref={saidLine} className="printing__said" role="status" data-tone={said?.tone} data-testid="print-said">
              {said?.text}
            </p>
            {left > 0 ? <p className="printing__note">{t("left", { count: left })}</p> : null}
            <p className="printing__note">{t("notVoucher")}</p>
          </div>
          {sheet === null ? (
            <p className="printing__nothing">{t("nothing")}</p>
          ) : (
            <Preview key={`${paper}`} sheet={sheet} label={t("preview")} />
          )}
          {calibrating ? (
            <CalibrationDialog
              onClose={() => {
                setCalibrating(false);
                readSettings();
              }}
            />
          ) : null}
        </Modal.Dialog>
      </Modal.Container>
    </Modal.Backdrop>
  );
}

/** Coverage years that somebody who pays today may mean and that no notice covers: the slip names them. */
function missingNow(
  rules: RuleSetDescription,
  today: EpochDay,
  ruleSets: readonly RuleSetSummary[],
  coming: readonly ComingYear[],
): readonly number[] {
  return missingYears(jurisdictionOf(rules.id), today, ruleSets, coming).map(({ coverageYear }) => coverageYear);
}

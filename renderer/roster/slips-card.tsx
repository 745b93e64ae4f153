// Slips for the rows of the list: which rows, on which paper, then how many there will be, and what came of it.

import { type ReactElement, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { MOST_SLIPS, partsOf, SLIPS_A_PART, type SlipSelection } from "../../shared/roster/slip-selection.ts";
import type { Summary } from "../../shared/roster/summary.ts";
import { AUDIENCES, type Audience, type SlipLanguage } from "../../shared/slip/document.ts";
import { PAPERS, type Paper } from "../../shared/slip/paper.ts";
import { Choice } from "../design/choice.tsx";
import { ask } from "../platform/ask.ts";
import { SlipsReport } from "./slips-report.tsx";
import { type SlipsActions, type SlipsPlan, useSlips } from "./use-slips.ts";

const LOOK = { whole: "roster__choice", label: "roster__note", list: "roster__select" } as const;

const LANGUAGES = { zh: ["zh-CN"], en: ["en"], both: ["zh-CN", "en"] } as const satisfies Record<
  string,
  readonly SlipLanguage[]
>;
type LanguageChoice = keyof typeof LANGUAGES;
type RowsChoice = SlipSelection["rows"];
type Printers = readonly { readonly name: string; readonly displayName: string }[];

/** Where the slips go: a file, the system's own printer, or one by name. */
const TO_PDF = "pdf";
const TO_DEFAULT = "default";
const TO_PRINTER = "printer ";

export function SlipsCard({ summary }: { readonly summary: Summary }): ReactElement {
  const { t } = useTranslation(["roster", "printing"]);
  const [{ stage, failure }, actions] = useSlips();
  const [rows, setRows] = useState<RowsChoice>("all");
  const [township, setTownship] = useState(summary.townships[0]?.name ?? "");
  const [from, setFrom] = useState("2");
  const [to, setTo] = useState("");
  const [paper, setPaper] = useState<Paper>("A5");
  const [audience, setAudience] = useState<Audience>("resident");
  const [language, setLanguage] = useState<LanguageChoice>("zh");
  const [destination, setDestination] = useState<string>(TO_PDF);
  const [printers, setPrinters] = useState<Printers>([]);

  useEffect(() => {
    void ask("settings.get", undefined).then((answer) => answer.ok && setPaper(answer.value.settings.paper));
    void ask("print.printers", undefined).then((answer) => answer.ok && setPrinters(answer.value.printers));
  }, []);

  const selection = selectionOf(rows, township, from, to);
  const count = (): void => {
    if (selection === null) return;
    actions.count(selection, {
      paper,
      audience,
      languages: [...LANGUAGES[language]],
      to:
        destination === TO_PDF
          ? { kind: "pdf" }
          : { kind: "printer", printer: destination === TO_DEFAULT ? null : destination.slice(TO_PRINTER.length) },
    });
  };

  return (
    <div className="card roster__card" data-testid="roster-slips">
      <h2 className="card__title">{t("slips.title")}</h2>
      <p className="roster__note">{t("slips.hint", { part: SLIPS_A_PART, limit: MOST_SLIPS })}</p>
      {stage.at === "choosing" ? (
        <form
          className="roster__stack"
          onSubmit={(event) => {
            event.preventDefault();
            count();
          }}
        >
          <div className="roster__choices">
            <Choice
              look={LOOK}
              label={t("slips.rows")}
              testId="slips-rows"
              value={rows}
              options={(["all", "for-person", "township", "range"] as const).map((id) => ({
                id,
                text: t(`slips.choose.${id}`),
              }))}
              onChange={setRows}
            />
            {rows === "township" ? (
              <Choice
                look={LOOK}
                label={t("slips.township")}
                testId="slips-township"
                value={township}
                options={summary.townships.map(({ name, rows: size }) => ({
                  id: name,
                  text: t("slips.of-township", { name: name === "" ? t("summary.no-township") : name, rows: size }),
                }))}
                onChange={setTownship}
              />
            ) : null}
            {rows === "range" ? (
              <>
                <RowNumber label={t("slips.from")} testId="slips-from" value={from} onChange={setFrom} />
                <RowNumber label={t("slips.to")} testId="slips-to" value={to} onChange={setTo} />
              </>
            ) : null}
            <Choice
              look={LOOK}
              label={t("printing:paper")}
              testId="slips-paper"
              value={paper}
              options={PAPERS.map((id) => ({ id, text: t(`printing:papers.${id}`) }))}
              onChange={setPaper}
            />
            <Choice
              look={LOOK}
              label={t("printing:audience")}
              testId="slips-audience"
              value={audience}
              options={AUDIENCES.map((id) => ({ id, text: t(`printing:audiences.${id}`) }))}
              onChange={setAudience}
            />
            <Choice
              look={LOOK}
              label={t("printing:language")}
              testId="slips-language"
              value={language}
              options={(["zh", "en", "both"] as const).map((id) => ({ id, text: t(`printing:languages.${id}`) }))}
              onChange={setLanguage}
            />
            <Choice
              look={LOOK}
              label={t("slips.destination")}
              testId="slips-destination"
              value={destination}
              options={[
                { id: TO_PDF, text: "PDF" },
                { id: TO_DEFAULT, text: t("printing:defaultPrinter") },
                ...printers.map(({ name, displayName }) => ({ id: `${TO_PRINTER}${name}`, text: displayName })),
              ]}
              onChange={setDestination}
            />
          </div>
          <div className="roster__buttons">
            <button type="submit" className="roster__button" disabled={selection === null} data-testid="slips-count">
              {t("slips.count")}
            </button>
            {rows === "range" && selection === null ? (
              <span className="roster__problem">{t("slips.range-needed")}</span>
            ) : null}
          </div>
          {failure === null ? null : (
            <p className="roster__fault" role="alert">
              {t(`fault.${failure.code === "fault" ? String(failure.params["fault"]) : failure.code}`, {
                ...failure.params,
                defaultValue: t("fault.internal"),
              })}
            </p>
          )}
          {stage.result === null ? null : <SlipsReport result={stage.result} />}
        </form>
      ) : null}
      {stage.at === "counting" ? (
        <div className="roster__buttons">
          <span role="status">{t("slips.counting")}</span>
          <button type="button" className="roster__button" onClick={actions.stop}>
            {t("running.cancel")}
          </button>
        </div>
      ) : null}
      {stage.at === "confirming" ? <Confirm plan={stage.plan} actions={actions} /> : null}
      {stage.at === "running" ? (
        <>
          <progress className="roster__progress" aria-label={t("running.label")} max={1} value={stage.share} />
          <div className="roster__buttons">
            <span className="figures" data-testid="slips-progress">
              {stage.slips === 0 ? t("slips.reading") : t("slips.progress", { slips: stage.slips, of: stage.of })}
            </span>
            <button type="button" className="roster__button" data-testid="slips-stop" onClick={actions.stop}>
              {t("running.cancel")}
            </button>
          </div>
        </>
      ) : null}
    </div>
  );
}

/** Says what is about to happen: numbers are given and stay given, so nobody should meet that by surprise. */
function Confirm({ plan, actions }: { readonly plan: SlipsPlan; readonly actions: SlipsActions }): ReactElement {
  const { t } = useTranslation(["roster", "ledger", "printing"]);
  const { slips, leftOut, unrecorded, order, pastYear } = plan;
  const possible = slips > 0 && slips <= MOST_SLIPS;
  const parts = partsOf(slips);
  return (
    <form
      className="roster__stack"
      data-testid="slips-confirm"
      onSubmit={(event) => {
        event.preventDefault();
        if (possible) actions.start(plan);
      }}
    >
      <p className="roster__count">
        {slips === 0
          ? t("slips.none")
          : order.to.kind === "pdf"
            ? t("slips.planned-pdf", { slips, parts })
            : t("slips.planned-printer", { slips })}
      </p>
      {leftOut === 0 ? null : <p>{t("slips.planned-left-out", { leftOut })}</p>}
      {slips > MOST_SLIPS ? (
        <p className="roster__fault" role="alert">
          {t("slips.too-many", { slips, limit: MOST_SLIPS })}
        </p>
      ) : null}
      {possible ? (
        unrecorded === null ? (
          <p className="roster__note">{t("slips.recorded")}</p>
        ) : (
          <p className="roster__fault" role="alert">
            {t("slips.unrecorded", {
              why: t(`ledger:fault.${unrecorded.code}.title`, {
                ...unrecorded.params,
                defaultValue: t("ledger:fault.internal.title"),
              }),
            })}
          </p>
        )
      ) : null}
      {possible && pastYear !== null ? (
        <p className="roster__fault" role="alert" data-testid="slips-past-year">
          {t("printing:pastYear.text", pastYear)}
        </p>
      ) : null}
      <div className="roster__buttons">
        {possible ? (
          <button type="submit" className="roster__button" data-primary data-testid="slips-start" ref={focused}>
            {pastYear === null ? "" : `${t("printing:pastYear.accept", { year: pastYear.year })}${t("slips.then")}`}
            {order.to.kind === "pdf" ? t("slips.start-pdf") : t("slips.start-printer")}
          </button>
        ) : null}
        <button type="button" className="roster__button" data-testid="slips-back" onClick={actions.back}>
          {t("slips.back")}
        </button>
      </div>
    </form>
  );
}

/** Enter goes on: the button takes the focus that the one before it had. */
function focused(button: HTMLButtonElement | null): void {
  button?.focus();
}

function selectionOf(rows: RowsChoice, township: string, from: string, to: string): SlipSelection | null {
  switch (rows) {
    case "all":
    case "for-person":
      return { rows };
    case "township":
      return { rows, township };
    case "range": {
      const [first, last] = [wholeNumber(from), wholeNumber(to)];
      return first === null || last === null || last < first ? null : { rows, from: first, to: last };
    }
  }
}

function wholeNumber(text: string): number | null {
  return /^[1-9]\d{0,7}$/.test(text.trim()) ? Number(text.trim()) : null;
}

interface RowNumberProps {
  readonly label: string;
  readonly testId: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function RowNumber({ label, testId, value, onChange }: RowNumberProps): ReactElement {
  return (
    <label className="roster__choice">
      <span className="roster__note">{label}</span>
      <input
        className="roster__select roster__row-number figures"
        inputMode="numeric"
        data-testid={testId}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}

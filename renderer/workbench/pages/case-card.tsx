// One worked case: the resident, what the author expects, and beside it what the engine answers, with its reasons.
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { isoDay } from "../../../shared/dates/iso.ts";
import { parseTypedDate } from "../../../shared/dates/typed.ts";
import type { CaseOutcomeShown } from "../../../shared/ipc/channels/workbench.ts";
import type { DraftCaseData } from "../../../shared/workbench/draft.ts";
import {
  answeredText,
  EXPECTATIONS,
  type Expectation,
  expectedText,
  NONE,
  withExpected,
} from "../../../shared/workbench/expectations.ts";
import { useSentence } from "../../assess/answer/sentence.ts";
import { Days } from "../../design/days.tsx";
import { setCases } from "../bench-store.ts";
import { type Edit, Resident } from "./case-resident.tsx";

interface Props {
  readonly entry: DraftCaseData;
  readonly number: number;
  readonly outcome: CaseOutcomeShown | undefined;
}

export function CaseCard({ entry, number, outcome }: Props): ReactElement {
  const { t } = useTranslation(["workbench", "domain"]);
  const sentence = useSentence();
  const id = `wb-cases-${entry.id}`;
  const edit = (make: (before: DraftCaseData) => DraftCaseData, field: string) =>
    setCases((cases) => cases.map((other) => (other.id === entry.id ? make(other) : other)), `${id}-${field}`);
  const result = outcome?.result ?? null;
  const typed = EXPECTATIONS.filter((part) => expectedText(entry.expect, part) !== "");
  const state =
    outcome?.refusal !== null && outcome?.refusal !== undefined
      ? "refused"
      : result === null
        ? "waiting"
        : Object.keys(entry.expect).length === 0
          ? "empty"
          : outcome?.differences.length === 0
            ? "passes"
            : "differs";
  return (
    <article
      className="card wb-card"
      data-testid={entry.id}
      data-state={state}
      aria-label={t("case.number", { number })}
    >
      <header className="wb-card__head">
        <h2 className="wb-card__name">{t("case.number", { number })}</h2>
        <span className="wb-state" data-state={state} role="status">
          {t(`case.state.${state}`)}
        </span>
        <span className="wb-card__acts">
          <button
            type="button"
            className="wb-small"
            onClick={() => setCases((cases) => cases.filter((other) => other.id !== entry.id))}
          >
            {t("delete")}
          </button>
        </span>
      </header>
      <div className="wb-card__body" data-cited>
        <Resident entry={entry} id={id} edit={edit} refusal={outcome?.refusal ?? null} />
        <div>
          <table className="wb-expect">
            <caption className="seen-by-readers-only">{t("case.expected")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("case.part")}</th>
                <th scope="col">{t("case.expected")}</th>
                <th scope="col">{t("case.answered")}</th>
              </tr>
            </thead>
            <tbody>
              {EXPECTATIONS.map((part) => (
                <ExpectationRow
                  key={part}
                  id={`${id}-${part}`}
                  part={part}
                  entry={entry}
                  outcome={outcome}
                  edit={edit}
                />
              ))}
            </tbody>
          </table>
          <OtherExpectations entry={entry} shown={typed} edit={edit} />
        </div>
      </div>
      {result === null ? null : (
        <details className="wb-trace">
          <summary>{t("case.trace")}</summary>
          <ol>
            {result.trace.map((step, at) => (
              // The trace is made anew with every answer: a step's place is what it is.
              <li key={`${step.step}-${String(at)}`}>
                {sentence(step)}{" "}
                {step.clause === null ? null : (
                  <span className="wb-note">
                    {step.clause.document} {step.clause.article}
                  </span>
                )}
              </li>
            ))}
          </ol>
        </details>
      )}
    </article>
  );
}

function ExpectationRow({
  id,
  part,
  entry,
  outcome,
  edit,
}: {
  readonly id: string;
  readonly part: Expectation;
  readonly entry: DraftCaseData;
  readonly outcome: CaseOutcomeShown | undefined;
  readonly edit: Edit;
}): ReactElement {
  const { t } = useTranslation("workbench");
  const say = useCodeWords();
  const value = expectedText(entry.expect, part);
  const result = outcome?.result ?? null;
  const answered = result === null ? "" : answeredText(result, part);
  const same = value !== "" && answered === value;
  return (
    <tr data-same={value === "" ? undefined : same}>
      <th scope="row">
        <label htmlFor={id}>{t(`case.parts.${part}`)}</label>
      </th>
      <td>
        <ExpectedInput
          id={id}
          part={part}
          value={value}
          onChange={(typed) =>
            edit((before) => ({ ...before, expect: { ...withExpected(before.expect, part, typed) } }), part)
          }
        />
      </td>
      <td id={`${id}-answered`} className="figures">
        <Days>{answered === NONE ? t("case.none") : say(part, answered) || answered}</Days>
        {value === "" || answered === "" ? null : (
          <span className="wb-mark">
            {same ? "✓" : "×"} <span className="seen-by-readers-only">{t(same ? "case.same" : "case.differs")}</span>
          </span>
        )}
      </td>
    </tr>
  );
}

interface ExpectedProps {
  readonly id: string;
  readonly part: Expectation;
  readonly value: string;
  readonly onChange: (typed: string) => void;
}

/** Amounts and days are typed; what has a fixed set of answers is chosen from it. */
function ExpectedInput({ id, part, value, onChange }: ExpectedProps): ReactElement {
  const { t, i18n } = useTranslation(["workbench", "domain"]);
  const kind = KINDS[part];
  if (kind !== undefined) {
    const names = i18n.getResource(i18n.language === "en" ? "en" : "zh-CN", "domain", kind) as Readonly<
      Record<string, string>
    >;
    const codes = Object.entries(names).filter(([code]) => code !== "none" || kind === "kind");
    return (
      <select
        id={id}
        className="wb-input"
        data-step
        value={value}
        aria-describedby={`${id}-answered`}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">{t("choice.empty")}</option>
        {part === "kind" || part === "window" ? null : <option value={NONE}>{t("case.none")}</option>}
        {codes.map(([code, text]) => (
          <option key={code} value={code}>
            {text}
          </option>
        ))}
      </select>
    );
  }
  return (
    <input
      id={id}
      className="wb-input figures"
      data-step
      autoComplete="off"
      spellCheck={false}
      value={value}
      aria-describedby={`${id}-answered`}
      onChange={(event) => onChange(event.target.value)}
      onBlur={() => inForm(part, value) !== value && onChange(inForm(part, value))}
    />
  );
}

const KINDS: Readonly<Partial<Record<Expectation, string>>> = {
  category: "category",
  window: "window",
  exemption: "group",
  kind: "kind",
  reason: "reason",
};

/** Amounts and days are put into their form when the field is left. */
function inForm(part: Expectation, typed: string): string {
  const text = typed.normalize("NFKC").trim();
  if (part === "payable" || part === "aid" || part === "central") return /^\d{1,6}$/.test(text) ? `${text}.00` : text;
  if (part !== "start" && part !== "waitTo") return text;
  const day = parseTypedDate(text);
  return day.ok ? isoDay(day.day) : text;
}

function useCodeWords(): (part: Expectation, code: string) => string {
  const { t, i18n } = useTranslation("domain");
  return (part, code) => {
    const key = `${KINDS[part]}.${code}`;
    return KINDS[part] !== undefined && i18n.exists(`domain:${key}`) ? t(key) : "";
  };
}

/** Whatever a file expects beyond the rows above: shown, kept, and changed in the file. */
function OtherExpectations({
  entry,
  shown,
  edit,
}: {
  readonly entry: DraftCaseData;
  readonly shown: readonly Expectation[];
  readonly edit: Edit;
}): ReactElement | null {
  const { t } = useTranslation("workbench");
  let rest: Readonly<Record<string, unknown>> = entry.expect;
  for (const part of shown) rest = withExpected(rest, part, "");
  if (Object.keys(rest).length === 0) return null;
  return (
    <details className="wb-trace">
      <summary>{t("case.more")}</summary>
      <pre className="wb-pre">{JSON.stringify(rest, null, 1)}</pre>
      <button
        type="button"
        className="wb-small"
        onClick={() =>
          edit((before) => {
            let kept: Readonly<Record<string, unknown>> = {};
            for (const part of shown) kept = withExpected(kept, part, expectedText(before.expect, part));
            return { ...before, expect: { ...kept } };
          }, "more")
        }
      >
        {t("case.dropMore")}
      </button>
    </details>
  );
}

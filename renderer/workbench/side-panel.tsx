// Beside the forms: what is wrong, with a way to each place, and what differs from last year, in words.
import { type ReactElement, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { differenceSections, oneLine } from "../../shared/rules/difference-words.ts";
import { type Fault, pathText } from "../../shared/rules/fault.ts";
import { sectionOf } from "../../shared/rules/points.ts";
import { pathOf } from "../../shared/workbench/tree.ts";
import { Days } from "../design/days.tsx";
import { useFaultWords, useRuleWords } from "../i18n/rule-words.ts";
import { show } from "./bench-store.ts";
import { pointsOfDraft, useBench, useDraft } from "./use-bench.ts";

const TABS = ["faults", "differences"] as const;

export function SidePanel(): ReactElement {
  const { t } = useTranslation("workbench");
  const [tab, setTab] = useState<(typeof TABS)[number]>("faults");
  const faults = useBench((state) => state.checked?.faults);
  const differences = useBench((state) => state.checked?.differences);
  const counts = {
    faults: faults?.length ?? 0,
    differences: differences?.filter(({ kind }) => kind !== "cite").length ?? 0,
  };
  return (
    <aside className="wb-side card" aria-label={t("beside")}>
      <div className="wb-tabs" role="tablist">
        {TABS.map((id) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`wb-tab-${id}`}
            aria-selected={tab === id}
            aria-controls="wb-tab-panel"
            className="wb-tab"
            data-testid={`tab-${id}`}
            onClick={() => setTab(id)}
          >
            {t(`tab.${id}`)} <span className="figures wb-count">{counts[id]}</span>
          </button>
        ))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard */}
      <div className="wb-side__page" id="wb-tab-panel" role="tabpanel" aria-labelledby={`wb-tab-${tab}`} tabIndex={0}>
        {tab === "faults" ? <Faults faults={faults} /> : <Differences />}
      </div>
    </aside>
  );
}

function Faults({ faults }: { readonly faults: readonly Fault[] | undefined }): ReactElement {
  const { t } = useTranslation(["workbench", "rule-words"]);
  const words = useRuleWords();
  const say = useFaultWords();
  const draft = useDraft();
  /** The part that holds the place, by its own name, and the field in it. */
  const whereOf = (fault: Fault): string => {
    const holders = pointsOfDraft(draft)
      .filter(
        ({ file, point }) =>
          file === fault.file && point.path.length > 0 && fault.path.startsWith(pathText(point.path)),
      )
      .sort((one, other) => other.point.path.length - one.point.path.length);
    const [holder] = holders;
    const path = pathOf(fault.path);
    const inside = path.slice(holder?.point.path.length ?? 0).filter((step) => typeof step === "string");
    const subject =
      holder === undefined
        ? t(`rule-words:section.${sectionOf(path[0] ?? "id")}`)
        : words.subject(holder.point.names, holder.point.leaves);
    return inside.length === 0 ? subject : `${subject} · ${words.field(inside.slice(-2))}`;
  };
  if (faults === undefined) return <p className="wb-note">{t("checking")}</p>;
  if (faults.length === 0)
    return (
      <p className="wb-good" data-testid="no-faults">
        {t("noFaults")}
      </p>
    );
  return (
    <ul className="wb-faults" data-testid="fault-list">
      {faults.map((fault) => {
        const path = pathOf(fault.path);
        const page = fault.file === "cases" ? "cases" : sectionOf(path[0] ?? "id");
        return (
          <li key={`${fault.file}:${fault.path}:${fault.message}`}>
            <button type="button" className="wb-jump" onClick={() => show(page, fault.file, pathText(path))}>
              <span className="wb-jump__where">
                {page === "cases" ? t("case.number", { number: Number(path[1] ?? 0) + 1 }) : whereOf(fault)}
              </span>
              <Days>{say(fault.message)}</Days>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function Differences(): ReactElement {
  const { t } = useTranslation("workbench");
  const words = useRuleWords();
  const draft = useDraft();
  const differences = useBench((state) => state.checked?.differences);
  const sections = useMemo(
    () =>
      differenceSections(
        (differences ?? []).filter(({ kind }) => kind !== "cite"),
        words,
      ),
    [differences, words],
  );
  if (differences === undefined || differences === null) return <p className="wb-note">{t("nothingToCompare")}</p>;
  const cites = differences.filter(({ kind }) => kind === "cite").length;
  return (
    <div data-testid="differences">
      <p className="wb-note">{t("comparedWith", { base: draft.base ?? "" })}</p>
      {sections.map(({ section, title, lines }) => (
        <section key={section}>
          <h2 className="wb-list__name">{title}</h2>
          <ul className="wb-lines">
            {lines.map((line) => (
              <li key={line.key} data-kind={line.kind}>
                <Days>{oneLine(line, words)}</Days>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {cites === 0 ? null : <p className="wb-note">{t("citedAnew", { count: cites })}</p>}
    </div>
  );
}

// The same resident under two or three rule sets side by side: for people who move, and for the year before or after.
import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCounter } from "../assess/counter-context.tsx";
import { MemberTabs } from "../assess/member-tabs.tsx";
import { openScreen } from "../platform/open-screen.ts";
import { useShortcuts } from "../platform/shortcuts.ts";
import { ComparisonTable } from "./comparison-table.tsx";
import { RuleSetChoice } from "./rule-set-choice.tsx";
import { typedCase } from "./typed-case.ts";
import { type StandIns, useComparison } from "./use-comparison.ts";
import "./compare.css";

/** Beside the rule set in force. */
const MOST_OTHERS = 2;

export function CompareScreen() {
  const { t } = useTranslation("compare");
  const rules = useCounter((state) => state.rules);
  const ruleSets = useCounter((state) => state.ruleSets);
  const draft = useCounter((state) => state.members.find((member) => member.key === state.active));
  const asked = useCounter((state) => state.answers[state.active]?.asked);
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const [standIns, setStandIns] = useState<StandIns>({});
  const region = useRef<HTMLDivElement>(null);

  const inForce = rules?.id;
  const year = rules?.coverageYear;
  const ids = useMemo(() => {
    if (inForce === undefined) return [];
    const others = ruleSets.filter(({ id }) => id !== inForce);
    // Who moves stays in the year of the payment: another year answers that day with nothing.
    const ofTheYear = others.filter((entry) => entry.coverageYear === year);
    const first = [...ofTheYear, ...others.filter((entry) => entry.coverageYear !== year)];
    const wanted = chosen === null ? first : others.filter(({ id }) => chosen.includes(id));
    return [inForce, ...wanted.slice(0, MOST_OTHERS).map(({ id }) => id)];
  }, [ruleSets, inForce, year, chosen]);
  const typed = useMemo(
    () =>
      rules === null || draft === undefined || asked === undefined ? null : typedCase(draft, asked, rules.coverageYear),
    [draft, asked, rules],
  );
  const columns = useComparison(typed, rules, ids, standIns);

  // A stand-in is chosen for one person; the next resident starts without.
  const person = draft?.key;
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the resident changes
  useEffect(() => setStandIns({}), [person]);

  const toggle = (id: string) => {
    if (id === inForce) return;
    const others = ids.slice(1);
    if (others.includes(id)) setChosen(others.filter((other) => other !== id));
    // One more than fits takes the place of the last.
    else setChosen([...others.slice(0, MOST_OTHERS - 1), id]);
  };
  useShortcuts(Object.fromEntries(ruleSets.slice(0, 9).map(({ id }, index) => [String(index + 1), () => toggle(id)])));

  // Opened by a key, the screen is read by keys: the arrow keys scroll it at once.
  useEffect(() => region.current?.focus(), []);

  return (
    <section
      className="compare"
      data-testid="compare-screen"
      ref={region}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
      tabIndex={0}
      aria-label={t("title")}
    >
      <header className="compare__head">
        <h1 className="compare__title">{t("title")}</h1>
        <MemberTabs />
        <RuleSetChoice ruleSets={ruleSets} ids={ids} most={MOST_OTHERS} onToggle={toggle} />
      </header>
      {typed === null ? (
        <section className="card compare__empty" data-testid="compare-empty">
          <h2 className="empty__title">{t("empty.title")}</h2>
          <p>{t("empty.text")}</p>
          <p>
            <button type="button" className="action action--main" onClick={() => openScreen("assess")}>
              {t("empty.go")} <kbd>Alt+1</kbd>
            </button>
          </p>
        </section>
      ) : ids.length < 2 ? (
        <section className="card compare__empty" data-testid="compare-alone">
          <h2 className="empty__title">{t(ruleSets.length < 2 ? "alone.none" : "alone.choose")}</h2>
        </section>
      ) : (
        <>
          <ComparisonTable
            columns={columns}
            typed={typed}
            onStandIn={(ruleSet, unknown, known) =>
              setStandIns((before) => ({ ...before, [ruleSet]: withStandIn(before[ruleSet] ?? {}, unknown, known) }))
            }
          />
          <p className="compare__word">{t("word")}</p>
        </>
      )}
    </section>
  );
}

function withStandIn(before: Readonly<Record<string, string>>, unknown: string, known: string | null) {
  const others = Object.entries(before).filter(([id]) => id !== unknown);
  return Object.fromEntries(known === null ? others : [...others, [unknown, known]]);
}

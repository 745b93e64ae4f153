// Finds slips while the clerk types, masked; the chosen one stands beside the list.
import { type ReactElement, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { FoundEntry } from "../../shared/ledger/search.ts";
import { readSearchText } from "../../shared/ledger/search-text.ts";
import { useCounter } from "../assess/counter-context.tsx";
import { countiesOf, useNames } from "../assess/names.ts";
import { ask } from "../platform/ask.ts";
import { PrintQueue } from "../slip/print-queue.tsx";
import { DayField } from "./day-field.tsx";
import { ActFault } from "./fault-note.tsx";
import { ResultTable } from "./result-table.tsx";
import { SlipPanel } from "./slip-panel.tsx";
import { useAct } from "./use-act.ts";

/** While somebody types, only the last of several keystrokes within this time asks. */
const PAUSE_MS = 60;

interface Found {
  readonly entries: readonly FoundEntry[];
  readonly count: number;
  readonly countedTo: number;
  readonly next: number | null;
  readonly ms: number;
}

export function SearchTab({ today }: { readonly today: string }): ReactElement {
  const { t } = useTranslation("ledger");
  const name = useNames();
  const rules = useCounter((state) => state.rules);
  const county = useCounter((state) => state.members[0]?.county ?? null);
  const townships = rules === null ? [] : (countiesOf(rules).find(({ code }) => code === county)?.townships ?? []);
  const act = useAct();
  const [text, setText] = useState("");
  const [from, setFrom] = useState("");
  const [through, setThrough] = useState("");
  const [township, setTownship] = useState("");
  const [standing, setStanding] = useState<"" | "valid" | "voided">("");
  const [found, setFound] = useState<Found | null>(null);
  const [chosen, setChosen] = useState<FoundEntry | null>(null);
  const [changed, setChanged] = useState(0);
  const asked = useRef(0);
  const id = useId();

  const query = {
    ...(from === "" ? {} : { from }),
    ...(through === "" ? {} : { through }),
    ...readSearchText(text),
    ...(township === "" ? {} : { township }),
    ...(standing === "" ? {} : { standing }),
  };
  const key = JSON.stringify(query);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` is the query
  useEffect(() => {
    asked.current += 1;
    const turn = asked.current;
    const timer = setTimeout(() => {
      const start = performance.now();
      void act.run(
        () => ask("ledger.search", query),
        (page) => {
          if (turn === asked.current) setFound({ ...page, ms: Math.round(performance.now() - start) });
        },
      );
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [key, changed]);

  const more = () => {
    if (found === null || found.next === null || act.busy) return;
    const turn = asked.current;
    void act.run(
      () => ask("ledger.search", { ...query, after: found.next ?? 1 }),
      (page) => {
        if (turn !== asked.current) return;
        setFound({ ...found, entries: [...found.entries, ...page.entries], next: page.next });
      },
    );
  };

  return (
    <div className="ledger-search">
      <section className="card ledger-search__list">
        <search className="ledger-form">
          <label className="ledger-form__wide" htmlFor={`${id}-text`}>
            <span>{t("search.field")}</span>
            <input
              id={`${id}-text`}
              type="search"
              className="ledger-input"
              data-testid="ledger-search"
              // biome-ignore lint/a11y/noAutofocus: what the screen is opened for
              autoFocus
              placeholder={t("search.hint")}
              value={text}
              onChange={(event) => setText(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === "Enter" || event.key === "ArrowDown")
                  document.getElementById("ledger-results")?.focus();
              }}
            />
          </label>
          <DayField label={t("search.from")} latest={today} testId="search-from" onDay={setFrom} />
          <DayField label={t("search.through")} latest={today} testId="search-through" onDay={setThrough} />
          {townships.length === 0 ? null : (
            <label htmlFor={`${id}-township`}>
              <span>{t("search.township")}</span>
              <select
                id={`${id}-township`}
                className="ledger-input"
                value={township}
                onChange={(event) => setTownship(event.target.value)}
              >
                <option value="">{t("search.all")}</option>
                {townships.map((entry) => (
                  <option key={entry.no} value={entry.name.zh}>
                    {name(entry.name)}
                  </option>
                ))}
              </select>
            </label>
          )}
          <label htmlFor={`${id}-standing`}>
            <span>{t("search.standing.label")}</span>
            <select
              id={`${id}-standing`}
              className="ledger-input"
              value={standing}
              onChange={(event) =>
                setStanding(event.target.value === "valid" || event.target.value === "voided" ? event.target.value : "")
              }
            >
              <option value="">{t("search.all")}</option>
              <option value="valid">{t("search.standing.valid")}</option>
              <option value="voided">{t("search.standing.voided")}</option>
            </select>
          </label>
        </search>
        <ActFault act={act} />
        {found === null ? null : (
          <>
            <p className="ledger-note" role="status" data-testid="ledger-count">
              {found.entries.length === 0
                ? t(key === "{}" ? "search.empty" : "search.none")
                : `${found.count < found.countedTo ? t("search.found", { count: found.count }) : t("search.foundMore", { count: found.countedTo })} · ${t("search.took", { ms: found.ms })} · ${t("paper.yuan")}`}
            </p>
            {found.entries.length === 0 ? null : (
              <ResultTable entries={found.entries} chosen={chosen} onChoose={setChosen} onEnd={more} />
            )}
          </>
        )}
      </section>
      <section className="card ledger-search__slip" aria-label={t("slip.region")}>
        {chosen === null ? (
          <p className="ledger-note">{t("slip.pick")}</p>
        ) : (
          <SlipPanel key={chosen.number} number={chosen.number} onChanged={() => setChanged((before) => before + 1)} />
        )}
        <PrintQueue />
      </section>
    </div>
  );
}

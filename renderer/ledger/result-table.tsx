// The found slips as rows, of which only those in sight exist; arrows move, what is chosen is shown beside.
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type ReactElement, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { toYuan } from "../../shared/ledger/fen.ts";
import type { FoundEntry } from "../../shared/ledger/search.ts";
import { Money } from "../design/money.tsx";
import { useTownshipName } from "./township-name.ts";

interface ResultTableProps {
  readonly entries: readonly FoundEntry[];
  readonly chosen: FoundEntry | null;
  onChoose(entry: FoundEntry): void;
  /** The last rows come into sight. */
  onEnd(): void;
}

const COLUMNS = ["number", "day", "name", "idNumber", "township", "category", "payable"] as const;
const ROW_HEIGHT = 36;
const PAGE = 12;

export function ResultTable({ entries, chosen, onChoose, onEnd }: ResultTableProps): ReactElement {
  const { t } = useTranslation(["ledger", "domain"]);
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
  });
  const items = rows.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;

  // biome-ignore lint/correctness/useExhaustiveDependencies: asks once for every length of the list
  useEffect(() => {
    if (last >= entries.length - PAGE) onEnd();
  }, [last, entries.length]);

  const at = chosen === null ? -1 : entries.findIndex((entry) => entry.id === chosen.id);
  const onKeyDown = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: PAGE,
      PageUp: -PAGE,
      Home: -entries.length,
      End: entries.length,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(entries.length - 1, at < 0 ? 0 : at + step));
    const entry = entries[next];
    if (entry === undefined) return;
    onChoose(entry);
    rows.scrollToIndex(next);
  };
  const townshipName = useTownshipName();
  const cell = (entry: FoundEntry, column: (typeof COLUMNS)[number]): string | ReactElement => {
    if (column === "payable") {
      return entry.payable === null ? t("search.notKnown") : <Money amount={toYuan(entry.payable)} />;
    }
    if (column === "category") return entry.category === null ? "" : t(`domain:category.${entry.category}`);
    if (column === "name") return entry.name ?? t("search.erased");
    // What tells people apart is the tail: a long row of dots would push it out of sight.
    if (column === "idNumber") return entry.idNumber?.replace(/\*+/, "****") ?? "";
    if (column === "township") return entry.township === null ? "" : townshipName(entry.township);
    return entry[column] ?? "";
  };

  return (
    <div className="results">
      <div className="results__head" aria-hidden="true">
        {COLUMNS.map((column) => (
          <span key={column} data-column={column}>
            {t(column === "township" ? "search.township" : `search.${column}`)}
          </span>
        ))}
      </div>
      <div
        ref={scroller}
        id="ledger-results"
        data-testid="ledger-results"
        role="listbox"
        aria-label={t("tabs.search")}
        aria-activedescendant={chosen === null ? undefined : `ledger-row-${chosen.id}`}
        tabIndex={0}
        className="results__rows"
        onKeyDown={onKeyDown}
        onFocus={() => {
          const [first] = entries;
          if (at < 0 && first !== undefined) onChoose(first);
        }}
      >
        <div className="results__space" style={{ height: rows.getTotalSize() }}>
          {items.map((item) => {
            const entry = entries[item.index];
            if (entry === undefined) return null;
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys for all its rows
              // biome-ignore lint/a11y/useFocusableInteractive: the list holds the focus and names the active row
              <div
                key={entry.id}
                id={`ledger-row-${entry.id}`}
                role="option"
                aria-selected={entry.id === chosen?.id}
                aria-posinset={item.index + 1}
                aria-setsize={entries.length}
                className="results__row"
                data-voided={entry.voided || undefined}
                style={{ transform: `translateY(${item.start}px)` }}
                onClick={() => onChoose(entry)}
              >
                {COLUMNS.map((column) => (
                  <span
                    key={column}
                    data-column={column}
                    className="figures"
                    title={column === "category" || column === "township" ? String(cell(entry, column)) : undefined}
                  >
                    {cell(entry, column)}
                  </span>
                ))}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

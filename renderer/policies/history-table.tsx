// What was done when, newest first, in the words of whoever keeps the history: decisions on a rule set, or packs and keys.
import type { ReactNode } from "react";
import { dayOfInstant } from "./when.ts";

interface Props<Entry> {
  readonly title: string;
  /** The day's first. */
  readonly columns: readonly string[];
  /** Newest first; a history only grows at its other end. */
  readonly entries: readonly Entry[];
  /** The cells after the day. */
  readonly cells: (entry: Entry) => readonly ReactNode[];
}

export function HistoryTable<Entry extends { readonly at: string; readonly enteredBy: string }>({
  title,
  columns,
  entries,
  cells,
}: Props<Entry>) {
  return (
    <table className="policy-table policy-table--history">
      <caption className="seen-by-readers-only">{title}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {entries.map((entry, at) => (
          // Counted from the end that never changes, a place is for ever.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <tr key={entries.length - at}>
            <td className="figures day">{dayOfInstant(entry.at)}</td>
            {cells(entry).map((cell, column) => (
              <td key={columns[column + 1]}>{cell}</td>
            ))}
            <td>{entry.enteredBy === "" ? "—" : entry.enteredBy}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

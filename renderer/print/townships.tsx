// How far each township is, on A4: the numbers, and a bar whose length is the number to enrol and whose black part has a slip.
import type { ReactNode } from "react";
import { shareText } from "../../shared/ledger/progress.ts";
import { counted } from "../../shared/slip/amount.ts";
import type { TownshipsDocument } from "../../shared/slip/report.ts";
import { Report } from "./report.tsx";
import { spokenWords, T, useSetting, Words } from "./words.tsx";

/** Millimetres; on A4 the table with 47 townships, its head and the signatures fit one page. */
const BAR = { width: 62, height: 2.6 } as const;

export function Townships({ progress }: { readonly progress: TownshipsDocument }): ReactNode {
  const { languages } = useSetting();
  const { townships, elsewhere, coverageYear, county } = progress;
  const most = Math.max(1, ...townships.map(({ toEnrol }) => toEnrol));
  const toEnrol = townships.reduce((sum, row) => sum + row.toEnrol, 0);
  const enrolled = townships.reduce((sum, row) => sum + row.enrolled, 0);
  return (
    <Report
      title={
        <T
          k="ledger:townships.title"
          v={{ county: languages[0] === "en" ? county.en : county.zh, year: coverageYear }}
        />
      }
      hall={progress.hall}
      printedAt={progress.printedAt}
      notes={[<T key="note" k="ledger:townships.note" />]}
    >
      <table className="report-table report-table-close">
        <thead>
          <tr>
            <th scope="col">
              <T k="ledger:paper.number" />
            </th>
            <th scope="col" className="report-name">
              <T k="ledger:townships.township" />
            </th>
            <th scope="col">
              <T k="ledger:townships.toEnrol" />
            </th>
            <th scope="col">
              <T k="ledger:townships.enrolled" />
            </th>
            <th scope="col">
              <T k="ledger:townships.share" />
            </th>
            <th scope="col" className="report-name">
              <T k="ledger:paper.progress" />
            </th>
          </tr>
        </thead>
        <tbody>
          <tr className="report-total">
            <td />
            <th scope="row" className="report-name">
              <T k="ledger:townships.total" />
            </th>
            <td>{counted(toEnrol)}</td>
            <td>{counted(enrolled)}</td>
            <td>{shareText(enrolled, toEnrol)}</td>
            <td />
          </tr>
          {townships.map((row) => (
            <tr key={row.no}>
              <td>{row.no}</td>
              <th scope="row" className="report-name">
                <Words of={spokenWords(row.name)} />
              </th>
              <td>{counted(row.toEnrol)}</td>
              <td>{counted(row.enrolled)}</td>
              <td>{shareText(row.enrolled, row.toEnrol)}</td>
              <td className="report-name">
                <Bar full={row.toEnrol / most} filled={Math.min(row.enrolled, row.toEnrol) / most} />
              </td>
            </tr>
          ))}
          {elsewhere === 0 ? null : (
            <tr>
              <td />
              <th scope="row" className="report-name">
                <T k="ledger:townships.other" />
              </th>
              <td />
              <td>{counted(elsewhere)}</td>
              <td />
              <td />
            </tr>
          )}
        </tbody>
      </table>
    </Report>
  );
}

/** Outline and black, no shades: it has to read on the office's laser printer. */
function Bar({ full, filled }: { readonly full: number; readonly filled: number }): ReactNode {
  const { width, height } = BAR;
  return (
    <svg
      className="report-bar"
      width={`${width}mm`}
      height={`${height}mm`}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
    >
      <rect
        className="report-bar-full"
        x={0.1}
        y={0.1}
        width={Math.max(0, full * (width - 0.2))}
        height={height - 0.2}
      />
      <rect x={0.1} y={0.1} width={filled * (width - 0.2)} height={height - 0.2} />
    </svg>
  );
}

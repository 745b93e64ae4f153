// Rows of a list that a person has to look at, with the reason: those of the sheet, and those that got no slip.
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

const COLUMNS = ["row", "name", "id_number", "township", "reason"] as const;

/** Each row as the sheet has it: number in the list, name, masked ID number, township, codes, reason. */
export function PersonRows({ rows }: { readonly rows: readonly (readonly string[])[] }): ReactElement {
  const { t } = useTranslation("roster");
  return (
    <table className="roster__table roster__table--rows">
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col">
              {t(`sheet.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([row, name, number, township, codes, reason]) => (
          <tr key={`${row} ${codes}`}>
            <td className="figures">{row}</td>
            <td>{name}</td>
            <td className="figures">{number}</td>
            <td>{township}</td>
            <td>{reason}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

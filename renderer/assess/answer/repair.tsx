// What paying for missed years would cost and win (断保修复), one line a choice, with how the wait is made up.

import { memo } from "react";
import type { RepairTable } from "../../../shared/engine/result.ts";
import { ClauseTag } from "../../design/clause-tag.tsx";
import { Days } from "../../design/days.tsx";
import { groupedAmount } from "../../design/money.tsx";
import { useTexts } from "../../i18n/use-texts.ts";

export const Repair = memo(function Repair({ table }: { readonly table: RepairTable }) {
  const t = useTexts();
  const { missedYears, rows, most, floor, rule, pricePerYear } = table;
  return (
    <section className="card repair" aria-label={t("repair.title")} data-testid="repair">
      <h2 className="card__title">{t("repair.title")}</h2>
      <p className="repair__note">
        {t("repair.made", { count: missedYears })}{" "}
        {t(most > 0 ? "repair.can" : "repair.cannot", { price: groupedAmount(pricePerYear) })}
        {floor === null ? "" : ` ${t("repair.floor")}`} <ClauseTag clause={floor ?? rule} />
      </p>
      <table className="repair__table figures">
        <thead>
          <tr>
            {(["years", "cost", "wait", "start", "gain"] as const).map((column) => (
              <th key={column} scope="col">
                {t(`repair.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.years} data-testid={`repair-${row.years}`}>
              <th scope="row">{row.years}</th>
              <td>{groupedAmount(row.cost)}</td>
              <td>
                <Days>
                  {row.wait === null
                    ? t("repair.noWait")
                    : t(`repair.wait.${row.wait.unit}`, {
                        count: row.wait.length,
                        from: row.wait.from,
                        to: row.wait.to,
                      })}
                </Days>
              </td>
              <td>
                <Days>{row.start ?? (row.reason === null ? "" : t(`domain:reason.${row.reason}`))}</Days>
              </td>
              <td>{row.gainedDays === 0 ? "" : t("repair.days", { count: row.gainedDays })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {table.notStated.map((what) => (
        <p key={what} className="repair__note">
          {t(`repair.notStated.${what}`)}
        </p>
      ))}
    </section>
  );
});

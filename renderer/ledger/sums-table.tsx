// A day's sums: by aid identity, township, clerk and rule set, each split by who pays.
import { Fragment, type ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { toYuan } from "../../shared/ledger/fen.ts";
import { NAMELESS } from "../../shared/ledger/nameless.ts";
import type { DayTotals, Sums } from "../../shared/ledger/record.ts";
import { useRuleSetName } from "../assess/rule-set-name.ts";
import { groupedAmount, Money } from "../design/money.tsx";
import { useTownshipName } from "./township-name.ts";

const PAYERS = ["resident", "aid", "central", "province", "cityCounty"] as const;
const GROUPS = ["byCategory", "byTownship", "byClerk", "byRuleSet"] as const;

export function SumsTable({ totals }: { readonly totals: DayTotals }): ReactElement {
  const { t } = useTranslation(["ledger", "domain"]);
  const townshipName = useTownshipName();
  const ruleSetName = useRuleSetName();
  const keyText = (group: (typeof GROUPS)[number], key: string | null): string => {
    if (key === null) return t("day.none");
    switch (group) {
      case "byCategory":
        return t(`domain:category.${key}`);
      case "byTownship":
        return townshipName(key);
      case "byClerk":
        return key === NAMELESS ? t("day.nameless") : key;
      case "byRuleSet":
        return ruleSetName(key);
    }
  };
  return (
    <>
      <p className="ledger-note">{t("paper.yuan")}</p>
      <table className="ledger-table" data-testid="sums">
        <thead>
          <tr>
            <th scope="col">{t("day.group")}</th>
            <th scope="col">{t("day.slips")}</th>
            <th scope="col">{t("day.residents")}</th>
            <th scope="col">{t("day.payments")}</th>
            {PAYERS.map((payer) => (
              <th key={payer} scope="col">
                {t(`day.${payer}`)}
              </th>
            ))}
            <th scope="col">{t("day.unknown")}</th>
          </tr>
        </thead>
        <tbody>
          <SumsRow label={t("day.total")} sums={totals.total} total />
          {GROUPS.map((group) => (
            <Fragment key={group}>
              <tr className="ledger-table__group">
                <th colSpan={10} scope="colgroup">
                  {t(`day.${group}`)}
                </th>
              </tr>
              {totals[group].map(({ key, sums }) => (
                <SumsRow key={key ?? ""} label={keyText(group, key)} sums={sums} />
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
      <p className="ledger-note">
        {[
          totals.voided === 0 ? "" : t("day.voided", { count: totals.voided }),
          totals.voidedEarlier === 0 ? "" : t("day.voidedEarlier", { count: totals.voidedEarlier }),
          totals.reprints === 0 ? "" : t("day.reprints", { count: totals.reprints }),
        ]
          .filter((text) => text !== "")
          .join(" · ")}
      </p>
    </>
  );
}

interface SumsRowProps {
  readonly label: string;
  readonly sums: Sums;
  readonly total?: boolean;
}

function SumsRow({ label, sums, total = false }: SumsRowProps): ReactElement {
  return (
    <tr data-total={total || undefined}>
      <th scope="row">{label}</th>
      <td className="figures">{groupedAmount(String(sums.slips))}</td>
      <td className="figures">{groupedAmount(String(sums.residents))}</td>
      <td className="figures">{groupedAmount(String(sums.payments ?? sums.residents))}</td>
      {PAYERS.map((payer) => (
        <td key={payer} className="figures">
          <Money amount={toYuan(sums[payer])} />
        </td>
      ))}
      <td className="figures">{sums.unknown === 0 ? "" : groupedAmount(String(sums.unknown))}</td>
    </tr>
  );
}

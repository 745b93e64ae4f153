// How far each township is: residents with a slip against the number to enrol, as bars and as a table.
import { type ReactElement, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { shareText, type TownshipProgress } from "../../shared/ledger/progress.ts";
import { useCounter } from "../assess/counter-context.tsx";
import { countiesOf, useNames } from "../assess/names.ts";
import { groupedAmount } from "../design/money.tsx";
import { ask } from "../platform/ask.ts";
import { ActFault } from "./fault-note.tsx";
import { PrintBar } from "./print-bar.tsx";
import { TownshipChart } from "./township-chart.tsx";
import { useAct } from "./use-act.ts";

export function TownshipsTab({ today }: { readonly today: string }): ReactElement {
  const { t } = useTranslation("ledger");
  const name = useNames();
  const rules = useCounter((state) => state.rules);
  const code = useCounter((state) => state.members[0]?.county ?? null);
  const act = useAct();
  const [counts, setCounts] = useState<ReadonlyMap<string | null, number> | null>(null);
  const listed = rules === null ? [] : countiesOf(rules).filter((entry) => entry.townships.length > 0);
  const county = listed.find((entry) => entry.code === code) ?? listed[0];
  const year = rules?.coverageYear;
  const { run } = act;

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for each county and year
  useEffect(() => {
    if (county === undefined || year === undefined) return;
    void run(
      () => ask("ledger.townships", { county: county.code, coverageYear: year }),
      ({ townships }) => setCounts(new Map(townships.map((entry) => [entry.township, entry.enrolled]))),
    );
  }, [county?.code, year]);

  if (rules === null || county === undefined) return <p className="ledger-note">{t("townships.none")}</p>;
  if (counts === null) return <ActFault act={act} />;

  const townships =
    rules.prefectures.flatMap((entry) => entry.counties).find((entry) => entry.code === county.code)?.townships ?? [];
  const rows: readonly TownshipProgress[] = townships.map((entry) => ({
    no: entry.no,
    name: name(entry.name),
    toEnrol: entry.toEnrol,
    enrolled: counts.get(entry.name.zh) ?? 0,
  }));
  const known = new Set(townships.map((entry) => entry.name.zh));
  const elsewhere = [...counts].reduce((sum, [key, count]) => (key === null || !known.has(key) ? sum + count : sum), 0);
  const toEnrol = rows.reduce((sum, row) => sum + row.toEnrol, 0);
  const enrolled = rows.reduce((sum, row) => sum + row.enrolled, 0);

  return (
    <section className="card ledger-page" data-testid="townships">
      <h2 className="ledger-page__title">
        {t("townships.title", { county: name(county.name), year: rules.coverageYear })}
      </h2>
      <p className="ledger-note">{t("townships.note")}</p>
      <p className="ledger-note township-key">
        <span className="township-key__mark" data-part="full" aria-hidden="true" /> {t("townships.toEnrol")}
        <span className="township-key__mark" data-part="filled" aria-hidden="true" /> {t("townships.enrolled")}
      </p>
      <TownshipChart rows={rows} label={t("townships.chart")} />
      <table className="ledger-table">
        <thead>
          <tr>
            <th scope="col">{t("townships.township")}</th>
            <th scope="col">{t("townships.toEnrol")}</th>
            <th scope="col">{t("townships.enrolled")}</th>
            <th scope="col">{t("townships.share")}</th>
          </tr>
        </thead>
        <tbody>
          <tr data-total>
            <th scope="row">{t("townships.total")}</th>
            <td className="figures">{groupedAmount(String(toEnrol))}</td>
            <td className="figures">{groupedAmount(String(enrolled))}</td>
            <td className="figures">{shareText(enrolled, toEnrol)}</td>
          </tr>
          {rows.map((row) => (
            <tr key={row.no}>
              <th scope="row">{row.name}</th>
              <td className="figures">{groupedAmount(String(row.toEnrol))}</td>
              <td className="figures">{groupedAmount(String(row.enrolled))}</td>
              <td className="figures">{shareText(row.enrolled, row.toEnrol)}</td>
            </tr>
          ))}
          {elsewhere === 0 ? null : (
            <tr>
              <th scope="row">{t("townships.other")}</th>
              <td />
              <td className="figures">{groupedAmount(String(elsewhere))}</td>
              <td />
            </tr>
          )}
        </tbody>
      </table>
      <PrintBar
        title={t("townships.title", { county: name(county.name), year: rules.coverageYear })}
        fileName={`${t("paper.townshipsFile", { county: name(county.name), day: today })}.pdf`}
        documentOf={(head) => ({
          format: "canbao-townships/1",
          kind: "townships",
          ...head,
          county: { zh: county.name.zh, en: county.name.en },
          coverageYear: rules.coverageYear,
          townships: townships.map(({ no, name: { zh, en }, toEnrol: goal }) => ({
            no,
            name: { zh, en },
            toEnrol: goal,
            enrolled: counts.get(zh) ?? 0,
          })),
          elsewhere,
        })}
      />
      <ActFault act={act} />
    </section>
  );
}

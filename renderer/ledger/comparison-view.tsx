// Then and now: what the slip said, what today's program makes of it by the rules of then, and by those of today.
import { type ReactElement, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { LedgerComparison } from "../../shared/ipc/channels/ledger.ts";
import type { MemberFigures } from "../../shared/ledger/record.ts";
import { ask } from "../platform/ask.ts";
import { ActFault } from "./fault-note.tsx";
import { FenOrNot, startText } from "./figures-table.tsx";
import { useAct } from "./use-act.ts";

const RULES = { same: "slip.rulesSame", changed: "slip.rulesChanged", absent: "slip.rulesAbsent" } as const;

interface ComparisonViewProps {
  readonly number: string;
  /** Where a paper is checked nobody has to ask for it. */
  readonly atOnce: boolean;
}

export function ComparisonView({ number, atOnce }: ComparisonViewProps): ReactElement {
  const { t } = useTranslation("ledger");
  const act = useAct();
  const [found, setFound] = useState<LedgerComparison | null>(null);
  const compare = () => void act.run(() => ask("ledger.compare", { number }), setFound);

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for each slip
  useEffect(() => {
    if (atOnce) compare();
  }, [number, atOnce]);

  if (found === null) {
    return (
      <div className="ledger-buttons">
        {atOnce ? null : (
          <button
            type="button"
            className="plain-button"
            data-testid="slip-compare"
            disabled={act.busy}
            onClick={compare}
          >
            {t("slip.compare")}
          </button>
        )}
        <ActFault act={act} />
      </div>
    );
  }
  const { archive, rules, engine, erased, members } = found;
  return (
    <section data-testid="comparison" data-rules={rules} data-archive={archive}>
      <h3 className="card__title">{t("slip.compare")}</h3>
      <p className={archive === "kept" ? "ledger-note" : "ledger-problem"}>{archiveText()}</p>
      <p className="ledger-note">
        {t(RULES[rules])} {t("slip.engines", engine)}
      </p>
      {erased
        ? null
        : members.map((member, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: residents of a slip never change their places
            <MemberComparison key={place} {...member} />
          ))}
    </section>
  );

  function archiveText(): string {
    if (erased) return t("slip.caseErased");
    if (archive !== "kept") return t(`slip.archive.${archive}`);
    if (members.every(({ atIssue, again }) => again !== null && sameAnswer(atIssue, again)))
      return t("slip.again.same");
    return t(engine.atIssue === engine.today ? "slip.again.differs" : "slip.again.engine", engine);
  }
}

function sameAnswer(a: MemberFigures, b: MemberFigures): boolean {
  const figures = ({ category, standard, payable, aid, central, province, cityCounty, benefit }: MemberFigures) => [
    category,
    standard,
    payable,
    aid,
    central,
    province,
    cityCounty,
    benefit.kind,
    benefit.start,
    benefit.end,
  ];
  return JSON.stringify(figures(a)) === JSON.stringify(figures(b));
}

function MemberComparison({ atIssue, again, today, grounds }: LedgerComparison["members"][number]): ReactElement {
  const { t } = useTranslation(["ledger", "domain"]);
  const money = (value: number | null): ReactElement => <FenOrNot fen={value} />;
  const rows = [
    { label: t("slip.payable"), value: (figures: MemberFigures) => figures.payable, money },
    { label: t("slip.aid"), value: (figures: MemberFigures) => figures.aid, money },
    {
      label: t("slip.start"),
      value: (figures: MemberFigures) => startText(figures, t(`domain:kind.${figures.benefit.kind}`)),
    },
    { label: t("slip.end"), value: (figures: MemberFigures) => figures.benefit.end },
  ];
  // What comes out the same by the rules of then needs no column of its own.
  // The slip itself keeps no articles: they are those of the rules of then, where these give the slip's answer.
  const same = again !== null && sameAnswer(atIssue, again);
  const columns = [
    { head: t("slip.then"), figures: atIssue, articles: same ? grounds.again : null },
    ...(again === null || same ? [] : [{ head: t("slip.againHead"), figures: again, articles: grounds.again }]),
    ...(today === null ? [] : [{ head: t("slip.now"), figures: today, articles: grounds.today }]),
  ];
  return (
    <table className="ledger-table">
      <thead>
        <tr>
          <td />
          {columns.map(({ head }) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
          <td />
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, value, money: shown }) => {
          const differs = columns.some(({ figures }) => value(figures) !== value(atIssue));
          return (
            <tr key={label} data-differs={differs || undefined}>
              <th scope="row">{label}</th>
              {columns.map(({ head, figures }) => {
                const found = value(figures);
                return (
                  <td key={head} className="figures">
                    {shown !== undefined && typeof found !== "string" ? shown(found) : (found ?? "—")}
                  </td>
                );
              })}
              <td>{columns.length < 2 ? "" : differs ? t("slip.differs") : "="}</td>
            </tr>
          );
        })}
        <tr data-articles>
          <th scope="row">{t("slip.articles")}</th>
          {columns.map(({ head, articles }) => (
            <td key={head}>
              {articles === null
                ? "—"
                : articles.map((article) => (
                    <span key={article} className="ledger-article">
                      {article}
                    </span>
                  ))}
            </td>
          ))}
          <td />
        </tr>
      </tbody>
    </table>
  );
}

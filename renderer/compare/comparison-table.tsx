// One row a point, one column a rule set; what differs is said in words and marked with ≠.
import { useTranslation } from "react-i18next";
import type { TypedCase } from "../../shared/compare/carry-over.ts";
import {
  type Change,
  changes,
  clauseOf,
  differingPoints,
  isOver,
  POINTS,
  type Point,
} from "../../shared/compare/differences.ts";
import type { Result } from "../../shared/engine/result.ts";
import { letter } from "../assess/answer/reviews.tsx";
import { ClauseTag } from "../design/clause-tag.tsx";
import { Days } from "../design/days.tsx";
import { groupedAmount } from "../design/money.tsx";
import { YearStrip } from "../design/year-strip.tsx";
import { AnswerCell } from "./answer-cell.tsx";
import { ColumnHead } from "./column-head.tsx";
import { ColumnNotes, hasNotes } from "./column-notes.tsx";
import type { Column } from "./use-comparison.ts";

interface Props {
  /** The rule set in force first. */
  readonly columns: readonly Column[];
  readonly typed: TypedCase;
  /** null takes the stand-in back */
  readonly onStandIn: (ruleSet: string, unknown: string, known: string | null) => void;
}

export function ComparisonTable({ columns, typed, onStandIn }: Props) {
  const { t } = useTranslation(["compare", "assess", "domain"]);
  const base = columns[0];
  const results = columns.flatMap(({ result }) => (result === null ? [] : [result]));
  const differing = differingPoints(results);
  const complete = results.length === columns.length && columns.length > 1;
  const changesOf = (column: Column): readonly Change[] =>
    base === undefined || base.result === null || column === base || column.result === null
      ? []
      : changes(base.result, column.result);
  const points = POINTS.filter((point) => {
    // Rows that speak of something only some rules have, or only some residents told.
    if (point === "admission") return typed.admittedOn !== null;
    if (point === "repair") return results.some(({ repair }) => repair !== undefined);
    return point !== "incentives" || results.some(({ incentives }) => incentives !== undefined);
  });

  return (
    <section className="card comparison" aria-busy={!complete}>
      <table className="comparison__table" data-columns={columns.length} data-testid="comparison">
        <caption className="seen-by-readers-only">{t("caption")}</caption>
        <thead>
          <tr>
            <td />
            {columns.map((column) => (
              <ColumnHead
                key={column.rules.id}
                column={column}
                base={base?.rules}
                changes={complete ? changesOf(column).length : null}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {columns.some((column) => hasNotes(column, typed)) ? (
            <tr className="comparison__notes">
              <td />
              {columns.map((column) => (
                <ColumnNotes
                  key={column.rules.id}
                  column={column}
                  base={base?.rules}
                  typed={typed}
                  onStandIn={(unknown, known) => onStandIn(column.rules.id, unknown, known)}
                />
              ))}
            </tr>
          ) : null}
          {points.slice(0, BEFORE_THE_YEAR).map(pointRow)}
          <tr>
            <th scope="row" className="comparison__point">
              {t("point.year")}
            </th>
            {columns.map(({ rules, result }) => (
              <td key={rules.id} className="comparison__cell">
                {result === null ? null : (
                  <YearStrip
                    yearStart={rules.yearStart}
                    yearEnd={rules.yearEnd}
                    periods={rules.periods
                      .filter(({ window }) => window === "concentrated" || window === "supplementary")
                      .map(({ id, window, from, to }) => ({
                        id,
                        name: t(`domain:window.${window}`),
                        short: t(`assess:strip.window.${window}`),
                        from,
                        to,
                      }))}
                    paidOn={typed.paidOn}
                    birthDate={typed.birthDate}
                    readings={readingsOf(result)}
                  />
                )}
              </td>
            ))}
          </tr>
          {points.slice(BEFORE_THE_YEAR).map(pointRow)}
          <tr>
            <th scope="row" className="comparison__point">
              {t("point.review")}
            </th>
            {columns.map(({ rules, result }) => (
              <td key={rules.id} className="comparison__cell" data-testid={`cell-review-${rules.id}`}>
                {result === null ? null : result.review.length === 0 ? (
                  <span className="comparison__quiet">{t("nothing")}</span>
                ) : (
                  <ul className="comparison__reviews">
                    {result.review.map(({ code }) => (
                      <li key={code}>
                        <strong>{t(`domain:review.${code}.title`)}</strong>{" "}
                        <Days>{t(`domain:review.${code}.advice`)}</Days>
                      </li>
                    ))}
                  </ul>
                )}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </section>
  );

  function pointRow(point: Point) {
    return (
      <tr key={point} data-testid={`row-${point}`} data-differs={differing.has(point) ? true : undefined}>
        <th scope="row" className="comparison__point">
          {t(`point.${point}`)}
          {complete ? <span className="comparison__sign">{t(differing.has(point) ? "differs" : "same")}</span> : null}
        </th>
        {columns.map((column) => (
          <td key={column.rules.id} className="comparison__cell" data-testid={`cell-${point}-${column.rules.id}`}>
            {column.result === null ? (
              column.error === null ? null : (
                <span className="comparison__open">{faultText(column)}</span>
              )
            ) : (
              <>
                <div className="comparison__answer">
                  <AnswerCell point={point} result={column.result} rules={column.rules} paidOn={typed.paidOn} />
                  <ChangeMark change={changesOf(column).find((change) => change.point === point)} />
                </div>
                <Where point={point} result={column.result} />
              </>
            )}
          </td>
        ))}
      </tr>
    );
  }

  function faultText({ error }: Column): string {
    if (error === null || error.message === "") return t("assess:rules.unreachable");
    return t(`assess:fault.engine.${error.code}`);
  }
}

function ChangeMark({ change }: { readonly change: Change | undefined }) {
  const { t } = useTranslation("compare");
  if (change === undefined) return null;
  const said =
    change.how === "unlike"
      ? t("change.unlike")
      : change.point === "start"
        ? t(`change.${change.how}`, { count: change.days })
        : t(`change.${change.how}`, { amount: groupedAmount(change.yuan) });
  return (
    <span className="change" data-testid="change">
      <span aria-hidden="true">≠</span> {said}
    </span>
  );
}

function Where({ point, result }: { readonly point: Point; readonly result: Result }) {
  const over = isOver(result) && point !== "window" && point !== "start";
  const clause = over ? null : clauseOf(point, result);
  return clause === null ? null : (
    <span className="comparison__where">
      <ClauseTag clause={clause} />
    </span>
  );
}

/** The strip draws what the first rows say: start and wait. */
const BEFORE_THE_YEAR = 3;

/** The bars of the strip: one, or one for each way in which the rules can be read. */
function readingsOf(result: Result) {
  const open = result.review.find(({ code }) => code === result.benefit.reason);
  if (result.benefit.kind !== "undetermined" || open === undefined) {
    return [{ key: "only", name: null, benefit: result.benefit }];
  }
  return open.alternatives.map(({ reading, benefit }, index) => ({ key: reading, name: letter(index), benefit }));
}

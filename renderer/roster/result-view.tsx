// What came of a list: the count, who pays how much, where the rows need a person, and where the files lie.
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import type { RosterResult } from "../../shared/ipc/channels/roster.ts";
import { CHECKS } from "../../shared/roster/checks.ts";
import { type Bucket, PAYERS, type Summary } from "../../shared/roster/summary.ts";
import { knownSum } from "./known-sum.ts";
import { PersonRows } from "./person-rows.tsx";
import { SlipsCard } from "./slips-card.tsx";
import type { RosterActions } from "./use-roster.ts";

interface Props {
  readonly result: RosterResult;
  readonly actions: RosterActions;
}

export function ResultView({ result, actions }: Props): ReactElement {
  const { t } = useTranslation(["roster", "domain"]);
  const { status, fault, kept, summary, notes, resumedAt } = result;
  return (
    <div className="roster__stack" data-testid="roster-result" data-status={status}>
      <div className="card roster__card">
        <h2 className="card__title">{t("result.title")}</h2>
        {fault === null ? null : (
          <p className="roster__fault" role="alert">
            {t(`fault.${fault.code}`, { ...fault.values })}
          </p>
        )}
        {status === "cancelled" ? <p>{t("run.cancelled")}</p> : null}
        {kept === null ? null : <p>{t("run.kept", { ...kept })}</p>}
        {summary === null ? null : <Counts summary={summary} />}
        {resumedAt === null ? null : <p className="roster__note">{t("run.resumed", { row: resumedAt })}</p>}
        {notes.map((note) => (
          <p key={note} className="roster__note">
            {t(`run.${note}`)}
          </p>
        ))}
        {status === "done" ? (
          <p className="roster__note">
            {t("result.output", { file: result.output })}
            {result.reviewFile === null ? null : ` · ${t("result.review-file", { file: result.reviewFile })}`}
          </p>
        ) : null}
        <div className="roster__buttons">
          {status === "done" ? (
            <button type="button" className="roster__button" onClick={actions.show}>
              {t("result.show")}
            </button>
          ) : null}
          <button type="button" className="roster__button" data-testid="roster-again" onClick={actions.again}>
            {t("result.again")}
          </button>
        </div>
      </div>
      {summary === null || status !== "done" ? null : (
        <>
          <Payers all={summary.all} />
          <SlipsCard summary={summary} />
          <Checks result={result} summary={summary} />
          <Buckets
            title={t("result.byCategory")}
            buckets={summary.categories}
            nameOf={(name) =>
              name === ""
                ? t("summary.no-category")
                : name === "?"
                  ? t("summary.not-computed")
                  : t(`domain:category.${name}`)
            }
          />
          <Buckets
            title={t("result.byTownship")}
            buckets={summary.townships}
            nameOf={(name) => (name === "" ? t("summary.no-township") : name)}
          />
          <ReviewRows result={result} />
        </>
      )}
    </div>
  );
}

function Counts({ summary }: { readonly summary: Summary }): ReactElement {
  const { t } = useTranslation("roster");
  const { rows, problems, review } = summary.all;
  return (
    <p className="roster__count figures" data-testid="roster-count">
      {t("run.done", { rows, computed: rows - problems, problems, review })}
    </p>
  );
}

/** Who pays what, as bars on one scale. Widths are drawing only; the figures beside them are exact. */
function Payers({ all }: { readonly all: Bucket }): ReactElement {
  const { t } = useTranslation("roster");
  const most = Math.max(1, ...PAYERS.map((payer) => all.sums[payer].sum));
  return (
    <figure className="card roster__card">
      <figcaption className="card__title">{t("result.payers")}</figcaption>
      <dl className="roster__bars">
        {PAYERS.map((payer) => {
          const { sum, unknown } = all.sums[payer];
          const known = knownSum(all, payer);
          return (
            <div key={payer} className="roster__bar">
              <dt>{t(`payer.${payer}`)}</dt>
              <dd>
                <span
                  className="roster__fill"
                  data-payer={payer}
                  style={{ width: `calc((100% - 14rem) * ${sum / most})` }}
                  aria-hidden="true"
                />
                <span className="figures" data-testid={`sum-${payer}`}>
                  {known}
                </span>
                {unknown === 0 ? null : (
                  <span className="roster__note">{t("result.unstated", { count: unknown })}</span>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </figure>
  );
}

function Checks({
  result,
  summary,
}: {
  readonly result: RosterResult;
  readonly summary: Summary;
}): ReactElement | null {
  const { t } = useTranslation("roster");
  const found = CHECKS.filter((check) => summary.checks[check] > 0);
  if (found.length === 0 && result.unknownNames.length === 0 && summary.blankLines === 0) return null;
  return (
    <div className="card roster__card">
      <h2 className="card__title">{t("result.checks")}</h2>
      <ul className="roster__list">
        {found.map((check) => (
          <li key={check}>{t("run.check", { check: t(`check.${check}`), count: summary.checks[check] })}</li>
        ))}
        {result.unknownNames.map(({ field, name, rows }) => (
          <li key={`${field} ${name}`}>{t("run.unknown-name", { field: t(`field.${field}`), name, count: rows })}</li>
        ))}
        {summary.blankLines === 0 ? null : <li>{t("run.blank-lines", { count: summary.blankLines })}</li>}
      </ul>
    </div>
  );
}

function Buckets({
  title,
  buckets,
  nameOf,
}: {
  readonly title: string;
  readonly buckets: readonly Bucket[];
  readonly nameOf: (name: string) => string;
}): ReactElement {
  const { t } = useTranslation("roster");
  return (
    <div className="card roster__card">
      <h2 className="card__title">{title}</h2>
      <table className="roster__table roster__table--figures">
        <thead>
          <tr>
            <th scope="col">{title}</th>
            <th scope="col">{t("result.rows")}</th>
            <th scope="col">{t("result.problems")}</th>
            <th scope="col">{t("result.forPerson")}</th>
            <th scope="col">{t("payer.payable")}</th>
            <th scope="col">{t("payer.aid")}</th>
          </tr>
        </thead>
        <tbody>
          {buckets.map((bucket) => (
            <tr key={bucket.name}>
              <th scope="row">{nameOf(bucket.name)}</th>
              <td>{bucket.rows}</td>
              <td>{bucket.problems}</td>
              <td>{bucket.review}</td>
              <td>{knownSum(bucket, "payable")}</td>
              <td>{knownSum(bucket, "aid")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ReviewRows({ result }: { readonly result: RosterResult }): ReactElement | null {
  const { t } = useTranslation("roster");
  if (result.reviewFile === null) return null;
  return (
    <div className="card roster__card" data-testid="roster-review">
      <h2 className="card__title">{t("result.review")}</h2>
      {result.review.length === 0 ? <p>{t("result.none")}</p> : <PersonRows rows={result.review} />}
      {result.review.length >= 300 ? (
        <p className="roster__note">{t("result.review-more", { count: result.review.length })}</p>
      ) : null}
    </div>
  );
}

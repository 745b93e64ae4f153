// The right side: the answer to what has been typed so far, and what it rests on.
import { memo, useDeferredValue, useEffect, useMemo } from "react";
import type { EpochDay } from "../../../shared/dates/civil.ts";
import { partsWaitForCounty } from "../../../shared/engine/awaited.ts";
import type { Benefit, Result, Review } from "../../../shared/engine/result.ts";
import type { RuleSetDescription } from "../../../shared/rules/description.ts";
import { type StripPeriod, YearStrip } from "../../design/year-strip.tsx";
import { useTexts } from "../../i18n/use-texts.ts";
import { markPainted } from "../../platform/mark.ts";
import { useFaultText } from "../form/problems.ts";
import type { EngineFault } from "../gateway.ts";
import type { Asked } from "../request.ts";
import { askedForAmount } from "./awaited.ts";
import { EmptyAnswer } from "./empty-answer.tsx";
import { Figures } from "./figures.tsx";
import { Repair } from "./repair.tsx";
import { letter, Reviews } from "./reviews.tsx";
import { Shares } from "./shares.tsx";
import { Trace } from "./trace.tsx";
import { YearNote } from "./year-note.tsx";

interface Props {
  readonly rules: RuleSetDescription;
  /** The question that `result` answers. */
  readonly answered: Asked | null;
  readonly result: Result | null;
  readonly error: EngineFault | null;
  readonly stale: boolean;
  /** Nobody has been typed yet. */
  readonly fresh: boolean;
  readonly today: EpochDay;
}

/** Drawn again when another answer has come, and not with every key on the way to it. */
export const AnswerPane = memo(function AnswerPane({ rules, answered, result, error, stale, fresh, today }: Props) {
  const t = useTexts();
  useEffect(() => markPainted("answer-pane"), []);
  const said = useFaultText();
  // Amounts and days first: the reasons, which are many lines, follow in a drawing of their own right after.
  const explained = useDeferredValue(result);
  const periods = useMemo(
    () =>
      rules.periods
        .filter(({ window }) => window === "concentrated" || window === "supplementary")
        .map(({ id, window, from, to }) => ({
          id,
          name: t(`domain:window.${window}`),
          short: t(`strip.window.${window}`),
          from,
          to,
        })),
    [rules, t],
  );
  const paidOn = answered?.request?.paidOn ?? null;
  const over = result?.benefit.reason === "coverage-year-over";

  if (result === null || (fresh && !over)) {
    return (
      <EmptyAnswer
        rules={rules}
        periods={periods}
        today={today}
        paidOn={paidOn}
        problem={error === null ? null : said(error)}
      />
    );
  }
  return (
    <div className="pane" data-stale={stale ? true : undefined}>
      {/* Always there, so that what comes into it is heard; it takes no room. */}
      <p className="pane__stale" role="status">
        {stale ? <span>{t("stale")}</span> : null}
      </p>
      <YearNote rules={rules} paidOn={paidOn} today={today} />
      {over ? null : (
        <section className="card pane__main" aria-live="polite" aria-busy={stale}>
          <Figures result={result} birthAsked={answered?.birthDate != null} />
          <Shares
            contribution={result.contribution}
            funding={result.funding}
            reason={result.benefit.reason}
            awaited={askedForAmount(result)}
            waitsForCounty={partsWaitForCounty(result.unanswered.map(({ field }) => field))}
          />
          {result.admission === undefined ? null : (
            <p
              className="admission"
              data-tone={
                result.admission.covered === true ? "good" : result.admission.covered === false ? "bad" : "open"
              }
              data-testid="admission"
            >
              {t(
                `admission.${result.admission.covered === null ? "open" : result.admission.covered ? "covered" : "notCovered"}`,
                { day: answered?.request?.admittedOn ?? "" },
              )}
            </p>
          )}
        </section>
      )}
      <Year
        rules={rules}
        periods={periods}
        paidOn={paidOn}
        birthDate={answered?.birthDate ?? null}
        benefit={result.benefit}
        review={result.review}
      />
      {result.repair === undefined ? null : <Repair table={result.repair} />}
      <Reviews reviews={result.review} steps={result.trace} rules={rules} />
      {explained === null ? null : <Reasons rules={rules} result={explained} />}
    </div>
  );
});

interface YearProps extends Pick<Result, "benefit" | "review"> {
  readonly rules: RuleSetDescription;
  readonly periods: readonly StripPeriod[];
  readonly paidOn: string | null;
  readonly birthDate: string | null;
}

const Year = memo(function Year({ rules, periods, paidOn, birthDate, benefit, review }: YearProps) {
  const t = useTexts();
  const title = t("year.title", { year: rules.coverageYear });
  return (
    <section className="card pane__year" aria-label={title}>
      <h2 className="card__title">{title}</h2>
      <YearStrip
        yearStart={rules.yearStart}
        yearEnd={rules.yearEnd}
        periods={periods}
        paidOn={paidOn}
        birthDate={birthDate}
        readings={readingsOf(benefit, review)}
      />
    </section>
  );
});

const Reasons = memo(function Reasons({
  rules,
  result,
}: {
  readonly rules: RuleSetDescription;
  readonly result: Result;
}) {
  return (
    <Trace
      rules={rules}
      steps={result.trace}
      interpretations={result.interpretations}
      mainDocument={mainDocument(result)}
    />
  );
});

/** The bars of the strip: one, or one for each way in which the rules can be read. */
function readingsOf(benefit: Benefit, review: readonly Review[]) {
  const open = review.find(({ code }) => code === benefit.reason);
  if (benefit.kind !== "undetermined" || open === undefined) return [{ key: "only", name: null, benefit }];
  return open.alternatives.map(({ reading, benefit }, index) => ({ key: reading, name: letter(index), benefit }));
}

/** The document that most steps cite. */
function mainDocument(result: Result): string {
  const counts = new Map<string, number>();
  for (const { clause } of result.trace) {
    if (clause !== null) counts.set(clause.document, (counts.get(clause.document) ?? 0) + 1);
  }
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0] ?? "";
}

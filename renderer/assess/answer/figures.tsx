// The two answers a resident came for, large: what to pay, and from which day.
import { memo, type ReactNode } from "react";
import { IDENTITY } from "../../../shared/engine/awaited.ts";
import type { Benefit, Range, Result, ReviewCode } from "../../../shared/engine/result.ts";
import { amountInWords } from "../../../shared/slip/amount.ts";
import { Days } from "../../design/days.tsx";
import { groupedAmount, Money } from "../../design/money.tsx";
import { useTexts } from "../../i18n/use-texts.ts";
import { amountReview, askedForAmount, openStart } from "./awaited.ts";

interface FiguresProps {
  readonly result: Result;
  readonly birthAsked: boolean;
}

export const Figures = memo(function Figures({ result, birthAsked }: FiguresProps) {
  return (
    <div className="answers" data-birth-asked={birthAsked}>
      <Payable
        payable={result.contribution.payable}
        range={result.range?.payable ?? null}
        reason={result.benefit.reason}
        why={amountReview(result)?.code}
        awaited={askedForAmount(result)}
      />
      <FirstDay benefit={result.benefit} />
    </div>
  );
});

interface PayableProps {
  readonly payable: string | null;
  readonly range: Range["payable"];
  readonly reason: Benefit["reason"];
  /** Why a person has to look at the amount. */
  readonly why: ReviewCode | undefined;
  /** The fact that is asked for the amount's sake. */
  readonly awaited: string | undefined;
}

const Payable = memo(function Payable({ payable, range, reason, why, awaited }: PayableProps) {
  const t = useTexts();
  if (payable !== null) {
    return (
      <Answer
        title={t("payable.title")}
        testId="payable"
        tone="ink"
        big={<Money amount={payable} testId="payable-figure" />}
        unit={t("payable.unit")}
      >
        <span data-testid="payable-words">{amountInWords(payable)}</span>
      </Answer>
    );
  }
  const mayBeNotStated = range?.mayBeNotStated === true;
  const askFirst = t(awaited === IDENTITY ? "payable.askFirst" : "payable.answerFirst");
  if (awaited !== undefined && range !== null && (range.min !== range.max || mayBeNotStated)) {
    return (
      <Answer
        title={t("payable.title")}
        testId="payable"
        tone="open"
        big={
          <span className="figures answer__range">
            {range.min === range.max
              ? groupedAmount(range.min)
              : `${groupedAmount(range.min)}–${groupedAmount(range.max)}`}
          </span>
        }
        unit={t("payable.unit")}
      >
        {askFirst}
        {mayBeNotStated ? (
          <span data-testid="amount-may-be-not-stated">
            {t("list.semicolon")}
            {t("question.amountNotStated")}
          </span>
        ) : null}
      </Answer>
    );
  }
  return (
    <Answer
      title={t("payable.title")}
      testId="payable"
      tone="open"
      big={<span className="answer__phrase">{t(awaited !== undefined ? "payable.notAsked" : "payable.open")}</span>}
    >
      {awaited !== undefined
        ? askFirst
        : why === undefined
          ? t(reason === "employee-cover" ? "payable.notHere" : "payable.notStated")
          : t(`domain:review.${why}.title`)}
    </Answer>
  );
});

const FirstDay = memo(function FirstDay({ benefit }: { readonly benefit: Benefit }) {
  const t = useTexts();
  const title = t("start.title");
  switch (benefit.kind) {
    case "exact":
      return (
        <Answer
          title={title}
          testId="start"
          tone="good"
          big={
            <time className="figures" dateTime={benefit.start ?? ""} data-testid="start-figure">
              {benefit.start}
            </time>
          }
        >
          {benefit.wait === null
            ? t("start.until", { end: benefit.end ?? "" })
            : t(`start.afterWait.${benefit.wait.unit}`, {
                count: benefit.wait.length,
                from: benefit.wait.from,
                to: benefit.wait.to,
              })}
        </Answer>
      );
    case "not-before":
      return (
        <Answer
          title={t("start.notBeforeTitle")}
          testId="start"
          tone="open"
          big={
            <time className="figures" dateTime={benefit.start ?? ""} data-testid="start-figure">
              {benefit.start}
            </time>
          }
        >
          {t("start.notBefore")}
        </Answer>
      );
    case "not-stated":
      return (
        <Answer
          title={title}
          testId="start"
          tone="open"
          big={<span className="answer__phrase">{t("start.notStatedBig")}</span>}
        >
          {t("start.notStated")}
        </Answer>
      );
    case "none":
      return (
        <Answer
          title={title}
          testId="start"
          tone="bad"
          big={<span className="answer__phrase">{t("start.noneBig")}</span>}
        >
          {benefit.reason === undefined ? null : t(`domain:reason.${benefit.reason}`)}
        </Answer>
      );
    case "undetermined":
      return (
        <Answer
          title={title}
          testId="start"
          tone="open"
          big={<span className="answer__phrase">{t(openStart(benefit))}</span>}
        >
          {benefit.reason === undefined ? null : t(`domain:reason.${benefit.reason}`)}
        </Answer>
      );
  }
});

interface AnswerProps {
  readonly title: string;
  readonly testId: string;
  readonly tone: "ink" | "good" | "open" | "bad";
  readonly big: ReactNode;
  readonly unit?: string;
  readonly children: ReactNode;
}

function Answer({ title, testId, tone, big, unit, children }: AnswerProps) {
  return (
    <section className="answer" data-tone={tone} data-testid={testId} aria-label={title}>
      <h2 className="card__title">{title}</h2>
      <p className="answer__big">
        {big}
        {unit === undefined ? null : <span className="answer__unit">{unit}</span>}
      </p>
      <p className="answer__small">
        <Days>{children}</Days>
      </p>
    </section>
  );
}

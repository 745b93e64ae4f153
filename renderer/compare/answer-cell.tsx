// One point of one answer in words: every figure and day is the engine's own text.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { isOver, type Point } from "../../shared/compare/differences.ts";
import { amountWaitsFor } from "../../shared/engine/awaited.ts";
import type { Benefit, Result } from "../../shared/engine/result.ts";
import type { RuleSetDescription } from "../../shared/rules/description.ts";
import { openStart } from "../assess/answer/awaited.ts";
import { Days } from "../design/days.tsx";
import { groupedAmount } from "../design/money.tsx";

interface Props {
  readonly point: Point;
  readonly result: Result;
  readonly rules: RuleSetDescription;
  readonly paidOn: string;
}

export function AnswerCell({ point, result, rules, paidOn }: Props) {
  const { t } = useTranslation(["compare", "assess", "domain"]);
  const isAwaited = amountWaitsFor(result) !== undefined;
  switch (point) {
    case "payable":
    case "aid": {
      if (isOver(result)) return <Quiet>—</Quiet>;
      const amount = result.contribution[point];
      if (amount === null) return <Open>{t(isAwaited ? "assess:payable.notAsked" : "assess:payable.open")}</Open>;
      return (
        <Value big={point === "payable"}>
          {groupedAmount(amount)} <span className="value__unit">{t("assess:payable.unit")}</span>
        </Value>
      );
    }
    case "standard": {
      if (isOver(result)) return <Quiet>—</Quiet>;
      const { standard, surcharge } = result.contribution;
      return (
        <Value>
          {groupedAmount(standard)}
          {surcharge === undefined ? null : (
            <span className="value__small">{t("surcharge", { amount: groupedAmount(surcharge) })}</span>
          )}
        </Value>
      );
    }
    case "repair": {
      const { repair } = result;
      if (repair === undefined) return <Quiet>{t("nothing")}</Quiet>;
      if (repair.most === 0) return <Value>{t("repair.none")}</Value>;
      return <Value>{t("repair.most", { count: repair.most, price: groupedAmount(repair.pricePerYear) })}</Value>;
    }
    case "incentives":
      return result.incentives === undefined ? (
        <Quiet>{t("nothing")}</Quiet>
      ) : (
        result.incentives.map(({ kind, raises, amount }) => (
          <Value key={kind}>
            {amount === null
              ? t("incentive.raisesUnknown", { count: raises })
              : t("incentive.raises", { count: raises, amount: groupedAmount(amount) })}{" "}
          </Value>
        ))
      );
    case "funding":
      return isOver(result) ? <Quiet>—</Quiet> : <Funding result={result} />;
    case "majorIllness": {
      const { perHead, about } = result.majorIllness;
      if (isOver(result)) return <Quiet>—</Quiet>;
      if (perHead !== null) return <Value>{groupedAmount(perHead)}</Value>;
      return about === undefined ? (
        <Open>{t("assess:shares.notStated")}</Open>
      ) : (
        <Open>{t("about", { amount: groupedAmount(about) })}</Open>
      );
    }
    case "window": {
      const period = rules.periods.find(({ from, to }) => from <= paidOn && paidOn <= to);
      return (
        <Value>
          {t(`domain:window.${result.window}`)}
          {period === undefined ? null : (
            <span className="value__small">
              <Days>{t("span", { from: period.from, to: period.to })}</Days>
            </span>
          )}
        </Value>
      );
    }
    case "exemption":
      return result.exemption === null ? (
        <Quiet>{t("nothing")}</Quiet>
      ) : (
        <Value>{t(`domain:group.${result.exemption.group}`)}</Value>
      );
    case "wait":
      return <Wait benefit={result.benefit} />;
    case "start":
      return <Start benefit={result.benefit} />;
    case "admission":
      return result.admission === undefined ? (
        <Open>{t("noAdmissionRule")}</Open>
      ) : (
        <Value>{t(`domain:admission.${result.admission.reason}`)}</Value>
      );
  }
}

function Funding({ result }: { readonly result: Result }) {
  const { t } = useTranslation(["compare", "assess"]);
  const { total, central, province, cityCounty, centralOptions } = result.funding;
  const { surcharge } = result.contribution;
  if (surcharge !== undefined && total === "0.00")
    return (
      <Value>
        {groupedAmount(total)}
        <span className="value__small">{t("assess:shares.subsidyWithin", { amount: groupedAmount(surcharge) })}</span>
      </Value>
    );
  const said = (payer: string, amount: string) => `${t(`assess:payer.${payer}`)} ${amount}`;
  const notStated = t("assess:shares.notStated");
  const options = centralOptions?.map(groupedAmount).join(t("assess:shares.or"));
  const parts = [
    said("central", central === null ? (options ?? notStated) : groupedAmount(central)),
    ...(province === null && cityCounty === null
      ? [said("local", notStated)]
      : [
          said("province", province === null ? notStated : groupedAmount(province)),
          said("county", cityCounty === null ? notStated : groupedAmount(cityCounty)),
        ]),
  ];
  return (
    <Value>
      {total === null ? notStated : groupedAmount(total)}
      <span className="value__small">{parts.join(" · ")}</span>
    </Value>
  );
}

function Wait({ benefit }: { readonly benefit: Benefit }) {
  const { t } = useTranslation(["compare", "domain"]);
  const { wait } = benefit;
  if (wait !== null) {
    return (
      <Value>
        {t(`waits.${wait.unit}`, { count: wait.length })}
        <span className="value__small">
          <Days>{t("span", { from: wait.from, to: wait.to })}</Days>
        </span>
      </Value>
    );
  }
  if (benefit.kind === "undetermined") return <Open>{t("waits.open")}</Open>;
  if (benefit.kind === "none" || benefit.kind === "not-before") return <Quiet>—</Quiet>;
  return <Quiet>{t("waits.none")}</Quiet>;
}

function Start({ benefit }: { readonly benefit: Benefit }) {
  const { t } = useTranslation(["compare", "assess", "domain"]);
  const reason = benefit.reason === undefined ? null : t(`domain:reason.${benefit.reason}`);
  switch (benefit.kind) {
    case "exact":
      return (
        <Value big>
          {benefit.start}
          <span className="value__small">
            <Days>{t("until", { end: benefit.end ?? "" })}</Days>
          </span>
        </Value>
      );
    case "not-before":
      return (
        <Open big>
          {t("assess:phrase.notBefore", { start: benefit.start ?? "" })}
          <span className="value__small">{t("assess:start.notBefore")}</span>
        </Open>
      );
    case "not-stated":
      return (
        <Open big>
          {t("assess:start.notStatedBig")}
          <span className="value__small">{t("assess:start.notStated")}</span>
        </Open>
      );
    case "none":
      return (
        <span className="value value--big value--none">
          {t("assess:start.noneBig")}
          {reason === null ? null : <span className="value__small">{reason}</span>}
        </span>
      );
    case "undetermined":
      return (
        <Open big>
          {t(`assess:${openStart(benefit)}`)}
          {reason === null ? null : <span className="value__small">{reason}</span>}
        </Open>
      );
  }
}

interface Part {
  readonly children: ReactNode;
  readonly big?: boolean;
}

function Value({ children, big = false }: Part) {
  return (
    <span className={`value figures${big ? " value--big" : ""}`}>
      <Days>{children}</Days>
    </span>
  );
}

function Open({ children, big = false }: Part) {
  return (
    <span className={`value figures comparison__open${big ? " value--big" : ""}`}>
      <Days>{children}</Days>
    </span>
  );
}

function Quiet({ children }: Part) {
  return <span className="value comparison__quiet">{children}</span>;
}

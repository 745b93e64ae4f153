// Before anything is typed: what will stand here, and what the rules in force say of today.

import type { EpochDay } from "../../../shared/dates/civil.ts";
import { isoDay } from "../../../shared/dates/iso.ts";
import type { RuleSetDescription } from "../../../shared/rules/description.ts";
import { Days } from "../../design/days.tsx";
import { groupedAmount } from "../../design/money.tsx";
import { type StripPeriod, YearStrip } from "../../design/year-strip.tsx";
import { useTexts } from "../../i18n/use-texts.ts";
import { YearNote } from "./year-note.tsx";

interface Props {
  readonly rules: RuleSetDescription;
  readonly periods: readonly StripPeriod[];
  readonly today: EpochDay;
  readonly paidOn: string | null;
  readonly problem: string | null;
}

export function EmptyAnswer({ rules, periods, today, paidOn, problem }: Props) {
  const t = useTexts();
  return (
    <div className="pane" data-testid="empty-answer">
      <YearNote rules={rules} paidOn={paidOn} today={today} />
      <section className="card empty">
        <h2 className="empty__title">{problem ?? t("empty.title")}</h2>
        <ol className="empty__list">
          {(["pay", "start", "why"] as const).map((part) => (
            <li key={part}>
              <strong>{t(`empty.${part}.title`)}</strong>
              <span>{t(`empty.${part}.text`)}</span>
            </li>
          ))}
        </ol>
        <p className="empty__keys">
          <kbd className="key">Enter</kbd> {t("empty.keys.enter")} <kbd className="key">F2</kbd> {t("empty.keys.rules")}{" "}
          <kbd className="key">F1</kbd> {t("empty.keys.help")}
        </p>
      </section>
      <section className="card pane__year" aria-label={t("year.title", { year: rules.coverageYear })}>
        <h2 className="card__title">
          {t("empty.year", { year: rules.coverageYear, standard: groupedAmount(rules.standard) })}
        </h2>
        <YearStrip
          yearStart={rules.yearStart}
          yearEnd={rules.yearEnd}
          periods={periods}
          paidOn={null}
          birthDate={null}
          readings={[]}
        />
        <p className="empty__today">
          <Days>
            {t(isoDay(today) > rules.yearEnd ? "empty.over" : "empty.today", {
              today: isoDay(today),
              end: rules.yearEnd,
              year: rules.coverageYear,
            })}
          </Days>
        </p>
      </section>
    </div>
  );
}

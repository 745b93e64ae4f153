// When to pay and from when that covers: the payment windows along the year, the wait, missed years, days outside.
import { useTranslation } from "react-i18next";
import type { CitedText, RuleSetDescription } from "../../shared/rules/description.ts";
import { Days } from "../design/days.tsx";
import { YearStrip } from "../design/year-strip.tsx";
import { type RuleLine, RuleTable, Yuan } from "./rule-table.tsx";
import { Section } from "./section.tsx";
import { useStartText } from "./start-text.ts";

interface Props {
  readonly rules: RuleSetDescription;
  readonly mainDocument: string;
}

export function Windows({ rules, mainDocument }: Props) {
  const { t } = useTranslation(["policies", "assess", "domain"]);
  const startText = useStartText(rules);
  const open = rules.periods.filter(({ window }) => window === "concentrated" || window === "supplementary");
  const line = (key: string, label: string, value: string, cite: CitedText): RuleLine => ({ key, label, value, cite });
  const lines: RuleLine[] = [
    ...rules.periods.map((period) => ({
      key: period.id,
      label: (
        <>
          {t(`domain:window.${period.window}`)}
          <span className="policy-line policy-line--note figures">
            <Days>{t("span", { from: period.from, to: period.to })}</Days>
          </span>
        </>
      ),
      value: (
        <>
          {benefitText(period)}
          {period.standard === null ? null : (
            <span className="policy-line">
              {t("payInstead")} <Yuan amount={period.standard} />{" "}
              {period.surcharge === null ? null : t("ofThatSurcharge", { amount: period.surcharge })}
            </span>
          )}
        </>
      ),
      cite: period.cite,
    })),
    line("wait", t("wait"), waitText(), rules.wait.cite),
    ...missedYearsLines(),
    ...missedLines(),
    ...(rules.admission === null ? [] : [line("admission", t("admission"), t("byDay"), rules.admission)]),
    line("before-opening", t("beforeOpening"), t("noCover"), rules.outOfTime.beforeOpening),
    line("year-over", t("yearOver"), t("noCover"), rules.outOfTime.yearOver),
    line("earlier-year", t("earlierYear"), t("otherYear"), rules.outOfTime.earlierYear),
  ];
  return (
    <Section id="windows">
      <div className="policy-strip">
        <YearStrip
          yearStart={rules.yearStart}
          yearEnd={rules.yearEnd}
          periods={open.map(({ id, window, from, to }) => ({
            id,
            name: t(`domain:window.${window}`),
            short: t(`assess:strip.window.${window}`),
            from,
            to,
          }))}
          paidOn={null}
          birthDate={null}
          readings={[]}
        />
      </div>
      <RuleTable caption={t("section.windows")} lines={lines} mainDocument={mainDocument} />
      {rules.missedYears === null ? <p className="policy-note">{t("noMissedYears")}</p> : null}
    </Section>
  );

  function benefitText({ benefit }: RuleSetDescription["periods"][number]): string {
    switch (benefit.kind) {
      case "start":
        return startText(benefit.start);
      case "wait":
        return t("afterWait");
      case "none":
        return t("noneButGroups");
    }
  }

  /** What comes with the rule for missed years: a day named in it, the repair, and what unbroken years earn. */
  function missedLines(): readonly RuleLine[] {
    const { missedInWindow, repair, incentives } = rules;
    const lines: RuleLine[] = [];
    if (missedInWindow !== null)
      lines.push(line("missed-in-window", t("missedInWindow"), missedInWindow.start, missedInWindow.cite));
    if (repair !== null) {
      const { lengths, unit: written } = waitIn();
      const unit = written === "month" ? "month" : "day";
      const step = t(`length.${unit}`, { count: lengths?.further ?? 0 });
      const floor = repair.floor[unit];
      const least = floor === null ? t("notStated") : t(`length.${unit}`, { count: floor });
      lines.push(
        line("repair", t("repair"), t("repairPrice", { amount: rules.standard, length: step }), repair.cite),
        line("repair-floor", t("repairFloor", { years: repair.floor.afterYears }), least, repair.floor.cite),
      );
    }
    if (incentives !== null) {
      const each = (amount: string | null) => (amount === null ? t("notStated") : t("raise", { amount }));
      lines.push(
        line(
          "continuous",
          t("continuous", { years: incentives.afterYears }),
          each(incentives.continuous),
          incentives.continuousCite,
        ),
        line("claim-free", t("claimFree"), each(incentives.claimFree), incentives.claimFreeCite),
      );
    }
    return lines;
  }

  /** The length in the unit that is in force: units are never converted into each other. */
  function waitIn() {
    const unit = rules.interpretations.find(({ id }) => id === "wait-unit")?.inForce === "month" ? "month" : "day";
    const lengths = rules.wait[unit] ?? rules.wait.month ?? rules.wait.day;
    return { lengths, unit: rules.wait[unit] === null ? (rules.wait.month === null ? "day" : "month") : unit };
  }

  function waitText(): string {
    const { lengths, unit } = waitIn();
    if (lengths === null) return t("notStated");
    return t(rules.wait.atLeast ? "atLeast" : "exactly", { length: t(`length.${unit}`, { count: lengths.fixed }) });
  }

  /** Its own text, where the notice does not say what a further missed year adds. */
  function missedYearsLines(): readonly RuleLine[] {
    const { missedYears, wait } = rules;
    if (missedYears === null) return [];
    if (wait.furtherCite === null) return [line("missed-years", t("missedYears"), missedText(), missedYears)];
    return [
      line("missed-years", t("missedYears"), waitText(), missedYears),
      line("further-missed-years", t("furtherMissedYears"), missedText(), wait.furtherCite),
    ];
  }

  function missedText(): string {
    const { lengths, unit } = waitIn();
    if (lengths === null) return t("notStated");
    return t("further", { length: t(`length.${unit}`, { count: lengths.further }) });
  }
}

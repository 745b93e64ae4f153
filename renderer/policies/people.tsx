// Who is treated how: the table of aid by identity, and the special groups with their first day.
import { useTranslation } from "react-i18next";
import type { RuleSetDescription } from "../../shared/rules/description.ts";
import { useNames } from "../assess/names.ts";
import { Days } from "../design/days.tsx";
import { NotStated, type RuleLine, RuleTable, Where, Yuan } from "./rule-table.tsx";
import { Section } from "./section.tsx";
import { useStartText } from "./start-text.ts";

interface Props {
  readonly rules: RuleSetDescription;
  readonly mainDocument: string;
}

export function Aid({ rules, mainDocument }: Props) {
  const { t } = useTranslation(["policies", "domain"]);
  const name = useNames();
  const { aidRules, standing } = rules;
  const lines: RuleLine[] = [
    { key: "several", label: t("several"), value: t("oneCounts"), cite: aidRules.several },
    { key: "other-sponsor", label: t("otherSponsor"), value: t("notTwice"), cite: aidRules.otherSponsor },
    {
      key: "later",
      label: t("recognisedLater"),
      value: stated(aidRules.recognisedAfterPayment.silent),
      cite: aidRules.recognisedAfterPayment,
    },
    {
      key: "elsewhere",
      label: t("recognisedElsewhere"),
      value: stated(aidRules.elsewhere.silent),
      cite: aidRules.elsewhere,
    },
    ...(aidRules.recognisedAfterWindow === null
      ? []
      : [
          {
            key: "after-window",
            label: t("recognisedAfterWindow"),
            value: t("nextYear"),
            cite: aidRules.recognisedAfterWindow,
          },
        ]),
    ...(aidRules.newborn === null
      ? []
      : [{ key: "aid-newborn", label: t("aidNewborn"), value: <NotStated />, cite: aidRules.newborn }]),
    ...(aidRules.student === null
      ? []
      : [{ key: "aid-student", label: t("aidStudent"), value: <NotStated />, cite: aidRules.student }]),
    {
      key: "residence-permit",
      label: t("domain:standing.residence-permit"),
      value: t("likeResidents"),
      cite: standing.residencePermit,
    },
    { key: "student", label: t("domain:standing.student"), value: t("likeResidents"), cite: standing.student },
    { key: "employee", label: t("domain:standing.employee"), value: t("notHere"), cite: standing.employee },
  ];
  return (
    <Section id="aid">
      <table className="policy-table" data-testid="aid-table">
        <caption className="seen-by-readers-only">{t("section.aid")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("identity")}</th>
            <th scope="col" className="policy-table__amount">
              {t("aidAmount")}
            </th>
            <th scope="col" className="policy-table__amount">
              {t("payable")}
            </th>
            <th scope="col">{t("written")}</th>
          </tr>
        </thead>
        <tbody>
          {rules.categories.map(({ id, aid, percent, payable, resolvesTo, cite }) => (
            <tr key={id} data-testid={`aid-${id}`}>
              <th scope="row">
                {t(`domain:category.${id}`)}
                {resolvesTo === null ? null : (
                  <span className="policy-line policy-line--note">
                    {t("countsAs", { category: t(`domain:category.${resolvesTo}`) })}
                  </span>
                )}
              </th>
              <td className="policy-table__amount">
                <Yuan amount={aid} />
                {percent === null ? null : (
                  <span className="policy-line policy-line--note">{t("shareOfStandard", { percent })}</span>
                )}
              </td>
              <td className="policy-table__amount">
                <Yuan amount={payable} />
              </td>
              <td className="policy-table__rule">
                <Days>{name(cite.summary)}</Days> <Where cite={cite} mainDocument={mainDocument} />
              </td>
            </tr>
          ))}
          {rules.reliefs.map(({ id, name: called, aid, payable, cite }) => (
            <tr key={id} data-testid={`relief-${id}`}>
              <th scope="row">{name(called)}</th>
              <td className="policy-table__amount">
                <Yuan amount={aid} />
              </td>
              <td className="policy-table__amount">
                <Yuan amount={payable} />
              </td>
              <td className="policy-table__rule">
                <Days>{name(cite.summary)}</Days> <Where cite={cite} mainDocument={mainDocument} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <RuleTable caption={t("aidRules")} lines={lines} mainDocument={mainDocument} />
    </Section>
  );

  function stated(silent: boolean) {
    return silent ? <NotStated /> : t("seeRule");
  }
}

export function Groups({ rules, mainDocument }: Props) {
  const { t } = useTranslation(["policies", "domain"]);
  const name = useNames();
  const startText = useStartText(rules);
  const hasLatePrice = rules.periods.some(({ standard }) => standard !== null);
  const lines: RuleLine[] = rules.groups.map((group) => ({
    key: group.id,
    label: t(`domain:group.${group.id}`),
    value: (
      <>
        {limits(group).map((text) => (
          <span key={text} className="policy-line">
            <Days>{text}</Days>
          </span>
        ))}
        {group.requires.map(({ fact, atLeast }) => (
          <span key={fact} className="policy-line">
            {t(`requires.${fact}`, { count: atLeast })}
          </span>
        ))}
        {hasLatePrice ? (
          <span className={group.price === "not-stated" ? "policy-line policy-silent" : "policy-line"}>
            {t(`price.${group.price ?? "late"}`)}
          </span>
        ) : null}
        {group.conditionsNotStated ? (
          <span className="policy-line policy-silent">{t("conditionsNotStated")}</span>
        ) : null}
      </>
    ),
    cite: group.cite,
  }));
  return (
    <Section id="groups" note={t("groupsNote")}>
      <RuleTable caption={t("section.groups")} lines={lines} mainDocument={mainDocument} testId="groups-table" />
    </Section>
  );

  function limits({ test, start, identities, impliedByIdentity }: RuleSetDescription["groups"][number]): string[] {
    const whose = [
      ...(impliedByIdentity ? [t("anyIdentity")] : []),
      ...(identities === null
        ? []
        : [t("listedOnly", { identities: identities.map((id) => t(`domain:category.${id}`)).join(t("separator")) })]),
    ];
    switch (test.kind) {
      case "always":
        return [t("test.always"), startText(start), ...whose];
      case "this-year":
        return [t("test.thisYear"), startText(start), ...whose];
      case "within":
        return [
          t("test.within", { length: lengthText(test.within) }),
          ...(test.eventFrom === undefined ? [] : [t("test.eventFrom", { from: test.eventFrom })]),
          ...(test.onFirstDay === undefined ? [] : [t("test.onFirstDay", { option: readingText(test.onFirstDay) })]),
          startText(start),
          ...whose,
        ];
      case "born-since":
        return [t("test.bornSince", { from: test.from, count: test.years }), startText(start), ...whose];
      case "own-window":
        return [
          t("test.ownWindow", { from: test.from, to: test.to }),
          ...(test.if === undefined ? [] : [t("test.open", { option: readingText(test.if) })]),
          startText(start),
          ...whose,
        ];
      case "open":
        return [t("test.open", { option: readingText(test.if) }), startText(start), ...whose];
      case "newborn":
        return [
          ...test.phases.map((phase) => {
            const until =
              phase.until === "first-birthday"
                ? t("untilBirthday")
                : t("afterBirth", { length: lengthText(phase.until) });
            const child = rules.reliefs.find(({ id }) => id === phase.relief);
            const whole = t("phase", { until, start: startText(phase.start) });
            const relieved = child === undefined ? whole : t("phaseRelief", { phase: whole, relief: name(child.name) });
            const text =
              phase.paidFrom === undefined ? relieved : t("phasePaidFrom", { phase: relieved, from: phase.paidFrom });
            return phase.if === undefined ? text : t("phaseIf", { phase: text, option: readingText(phase.if) });
          }),
          ...whose,
        ];
    }
  }

  function lengthText({ length, unit }: { readonly length: number; readonly unit: "day" | "month" }): string {
    return t(`length.${unit}`, { count: length });
  }

  function readingText({ interpretation, is }: { readonly interpretation: string; readonly is: string }): string {
    const option = rules.interpretations
      .find(({ id }) => id === interpretation)
      ?.options.find(({ id }) => id === is)?.text;
    return option === undefined ? is : name(option);
  }
}

// What is paid: the contribution, major illness insurance, and who pays the subsidy by tier.
import { useTranslation } from "react-i18next";
import type { RuleSetDescription } from "../../shared/rules/description.ts";
import { useNames } from "../assess/names.ts";
import { groupedAmount } from "../design/money.tsx";
import { type RuleLine, RuleTable, Yuan } from "./rule-table.tsx";
import { Section } from "./section.tsx";

interface Props {
  readonly rules: RuleSetDescription;
  readonly mainDocument: string;
}

export function Amounts({ rules, mainDocument }: Props) {
  const { t } = useTranslation("policies");
  const name = useNames();
  const { funding, majorIllness } = rules;
  const lines: RuleLine[] = [
    { key: "standard", label: t("standard"), value: <Yuan amount={rules.standard} />, cite: rules.standardCite },
    {
      key: "subsidy",
      label: t("subsidy", { year: funding.fiscalYear }),
      value: <Yuan amount={funding.total} />,
      cite: funding.cite,
    },
    { key: "central", label: t("central"), value: centralPart(), cite: funding.centralCite },
    ...funding.tiers.map((tier) => ({
      key: `tier-${tier.id}`,
      label: t("tier", { tier: tier.id }),
      value: (
        <>
          <span className="policy-line">
            {t("domain:payer.province")} <Yuan amount={tier.province} />
          </span>
          <span className="policy-line">
            {t("domain:payer.cityCounty")} <Yuan amount={tier.cityCounty} />
          </span>
        </>
      ),
      cite: tier.cite,
    })),
    {
      key: "major-illness",
      label: t("majorIllness"),
      value: <Yuan amount={majorIllness.perHead} />,
      cite: majorIllness.cite,
    },
    ...(majorIllness.about === null || majorIllness.aboutCite === null
      ? []
      : [
          {
            key: "major-illness-about",
            label: t("majorIllnessAbout"),
            value: t("about", { amount: groupedAmount(majorIllness.about) }),
            cite: majorIllness.aboutCite,
          },
        ]),
    {
      key: "major-illness-resident",
      label: t("majorIllnessResident"),
      value: <Yuan amount={majorIllness.residentPays} />,
      cite: majorIllness.residentPaysCite,
    },
  ];
  return (
    <Section id="amounts" note={t("perHead")}>
      <RuleTable caption={t("section.amounts")} lines={lines} mainDocument={mainDocument} />
      <Places rules={rules} />
    </Section>
  );

  function centralPart() {
    if (funding.centralBy === null) return <Yuan amount={funding.central} />;
    const { interpretation, options } = funding.centralBy;
    const question = rules.interpretations.find(({ id }) => id === interpretation);
    return (
      <>
        <Yuan amount={funding.central} />
        {Object.entries(options).map(([option, amount]) => {
          const text = question?.options.find(({ id }) => id === option)?.text;
          return (
            <span key={option} className="policy-line policy-line--note">
              {t("ifReading", { option: text === undefined ? option : name(text), amount: groupedAmount(amount) })}
            </span>
          );
        })}
      </>
    );
  }
}

/** Which county is in which tier, and the townships with the numbers that they are to enrol. */
function Places({ rules }: { readonly rules: RuleSetDescription }) {
  const { t } = useTranslation("policies");
  const name = useNames();
  const counties = rules.prefectures.flatMap((prefecture) => prefecture.counties);
  return (
    <>
      {rules.funding.tiers.map(({ id }) => {
        const inTier = counties.filter(({ tier }) => tier === id);
        return (
          <details key={id} className="policy-places">
            <summary>{t("tierCounties", { tier: id, count: inTier.length })}</summary>
            <p>
              {inTier
                .map((county) =>
                  county.tierVerified ? name(county.name) : t("unverified", { name: name(county.name) }),
                )
                .join(t("separator"))}
            </p>
          </details>
        );
      })}
      {counties.map(({ code, name: county, townships }) =>
        townships === null ? null : (
          <details key={code} className="policy-places">
            <summary>{t("townships", { county: name(county), count: townships.length })}</summary>
            <ol className="policy-townships">
              {townships.map((township) => (
                <li key={township.no}>
                  <span>{name(township.name)}</span>
                  <span className="figures">{groupedAmount(String(township.toEnrol))}</span>
                </li>
              ))}
            </ol>
          </details>
        ),
      )}
    </>
  );
}

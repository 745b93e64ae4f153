// County and township in one box: the counter's own county stands there already, its townships come first.
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { RuleSetDescription } from "../../../shared/rules/description.ts";
import type { Draft } from "../draft.ts";
import { countiesOf, useNames } from "../names.ts";
import { type Option, Pick } from "./pick.tsx";
import { describedBy, Row } from "./row.tsx";

interface Props {
  readonly rules: RuleSetDescription;
  readonly draft: Draft;
  readonly problem: string | undefined;
  readonly onChange: (change: Partial<Draft>) => void;
}

export function AreaField({ rules, draft, problem, onChange }: Props) {
  const { t } = useTranslation("assess");
  const name = useNames();
  const options = useMemo(() => {
    const all = countiesOf(rules);
    const own = all.find((county) => county.code === draft.county);
    // The counter's own county first; another county's townships only where none is chosen yet.
    const townships: readonly Option[] = (own === undefined ? all : [own]).flatMap((county) =>
      county.townships.map((township) => ({
        id: `${county.code}/${township.no}`,
        text: `${name(county.name)} · ${name(township.name)}`,
        also: `${township.name.zh} ${township.name.en}`,
      })),
    );
    const counties: readonly Option[] = all.map((county) => ({
      id: county.code,
      text: name(county.name),
      side: name(county.prefecture) === name(county.name) ? undefined : name(county.prefecture),
      also: `${county.code} ${county.name.zh} ${county.name.en}`,
    }));
    return own === undefined ? [...counties, ...townships] : [...townships, ...counties];
  }, [rules, draft.county, name]);

  const id =
    draft.county === null ? null : draft.township === null ? draft.county : `${draft.county}/${draft.township}`;
  const textOf = (chosen: string) => options.find((option) => option.id === chosen)?.text ?? chosen;
  return (
    <Row id="area" label={t("field.area")} problem={problem}>
      <Pick
        id="area"
        testId="area"
        options={options}
        chosen={id === null ? [] : [id]}
        multiple={false}
        placeholder={t("placeholder.area")}
        problem={problem}
        describedById={describedBy("area", problem, false)}
        textOf={textOf}
        onChange={([chosen]) => {
          const [county = null, township] = (chosen ?? "").split("/");
          onChange({
            county: county === "" ? null : county,
            township: township === undefined ? null : Number(township),
          });
        }}
      />
    </Row>
  );
}

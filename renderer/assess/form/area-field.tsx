// County and township in one box: the counter's own county stands there already, its townships come first.
import { memo, useMemo } from "react";
import type { RuleSetDescription } from "../../../shared/rules/description.ts";
import { useTexts } from "../../i18n/use-texts.ts";
import type { Draft } from "../draft.ts";
import { countiesOf, useNames } from "../names.ts";
import { type Option, Pick } from "./pick.tsx";
import { describedBy, Row } from "./row.tsx";

interface Props {
  readonly rules: RuleSetDescription;
  readonly county: string | null;
  readonly township: number | null;
  readonly problem: string | undefined;
  readonly onChange: (change: Partial<Draft>) => void;
}

export const AreaField = memo(function AreaField({ rules, county, township, problem, onChange }: Props) {
  const t = useTexts();
  const name = useNames();
  const options = useMemo(() => {
    const all = countiesOf(rules);
    const own = all.find(({ code }) => code === county);
    // The counter's own county first; another county's townships only where none is chosen yet.
    const townships: readonly Option[] = (own === undefined ? all : [own]).flatMap((of) =>
      of.townships.map((one) => ({
        id: `${of.code}/${one.no}`,
        text: `${name(of.name)} · ${name(one.name)}`,
        also: `${one.name.zh} ${one.name.en}`,
      })),
    );
    const counties: readonly Option[] = all.map((one) => ({
      id: one.code,
      text: name(one.name),
      side: name(one.prefecture) === name(one.name) ? undefined : name(one.prefecture),
      also: `${one.code} ${one.name.zh} ${one.name.en}`,
    }));
    return own === undefined ? [...counties, ...townships] : [...townships, ...counties];
  }, [rules, county, name]);

  const id = county === null ? null : township === null ? county : `${county}/${township}`;
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
          const [code = "", number] = (chosen ?? "").split("/");
          onChange({ county: code === "" ? null : code, township: number === undefined ? null : Number(number) });
        }}
      />
    </Row>
  );
});

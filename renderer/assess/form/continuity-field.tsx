// Cover in the years before: covered, not covered and for how many years, or not known.
import { memo } from "react";
import { useTexts } from "../../i18n/use-texts.ts";
import type { Continuity, Draft } from "../draft.ts";
import { missedYearsOf } from "../year-bound.ts";
import { Choices } from "./choices.tsx";
import { isComposing } from "./enter.ts";
import { Row } from "./row.tsx";

interface Props {
  readonly continuity: Continuity;
  readonly missedCount: number;
  readonly coverageYear: number;
  readonly onChange: (change: Partial<Draft>) => void;
}

const MOST = 9;

export const ContinuityField = memo(function ContinuityField(props: Props) {
  const { continuity, missedCount, coverageYear, onChange } = props;
  const t = useTexts();
  const years = missedYearsOf(coverageYear, missedCount);
  return (
    <>
      <Row id="continuity" label={t("field.continuity", { year: coverageYear - 1 })} group>
        <Choices<Continuity>
          name="continuity"
          labelledBy="continuity-label"
          value={continuity}
          choices={[
            { id: "covered", text: t("continuity.covered"), key: "Y" },
            { id: "missed", text: t("continuity.missed"), key: "N" },
            { id: "unknown", text: t("continuity.unknown"), key: "U" },
          ]}
          onChange={(chosen) => onChange({ continuity: chosen })}
        />
      </Row>
      {continuity === "missed" ? (
        <Row id="missedCount" label={t("field.missedCount")}>
          <div className="box" data-step>
            <input
              id="missedCount"
              data-testid="missed-count"
              className="box__input box__input--short figures"
              inputMode="numeric"
              autoComplete="off"
              value={missedCount}
              aria-describedby="missedCount-years"
              onFocus={(event) => event.target.select()}
              onKeyDown={(event) => {
                if (isComposing(event)) return;
                const step = event.key === "ArrowUp" ? 1 : event.key === "ArrowDown" ? -1 : 0;
                if (step === 0) return;
                event.preventDefault();
                onChange({ missedCount: Math.min(MOST, Math.max(1, missedCount + step)) });
              }}
              onChange={(event) => {
                const digit = /[1-9]/.exec(event.target.value.slice(-1))?.[0];
                if (digit !== undefined) onChange({ missedCount: Number(digit) });
              }}
            />
            <span className="box__read figures" id="missedCount-years">
              {t("continuity.years", { years: years.toReversed().join(t("list.separator")) })}
            </span>
          </div>
        </Row>
      ) : null}
    </>
  );
});

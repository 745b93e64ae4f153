// Reads the parts of the bar off a result: every figure is the engine's own text.

import { memo } from "react";
import { IDENTITY } from "../../../shared/engine/awaited.ts";
import type { Benefit, Result } from "../../../shared/engine/result.ts";
import { groupedAmount } from "../../design/money.tsx";
import { ShareBar } from "../../design/share-bar.tsx";
import { useTexts } from "../../i18n/use-texts.ts";

interface Props extends Pick<Result, "contribution" | "funding"> {
  readonly reason: Benefit["reason"];
  /** The fact that is asked for the amount's sake. */
  readonly awaited: string | undefined;
  /** The parts of province and county differ by place, and no county was given. */
  readonly waitsForCounty: boolean;
}

export const Shares = memo(function Shares({ contribution, funding, reason, awaited, waitsForCounty }: Props) {
  const t = useTexts();
  // Bound to employee insurance: nobody pays anything here, and nothing of it is "not stated".
  if (reason === "employee-cover") return null;
  const options = funding.centralOptions?.map(groupedAmount).join(t("shares.or"));
  const local = t(waitsForCounty ? "shares.needsCounty" : "shares.notStated");
  const own =
    awaited === undefined ? t("shares.notStated") : t(awaited === IDENTITY ? "shares.askFirst" : "payable.notAsked");
  const apart = funding.province !== null || funding.cityCounty !== null;
  return (
    <ShareBar
      standard={contribution.standard}
      surcharge={contribution.surcharge ?? null}
      subsidy={funding.total}
      contribution={[
        { payer: "resident", amount: contribution.payable, instead: own },
        {
          payer: "aid",
          amount: contribution.aid,
          instead: own,
          // A relief is another purse's than medical aid's.
          ...(contribution.relief === undefined ? {} : { name: t("payer.relief") }),
        },
      ]}
      funding={[
        { payer: "central", amount: funding.central, ...(options === undefined ? {} : { instead: options }) },
        ...(apart
          ? [
              { payer: "province" as const, amount: funding.province, instead: local },
              { payer: "county" as const, amount: funding.cityCounty, instead: local },
            ]
          : [{ payer: "local" as const, amount: null, instead: local }]),
      ]}
    />
  );
});

// Reads the parts of the bar off a result: every figure is the engine's own text.
import { useTranslation } from "react-i18next";
import { IDENTITY, partsWaitForCounty } from "../../../shared/engine/awaited.ts";
import type { Result } from "../../../shared/engine/result.ts";
import { groupedAmount } from "../../design/money.tsx";
import { ShareBar } from "../../design/share-bar.tsx";
import { askedForAmount } from "./awaited.ts";

export function Shares({ result }: { readonly result: Result }) {
  const { t } = useTranslation("assess");
  // Bound to employee insurance: nobody pays anything here, and nothing of it is "not stated".
  if (result.benefit.reason === "employee-cover") return null;
  const { contribution, funding } = result;
  const options = funding.centralOptions?.map(groupedAmount).join(t("shares.or"));
  const local = t(
    partsWaitForCounty(result.unanswered.map(({ field }) => field)) ? "shares.needsCounty" : "shares.notStated",
  );
  const awaited = askedForAmount(result);
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
}

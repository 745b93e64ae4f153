// What a resident's slip came to: amounts and the first covered day.
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { toYuan } from "../../shared/ledger/fen.ts";
import type { MemberFigures } from "../../shared/ledger/record.ts";
import { Money } from "../design/money.tsx";
import { useTownshipName } from "./township-name.ts";

export function FiguresTable({ figures }: { readonly figures: MemberFigures }): ReactElement {
  const { t } = useTranslation(["ledger", "domain"]);
  const townshipName = useTownshipName();
  return (
    <dl className="slip__figures">
      <dt>{t("search.category")}</dt>
      <dd>{figures.category === null ? "—" : t(`domain:category.${figures.category}`)}</dd>
      {figures.township === null ? null : (
        <>
          <dt>{t("search.township")}</dt>
          <dd>{townshipName(figures.township)}</dd>
        </>
      )}
      <dt>{t("slip.payable")}</dt>
      <dd>
        <FenOrNot fen={figures.payable} />
      </dd>
      <dt>{t("slip.aid")}</dt>
      <dd>
        <FenOrNot fen={figures.aid} />
      </dd>
      <dt>{t("slip.start")}</dt>
      <dd className="figures">{startText(figures, t(`domain:kind.${figures.benefit.kind}`))}</dd>
    </dl>
  );
}

export function FenOrNot({ fen }: { readonly fen: number | null }): ReactElement {
  const { t } = useTranslation(["ledger", "assess"]);
  if (fen === null) return <span>{t("slip.notKnown")}</span>;
  return (
    <>
      <Money amount={toYuan(fen)} /> {t("assess:payable.unit")}
    </>
  );
}

/** The first covered day, or what kind of answer stands instead of one. */
export function startText(figures: MemberFigures, kind: string): string {
  return figures.benefit.start ?? kind;
}

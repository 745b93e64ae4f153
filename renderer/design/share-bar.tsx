// Who pays what, as one bar of two parts: the contribution (resident and medical aid) and the government's subsidy.
import { useTexts } from "../i18n/use-texts.ts";
import { groupedAmount } from "./money.tsx";

/** `local`: province, city and county together, where their parts cannot be told apart. */
export const PAYERS = ["resident", "aid", "central", "province", "county", "local"] as const;
export type Payer = (typeof PAYERS)[number];

/** One payer's part; `amount` null where no document states it, with what is known of it in `instead`. */
export interface Share {
  readonly payer: Payer;
  readonly amount: string | null;
  readonly instead?: string;
  /** Who pays this part, where it is not the payer's usual name. */
  readonly name?: string;
}

interface Props {
  readonly standard: string;
  /** The subsidy's part that stands in `standard` because it is owed late: it is no second amount beside it. */
  readonly surcharge: string | null;
  readonly subsidy: string | null;
  readonly contribution: readonly Share[];
  readonly funding: readonly Share[];
}

export function ShareBar({ standard, surcharge, subsidy, contribution, funding }: Props) {
  const t = useTexts();
  return (
    <figure className="shares" aria-label={t("shares.label")}>
      <div className="shares__bar" aria-hidden="true">
        <Part whole={standard} shares={contribution} />
        {subsidy === null || surcharge !== null ? null : <Part whole={subsidy} shares={funding} />}
      </div>
      <div className="shares__legend">
        <Legend
          title={t(surcharge === null ? "shares.contribution" : "shares.contributionLate")}
          whole={standard}
          shares={contribution}
        />
        {surcharge === null ? (
          <Legend title={t("shares.subsidy")} whole={subsidy} shares={funding} />
        ) : (
          <p className="legend__late" data-testid="share-late">
            {t("shares.subsidyWithin", { amount: groupedAmount(surcharge) })}
          </p>
        )}
      </div>
    </figure>
  );
}

/** Widths are drawing only: what stands in words and figures is the text that the engine gave. */
function Part({ whole, shares }: { readonly whole: string; readonly shares: readonly Share[] }) {
  const total = Number(whole);
  const known = shares.reduce((sum, share) => sum + Number(share.amount ?? 0), 0);
  const open = shares.filter((share) => share.amount === null);
  return (
    <div className="shares__part" style={{ flexGrow: total }}>
      {shares.map((share) => {
        const width = share.amount === null ? Math.max(0, total - known) / open.length : Number(share.amount);
        return width === 0 ? null : (
          <span
            key={share.payer}
            className="shares__piece"
            data-payer={share.payer}
            data-open={share.amount === null ? true : undefined}
            style={{ flexGrow: width }}
          />
        );
      })}
    </div>
  );
}

function Legend({
  title,
  whole,
  shares,
}: {
  readonly title: string;
  readonly whole: string | null;
  readonly shares: readonly Share[];
}) {
  const t = useTexts();
  return (
    <dl className="legend">
      <div className="legend__whole">
        <dt>{title}</dt>
        <dd className="figures">{whole === null ? t("shares.notStated") : groupedAmount(whole)}</dd>
      </div>
      {shares.map(({ payer, amount, instead, name }) => (
        <div key={payer} className="legend__share">
          <dt>
            <span
              className="legend__mark"
              data-payer={payer}
              data-open={amount === null ? true : undefined}
              aria-hidden="true"
            />
            {name ?? t(`payer.${payer}`)}
          </dt>
          <dd className="figures" data-testid={`share-${payer}`}>
            {amount === null ? (instead ?? t("shares.notStated")) : groupedAmount(amount)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

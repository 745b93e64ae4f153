// Of several aid identities (多重身份): which one counts, which lost, what each would have given, and by which article.

import type { Clause, TraceStep } from "../../../shared/engine/result.ts";
import { ClauseTag } from "../../design/clause-tag.tsx";
import { groupedAmount } from "../../design/money.tsx";
import { useTexts } from "../../i18n/use-texts.ts";
import { useNames } from "../names.ts";

const LOST: ReadonlySet<string> = new Set(["identity-lost", "identity-first-named", "identity-lost-to-relief"]);
const WON: ReadonlySet<string> = new Set(["identity", "identity-by-class", "category", "relief", "relief-all"]);

export function Resolver({ steps }: { readonly steps: readonly TraceStep[] }) {
  const t = useTexts();
  const name = useNames();
  const aid = steps.filter(({ step }) => step === "aid");
  const lost = aid.filter(({ variant }) => LOST.has(variant));
  const first = lost[0];
  if (first === undefined) return null;
  const won = aid.find(({ variant }) => WON.has(variant));
  const isOpen = lost.some(({ variant }) => variant === "identity-first-named");
  return (
    <>
      <ul className="resolver" data-testid="resolver">
        <Row
          label={won === undefined || !("relief" in won.in) ? category(first.in["winner"]) : name(reliefOf(won))}
          counts
          aid={won?.out["aid"] ?? null}
          clause={won?.clause ?? null}
        />
        {lost.map((step) => (
          <Row
            key={String(step.in["category"])}
            label={category(step.in["category"])}
            counts={false}
            aid={step.out["aid"] ?? null}
            clause={step.clause}
          />
        ))}
      </ul>
      {isOpen ? <p className="review__advice">{t("resolver.open")}</p> : null}
    </>
  );

  function category(id: TraceStep["in"][string] | undefined): string {
    return t(`domain:category.${String(id)}`);
  }
}

function reliefOf(step: TraceStep) {
  return { zh: String(step.in["zh"]), en: String(step.in["en"]) };
}

interface RowProps {
  readonly label: string;
  readonly counts: boolean;
  readonly aid: TraceStep["out"][string] | null;
  readonly clause: Clause | null;
}

function Row({ label, counts, aid, clause }: RowProps) {
  const t = useTexts();
  return (
    <li className="resolver__row" data-counts={counts || undefined}>
      <span className="step__mark" role="img" aria-label={t(`trace.effect.${counts ? "applied" : "failed"}`)}>
        {counts ? "✓" : "✕"}
      </span>
      <strong>{label}</strong>
      <span className="figures">
        {typeof aid === "string" ? t("resolver.aid", { amount: groupedAmount(aid) }) : t("resolver.notStated")}
      </span>
      <span>{t(counts ? "resolver.counts" : "resolver.lost")}</span>
      {clause === null ? null : <ClauseTag clause={clause} />}
    </li>
  );
}

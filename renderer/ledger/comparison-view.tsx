// Then and now: what the slip said, and what the same case answers by the rules in this program today.
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import type { LedgerComparison } from "../../shared/ipc/channels/ledger.ts";
import type { MemberFigures } from "../../shared/ledger/record.ts";
import { ask } from "../platform/ask.ts";
import { ActFault } from "./fault-note.tsx";
import { FenOrNot, startText } from "./figures-table.tsx";
import { useAct } from "./use-act.ts";

const RULES = { same: "slip.rulesSame", changed: "slip.rulesChanged", absent: "slip.rulesAbsent" } as const;

export function ComparisonView({ number }: { readonly number: string }): ReactElement {
  const { t } = useTranslation("ledger");
  const act = useAct();
  const [found, setFound] = useState<LedgerComparison | null>(null);
  if (found === null) {
    return (
      <div className="ledger-buttons">
        <button
          type="button"
          className="plain-button"
          data-testid="slip-compare"
          disabled={act.busy}
          onClick={() => void act.run(() => ask("ledger.compare", { number }), setFound)}
        >
          {t("slip.compare")}
        </button>
        <ActFault act={act} />
      </div>
    );
  }
  return (
    <section data-testid="comparison" data-rules={found.rules}>
      <h3 className="card__title">{t("slip.compare")}</h3>
      <p className="ledger-note">{t(RULES[found.rules])}</p>
      {found.members.map(({ atIssue, today }, place) =>
        today === null ? null : (
          // biome-ignore lint/suspicious/noArrayIndexKey: residents of a slip never change their places
          <MemberComparison key={place} atIssue={atIssue} today={today} />
        ),
      )}
    </section>
  );
}

interface MemberComparisonProps {
  readonly atIssue: MemberFigures;
  readonly today: MemberFigures;
}

function MemberComparison({ atIssue, today }: MemberComparisonProps): ReactElement {
  const { t } = useTranslation(["ledger", "domain"]);
  const kind = (figures: MemberFigures) => t(`domain:kind.${figures.benefit.kind}`);
  const rows = [
    {
      label: t("slip.payable"),
      before: <FenOrNot fen={atIssue.payable} />,
      after: <FenOrNot fen={today.payable} />,
      same: atIssue.payable === today.payable,
    },
    {
      label: t("slip.aid"),
      before: <FenOrNot fen={atIssue.aid} />,
      after: <FenOrNot fen={today.aid} />,
      same: atIssue.aid === today.aid,
    },
    {
      label: t("slip.start"),
      before: startText(atIssue, kind(atIssue)),
      after: startText(today, kind(today)),
      same: atIssue.benefit.start === today.benefit.start && atIssue.benefit.kind === today.benefit.kind,
    },
  ];
  return (
    <table className="ledger-table">
      <thead>
        <tr>
          <td />
          <th scope="col">{t("slip.then")}</th>
          <th scope="col">{t("slip.now")}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.label} data-differs={!row.same || undefined}>
            <th scope="row">{row.label}</th>
            <td className="figures">{row.before}</td>
            <td className="figures">{row.after}</td>
            <td>{row.same ? "=" : t("slip.differs")}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

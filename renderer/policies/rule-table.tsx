// A section of the page: one line a rule, with its figure, the rule in our words, and where it is written.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { CitedText } from "../../shared/rules/description.ts";
import { useNames } from "../assess/names.ts";
import { Days } from "../design/days.tsx";
import { groupedAmount } from "../design/money.tsx";

export interface RuleLine {
  readonly key: string;
  readonly label: ReactNode;
  readonly value: ReactNode;
  readonly cite: CitedText;
}

interface Props {
  readonly caption: string;
  readonly lines: readonly RuleLine[];
  /** The document most rules rest on: named once on the page, left out in its lines. */
  readonly mainDocument: string;
  readonly testId?: string;
}

export function RuleTable({ caption, lines, mainDocument, testId }: Props) {
  const name = useNames();
  return (
    <table className="policy-table" data-testid={testId}>
      <caption className="seen-by-readers-only">{caption}</caption>
      <tbody>
        {lines.map(({ key, label, value, cite }) => (
          <tr key={key} data-testid={`rule-${key}`}>
            <th scope="row">
              <Days>{label}</Days>
            </th>
            <td className="policy-table__value">
              <Days>{value}</Days>
            </td>
            <td className="policy-table__rule">
              <Days>{name(cite.summary)}</Days> <Where cite={cite} mainDocument={mainDocument} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Document, article and grade; says so where the text is silent. */
export function Where({ cite, mainDocument }: { readonly cite: CitedText; readonly mainDocument: string }) {
  const { t } = useTranslation("policies");
  return (
    <span className="where">
      {cite.document === mainDocument ? null : (
        <span>
          <Days>{cite.document}</Days>
        </span>
      )}
      <span>{cite.article}</span>
      <span className="where__grade" data-grade={cite.grade} title={t(`grade.${cite.grade}`)}>
        {t("grade.short", { grade: cite.grade })}
      </span>
      {cite.silent ? <span className="where__silent">{t("silent")}</span> : null}
    </span>
  );
}

/** An amount in yuan; null is what no document states, and never looks like a zero. */
export function Yuan({ amount }: { readonly amount: string | null }) {
  const { t } = useTranslation("policies");
  if (amount === null) return <NotStated />;
  return <span className="figures">{t("yuan", { amount: groupedAmount(amount) })}</span>;
}

export function NotStated() {
  const { t } = useTranslation("policies");
  return <span className="policy-silent">{t("notStated")}</span>;
}

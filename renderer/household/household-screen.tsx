// The household: everybody who came along in one table, one total, one slip.
import { lazy, type ReactElement, Suspense, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { maskNumber } from "../../shared/identity/masking.ts";
import { BenefitPhrase } from "../assess/answer/reviews.tsx";
import { useCounter } from "../assess/counter-context.tsx";
import type { Draft } from "../assess/draft.ts";
import type { Answer } from "../assess/store.ts";
import { Money } from "../design/money.tsx";
import { openScreen } from "../platform/open-screen.ts";
import { useShortcuts } from "../platform/shortcuts.ts";
import { householdTotal } from "./total.ts";
import "../assess/assess.css";
import "./household.css";

const PrintDialog = lazy(async () => ({ default: (await import("../slip/print-dialog.tsx")).PrintDialog }));

export function HouseholdScreen(): ReactElement {
  const { t } = useTranslation(["household", "assess", "domain"]);
  const members = useCounter((state) => state.members);
  const answers = useCounter((state) => state.answers);
  const activate = useCounter((state) => state.activate);
  const addMember = useCounter((state) => state.addMember);
  const removeMember = useCounter((state) => state.removeMember);
  const [printing, setPrinting] = useState(false);
  const total = useMemo(() => householdTotal(members.map(({ key }) => answers[key])), [members, answers]);
  const twice = useMemo(() => sameNumber(members), [members]);

  const open = (key: string): void => {
    activate(key);
    openScreen("assess");
  };
  const add = (): void => {
    addMember();
    openScreen("assess");
  };
  useShortcuts(printing ? {} : { "Ctrl+M": add, "Ctrl+P": () => total !== null && setPrinting(true) });

  return (
    <div className="assess" data-testid="household-screen">
      <div className="household">
        <section className="card household__card" aria-label={t("title")}>
          <header className="household__head">
            <h1 className="card__title">{t("title")}</h1>
            <p className="household__hint">{t("hint")}</p>
          </header>
          <table className="household__table">
            <thead>
              <tr>
                <th scope="col">{t("member")}</th>
                <th scope="col">{t("identity")}</th>
                <th scope="col">{t("paidOn")}</th>
                <th scope="col" className="household__amount">
                  {t("aid")}
                </th>
                <th scope="col" className="household__amount">
                  {t("pays")}
                </th>
                <th scope="col">{t("start")}</th>
                <th scope="col">
                  <span className="seen-by-readers-only">{t("actions")}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {members.map((member, index) => (
                <MemberRow
                  key={member.key}
                  member={member}
                  answer={answers[member.key]}
                  name={member.name === "" ? t("nth", { n: index + 1 }) : member.name}
                  twice={twice.has(member.key)}
                  onOpen={() => open(member.key)}
                  onRemove={members.length > 1 ? () => removeMember(member.key) : null}
                />
              ))}
            </tbody>
            {total === null ? null : (
              <tfoot>
                <tr>
                  <th scope="row" colSpan={3}>
                    {total.unknown === 0 ? t("total") : t("totalKnown", { count: total.unknown })}
                  </th>
                  <td className="household__amount">
                    <Money amount={total.aid} />
                  </td>
                  <td className="household__amount household__sum">
                    <Money amount={total.payable} testId="household-total" />
                  </td>
                  <td colSpan={2}>{total.payableInWords}</td>
                </tr>
              </tfoot>
            )}
          </table>
        </section>
      </div>
      <footer className="actions">
        <button
          type="button"
          className="action action--main"
          disabled={total === null}
          onClick={() => setPrinting(true)}
        >
          {t("print")} <kbd>Ctrl+P</kbd>
        </button>
        <button type="button" className="action" data-testid="household-add" onClick={add}>
          {t("assess:actions.addMember")} <kbd>Ctrl+M</kbd>
        </button>
        <span className="actions__word">{t("assess:actions.notVoucher")}</span>
        {printing ? (
          <Suspense fallback={null}>
            <PrintDialog onClose={() => setPrinting(false)} />
          </Suspense>
        ) : null}
      </footer>
    </div>
  );
}

interface RowProps {
  readonly member: Draft;
  readonly answer: Answer | undefined;
  readonly name: string;
  readonly twice: boolean;
  readonly onOpen: () => void;
  readonly onRemove: (() => void) | null;
}

function MemberRow({ member, answer, name, twice, onOpen, onRemove }: RowProps): ReactElement {
  const { t } = useTranslation(["household", "domain"]);
  const result = answer?.stale === false ? answer.result : null;
  const open = result?.contribution.payable === null || result?.contribution.aid === null;
  return (
    <tr data-testid="household-row">
      <th scope="row">
        <button type="button" className="household__name" onClick={onOpen}>
          {name}
        </button>
        <span className="household__id figures">{maskNumber(member.idNumber).replaceAll("•", "*")}</span>
        {twice ? <span className="household__twice">{t("twice")}</span> : null}
      </th>
      <td>
        {result?.contribution.category
          ? t(`domain:category.${result.contribution.category}`)
          : t(member.categories === null ? "notAsked" : "none")}
      </td>
      <td className="figures">{answer?.answered?.request?.paidOn ?? t("notYet")}</td>
      <td className="household__amount">{amount(result?.contribution.aid)}</td>
      <td className="household__amount">{amount(result?.contribution.payable)}</td>
      <td className="figures">
        {result === null ? t("notYet") : <BenefitPhrase benefit={result.benefit} />}
        {result !== null && result.review.length > 0 ? (
          <span className="household__review">{t("review", { count: result.review.length })}</span>
        ) : null}
        {open && result !== null && result.unanswered.length > 0 ? (
          <span className="household__review">{t("question")}</span>
        ) : null}
      </td>
      <td>
        {onRemove === null ? null : (
          <button type="button" className="household__remove" aria-label={t("remove", { name })} onClick={onRemove}>
            ×
          </button>
        )}
      </td>
    </tr>
  );

  function amount(value: string | null | undefined) {
    return value === undefined ? (
      t("notYet")
    ) : value === null ? (
      t(member.categories === null ? "notAsked" : "notStated")
    ) : (
      <Money amount={value} />
    );
  }
}

/** Members whose ID number stands twice: a slip of the hand that would be paid twice. */
function sameNumber(members: readonly Draft[]): ReadonlySet<string> {
  const seen = new Map<string, string[]>();
  for (const { key, idNumber } of members) {
    const number = idNumber.trim().toUpperCase();
    if (number !== "") seen.set(number, [...(seen.get(number) ?? []), key]);
  }
  return new Set([...seen.values()].filter((keys) => keys.length > 1).flat());
}

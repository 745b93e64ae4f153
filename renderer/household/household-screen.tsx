// The household: everybody who came along in one table, one total, one slip.
import { Fragment, lazy, type ReactElement, Suspense, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { amountWaitsFor } from "../../shared/engine/awaited.ts";
import { maskNumber } from "../../shared/identity/masking.ts";
import { BenefitPhrase } from "../assess/answer/reviews.tsx";
import { useCounter } from "../assess/counter-context.tsx";
import type { Draft } from "../assess/draft.ts";
import { type OtherLine, otherYearOf, toSettle } from "../assess/other-year.ts";
import { RemovedNote } from "../assess/removed-note.tsx";
import type { Answer } from "../assess/store.ts";
import { Money } from "../design/money.tsx";
import { openScreen } from "../platform/open-screen.ts";
import { useShortcuts } from "../platform/shortcuts.ts";
import { type HouseholdLine, type HouseholdTotal, householdTotal } from "./total.ts";
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
  const others = useCounter((state) => state.others);
  const coverageYear = useCounter((state) => state.rules?.coverageYear ?? 0);
  const provisional = useCounter((state) => state.rules?.status === "provisional");
  const toggleOtherYear = useCounter((state) => state.toggleOtherYear);
  const undoRemove = useCounter((state) => state.undoRemove);
  const total = useMemo(
    () =>
      householdTotal(
        members.flatMap(({ key }): HouseholdLine[] => {
          const other = others[key];
          const own = { coverageYear, answer: answers[key] };
          if (other === undefined) return [own];
          return [own, { coverageYear: other.coverageYear, answer: other.kind === "asked" ? other.answer : null }];
        }),
      ),
    [members, answers, others, coverageYear],
  );
  const twice = useMemo(() => sameNumber(members), [members]);

  const open = (key: string): void => {
    activate(key);
    openScreen("assess");
  };
  const add = (): void => {
    addMember();
    openScreen("assess");
  };
  /** The first newborn whose other year has no line yet; with all of them there, the first one's is taken away. */
  const toggleNext = (): void => {
    const newborns = members.filter(({ key }) => otherYearOf(answers[key]?.asked, coverageYear) !== null);
    const next = newborns.find(({ key }) => others[key] === undefined) ?? newborns[0];
    if (next !== undefined) toggleOtherYear(next.key);
  };
  useShortcuts(
    printing
      ? {}
      : {
          "Ctrl+M": add,
          "Ctrl+B": toggleNext,
          "Ctrl+Z": undoRemove,
          "Ctrl+P": () => total !== null && setPrinting(true),
        },
  );

  return (
    <div className="assess" data-testid="household-screen">
      <div className="household">
        <RemovedNote shortcut="Ctrl+Z" />
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
              {members.map((member, index) => {
                const name = member.name === "" ? t("nth", { n: index + 1 }) : member.name;
                const other = others[member.key];
                const offered = otherYearOf(answers[member.key]?.asked, coverageYear);
                const toggle = () => toggleOtherYear(member.key);
                return (
                  <Fragment key={member.key}>
                    <MemberRow
                      member={member}
                      answer={answers[member.key]}
                      name={name}
                      year={offered === null ? null : coverageYear}
                      provisional={provisional}
                      hasOtherLine={other !== undefined}
                      twice={twice.has(member.key)}
                      onOpen={() => open(member.key)}
                      onRemove={members.length > 1 ? () => removeMember(member.key) : null}
                    />
                    {other !== undefined ? (
                      <OtherRow member={member} line={other} name={name} onRemove={toggle} />
                    ) : offered !== null ? (
                      <OfferRow year={offered} onAdd={toggle} />
                    ) : null}
                  </Fragment>
                );
              })}
            </tbody>
            {total === null ? null : <Totals total={total} />}
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

/** A sum for each coverage year where there are two, then all of it. */
function Totals({ total }: { readonly total: HouseholdTotal }): ReactElement {
  const { t } = useTranslation("household");
  // A sum of nothing known is not 0.00: nobody may read it as nothing to pay.
  const nothingKnown = total.unknown === total.lines;
  return (
    <tfoot>
      {total.byYear.map(({ coverageYear, lines, aid, payable, unknown }) => (
        <tr key={coverageYear} className="household__year" data-testid={`household-total-${coverageYear}`}>
          <th scope="row" colSpan={3}>
            {t("totalYear", { year: coverageYear })}
            {unknown === 0 ? null : <span className="household__review">{t("unknownLines", { count: unknown })}</span>}
          </th>
          <td className="household__amount" data-label={t("aid")}>
            {unknown === lines ? t("notKnown") : <Money amount={aid} />}
          </td>
          <td className="household__amount" data-label={t("pays")}>
            {unknown === lines ? t("notKnown") : <Money amount={payable} />}
          </td>
          <td colSpan={2} />
        </tr>
      ))}
      <tr>
        <th scope="row" colSpan={3}>
          {total.unknown === 0 ? t("total") : t("totalKnown", { count: total.unknown })}
        </th>
        <td className="household__amount" data-label={t("aid")}>
          {nothingKnown ? t("notKnown") : <Money amount={total.aid} />}
        </td>
        <td className="household__amount household__sum" data-label={t("pays")}>
          {nothingKnown ? (
            <span data-testid="household-total">{t("notKnown")}</span>
          ) : (
            <Money amount={total.payable} testId="household-total" />
          )}
        </td>
        <td colSpan={2}>{nothingKnown ? null : total.payableInWords}</td>
      </tr>
    </tfoot>
  );
}

interface RowProps {
  readonly member: Draft;
  readonly answer: Answer | undefined;
  readonly name: string;
  /** Said where the member may have a line for another coverage year. */
  readonly year: number | null;
  readonly provisional: boolean;
  /** For another coverage year, right below. */
  readonly hasOtherLine: boolean;
  readonly twice: boolean;
  readonly onOpen: () => void;
  readonly onRemove: (() => void) | null;
}

function MemberRow({
  member,
  answer,
  name,
  year,
  provisional,
  hasOtherLine,
  twice,
  onOpen,
  onRemove,
}: RowProps): ReactElement {
  const { t } = useTranslation(["household", "domain"]);
  return (
    <tr data-testid="household-row">
      <th scope="row">
        <button type="button" className="household__name" onClick={onOpen}>
          {name}
        </button>
        <span className="household__id figures">{maskNumber(member.idNumber)}</span>
        {twice ? <span className="household__twice">{t("twice")}</span> : null}
        {year === null ? null : <OfYear year={year} provisional={provisional} />}
      </th>
      <AnswerCells member={member} answer={answer} hasOtherLine={hasOtherLine} />
      <td>{onRemove === null ? null : <RemoveButton label={t("remove", { name })} onRemove={onRemove} />}</td>
    </tr>
  );
}

/** A newborn's line for its other coverage year: its own rules, amounts and cover, or which notice is missing. */
function OtherRow({
  member,
  line,
  name,
  onRemove,
}: {
  readonly member: Draft;
  readonly line: OtherLine;
  readonly name: string;
  readonly onRemove: () => void;
}): ReactElement {
  const { t } = useTranslation("household");
  const { coverageYear: year } = line;
  return (
    <tr data-testid="household-other" className="household__other">
      <th scope="row">
        {name}
        <OfYear year={year} provisional={line.kind === "asked" && line.rules?.status === "provisional"} />
      </th>
      {line.kind === "missing" ? (
        <td colSpan={5} data-testid="household-missing">
          {t("missingYear", { year })}
        </td>
      ) : (
        <AnswerCells member={member} answer={line.answer ?? undefined} hasOtherLine />
      )}
      <td>
        <RemoveButton label={t("removeYear", { name, year })} onRemove={onRemove} />
      </td>
    </tr>
  );
}

/** Which coverage year a line is for, and whether its rules are still unverified: two years may differ in that. */
function OfYear({ year, provisional }: { readonly year: number; readonly provisional: boolean }): ReactElement {
  const { t } = useTranslation(["household", "shell"]);
  return (
    <>
      <span className="household__of-year">{t("ofYear", { year })}</span>
      {provisional ? <span className="household__review">{t("shell:rules.status.provisional")}</span> : null}
    </>
  );
}

function OfferRow({ year, onAdd }: { readonly year: number; readonly onAdd: () => void }): ReactElement {
  const { t } = useTranslation("household");
  return (
    <tr className="household__other">
      <td colSpan={7}>
        <button type="button" className="action" data-testid="add-other-year" onClick={onAdd}>
          {t("addYear", { year })} <kbd>Ctrl+B</kbd>
        </button>
        <span className="household__hint"> {t("addYearWhy", { year })}</span>
      </td>
    </tr>
  );
}

function RemoveButton({ label, onRemove }: { readonly label: string; readonly onRemove: () => void }): ReactElement {
  return (
    <button type="button" className="household__remove" aria-label={label} onClick={onRemove}>
      ×
    </button>
  );
}

/** Identity, payment day, amounts and cover: five cells. */
function AnswerCells({
  member,
  answer,
  hasOtherLine,
}: {
  readonly member: Draft;
  readonly answer: Answer | undefined;
  readonly hasOtherLine: boolean;
}): ReactElement {
  const { t } = useTranslation(["household", "domain"]);
  const result = answer?.stale === false ? answer.result : null;
  const points = result === null ? 0 : toSettle(result.review, hasOtherLine).length;
  const isAwaited = result !== null && amountWaitsFor(result) !== undefined;
  const open = result?.contribution.payable === null || result?.contribution.aid === null;
  return (
    <>
      <td data-label={t("identity")}>
        {result?.contribution.category
          ? t(`domain:category.${result.contribution.category}`)
          : t(member.categories === null ? "notAsked" : "none")}
      </td>
      <td className="figures day" data-label={t("paidOn")}>
        {answer?.answered?.request?.paidOn ?? t("notYet")}
      </td>
      <td className="household__amount" data-label={t("aid")}>
        {amount(result?.contribution.aid)}
      </td>
      <td className="household__amount" data-label={t("pays")}>
        {amount(result?.contribution.payable)}
      </td>
      <td className="figures" data-label={t("start")}>
        <span className="household__cover">
          {result === null ? t("notYet") : <BenefitPhrase benefit={result.benefit} />}
        </span>
        {points === 0 ? null : <span className="household__review">{t("review", { count: points })}</span>}
        {open && result !== null && result.unanswered.length > 0 ? (
          <span className="household__review">{t("question")}</span>
        ) : null}
      </td>
    </>
  );

  function amount(value: string | null | undefined) {
    return value === undefined ? (
      t("notYet")
    ) : value === null ? (
      t(member.categories === null || isAwaited ? "notAsked" : "notStated")
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

// One more question: the fact that would change the answer most, how far it can move it, and keys to answer it.
import { type KeyboardEvent, memo } from "react";
import type { Result } from "../../../shared/engine/result.ts";
import { FURTHER_FACTS } from "../../../shared/rules/table.ts";
import { Days } from "../../design/days.tsx";
import { groupedAmount } from "../../design/money.tsx";
import { useTexts } from "../../i18n/use-texts.ts";
import type { Draft } from "../draft.ts";
import { focusField, focusStep, isComposing } from "../form/enter.ts";

type Known = Pick<Draft, "claims" | "settled">;

interface Props extends Known {
  readonly result: Result;
  readonly onEdit: (change: Partial<Draft>) => void;
}

/** Where a fact is told in the form, and what a plain yes or no means there; without them it has to be filled in. */
interface Asked {
  readonly text: string;
  readonly field: string;
  readonly yes?: { readonly change: Partial<Draft>; readonly goTo?: string };
  readonly no?: { readonly change: Partial<Draft>; readonly goTo?: string };
}

const RECOGNISED = "newly-recognised-low-income";

function askedFor(field: string, draft: Known): Asked {
  switch (field) {
    case "resident.missedYears":
      return {
        text: "missedYears",
        field: "continuity",
        yes: { change: { continuity: "covered" } },
        no: { change: { continuity: "missed" }, goTo: "missedCount" },
      };
    case "resident.categories":
      return {
        text: "categories",
        field: "categories",
        yes: { change: {}, goTo: "categories" },
        // Nobody without an identity was newly recognised: a claim left standing would ask the same again.
        no: { change: { categories: [], claims: draft.claims.filter(({ group }) => group !== RECOGNISED) } },
      };
    case "resident.groups":
      return {
        text: "groups",
        field: "groups",
        yes: {
          change: {
            claims: [...draft.claims.filter(({ group }) => group !== RECOGNISED), { group: RECOGNISED, eventText: "" }],
          },
          goTo: `event-${RECOGNISED}`,
        },
        no: { change: { settled: [...draft.settled, field] } },
      };
    case "resident.birthDate":
      return { text: "birthDate", field: "idNumber" };
    case "county":
      return { text: "county", field: "area" };
    default: {
      const fact = FURTHER_FACTS.find((known) => field === `resident.${known}`);
      if (fact !== undefined) return { text: fact, field: fact };
      const claim = /^resident\.groups\[(\d+)\]/.exec(field);
      const group = claim === null ? undefined : draft.claims[Number(claim[1])]?.group;
      return { text: group === undefined ? "any" : "eventDate", field: group === undefined ? field : `event-${group}` };
    }
  }
}

export const Question = memo(function Question({ claims, settled, result, onEdit }: Props) {
  const t = useTexts();
  const open = result.unanswered.filter(({ field }) => !settled.includes(field));
  const first = open[0];
  if (first === undefined) return null;
  const asked = askedFor(first.field, { claims, settled });

  const answer = (given: Asked["yes"]) => {
    if (given === undefined) return focusField(asked.field);
    onEdit(given.change);
    const { goTo } = given;
    // The field may only appear with the answer.
    if (goTo !== undefined) requestAnimationFrame(() => focusField(goTo));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event) || event.ctrlKey || event.altKey || event.metaKey) return;
    const pressed = event.key.toLowerCase();
    if (pressed !== "y" && pressed !== "n") return;
    event.preventDefault();
    answer(pressed === "y" ? asked.yes : asked.no);
  };

  return (
    <section className="question" aria-label={t("question.title")} data-testid="question" onKeyDown={onKeyDown}>
      <p className="question__text">
        <strong>{t("question.title")}</strong> {t(`question.${asked.text}`, { field: first.field })}
      </p>
      <p className="question__range" data-testid="range">
        <Days>{rangeText(first.changes)}</Days>
      </p>
      <div className="question__keys">
        {asked.yes === undefined ? (
          <button type="button" className="mini" data-testid="question-fill" onClick={() => answer(undefined)}>
            {t("question.fill")} <kbd className="key">Y</kbd>
          </button>
        ) : (
          <>
            <button type="button" className="mini" data-testid="question-yes" onClick={() => answer(asked.yes)}>
              {t(`question.yes.${asked.field}`)} <kbd className="key">Y</kbd>
            </button>
            <button type="button" className="mini" data-testid="question-no" onClick={() => answer(asked.no)}>
              {t(`question.no.${asked.field}`)} <kbd className="key">N</kbd>
            </button>
          </>
        )}
        <button
          type="button"
          className="mini"
          data-step
          data-testid="question-skip"
          onClick={(event) => focusStep(event.currentTarget, 1)}
        >
          {t("question.skip")} <kbd className="key">Enter</kbd>
        </button>
        {open.length > 1 ? (
          <span className="question__more">{t("question.more", { count: open.length - 1 })}</span>
        ) : null}
      </div>
    </section>
  );

  /** What the fact can change (benefit, amount, funding) as how far the answer can still move. */
  function rangeText(changes: readonly string[]): string {
    const { range } = result;
    const said: string[] = [];
    if (changes.includes("amount")) {
      const pays = range?.payable ?? null;
      if (pays !== null && pays.min !== pays.max)
        said.push(t("question.payable", { min: groupedAmount(pays.min), max: groupedAmount(pays.max) }));
      else if (pays?.mayBeNotStated === true) said.push(t("question.payableOne", { amount: groupedAmount(pays.min) }));
      else said.push(t("domain:change.amount"));
      if (pays?.mayBeNotStated === true) said.push(t("question.amountNotStated"));
    }
    if (changes.includes("benefit")) {
      const { earliest = null, latest = null, mayBeNone = false, mayBeNotStated = false } = range?.start ?? {};
      if (earliest !== null && latest !== null && earliest !== latest)
        said.push(t("question.start", { earliest, latest }));
      else said.push(t("domain:change.benefit"));
      if (mayBeNotStated) said.push(t("question.notStated"));
      if (mayBeNone) said.push(t("question.none"));
    }
    if (said.length === 0) said.push(t("domain:change.funding"));
    return said.join(t("list.semicolon"));
  }
});

// The form of one resident, in the order in which a clerk asks. Enter goes on, Shift+Enter goes back.
import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { EpochDay } from "../../../shared/dates/civil.ts";
import type { RuleSetDescription } from "../../../shared/rules/description.ts";
import type { Draft } from "../draft.ts";
import { useNames } from "../names.ts";
import type { Answer } from "../store.ts";
import { AreaField } from "./area-field.tsx";
import { ContinuityField } from "./continuity-field.tsx";
import { DateField } from "./date-field.tsx";
import { focusStep, isComposing, isLastStep } from "./enter.ts";
import { GroupsField } from "./groups-field.tsx";
import { IdNumberField } from "./id-number-field.tsx";
import { MoreFields, moreIsSet } from "./more-fields.tsx";
import { Pick } from "./pick.tsx";
import { useProblems } from "./problems.ts";
import { describedBy, Row } from "./row.tsx";

interface Props {
  readonly draft: Draft;
  readonly rules: RuleSetDescription;
  readonly answer: Answer | undefined;
  readonly today: EpochDay;
  readonly onEdit: (change: Partial<Draft>) => void;
}

/** Milliseconds; an answer takes a few. */
const ANSWER_WITHIN = 60;

export function ResidentForm({ draft, rules, answer, today, onEdit }: Props) {
  const { t } = useTranslation(["assess", "domain"]);
  const name = useNames();
  const { problemOf, sentence } = useProblems(answer);
  const [unfolded, setUnfolded] = useState(false);
  const more = unfolded || moreIsSet(draft);
  const result = answer?.result ?? null;

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (
      event.key !== "Enter" ||
      event.defaultPrevented ||
      isComposing(event) ||
      event.ctrlKey ||
      event.altKey ||
      event.metaKey
    )
      return;
    if (event.target instanceof HTMLButtonElement) return;
    event.preventDefault();
    const from = event.target;
    if (!(from instanceof Element)) return;
    const direction = event.shiftKey ? -1 : 1;
    // Behind the last field may come a question, which the answer to this very key stroke decides.
    if (direction === 1 && isLastStep(event.currentTarget, from))
      setTimeout(() => focusStep(from, direction), ANSWER_WITHIN);
    else focusStep(from, direction);
  };

  const categoryText = (id: string) => t(`domain:category.${id}`);
  const known = new Set(rules.categories.map((category) => category.id));

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter bubbles up from the fields
    <div className="form" onKeyDown={onKeyDown}>
      <IdNumberField
        value={draft.idNumber}
        today={today}
        problem={problemOf("idNumber")}
        onChange={(idNumber) => onEdit({ idNumber })}
      />
      {draft.idNumber.trim() === "" ? (
        <DateField
          id="birthDate"
          testId="birth-date"
          label={t("field.birthDate")}
          value={draft.birthText}
          placeholder={t("placeholder.birthDate")}
          problem={problemOf("birthDate")}
          onChange={(birthText) => onEdit({ birthText })}
        />
      ) : null}
      <Row id="name" label={t("field.name")}>
        <div className="box" data-step>
          <input
            id="name"
            data-testid="name"
            className="box__input"
            autoComplete="off"
            spellCheck={false}
            maxLength={60}
            value={draft.name}
            placeholder={t("placeholder.name")}
            onChange={(event) => onEdit({ name: event.target.value })}
          />
        </div>
      </Row>
      <AreaField rules={rules} draft={draft} problem={problemOf("area")} onChange={onEdit} />
      <Row id="categories" label={t("field.categories")} problem={problemOf("categories")}>
        <Pick
          id="categories"
          testId="categories"
          options={rules.categories.map((category) => ({
            id: category.id,
            text: categoryText(category.id),
            side: category.payable === null ? undefined : t("pick.pays", { amount: category.payable }),
            also: category.id,
          }))}
          chosen={draft.categories ?? []}
          multiple
          placeholder={t("placeholder.categories")}
          note={
            draft.categories?.length === 0 ? <span className="chip chip--none">{t("categories.none")}</span> : undefined
          }
          problem={problemOf("categories")}
          describedById={describedBy("categories", problemOf("categories"), false)}
          unknown={(draft.categories ?? []).filter((id) => !known.has(id))}
          textOf={categoryText}
          onChange={(categories) => onEdit({ categories: categories.length === 0 ? null : categories })}
          onPassed={() => draft.categories === null && onEdit({ categories: [] })}
        />
      </Row>
      <GroupsField
        rules={rules}
        draft={draft}
        seen={result?.exemption?.group ?? null}
        problem={problemOf("groups")}
        faults={answer?.asked.faults ?? []}
        sentence={sentence}
        onChange={onEdit}
      />
      <ContinuityField draft={draft} coverageYear={rules.coverageYear} onChange={onEdit} />
      <DateField
        id="paidOn"
        testId="paid-on"
        label={t("field.paidOn")}
        value={draft.paidText}
        placeholder={t("placeholder.date")}
        problem={problemOf("paidOn")}
        read={
          result === null || answer?.stale === true ? undefined : (
            <span data-testid="window">{t(`domain:window.${result.window}`)}</span>
          )
        }
        onChange={(paidText) => onEdit({ paidText })}
      />
      {rules.hasAdmissionRule ? (
        <DateField
          id="admittedOn"
          testId="admitted-on"
          label={t("field.admittedOn")}
          value={draft.admittedText}
          placeholder={t("placeholder.admittedOn")}
          problem={problemOf("admittedOn")}
          onChange={(admittedText) => onEdit({ admittedText })}
        />
      ) : null}
      {more ? <MoreFields draft={draft} onChange={onEdit} /> : null}
      {moreIsSet(draft) ? null : (
        <button type="button" className="form__more" aria-expanded={more} onClick={() => setUnfolded(!unfolded)}>
          <span aria-hidden="true">{more ? "−" : "+"}</span> {t(more ? "more.fold" : "more.unfold")}
        </button>
      )}
      {(answer?.asked.unknown.length ?? 0) > 0 ? (
        <p className="form__unknown" role="status" data-testid="unknown-here">
          {t("unknown.here", {
            rules: `${name(rules.name)}`,
            what: answer?.asked.unknown.map(({ field, id }) => unknownText(field, id)).join(t("list.separator")),
          })}
        </p>
      ) : null}
    </div>
  );

  function unknownText(field: string, id: string): string {
    if (field === "categories") return categoryText(id);
    return field === "groups" ? t(`domain:group.${id}`) : t("unknown.county", { code: id });
  }
}

// The form of one resident, in the order in which a clerk asks. Enter goes on, Shift+Enter goes back.
import { type KeyboardEvent, memo, useMemo, useState } from "react";
import type { RuleSetDescription } from "../../../shared/rules/description.ts";
import { useTexts } from "../../i18n/use-texts.ts";
import { activeDraft, askedNow, engineFault, groupSeen, todayOf } from "../active.ts";
import { useCounter, useCounterActions } from "../counter-context.tsx";
import type { Draft } from "../draft.ts";
import { useNames } from "../names.ts";
import type { Fault, Unknown } from "../request.ts";
import { AreaField } from "./area-field.tsx";
import { CategoriesField } from "./categories-field.tsx";
import { ContinuityField } from "./continuity-field.tsx";
import { DateField } from "./date-field.tsx";
import { focusStep, isComposing, isLastStep } from "./enter.ts";
import { FurtherFields } from "./further-fields.tsx";
import { GroupsField } from "./groups-field.tsx";
import { IdNumberField } from "./id-number-field.tsx";
import { MoreFields, moreIsSet } from "./more-fields.tsx";
import { NameField } from "./name-field.tsx";
import { PaidOnField } from "./paid-on-field.tsx";
import { useProblems } from "./problems.ts";

/** Milliseconds; an answer takes a few. */
const ANSWER_WITHIN = 60;

/** Of whoever stands at the counter. Drawn again with what is typed and what is wrong with it, and not with each answer. */
export const ResidentForm = memo(function ResidentForm({ rules }: { readonly rules: RuleSetDescription }) {
  const draft = useCounter(activeDraft);
  return draft === undefined ? null : <Fields draft={draft} rules={rules} />;
});

function Fields({ draft, rules }: { readonly draft: Draft; readonly rules: RuleSetDescription }) {
  const t = useTexts();
  const name = useNames();
  const asked = useCounter(askedNow);
  const seen = useCounter(groupSeen);
  const today = useCounter(todayOf);
  const problemOf = useProblems(asked, useCounter(engineFault));
  const { edit: onEdit } = useCounterActions();
  const put = useMemo(() => settersFor(onEdit), [onEdit]);
  const [unfolded, setUnfolded] = useState(false);
  const more = unfolded || moreIsSet(draft);

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

  const groupFaults = useUnchanged((asked?.faults ?? NO_FAULTS).filter(({ field }) => field === "groups"));

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter bubbles up from the fields
    <div className="form" onKeyDown={onKeyDown}>
      <IdNumberField value={draft.idNumber} today={today} problem={problemOf("idNumber")} onChange={put.idNumber} />
      {draft.idNumber.trim() === "" ? (
        <DateField
          id="birthDate"
          testId="birth-date"
          label={t("field.birthDate")}
          value={draft.birthText}
          placeholder={t("placeholder.birthDate")}
          problem={problemOf("birthDate")}
          onChange={put.birthText}
        />
      ) : null}
      <NameField value={draft.name} onChange={put.name} />
      <AreaField
        rules={rules}
        county={draft.county}
        township={draft.township}
        problem={problemOf("area")}
        onChange={onEdit}
      />
      <CategoriesField
        rules={rules}
        chosen={draft.categories}
        problem={problemOf("categories")}
        onChange={put.categories}
      />
      <GroupsField
        rules={rules}
        claims={draft.claims}
        seen={seen}
        problem={problemOf("groups")}
        faults={groupFaults}
        onChange={onEdit}
      />
      <ContinuityField
        continuity={draft.continuity}
        missedCount={draft.missedCount}
        coverageYear={rules.coverageYear}
        onChange={onEdit}
      />
      <PaidOnField value={draft.paidText} problem={problemOf("paidOn")} onChange={put.paidText} />
      {rules.hasAdmissionRule ? (
        <DateField
          id="admittedOn"
          testId="admitted-on"
          label={t("field.admittedOn")}
          value={draft.admittedText}
          placeholder={t("placeholder.admittedOn")}
          problem={problemOf("admittedOn")}
          onChange={put.admittedText}
        />
      ) : null}
      <FurtherFields rules={rules} draft={draft} problemOf={problemOf} onChange={onEdit} />
      {more ? <MoreFields draft={draft} onChange={onEdit} /> : null}
      {moreIsSet(draft) ? null : (
        <button type="button" className="form__more" aria-expanded={more} onClick={() => setUnfolded(!unfolded)}>
          <span aria-hidden="true">{more ? "−" : "+"}</span> {t(more ? "more.fold" : "more.unfold")}
        </button>
      )}
      {(asked?.unknown.length ?? 0) > 0 ? (
        <p className="form__unknown" role="status" data-testid="unknown-here">
          {t("unknown.here", {
            rules: `${name(rules.name)}`,
            what: asked?.unknown.map(unknownText).join(t("list.separator")),
          })}
        </p>
      ) : null}
    </div>
  );

  function unknownText({ field, id, year = rules.coverageYear }: Unknown): string {
    switch (field) {
      case "categories":
        return t(`domain:category.${id}`);
      case "groups":
        return t(`domain:group.${id}`);
      case "area":
        return t("unknown.county", { code: id });
      case "continuity":
        return t("unknown.continuity", { year: year - 1, asked: rules.coverageYear - 1 });
      default:
        return t(`field.${field}`, { year: year - 1 });
    }
  }
}

const NO_FAULTS: readonly Fault[] = [];

/** One function for each text of the form, the same at every drawing: a field whose text stays is not drawn again. */
function settersFor(onEdit: (change: Partial<Draft>) => void) {
  return {
    idNumber: (idNumber: string) => onEdit({ idNumber }),
    name: (name: string) => onEdit({ name }),
    birthText: (birthText: string) => onEdit({ birthText }),
    paidText: (paidText: string) => onEdit({ paidText }),
    admittedText: (admittedText: string) => onEdit({ admittedText }),
    categories: (categories: Draft["categories"]) => onEdit({ categories }),
  };
}

/** The list of before while the new one says the same. */
function useUnchanged<Entry>(list: readonly Entry[]): readonly Entry[] {
  const text = JSON.stringify(list);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it says is what counts
  return useMemo(() => list, [text]);
}

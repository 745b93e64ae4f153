// Which year a payment belongs to and which notice is missing: seen before any figure, with what is known and what to do.
import { memo, useMemo } from "react";
import type { EpochDay } from "../../../shared/dates/civil.ts";
import { isoDay, parseIsoDay } from "../../../shared/dates/iso.ts";
import type { RuleSetDescription } from "../../../shared/rules/description.ts";
import { jurisdictionOf, type MissingYear, missingYear, yearsPaidFor } from "../../../shared/rules/missing-year.ts";
import { Days } from "../../design/days.tsx";
import { useTexts } from "../../i18n/use-texts.ts";
import { openScreen } from "../../platform/open-screen.ts";
import { useCounter, useCounterActions } from "../counter-context.tsx";
import { focusField } from "../form/enter.ts";
import { useNames } from "../names.ts";
import type { CounterState } from "../store.ts";

interface Props {
  readonly rules: RuleSetDescription;
  /** ISO; null while it cannot be read: then today is meant. */
  readonly paidOn: string | null;
  readonly today: EpochDay;
}

const ruleSetsOf = ({ ruleSets }: CounterState) => ruleSets;
const comingOf = ({ coming }: CounterState) => coming;

/** Nothing where the rules in force cover the day. */
export const YearNote = memo(function YearNote({ rules, paidOn, today }: Props) {
  const t = useTexts();
  const ruleSets = useCounter(ruleSetsOf);
  const coming = useCounter(comingOf);
  const day = paidOn ?? isoDay(today);
  const past = day > rules.lastUsefulDay;
  const years = useMemo(() => {
    const jurisdiction = jurisdictionOf(rules.id);
    return yearsPaidFor(parseIsoDay(day) ?? today)
      .filter((year) => year > rules.coverageYear)
      .map((year) => ({
        year,
        id: `${jurisdiction}/${year}`,
        missing: missingYear(jurisdiction, year, ruleSets, coming),
      }));
  }, [rules, day, today, ruleSets, coming]);

  if (!past && isoDay(today) > rules.lastUsefulDay) {
    return (
      <p className="year-note year-note--line" data-testid="past-look-up">
        <Days>{t("yearNote.lookUp", { year: rules.coverageYear, end: rules.lastUsefulDay })}</Days>
      </p>
    );
  }
  if (!past && !years.some(({ missing }) => missing !== null)) return null;
  return (
    <section className="card over" role="status" data-testid={past ? "year-over" : "year-missing"}>
      <h2 className="over__title">
        <Days>
          {past
            ? t("yearNote.past", { year: rules.coverageYear, end: rules.lastUsefulDay })
            : t("yearNote.season", { year: years.at(-1)?.year ?? "" })}
        </Days>
      </h2>
      <p className="over__text">
        <Days>
          {past
            ? t("yearNote.pastText", { day, year: rules.coverageYear })
            : t("yearNote.seasonText", { day, year: rules.coverageYear, next: years.at(-1)?.year ?? "" })}
        </Days>
      </p>
      <ul className="over__ways">
        {years.map(({ year, id, missing }) => (
          <li key={year}>
            {missing === null ? (
              <>
                {t("yearNote.there", { year })} <UseYear id={id} />
              </>
            ) : (
              <Missing missing={missing} />
            )}
          </li>
        ))}
      </ul>
      <ul className="over__ways">
        {years.some(({ missing }) => missing !== null) ? (
          <li>
            {t("yearNote.enter")}{" "}
            <button type="button" className="mini" onClick={() => openScreen("policies")}>
              {t("yearNote.openRules")}
            </button>
          </li>
        ) : null}
        {past ? (
          <li>
            {t("over.earlier")}{" "}
            <button type="button" className="mini" onClick={() => focusField("paidOn")}>
              {t("over.changeDay")}
            </button>
          </li>
        ) : null}
        <li>
          {t("over.other")} <kbd className="key">F2</kbd>
        </li>
      </ul>
    </section>
  );
});

/** Puts the rule set of that year in force. */
function UseYear({ id }: { readonly id: string }) {
  const t = useTexts();
  const name = useNames();
  const known = useCounter(ruleSetsOf).find((entry) => entry.id === id);
  const { switchRules } = useCounterActions();
  return (
    <button type="button" className="mini" data-testid="use-year" onClick={() => void switchRules(id)}>
      {t("yearNote.use", { name: known === undefined ? id : name(known.name) })}
    </button>
  );
}

function Missing({ missing }: { readonly missing: MissingYear }) {
  const t = useTexts();
  const name = useNames();
  const { coverageYear, facts, unknown } = missing;
  return (
    <div data-testid={`missing-${coverageYear}`}>
      <strong>{t("yearNote.missing", { year: coverageYear })}</strong>
      {facts.length === 0 ? null : (
        <ul className="year-note__facts">
          {facts.map((fact) => (
            <li key={fact.id}>
              <Days>
                {t("yearNote.fact", { text: name(fact.text), document: name(fact.document), grade: fact.grade })}
              </Days>
            </li>
          ))}
        </ul>
      )}
      <p>
        {t("yearNote.unknown", {
          list: unknown.map((what) => t(`yearNote.what.${what}`)).join(t("yearNote.comma")),
        })}
      </p>
    </div>
  );
}

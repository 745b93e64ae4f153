// The columns as they were matched and the names that have no meaning yet: a person confirms once, and it is remembered.
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { REQUIRED_FIELDS, ROSTER_FIELDS, type RosterField } from "../../shared/roster/columns.ts";
import type { UnknownNameFound } from "../../shared/roster/survey.ts";
import { Days } from "../design/days.tsx";
import type { RosterActions, RosterStage } from "./use-roster.ts";

type Mapping = Extract<RosterStage, { readonly at: "mapping" }>;

interface Props {
  readonly stage: Mapping;
  readonly actions: RosterActions;
}

const UNDECIDED = "\u0000";

export function MappingForm({ stage, actions }: Props): ReactElement {
  const { t } = useTranslation("roster");
  const [neutralise, setNeutralise] = useState(false);
  const { survey, chosen, checking } = stage;
  const ready = !checking && survey.missing.length === 0 && survey.ambiguous.length === 0;
  return (
    <form
      className="roster__stack"
      data-testid="roster-mapping"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) actions.start(neutralise);
      }}
    >
      <div className="card roster__card">
        <h2 className="card__title">{t("mapping.title")}</h2>
        <p className="roster__note">
          {t("screen.list", { name: chosen.name, rows: survey.rows })} · {t("mapping.hint")}
        </p>
        <table className="roster__table roster__table--columns">
          <thead>
            <tr>
              <th scope="col">{t("mapping.field")}</th>
              <th scope="col">{t("mapping.column")}</th>
              <th scope="col">{t("mapping.sample")}</th>
            </tr>
          </thead>
          <tbody>
            {ROSTER_FIELDS.map((field) => (
              <ColumnRow key={field} field={field} stage={stage} actions={actions} />
            ))}
          </tbody>
        </table>
      </div>
      {survey.unknownNames.length === 0 ? null : (
        <div className="card roster__card">
          <h2 className="card__title">{t("mapping.names")}</h2>
          <p className="roster__note">{t("mapping.names-hint")}</p>
          <table className="roster__table">
            <thead>
              <tr>
                <th scope="col">{t("mapping.name")}</th>
                <th scope="col">{t("mapping.name-rows")}</th>
                <th scope="col">{t("mapping.meaning")}</th>
              </tr>
            </thead>
            <tbody>
              {survey.unknownNames.map((unknown) => (
                <NameRow key={`${unknown.field} ${unknown.name}`} unknown={unknown} stage={stage} actions={actions} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <label className="roster__check">
        <input type="checkbox" checked={neutralise} onChange={(event) => setNeutralise(event.target.checked)} />
        {t("mapping.neutralise")}
      </label>
      <div className="roster__buttons">
        <button type="submit" className="roster__button" data-primary disabled={!ready} data-testid="roster-start">
          {t("mapping.start")}
        </button>
        <button type="button" className="roster__button" onClick={actions.again}>
          {t("screen.another")}
        </button>
        {checking ? <span role="status">{t("mapping.recheck")}</span> : null}
      </div>
    </form>
  );
}

function ColumnRow({ field, stage, actions }: Props & { readonly field: RosterField }): ReactElement {
  const { t } = useTranslation("roster");
  const { survey, mapping } = stage;
  const index = survey.columns[field];
  const ambiguous = survey.ambiguous.find((entry) => entry.field === field);
  const missing = survey.missing.includes(field);
  const open = ambiguous !== undefined || missing;
  const chosen = index === undefined ? (open ? UNDECIDED : "") : (survey.headers[index] ?? "");
  return (
    <tr data-open={open ? true : undefined}>
      <th scope="row">{t(`field.${field}`)}</th>
      <td>
        <select
          aria-label={t(`field.${field}`)}
          aria-invalid={open}
          className="roster__select"
          data-testid={`column-${field}`}
          value={chosen}
          onChange={(event) =>
            actions.map({ ...mapping, columns: { ...mapping.columns, [field]: event.target.value } }, true)
          }
        >
          {open ? <option value={UNDECIDED}>{t("mapping.choose")}</option> : null}
          {/* A list without a payment day cannot be computed at all. */}
          {field === "paid_on" ? null : <option value="">{t("mapping.not-stated")}</option>}
          {survey.headers.map((header, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one name
            <option key={`${at} ${header}`} value={header}>
              {header}
            </option>
          ))}
        </select>
        {ambiguous === undefined ? null : (
          <p className="roster__problem">{t("mapping.ambiguous", { headers: ambiguous.headers.join("、") })}</p>
        )}
        {missing && REQUIRED_FIELDS.includes(field) ? <p className="roster__problem">{t("mapping.needed")}</p> : null}
      </td>
      <td className="roster__sample">
        <Days>
          {index === undefined
            ? ""
            : survey.sample
                .map((row) => row[index] ?? "")
                .filter((cell) => cell !== "")
                .join("、")}
        </Days>
      </td>
    </tr>
  );
}

function NameRow({ unknown, stage, actions }: Props & { readonly unknown: UnknownNameFound }): ReactElement {
  const { t } = useTranslation(["roster", "domain"]);
  const { survey, mapping } = stage;
  const { field, name, rows, likely } = unknown;
  const kind = field === "categories" ? "category" : "group";
  const named = (id: string): string => t(`domain:${kind}.${id}`);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="figures">{rows}</td>
      <td>
        <select
          aria-label={`${t("mapping.meaning")} ${name}`}
          className="roster__select"
          data-testid={`name-${name}`}
          value={mapping[field][name] ?? ""}
          onChange={(event) =>
            actions.map({ ...mapping, [field]: withChoice(mapping[field], name, event.target.value) }, false)
          }
        >
          <option value="">{t("mapping.leave")}</option>
          {likely.map((id) => (
            <option key={`likely ${id}`} value={id}>
              {t("mapping.likely", { names: named(id) })}
            </option>
          ))}
          <option value="none">{t("mapping.none")}</option>
          {survey.ids[field]
            .filter((id) => !likely.includes(id))
            .map((id) => (
              <option key={id} value={id}>
                {named(id)}
              </option>
            ))}
        </select>
      </td>
    </tr>
  );
}

function withChoice(choices: Readonly<Record<string, string>>, name: string, id: string): Record<string, string> {
  const others = Object.fromEntries(Object.entries(choices).filter(([known]) => known !== name));
  return id === "" ? others : { ...others, [name]: id };
}

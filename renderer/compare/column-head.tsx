// The head of a column: which rules, and what they do not know of what was typed.
import { useTranslation } from "react-i18next";
import type { Dropped, TypedCase } from "../../shared/compare/carry-over.ts";
import type { RuleSetDescription } from "../../shared/rules/description.ts";
import { useCounter } from "../assess/counter-context.tsx";
import { countiesOf, useNames } from "../assess/names.ts";
import type { Column } from "./use-comparison.ts";

interface Props {
  readonly column: Column;
  readonly base: RuleSetDescription | undefined;
  readonly typed: TypedCase;
  /** On how many points this column differs from the one in force; null while an answer is still out. */
  readonly changes: number | null;
  readonly onStandIn: (unknown: string, known: string | null) => void;
}

export function ColumnHead({ column, base, typed, changes, onStandIn }: Props) {
  const { t } = useTranslation(["compare", "assess", "domain"]);
  const name = useNames();
  const switchRules = useCounter((state) => state.switchRules);
  const { rules, carried } = column;
  const isBase = rules.id === base?.id;
  const asked = carried.request.resident.categories ?? [];
  const replaced = (typed.categories ?? []).filter(
    (id) =>
      !rules.categories.some((category) => category.id === id) &&
      !carried.dropped.some((d) => d.kind === "category" && d.id === id),
  );

  return (
    <th scope="col" className="column-head" data-testid={`column-${rules.id}`}>
      <span className="column-head__name">{name(rules.name)}</span>
      <span className="column-head__line">
        <span className="column-head__note">
          {isBase ? t("inForce") : changes === null ? "" : t("count", { count: changes })}
          {rules.status === "provisional" ? ` · ${t("provisional")}` : ""}
        </span>
        {isBase ? null : (
          <button type="button" className="mini column-head__take" onClick={() => void switchRules(rules.id)}>
            {t("take")}
          </button>
        )}
      </span>
      {carried.dropped.length === 0 ? null : (
        <div className="dropped" role="note" data-testid={`dropped-${rules.id}`}>
          <p>{t("dropped.title")}</p>
          <ul>
            {carried.dropped.map((entry) => (
              <li key={JSON.stringify(entry)}>
                {droppedText(entry)}
                {entry.kind === "category" && entry.instead.length > 0 ? (
                  <span className="dropped__instead">
                    {t("dropped.instead")}
                    {entry.instead.map((known) => (
                      <button key={known} type="button" className="mini" onClick={() => onStandIn(entry.id, known)}>
                        {t(`domain:category.${known}`)}
                      </button>
                    ))}
                  </span>
                ) : null}
              </li>
            ))}
          </ul>
        </div>
      )}
      {replaced.map((id) => (
        <div key={id} className="dropped" role="note" data-testid={`stand-in-${rules.id}`}>
          {t("standIn", {
            unknown: t(`domain:category.${id}`),
            known: asked.map((known) => t(`domain:category.${known}`)).join(t("separator")),
          })}{" "}
          <button type="button" className="mini" onClick={() => onStandIn(id, null)}>
            {t("standInBack")}
          </button>
        </div>
      ))}
    </th>
  );

  function droppedText(entry: Dropped): string {
    switch (entry.kind) {
      case "county":
        return t("dropped.county", { county: countyName(entry.id) });
      case "category":
        return t("dropped.category", { category: t(`domain:category.${entry.id}`) });
      case "group":
        return t("dropped.group", { group: t(`domain:group.${entry.id}`) });
      case "interpretation":
        return t("dropped.interpretation", { question: questionText(entry.id) });
      case "missed-years":
        return t("dropped.missedYears", { year: entry.year - 1 });
      case "fact":
        return t(`dropped.fact.${entry.why}`, { fact: t(`assess:field.${entry.id}`, { year: entry.year - 1 }) });
      case "admission":
        return t("dropped.admission", { day: entry.day });
    }
  }

  function countyName(code: string): string {
    const county = base === undefined ? undefined : countiesOf(base).find((entry) => entry.code === code);
    return county === undefined ? code : name(county.name);
  }

  function questionText(id: string): string {
    const question = base?.interpretations.find((entry) => entry.id === id)?.question;
    return question === undefined ? id : name(question);
  }
}

// Under the head of a column: what its rules do not know of what was typed, and which known identity stands in for it.
import { useTranslation } from "react-i18next";
import type { Dropped, TypedCase } from "../../shared/compare/carry-over.ts";
import type { RuleSetDescription } from "../../shared/rules/description.ts";
import { countiesOf, useNames } from "../assess/names.ts";
import type { Column } from "./use-comparison.ts";

interface Props {
  readonly column: Column;
  readonly base: RuleSetDescription | undefined;
  readonly typed: TypedCase;
  readonly onStandIn: (unknown: string, known: string | null) => void;
}

export function hasNotes(column: Column, typed: TypedCase): boolean {
  return column.carried.dropped.length > 0 || replacedIn(column, typed).length > 0;
}

/** The identities that these rules do not know and that another stands in for. */
function replacedIn({ rules, carried }: Column, typed: TypedCase): readonly string[] {
  return (typed.categories ?? []).filter(
    (id) =>
      !rules.categories.some((category) => category.id === id) &&
      !carried.dropped.some((entry) => entry.kind === "category" && entry.id === id),
  );
}

export function ColumnNotes({ column, base, typed, onStandIn }: Props) {
  const { t } = useTranslation(["compare", "assess", "domain"]);
  const name = useNames();
  const { rules, carried } = column;
  const asked = carried.request.resident.categories ?? [];

  return (
    <td className="comparison__cell">
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
      {replacedIn(column, typed).map((id) => (
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
    </td>
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

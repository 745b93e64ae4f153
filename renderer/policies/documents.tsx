// The documents that the rules rest on, and rules that inform without deciding a case.
import { useTranslation } from "react-i18next";
import type { RuleSetDescription } from "../../shared/rules/description.ts";
import { useNames } from "../assess/names.ts";
import { Days } from "../design/days.tsx";
import { NotStated, Where } from "./rule-table.tsx";
import { Section } from "./section.tsx";

export function Documents({ rules }: { readonly rules: RuleSetDescription }) {
  const { t } = useTranslation("policies");
  const name = useNames();
  return (
    <Section id="documents">
      <ul className="policy-documents">
        {rules.documents.map((document) => (
          <li key={document.id}>
            <p className="policy-documents__number">
              <Days>{document.number}</Days>{" "}
              <span className="where__grade" data-grade={document.grade} title={t(`grade.${document.grade}`)}>
                {t("grade.short", { grade: document.grade })}
              </span>
            </p>
            <p>{name(document.title)}</p>
            <p className="policy-note">
              {document.issuers.join(t("separator"))} ·{" "}
              {document.issuedOn === null ? <NotStated /> : <span className="figures day">{document.issuedOn}</span>}
            </p>
            {document.note === undefined ? null : (
              <p className="policy-note">
                <Days>{name(document.note)}</Days>
              </p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Hospital shares, outpatient cap, relatives and the like: shown, never computed. */
export function More({ rules, mainDocument }: { readonly rules: RuleSetDescription; readonly mainDocument: string }) {
  const { t } = useTranslation("policies");
  const name = useNames();
  return (
    <Section id="more" note={t("moreNote")}>
      <table className="policy-table policy-table--more">
        <caption className="seen-by-readers-only">{t("section.more")}</caption>
        <tbody>
          {rules.information.map(({ id, topic, text, cite }) => (
            <tr key={id}>
              <th scope="row">{t(`topic.${topic}`)}</th>
              <td>
                <Days>{name(text)}</Days> <Where cite={cite} mainDocument={mainDocument} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

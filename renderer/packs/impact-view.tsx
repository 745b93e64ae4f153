// Whom a pack changes: counted, grouped, from what to what, and by which article before and after.
import { useTranslation } from "react-i18next";
import type { ImpactReport } from "../../shared/ipc/channels/packs.ts";
import type { Impact, ImpactGroup, ImpactPoint, ImpactValue, LostGroup, Subject } from "../../shared/packs/impact.ts";
import { total } from "../../shared/packs/impact.ts";
import { useNames } from "../assess/names.ts";
import { ClauseTag } from "../design/clause-tag.tsx";

export function ImpactView({ report }: { readonly report: ImpactReport }) {
  const { t } = useTranslation("packs");
  return (
    <section className="packs-impact" aria-labelledby="packs-impact" data-testid="packs-impact">
      <h3 className="policy-section__title" id="packs-impact" tabIndex={-1}>
        {t("impact.title")}
      </h3>
      {report.impacts.map((impact) => (
        <OfRuleSet key={impact.ruleSet} impact={impact} />
      ))}
      {report.impacts.length === 0 ? <p>{t("impact.none")}</p> : null}
      {report.recordsLeftOut === null ? null : <p className="policy-note">{t("impact.noRecords")}</p>}
      {report.erased > 0 ? <p className="policy-note">{t("impact.erased", { count: report.erased })}</p> : null}
    </section>
  );
}

function OfRuleSet({ impact }: { readonly impact: Impact }) {
  const { t } = useTranslation("packs");
  const { asked, changed, groups, lost, before, after, ruleSet } = impact;
  const counts = (of: Impact["asked"]) => ({ cases: of.case, personas: of.persona, records: of.record });
  if (before === null) return <p>{t("impact.new", { ruleSet, ...counts(asked) })}</p>;
  return (
    <div className="packs-impact__set" data-testid={`impact-${ruleSet}`}>
      <p>
        <strong>{t("impact.versions", { ruleSet, before, after })}</strong> {t("impact.asked", counts(asked))}
      </p>
      <p className="packs-impact__sum" data-changed={total(changed) > 0}>
        {total(changed) === 0 ? t("impact.nobody") : t("impact.changed", counts(changed))}
      </p>
      {groups.length + lost.length === 0 ? null : (
        <table className="policy-table packs-impact__table">
          <caption className="seen-by-readers-only">{t("impact.title")}</caption>
          <thead>
            <tr>
              {(["point", "from", "to", "people", "who"] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`impact.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lost.map((entry) => (
              <LostRow key={`${entry.now} ${entry.code} ${entry.path}`} entry={entry} />
            ))}
            {groups.map((group) => (
              <GroupRow
                key={JSON.stringify([group.point, group.from, group.to, group.before, group.after])}
                group={group}
              />
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

function GroupRow({ group }: { readonly group: ImpactGroup }) {
  const { t } = useTranslation("packs");
  const value = useValue();
  return (
    <tr data-point={group.point}>
      <th scope="row">
        {t(`impact.point.${group.point}`)}
        {group.how === "unlike" ? null : (
          <span className="policy-line policy-line--note">{t(`impact.how.${group.how}`)}</span>
        )}
      </th>
      <td className="figures">
        {value(group.point, group.from)}
        <span className="policy-line">{group.before === null ? null : <ClauseTag clause={group.before} />}</span>
      </td>
      <td className="figures packs-impact__to">
        {value(group.point, group.to)}
        <span className="policy-line">{group.after === null ? null : <ClauseTag clause={group.after} />}</span>
      </td>
      <td className="figures">{total(group.people)}</td>
      <td>
        <Examples of={group} />
      </td>
    </tr>
  );
}

function LostRow({ entry }: { readonly entry: LostGroup }) {
  const { t } = useTranslation(["packs", "assess"]);
  const whyLost = (code: string) => t(`assess:fault.engine.${code}`, { defaultValue: t("assess:fault.engine.other") });
  return (
    <tr className="packs-impact__lost">
      <th scope="row">{t(`impact.lost.${entry.now}`)}</th>
      <td colSpan={2}>{whyLost(entry.code)}</td>
      <td className="figures">{total(entry.people)}</td>
      <td>
        <Examples of={entry} />
      </td>
    </tr>
  );
}

function Examples({ of }: { readonly of: Pick<ImpactGroup, "examples" | "people"> }) {
  const { t } = useTranslation("packs");
  const name = useNames();
  const say = (subject: Subject) =>
    subject.kind === "record" ? t("impact.slip", { number: subject.number }) : name(subject.about);
  const left = total(of.people) - of.examples.length;
  return (
    <span className="packs-impact__who">
      {of.examples.map(say).join(t("separator"))}
      {left > 0 ? ` ${t("impact.others", { count: left })}` : null}
    </span>
  );
}

/** Raw values of the contract in the reader's words. */
function useValue(): (point: ImpactPoint, value: ImpactValue) => string {
  const { t, i18n } = useTranslation(["packs", "domain"]);
  const notStated = t("notStated");
  const code = (kind: string, id: string | null | undefined) =>
    id === null || id === undefined
      ? t("impact.nothing")
      : i18n.exists(`domain:${kind}.${id}`)
        ? t(`domain:${kind}.${id}`)
        : id;
  return (point, value) => {
    const [first = null, second = null, third = null] = value;
    switch (point) {
      case "payable":
      case "aid":
      case "majorIllness":
        return first === null ? notStated : t("yuan", { amount: first });
      case "funding":
        return value.map((part) => part ?? notStated).join(" / ");
      case "start":
        if (second !== null) return first === "not-before" ? t("impact.notBefore", { day: second }) : second;
        return third === null ? code("kind", first) : code("reason", third);
      case "end":
        return first ?? t("impact.nothing");
      case "wait":
        return first === null || second === null ? t("impact.noWait") : t("impact.span", { from: first, to: second });
      case "exemption":
        return code("group", first);
      case "window":
        return code("window", first);
      case "admission":
        return first === "true" ? t("impact.covered") : first === "false" ? t("impact.notCovered") : notStated;
    }
  };
}

// The special groups a resident claims, each with the day of its event where the rule set counts from it.
import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { RuleSetDescription } from "../../../shared/rules/description.ts";
import type { Claim, Draft } from "../draft.ts";
import type { Fault } from "../request.ts";
import { DateBox } from "./date-field.tsx";
import { type Option, Pick } from "./pick.tsx";
import { useFormFaultText } from "./problems.ts";
import { describedBy, Row } from "./row.tsx";

interface Props {
  readonly rules: RuleSetDescription;
  readonly claims: readonly Claim[];
  /** A group that the engine found by itself (a newborn by the birth date). */
  readonly seen: string | null;
  readonly problem: string | undefined;
  readonly faults: readonly Fault[];
  readonly onChange: (change: Partial<Draft>) => void;
}

export const GroupsField = memo(function GroupsField({ rules, claims, seen, problem, faults, onChange }: Props) {
  const { t, i18n } = useTranslation(["assess", "domain"]);
  const sentence = useFormFaultText();
  const textOf = (group: string) => t(`domain:group.${group}`);
  const options: readonly Option[] = rules.groups.map(({ id }) => ({ id, text: textOf(id), also: id }));
  const known = new Set(options.map((option) => option.id));
  const put = (group: string, eventText: string) =>
    onChange({ claims: claims.map((claim) => (claim.group === group ? { ...claim, eventText } : claim)) });
  const choose = (chosen: readonly string[]) =>
    onChange({
      claims: chosen.map((group): Claim => claims.find((claim) => claim.group === group) ?? { group, eventText: "" }),
    });
  const needsDate = (group: string) => rules.groups.some((entry) => entry.id === group && entry.needsEventDate);
  const automatic = seen !== null && !claims.some((claim) => claim.group === seen);

  return (
    <>
      <Row id="groups" label={t("field.groups")} problem={problem}>
        <Pick
          id="groups"
          testId="groups"
          options={options}
          chosen={claims.map((claim) => claim.group)}
          multiple
          placeholder={t("placeholder.groups")}
          note={
            automatic && seen !== null ? (
              <span className="chip chip--seen">{t("groups.seen", { group: textOf(seen) })}</span>
            ) : undefined
          }
          problem={problem}
          describedById={describedBy("groups", problem, false)}
          unknown={claims.map((claim) => claim.group).filter((group) => !known.has(group))}
          textOf={textOf}
          onChange={choose}
        />
      </Row>
      {claims
        .filter((claim) => needsDate(claim.group))
        .map(({ group, eventText }) => {
          const fault = faults.find((entry) => entry.field === "groups" && entry.group === group && !entry.unfinished);
          const key = `eventDate.${group}`;
          const label = i18n.exists(`assess:${key}`) ? t(key) : t("eventDate.any");
          return (
            <Row
              key={group}
              id={`event-${group}`}
              label={label}
              problem={fault === undefined ? undefined : sentence(fault)}
            >
              <DateBox
                id={`event-${group}`}
                testId={`event-${group}`}
                value={eventText}
                placeholder={t("placeholder.date")}
                problem={fault === undefined ? undefined : sentence(fault)}
                read={<span className="row__of">{textOf(group)}</span>}
                onChange={(text) => put(group, text)}
              />
            </Row>
          );
        })}
    </>
  );
});

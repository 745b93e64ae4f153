// What would change the answer (换个情形): another payment day, a special group. Asked for once typing has paused.
import { memo, useEffect, useState } from "react";
import type { Advice as Change, LastDay } from "../../../shared/engine/advice.ts";
import type { Result } from "../../../shared/engine/result.ts";
import { ClauseTag } from "../../design/clause-tag.tsx";
import { Days } from "../../design/days.tsx";
import { groupedAmount } from "../../design/money.tsx";
import { useTexts } from "../../i18n/use-texts.ts";
import { ipcGateway } from "../ipc-gateway.ts";
import type { AssessRequest } from "../request.ts";
import { BenefitPhrase } from "./reviews.tsx";

const WHEN = { "pay-by": "payBy", "pay-from": "payFrom", "each-day": "eachDay" } as const;

const PAUSE = 250;
const SHOWN = 5;

interface Line {
  readonly key: string;
  readonly change: Change;
  /** Groups that change the answer in the same way stand in one line. */
  readonly groups: readonly string[];
}

interface Props {
  readonly request: AssessRequest;
  readonly result: Result;
}

export const Advice = memo(function Advice({ request, result }: Props) {
  const t = useTexts();
  const changes = useAdvice(request);
  const lines = linesOf(changes).slice(0, SHOWN);
  if (lines.length === 0) return null;
  // The document of the answer itself is named beside it; another one is named here.
  const main = result.trace.find(({ step }) => step === "contribution")?.clause?.document;
  return (
    <section className="advice" aria-label={t("advice.title")} data-testid="advice">
      <h2 className="card__title">{t("advice.title")}</h2>
      <ul className="advice__list">
        {lines.map(({ key, change, groups }) => (
          <li key={key} className="advice__line">
            <span className="advice__if">
              <Days>{condition(change, groups)}</Days>
              {"until" in change && change.until !== undefined ? (
                <span className="advice__until figures">
                  <Days>{untilText(change.until)}</Days>
                </span>
              ) : null}
            </span>
            <span className="advice__then figures">
              <span>
                <BenefitPhrase benefit={change.benefit} />
              </span>
              {change.daysGained === null || change.daysGained === 0 ? null : (
                <span className="advice__days" data-less={change.daysGained < 0 ? true : undefined}>
                  {t(change.daysGained > 0 ? "advice.more" : "advice.less", { count: Math.abs(change.daysGained) })}
                </span>
              )}
              {change.payable === null || change.payable === result.contribution.payable ? null : (
                <span>
                  {t("advice.pays", { amount: groupedAmount(change.payable) })}
                  {change.dearer === null
                    ? ""
                    : t(`advice.dearer.${change.dearer.how}`, { amount: groupedAmount(change.dearer.yuan) })}
                </span>
              )}
              {change.clause === null ? null : (
                <ClauseTag clause={change.clause} hideDocument={change.clause.document === main} />
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );

  function condition(change: Change, groups: readonly string[]): string {
    if (change.kind !== "group") return t(`advice.${WHEN[change.kind]}`, { day: change.day });
    const names = groups.map((group) => t(`domain:group.${group}`)).join(t("list.separator"));
    if (change.eventFrom === null) return t("advice.group", { groups: names });
    return t(change.claimed ? "advice.paper" : "advice.groupFrom", { groups: names, day: change.eventFrom });
  }

  /** Until when waiting costs nothing: with the answer of that day where it is not the one in sight. */
  function untilText({ day, benefit }: LastDay): string {
    if (benefit.start === null || benefit.start === result.benefit.start) return t("advice.until", { day });
    return t("advice.untilStart", { day, start: benefit.start });
  }
});

function useAdvice(request: AssessRequest): readonly Change[] {
  const [changes, setChanges] = useState<readonly Change[]>([]);
  const asked = JSON.stringify(request);
  useEffect(() => {
    let wanted = true;
    const timer = setTimeout(() => {
      void ipcGateway.advise(JSON.parse(asked)).then((found) => {
        if (wanted) setChanges(found);
      });
    }, PAUSE);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [asked]);
  return changes;
}

function linesOf(changes: readonly Change[]): readonly Line[] {
  const lines = new Map<string, Line>();
  for (const change of changes) {
    const { benefit, payable } = change;
    const key =
      change.kind === "group"
        ? JSON.stringify(["group", change.claimed, change.eventFrom, benefit, payable])
        : `${change.kind} ${change.day}`;
    const before = lines.get(key);
    const group = change.kind === "group" ? [change.group] : [];
    lines.set(key, { key, change: before?.change ?? change, groups: [...(before?.groups ?? []), ...group] });
  }
  // What was claimed and does not count yet is what they came for: the papers that would do stand first.
  const isClaimed = ({ change }: Line) => change.kind === "group" && change.claimed;
  return [...lines.values()].sort((one, other) => Number(isClaimed(other)) - Number(isClaimed(one)));
}

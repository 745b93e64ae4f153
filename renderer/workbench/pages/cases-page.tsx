// Worked cases: residents with the answers that the author worked out from the notice. All have to pass before signing.
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import type { DraftCaseData } from "../../../shared/workbench/draft.ts";
import { useCounter } from "../../assess/counter-context.tsx";
import { setCases } from "../bench-store.ts";
import { useBench, useDraft } from "../use-bench.ts";
import { CaseCard } from "./case-card.tsx";

export function CasesPage(): ReactElement {
  const { t } = useTranslation("workbench");
  const { cases } = useDraft();
  const checked = useBench((state) => state.checked);
  const atCounter = useCounter((state) => state.answers[state.active]?.asked.request ?? null);
  const add = (request: DraftCaseData["request"]) =>
    setCases((before) => [
      ...before,
      { id: nextId(before), about: { zh: "", en: "" }, source: null, request, expect: {} },
    ]);
  return (
    <>
      <h1 className="wb-title">{t("page.cases")}</h1>
      <p className="wb-note">{t("about.cases")}</p>
      {checked === null || checked.sound ? null : <p className="wb-warning">{t("casesNeedSoundRules")}</p>}
      {cases.map((entry, at) => (
        <CaseCard
          key={entry.id}
          entry={entry}
          number={at + 1}
          outcome={checked?.outcomes.find((outcome) => outcome.id === entry.id)}
        />
      ))}
      <p className="wb-item-acts">
        <button
          type="button"
          className="plain-button"
          data-testid="add-case"
          onClick={() => add({ paidOn: "", resident: { categories: [], groups: [], missedYears: [] } })}
        >
          {t("case.add")}
        </button>
        <button
          type="button"
          className="plain-button"
          disabled={atCounter === null}
          title={atCounter === null ? t("case.nobodyAtCounter") : undefined}
          onClick={() => {
            if (atCounter !== null) add(fromCounter(atCounter));
          }}
        >
          {t("case.fromCounter")}
        </button>
      </p>
    </>
  );
}

/** The case at the counter without whom it is about: neither number nor name are in a request, and its rule set is ours. */
function fromCounter(request: object): DraftCaseData["request"] {
  const { ruleSet: _ruleSet, id: _id, ...rest } = request as Readonly<Record<string, unknown>>;
  return rest;
}

function nextId(cases: readonly DraftCaseData[]): string {
  const numbers = cases.map(({ id }) => Number(/^case-(\d+)$/.exec(id)?.[1] ?? 0));
  return `case-${Math.max(0, ...numbers) + 1}`;
}

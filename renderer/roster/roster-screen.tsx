// Lists of a village or a county: choose one, check its columns, let it run, see what came of it.
import { type ReactElement, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useCounter } from "../assess/counter-context.tsx";
import { useNames } from "../assess/names.ts";
import { MappingForm } from "./mapping-form.tsx";
import { ResultView } from "./result-view.tsx";
import { RunningView } from "./running-view.tsx";
import { useRoster } from "./use-roster.ts";
import "./roster.css";

export function RosterScreen(): ReactElement {
  const { t } = useTranslation("roster");
  const name = useNames();
  const rules = useCounter((state) => state.rules);
  const [{ stage, failure }, actions] = useRoster(rules?.id);
  const screen = useRef<HTMLElement>(null);
  // The button that led on is gone with its step: the keyboard goes on from the top of the next one. Whoever serves
  // somebody at the counter meanwhile keeps the field that has the focus.
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each step
  useEffect(() => {
    if (document.activeElement === document.body) screen.current?.focus();
  }, [stage.at]);
  return (
    <section
      ref={screen}
      className="roster"
      aria-label={t("screen.title")}
      data-testid="roster-screen"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
      tabIndex={0}
    >
      <header className="roster__head">
        <h1 className="roster__title">{t("screen.title")}</h1>
        {rules === null ? null : <p className="roster__note">{t("screen.rules", { name: name(rules.name) })}</p>}
      </header>
      {failure === null ? null : (
        <p className="roster__fault" role="alert" data-testid="roster-fault">
          {t(`fault.${failure.code === "fault" ? String(failure.params["fault"]) : failure.code}`, {
            ...failure.params,
          })}
        </p>
      )}
      {stage.at === "start" ? (
        <div className="card roster__card">
          <p>{t("screen.intro")}</p>
          <button
            type="button"
            className="roster__button"
            data-primary
            disabled={rules === null}
            data-testid="roster-choose"
            onClick={actions.choose}
          >
            {t("screen.choose")}
          </button>
        </div>
      ) : null}
      {stage.at === "reading" ? (
        <p className="card roster__card" role="status">
          {t("screen.reading")}
        </p>
      ) : null}
      {stage.at === "mapping" ? <MappingForm stage={stage} actions={actions} /> : null}
      {stage.at === "running" ? <RunningView stage={stage} actions={actions} /> : null}
      {stage.at === "result" ? <ResultView result={stage.result} actions={actions} /> : null}
    </section>
  );
}

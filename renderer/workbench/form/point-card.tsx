// A point of the rules as a card: its name, whether it is confirmed, its figures at the left and its citation at the right.
import type { KeyboardEvent, ReactElement, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { confirmProblem, type DraftPoint } from "../../../shared/workbench/draft.ts";
import { staleFigures } from "../../../shared/workbench/stale-words.ts";
import type { Path } from "../../../shared/workbench/tree.ts";
import { confirmPoint, takeBack } from "../bench-store.ts";
import { elementId, usePlace } from "./place.ts";

interface Props {
  readonly point: DraftPoint;
  readonly path: Path;
  readonly faults: readonly string[];
  readonly controls: ReactElement | undefined;
  readonly cite: ReactElement | null;
  readonly children: ReactNode;
}

export function PointCard({
  point: { address, point, state },
  path,
  faults,
  controls,
  cite,
  children,
}: Props): ReactElement {
  const { t } = useTranslation("workbench");
  const { file, words, reading, lastYear } = usePlace();
  const inherited = point.section === "interpretations" ? reading(point.names[1] ?? "") : null;
  const asked = point.leaves.some(({ names }) => names[0] === "question");
  const name = inherited === null || asked ? words.subject(point.names, point.leaves) : inherited.question;
  const problem = confirmProblem(point);
  const stale = staleFigures(point, lastYear);
  const sure = state === "confirmed" || state === "document-unconfirmed";
  const confirm = () => {
    if (!sure && problem === null) confirmPoint(address);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    // What is typed is taken into its form first, as when the field is left.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    confirm();
  };
  return (
    <article
      className="card wb-card"
      data-state={state}
      data-path={elementId(file, path)}
      data-point={address}
      data-testid={`point-${address}`}
      aria-label={name}
      onKeyDown={onKeyDown}
    >
      <header className="wb-card__head">
        <h2 className="wb-card__name">{name}</h2>
        <span className="wb-state" data-state={state}>
          {t(`state.${state}`)}
        </span>
        <span className="wb-card__acts">
          {controls}
          {sure ? (
            <button type="button" className="wb-small" onClick={() => takeBack(address)}>
              {t("takeBack")}
            </button>
          ) : (
            <button
              type="button"
              className="wb-confirm"
              disabled={problem !== null}
              title={problem === null ? "Ctrl+Enter" : t(`problem.${problem}`)}
              onClick={confirm}
            >
              {t("confirm")} <kbd className="key">Ctrl+Enter</kbd>
            </button>
          )}
        </span>
      </header>
      {faults.length === 0 ? null : <p className="wb-fault">{faults.join(" ")}</p>}
      {problem === null || sure ? null : <p className="wb-note">{t(`problem.${problem}`)}</p>}
      {inherited === null || point.leaves.some(({ names }) => names[0] === "default") ? null : (
        <p className="wb-note">{t("inherited", { option: inherited.byDefault })}</p>
      )}
      {stale.length === 0 ? null : (
        <p className="wb-warning" data-testid="stale-words">
          {t("staleWords", { figures: stale.join("、") })}
        </p>
      )}
      <div className="wb-card__body" data-cited={cite === null ? undefined : true}>
        {children}
        {cite}
      </div>
    </article>
  );
}

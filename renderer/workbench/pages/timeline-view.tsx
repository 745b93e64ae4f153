// The periods on a line, drawn anew with every keystroke: gaps and overlaps are seen and said.
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { isTree } from "../../../shared/rules/points.ts";
import { timelineOf } from "../../../shared/workbench/timeline.ts";
import { useDraft } from "../use-bench.ts";

export function TimelineView(): ReactElement | null {
  const { t } = useTranslation(["workbench", "domain"]);
  const { files } = useDraft();
  const rules = isTree(files["rules"]) ? files["rules"] : {};
  const line = timelineOf(rules["periods"], Number(rules["coverageYear"]));
  if (line === null) return null;
  const troubles = line.spans.filter(({ kind }) => kind !== "period");
  return (
    <figure className="card wb-line" data-testid="timeline">
      <div className="wb-line__track" aria-hidden="true">
        {line.spans.map((span) => (
          <svg
            key={`${span.kind}-${span.at}-${span.from}`}
            className="wb-line__span"
            data-kind={span.kind}
            data-window={span.window}
            x={0}
            width="100%"
            height="100%"
          >
            <title>{`${span.from} – ${span.to}`}</title>
            <rect x={`${span.left}%`} width={`${span.width}%`} height="100%" />
          </svg>
        ))}
        <svg className="wb-line__span" width="100%" height="100%" aria-hidden="true">
          <line x1={`${line.newYear}%`} x2={`${line.newYear}%`} y1="0" y2="100%" className="wb-line__year" />
        </svg>
      </div>
      <figcaption className="wb-line__words">
        <span className="figures">{line.from}</span>
        <span role="status">
          {troubles.length === 0
            ? t("timeline.whole")
            : troubles.map((span) => t(`timeline.${span.kind}`, { from: span.from, to: span.to })).join(" ")}
        </span>
        <span className="figures">{line.to}</span>
      </figcaption>
      <ul className="wb-line__legend">
        {line.spans
          .filter(({ kind }) => kind === "period")
          .map((span) => (
            <li key={span.at} data-window={span.window}>
              {t(`domain:window.${span.window}`, { defaultValue: span.window })}{" "}
              <span className="figures">
                {span.from} – {span.to}
              </span>
            </li>
          ))}
      </ul>
    </figure>
  );
}

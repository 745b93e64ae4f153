// A list at work: how far it is, and the three things that can be done about it.
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import type { RosterActions, RosterStage } from "./use-roster.ts";

interface Props {
  readonly stage: Extract<RosterStage, { readonly at: "running" }>;
  readonly actions: RosterActions;
}

export function RunningView({ stage, actions }: Props): ReactElement {
  const { t } = useTranslation("roster");
  const { progress, paused } = stage;
  const share = progress === null || progress.ofBytes === 0 ? 0 : progress.bytes / progress.ofBytes;
  return (
    <div className="card roster__card" data-testid="roster-running">
      <h2 className="card__title">{paused ? t("running.paused") : t("running.title")}</h2>
      <progress className="roster__progress" aria-label={t("running.label")} max={1} value={share} />
      <p className="figures" aria-live="off">
        {Math.floor(share * 100)}%{" "}
        {progress === null ? null : t("running.rows", { rows: progress.rows, problems: progress.problems })}
      </p>
      <div className="roster__buttons">
        <button
          type="button"
          className="roster__button"
          data-testid="roster-pause"
          onClick={() => actions.steer(paused ? "resume" : "pause")}
        >
          {paused ? t("running.resume") : t("running.pause")}
        </button>
        <button
          type="button"
          className="roster__button"
          data-testid="roster-cancel"
          onClick={() => actions.steer("cancel")}
        >
          {t("running.cancel")}
        </button>
      </div>
    </div>
  );
}

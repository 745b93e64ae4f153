// The packs in use, how old they are, and the way back from each.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { InstalledShown, PacksOverview } from "../../shared/ipc/channels/packs.ts";
import { ask } from "../platform/ask.ts";
import { FaultLine, RefusalText } from "./fault-line.tsx";
import { Facts } from "./look-view.tsx";
import { PacksSection } from "./packs-section.tsx";
import { useAct } from "./use-packs.ts";

interface Props {
  readonly overview: PacksOverview;
  readonly onChanged: (overview: PacksOverview) => void;
}

export function InstalledList({ overview, onChanged }: Props) {
  const { t } = useTranslation("packs");
  return (
    <PacksSection id="installed" title={t("installed.title")}>
      {overview.installed.length === 0 ? <p className="policy-note">{t("installed.none")}</p> : null}
      {overview.installed.map((entry) => (
        <Installed key={`${entry.root} ${entry.pack}`} entry={entry} today={overview.today} onChanged={onChanged} />
      ))}
    </PacksSection>
  );
}

function Installed({
  entry,
  today,
  onChanged,
}: {
  readonly entry: InstalledShown;
  readonly today: string;
  readonly onChanged: (overview: PacksOverview) => void;
}) {
  const { t } = useTranslation("packs");
  const act = useAct();
  const [asking, setAsking] = useState(false);
  const { manifest, refusal, pack, root, version, before, ruleSets } = entry;
  const expired = manifest !== null && today > manifest.expires;
  return (
    <div className="packs-entry" data-testid={`installed-${pack}`}>
      {manifest === null ? <strong>{t("fact.version", { id: pack, version })}</strong> : <Facts manifest={manifest} />}
      {refusal === null ? null : (
        <div className="packs-refused" role="alert">
          <strong>{t("installed.notUsed")}</strong>
          <RefusalText refusal={refusal} />
        </div>
      )}
      {expired ? <p className="policy-warning">{t("installed.expired", { expires: manifest.expires })}</p> : null}
      {manifest === null ? null : (
        <p className="policy-note">
          {ruleSets.length === 0
            ? t("installed.answersNone")
            : t("installed.answers", { ruleSets: ruleSets.join(t("separator")) })}
        </p>
      )}
      <FaultLine fault={act.fault} />
      {asking ? (
        <p className="question-card__actions">
          <span>{before === null ? t("installed.undoToBundled") : t("installed.undoTo", { version: before })}</span>
          <button
            type="button"
            className="plain-button"
            // biome-ignore lint/a11y/noAutofocus: it was just asked for
            autoFocus
            onClick={() => setAsking(false)}
          >
            {t("installed.keep")}
          </button>
          <button
            type="button"
            className="plain-button settle__danger"
            disabled={act.busy}
            data-testid={`undo-${pack}`}
            onClick={() =>
              act.run(
                () => ask("packs.undo", { root, pack }),
                (next) => {
                  setAsking(false);
                  onChanged(next);
                },
              )
            }
          >
            {t("installed.undo")}
          </button>
        </p>
      ) : (
        <p>
          <button type="button" className="plain-button" onClick={() => setAsking(true)}>
            {t("installed.undo")}
          </button>
        </p>
      )}
    </div>
  );
}

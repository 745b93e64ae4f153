// The keys that this counter trusts, for whom each may speak, and revoking one.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { KeyShown, PacksOverview } from "../../shared/ipc/channels/packs.ts";
import { useNames } from "../assess/names.ts";
import { ask } from "../platform/ask.ts";
import { FaultLine } from "./fault-line.tsx";
import { Fingerprint } from "./fingerprint.tsx";
import { PacksSection } from "./packs-section.tsx";
import { ReasonForm } from "./reason-form.tsx";
import { useAct } from "./use-packs.ts";

interface Props {
  readonly overview: PacksOverview;
  readonly onChanged: (overview: PacksOverview) => void;
}

export function KeysList({ overview, onChanged }: Props) {
  const { t } = useTranslation("packs");
  return (
    <PacksSection id="keys" title={t("keys.title")}>
      <p className="policy-note">{t(overview.sealed ? "keys.sealed" : "keys.notSealed")}</p>
      {overview.keys.length === 0 ? <p className="policy-note">{t("keys.none")}</p> : null}
      {overview.keys.map((key) => (
        <Key key={key.id} entry={key} onChanged={onChanged} />
      ))}
    </PacksSection>
  );
}

function Key({
  entry,
  onChanged,
}: {
  readonly entry: KeyShown;
  readonly onChanged: (overview: PacksOverview) => void;
}) {
  const { t } = useTranslation("packs");
  const name = useNames();
  const act = useAct();
  const [asking, setAsking] = useState(false);
  return (
    <div className="packs-entry" data-testid="trusted-key" data-state={entry.state}>
      <p className="packs-line">
        <strong>{name(entry.issuer)}</strong>
        <span className="packs-state" data-state={entry.state}>
          {t(`keys.state.${entry.state}`)}
        </span>
        <span className="policy-note">{t("keys.since", { day: entry.since.slice(0, 10) })}</span>
      </p>
      <Fingerprint groups={entry.fingerprint} />
      <p className="policy-note">
        {entry.jurisdictions.length === 0
          ? t("keys.speaksForNone")
          : t("keys.speaksFor", { jurisdictions: entry.jurisdictions.join(t("separator")) })}
      </p>
      <FaultLine fault={act.fault} />
      {entry.state === "revoked" ? null : asking ? (
        <ReasonForm
          question={t("keys.revokeWhy")}
          action={t("keys.revoke")}
          busy={act.busy}
          testId="revoke-form"
          onReason={(reason) =>
            act.run(
              () => ask("packs.revoke", { key: entry.id, reason }),
              (next) => {
                setAsking(false);
                onChanged(next);
              },
            )
          }
          onCancel={() => setAsking(false)}
        />
      ) : (
        <p>
          <button type="button" className="plain-button" onClick={() => setAsking(true)}>
            {t("keys.revoke")}
          </button>
        </p>
      )}
    </div>
  );
}

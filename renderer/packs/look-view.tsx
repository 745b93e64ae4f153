// The pack that was chosen: who signed it, what is in it, whom it changes; and the one thing that can be done next.
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ImpactReport, ManifestShown, PackLook, PacksOverview, Verdict } from "../../shared/ipc/channels/packs.ts";
import { useNames } from "../assess/names.ts";
import { ask } from "../platform/ask.ts";
import { FaultLine, RefusalText } from "./fault-line.tsx";
import { Fingerprint } from "./fingerprint.tsx";
import { ImpactView } from "./impact-view.tsx";
import { PinForm } from "./pin-form.tsx";
import { useAct } from "./use-packs.ts";

interface Props {
  readonly look: PackLook;
  readonly onLook: (look: PackLook) => void;
  readonly onInstalled: (overview: PacksOverview) => void;
  readonly onClose: () => void;
}

export function LookView({ look, onLook, onInstalled, onClose }: Props) {
  const { t } = useTranslation("packs");
  const heading = useRef<HTMLHeadingElement>(null);
  const asks = look.verdict.kind === "unknown-key" || look.verdict.kind === "not-granted";
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new file is read from its heading on, a form from its first field
  useEffect(() => {
    if (!asks) heading.current?.focus();
  }, [look.token, asks]);
  return (
    <section
      className="card policy-section"
      aria-labelledby="pack-look"
      data-testid="pack-look"
      data-verdict={look.verdict.kind}
    >
      <div className="packs-line">
        <h2 className="policy-section__title" id="pack-look" ref={heading} tabIndex={-1}>
          {look.name}
        </h2>
        <span className="policy-note">{t("size", { size: Math.ceil(look.size / 1024) })}</span>
        <button type="button" className="plain-button packs-line__end" onClick={onClose}>
          {t("close")}
        </button>
      </div>
      <Body look={look} onLook={onLook} onInstalled={onInstalled} onClose={onClose} />
    </section>
  );
}

function Body({ look, onLook, onInstalled }: Props) {
  const { t } = useTranslation("packs");
  const { verdict, token } = look;
  switch (verdict.kind) {
    case "refused":
      return (
        <>
          <div className="packs-refused" role="alert" data-testid="pack-refused">
            <strong>{t("refused")}</strong>
            <RefusalText refusal={verdict.refusal} />
            <p>{t("unchanged")}</p>
          </div>
          {verdict.manifest === null ? null : <Facts manifest={verdict.manifest} />}
        </>
      );
    case "unknown-key":
      return <PinForm token={token} groups={verdict.groups} onLook={onLook} />;
    case "not-granted":
      return <GrantForm token={token} verdict={verdict} onLook={onLook} />;
    case "ready":
      return <Ready token={token} verdict={verdict} onInstalled={onInstalled} />;
  }
}

function GrantForm({
  token,
  verdict,
  onLook,
}: {
  readonly token: string;
  readonly verdict: Extract<Verdict, { kind: "not-granted" }>;
  readonly onLook: (look: PackLook) => void;
}) {
  const { t } = useTranslation("packs");
  const name = useNames();
  const act = useAct();
  const values = { issuer: name(verdict.manifest.issuer), jurisdictions: verdict.jurisdictions.join(t("separator")) };
  return (
    <div className="packs-form" data-testid="grant-form">
      <Facts manifest={verdict.manifest} />
      <p>{t("grant.why", values)}</p>
      <FaultLine fault={act.fault} />
      <p className="question-card__actions">
        <button
          type="button"
          className="plain-button settle__main"
          disabled={act.busy}
          // biome-ignore lint/a11y/noAutofocus: it is the next step of what was just done
          autoFocus
          onClick={() => act.run(() => ask("packs.grant", { token }), onLook)}
        >
          {t("grant.allow", values)}
        </button>
      </p>
    </div>
  );
}

function Ready({
  token,
  verdict,
  onInstalled,
}: {
  readonly token: string;
  readonly verdict: Extract<Verdict, { kind: "ready" }>;
  readonly onInstalled: (overview: PacksOverview) => void;
}) {
  const { t } = useTranslation("packs");
  const name = useNames();
  const act = useAct();
  const [report, setReport] = useState<ImpactReport | null>(null);
  const { manifest, fingerprint, ruleSets, cases, rotated, inUse } = verdict;

  useEffect(() => {
    let current = true;
    void ask("packs.impact", { token }).then((answer) => {
      if (current && answer.ok) setReport(answer.value);
    });
    return () => {
      current = false;
    };
  }, [token]);

  return (
    <>
      <Facts manifest={manifest} />
      <p>
        {t("signedBy")} <Fingerprint groups={fingerprint} />
      </p>
      {rotated ? <p className="policy-note">{t("rotated")}</p> : null}
      <ul className="packs-sets">
        {ruleSets.map((entry) => (
          <li key={entry.id} data-effect={entry.effect}>
            <strong>{name(entry.name)}</strong>{" "}
            <span className="status" data-status={entry.status}>
              {t(`shell:rules.status.${entry.status}`)}
            </span>{" "}
            {t(`effect.${entry.effect}`, { version: entry.version, present: entry.present ?? "" })}
          </li>
        ))}
      </ul>
      <p className="policy-note">{t("casesHold", { count: cases })}</p>
      {report === null ? <p role="status">{t("impact.working")}</p> : <ImpactView report={report} />}
      <FaultLine fault={act.fault} />
      <p className="question-card__actions">
        {inUse ? (
          <span className="policy-note">{t("inUse")}</span>
        ) : (
          <button
            type="button"
            className="plain-button settle__main"
            data-testid="pack-install"
            // Whom it changes is seen before it takes effect.
            disabled={act.busy || report === null}
            onClick={() => act.run(() => ask("packs.install", { token }), onInstalled)}
          >
            {t("install")}
          </button>
        )}
      </p>
    </>
  );
}

export function Facts({ manifest }: { readonly manifest: ManifestShown }) {
  const { t } = useTranslation("packs");
  const name = useNames();
  return (
    <>
      <dl className="policy-head__facts">
        <Fact term={t("fact.issuer")} text={name(manifest.issuer)} />
        <Fact term={t("fact.pack")} text={t("fact.version", { id: manifest.id, version: manifest.version })} />
        <Fact term={t("fact.created")} text={manifest.created} />
        <Fact term={t("fact.expires")} text={manifest.expires} />
      </dl>
      {manifest.notes === null ? null : <p>{name(manifest.notes)}</p>}
    </>
  );
}

function Fact({ term, text }: { readonly term: string; readonly text: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd className="figures">{text}</dd>
    </div>
  );
}

// Trust on first use: the issuer reads the fingerprint over the telephone; two groups are left out here and have to be heard.
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { FingerprintGroups, PackLook } from "../../shared/ipc/channels/packs.ts";
import { ask } from "../platform/ask.ts";
import { FaultLine } from "./fault-line.tsx";
import { useAct } from "./use-packs.ts";

interface Props {
  readonly token: string;
  readonly groups: FingerprintGroups;
  readonly onLook: (look: PackLook) => void;
}

export function PinForm({ token, groups, onLook }: Props) {
  const { t } = useTranslation("packs");
  const id = useId();
  const act = useAct();
  const form = useRef<HTMLFormElement>(null);
  const [heard, setHeard] = useState<Readonly<Record<number, string>>>({});
  const placed = groups.map((group, at) => ({ group, at, place: at + 1 }));
  const missing = groups.flatMap((group, at) => (group === null ? [at] : []));

  // biome-ignore lint/correctness/useExhaustiveDependencies: other groups are asked for after a wrong answer
  useEffect(() => form.current?.querySelector("input")?.focus(), [groups]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const typed = missing.map((at) => heard[at] ?? "");
    act.run(async () => {
      const answer = await ask("packs.pin", { token, heard: typed });
      if (!answer.ok && answer.error.code === "not-heard") {
        const again = await ask("packs.look", { token });
        setHeard({});
        if (again.ok) onLook(again.value);
      }
      return answer;
    }, onLook);
  };

  return (
    <form ref={form} className="packs-form" data-testid="pin-form" onSubmit={submit}>
      <h3 className="policy-section__title">{t("pin.title")}</h3>
      <p>{t("pin.why")}</p>
      <ol className="packs-steps">
        <li>{t("pin.call")}</li>
        <li>{t("pin.compare")}</li>
        <li>{t("pin.type")}</li>
      </ol>
      <div className="fingerprint fingerprint--large">
        {placed.map(({ group, at, place }) =>
          group === null ? (
            <label key={place} className="fingerprint__asked" htmlFor={`${id}-${at}`}>
              <span className="fingerprint__place">{t("pin.group", { place })}</span>
              <input
                id={`${id}-${at}`}
                className="fingerprint__input figures"
                inputMode="numeric"
                autoComplete="off"
                maxLength={9}
                required
                value={heard[at] ?? ""}
                onChange={(event) => setHeard({ ...heard, [at]: event.target.value })}
              />
            </label>
          ) : (
            <span key={place} className="fingerprint__asked">
              <span className="fingerprint__place">{t("pin.group", { place })}</span>
              <span className="fingerprint__group">{group}</span>
            </span>
          ),
        )}
      </div>
      <FaultLine fault={act.fault} />
      <p className="question-card__actions">
        <button type="submit" className="plain-button settle__main" disabled={act.busy}>
          {t("pin.trust")}
        </button>
      </p>
    </form>
  );
}

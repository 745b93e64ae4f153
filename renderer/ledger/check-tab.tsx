// Somebody brings a slip back: scan its code or type its number, and see whether it is genuine.
import { type ReactElement, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { LedgerVerdict } from "../../shared/ipc/channels/ledger.ts";
import { ask } from "../platform/ask.ts";
import { ActFault } from "./fault-note.tsx";
import { SlipPanel } from "./slip-panel.tsx";
import { useAct } from "./use-act.ts";

export function CheckTab(): ReactElement {
  const { t } = useTranslation("ledger");
  const act = useAct();
  const [text, setText] = useState("");
  const [verdict, setVerdict] = useState<LedgerVerdict | null>(null);
  const field = useId();
  return (
    <section className="card ledger-page">
      <form
        className="ledger-form"
        onSubmit={(event) => {
          event.preventDefault();
          setVerdict(null);
          void act.run(() => ask("ledger.check", { text: text.trim() }), setVerdict);
          // A scanner types the next code over this one.
          if (event.target instanceof HTMLFormElement) event.target.querySelector("input")?.select();
        }}
      >
        <label className="ledger-form__wide" htmlFor={field}>
          <span>{t("check.field")}</span>
          <input
            id={field}
            className="ledger-input"
            data-testid="check-field"
            // biome-ignore lint/a11y/noAutofocus: a scanner types where the focus is
            autoFocus
            autoComplete="off"
            spellCheck={false}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </label>
        <button type="submit" className="plain-button" disabled={act.busy || text.trim() === ""}>
          {t("check.go")}
        </button>
      </form>
      <ActFault act={act} />
      {verdict === null ? null : (
        <>
          <div className="verdict" role="status" data-testid="verdict" data-verdict={verdict.verdict}>
            <p className="verdict__word">{t(`check.verdict.${verdict.verdict}`)}</p>
            <p>
              {t(`check.words.${verdict.verdict}`, {
                part: verdict.verdict === "changed" ? t(`check.part.${verdict.part}`) : "",
              })}
            </p>
            {"voided" in verdict && verdict.voided ? <p className="ledger-problem">{t("check.voided")}</p> : null}
          </div>
          {"seq" in verdict ? <SlipPanel key={verdict.number} number={verdict.number} readOnly /> : null}
        </>
      )}
    </section>
  );
}

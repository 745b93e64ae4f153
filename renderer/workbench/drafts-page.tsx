// The drafts at hand, and the start of a new one: from last year's rules, or from files.
import { type ReactElement, useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ResponseOf } from "../../shared/ipc/contract.ts";
import { useNames } from "../assess/names.ts";
import { ask } from "../platform/ask.ts";
import { openDraft } from "./bench-store.ts";
import { StartForm } from "./start-form.tsx";

type Listing = ResponseOf<"workbench.list">;

export function DraftsPage(): ReactElement {
  const { t, i18n } = useTranslation("workbench");
  const name = useNames();
  const [listing, setListing] = useState<Listing | null>(null);
  const [removed, setRemoved] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const read = useCallback(async () => {
    const answer = await ask("workbench.list", undefined);
    if (answer.ok) setListing(answer.value);
  }, []);
  useEffect(() => void read(), [read]);

  const say = (code: string) =>
    setProblem(t(i18n.exists(`workbench:failure.${code}`) ? `failure.${code}` : "failure.internal"));
  const open = async (id: string) => {
    const answer = await ask("workbench.open", { id });
    if (answer.ok) openDraft(answer.value);
    else say(answer.error.code);
  };
  const remove = async (id: string) => {
    const answer = await ask("workbench.remove", { id });
    if (!answer.ok) return say(answer.error.code);
    setRemoved(id);
    await read();
  };
  const restore = async () => {
    if (removed === null) return;
    const answer = await ask("workbench.restore", { id: removed });
    if (!answer.ok) return say(answer.error.code);
    setRemoved(null);
    await read();
  };
  const bring = async () => {
    const answer = await ask("workbench.import", undefined);
    if (answer.ok) openDraft(answer.value);
    else if (answer.error.code !== "cancelled") say(answer.error.code);
  };

  return (
    <div className="wb-drafts">
      <header>
        <h1 className="wb-title">{t("title")}</h1>
        <p className="wb-note">{t("lead")}</p>
      </header>
      {problem === null ? null : (
        <p className="wb-fault" role="alert">
          {problem}
        </p>
      )}
      {removed === null ? null : (
        <p className="wb-undo" role="status">
          {t("removed")}{" "}
          <button type="button" className="plain-button" data-testid="restore-draft" onClick={() => void restore()}>
            {t("bringBack")}
          </button>
        </p>
      )}
      <section className="card wb-block" aria-label={t("drafts")}>
        <h2 className="wb-list__name">{t("drafts")}</h2>
        {listing === null || listing.drafts.length > 0 ? null : <p className="wb-note">{t("noDrafts")}</p>}
        <ul className="wb-draft-list">
          {listing?.drafts.map((draft) => (
            <li key={draft.id} data-testid={`draft-${draft.ruleSet}`}>
              <button type="button" className="wb-draft" onClick={() => void open(draft.id)}>
                <span className="wb-draft__name">{name(draft.name) || draft.ruleSet}</span>
                <span className="wb-note">
                  {t("draftState", { ruleSet: draft.ruleSet, count: draft.open, saved: savedText(draft.savedAt) })}
                </span>
              </button>
              <button
                type="button"
                className="plain-button"
                aria-label={t("removeDraft", { name: name(draft.name) || draft.ruleSet })}
                onClick={() => void remove(draft.id)}
              >
                {t("delete")}
              </button>
            </li>
          ))}
        </ul>
        {listing?.damaged.map((file) => (
          <p key={file} className="wb-fault">
            {t("damaged", { file })}
          </p>
        ))}
      </section>
      {listing === null ? null : <StartForm bases={listing.bases} onProblem={say} />}
      <section className="card wb-block" aria-label={t("fromFiles")}>
        <h2 className="wb-list__name">{t("fromFiles")}</h2>
        <p className="wb-note">{t("fromFilesNote")}</p>
        <p>
          <button type="button" className="plain-button" onClick={() => void bring()}>
            {t("import")}
          </button>
        </p>
      </section>
    </div>
  );
}

/** Day and minute on the author's clock. */
function savedText(at: string): string {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

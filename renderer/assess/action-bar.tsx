// What to do next, by key or by click, and the word that a slip is no payment voucher.
import { lazy, memo, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { useShortcuts } from "../platform/shortcuts.ts";
import { useCounter, useCounterActions } from "./counter-context.tsx";

const PrintDialog = lazy(async () => ({ default: (await import("../slip/print-dialog.tsx")).PrintDialog }));

const RecallDialog = lazy(async () => ({ default: (await import("./recall-dialog.tsx")).RecallDialog }));

export const ActionBar = memo(function ActionBar() {
  const { t } = useTranslation("assess");
  const { next, addMember } = useCounterActions();
  const hasEarlier = useCounter((state) => state.earlier.length > 0);
  const printable = useCounter(({ members, answers }) =>
    members.some(({ key }) => answers[key]?.result !== null && answers[key]?.stale === false),
  );
  const [printing, setPrinting] = useState(false);
  const [recalling, setRecalling] = useState(false);
  useShortcuts(
    printing || recalling
      ? {}
      : { "Ctrl+P": () => printable && setPrinting(true), "Ctrl+L": () => hasEarlier && setRecalling(true) },
  );
  return (
    <footer className="actions">
      <button
        type="button"
        className="action action--main"
        data-testid="print"
        data-step
        aria-keyshortcuts="Control+P"
        disabled={!printable}
        onClick={() => setPrinting(true)}
      >
        {t("actions.print")} <kbd>Ctrl+P</kbd>
      </button>
      <button
        type="button"
        className="action"
        data-testid="add-member"
        aria-keyshortcuts="Control+M"
        onClick={addMember}
      >
        {t("actions.addMember")} <kbd>Ctrl+M</kbd>
      </button>
      <button
        type="button"
        className="action"
        data-testid="next-resident"
        data-step
        aria-keyshortcuts="Control+N"
        onClick={next}
      >
        {t("actions.next")} <kbd>Ctrl+N</kbd>
      </button>
      {hasEarlier ? (
        <button
          type="button"
          className="action"
          data-testid="bring-back"
          aria-keyshortcuts="Control+L"
          onClick={() => setRecalling(true)}
        >
          {t("actions.bringBack")} <kbd>Ctrl+L</kbd>
        </button>
      ) : null}
      <span className="actions__word">{t("actions.notVoucher")}</span>
      {recalling ? (
        <Suspense fallback={null}>
          <RecallDialog onClose={() => setRecalling(false)} />
        </Suspense>
      ) : null}
      {printing ? (
        <Suspense fallback={null}>
          <PrintDialog onClose={() => setPrinting(false)} />
        </Suspense>
      ) : null}
    </footer>
  );
});

// Somebody was taken out of the household: said at once, with the key that puts them back.

import { memo } from "react";
import { maskName } from "../../shared/identity/masking.ts";
import { useTexts } from "../i18n/use-texts.ts";
import { useCounter } from "./counter-context.tsx";

/** @param shortcut the key that does the same where this is shown; none where fields undo their own text with it */
export const RemovedNote = memo(function RemovedNote({ shortcut = null }: { readonly shortcut?: string | null }) {
  const t = useTexts();
  const removed = useCounter((state) => state.removed);
  const undo = useCounter((state) => state.undoRemove);
  if (removed === null) return null;
  const name = maskName(removed.member.name);
  return (
    <p className="found-again" role="status" data-testid="removed-note">
      {t("members.removed", { name: name === "" ? t("recall.nameless") : name })}{" "}
      <button type="button" className="mini" data-testid="undo-remove" onClick={undo}>
        {t("members.undo")} {shortcut === null ? null : <kbd className="key">{shortcut}</kbd>}
      </button>
    </p>
  );
});

// Says that what stands in the form was found again after a crash, and how to begin anew.
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { useCounter } from "./counter-context.tsx";

export const RestoredNote = memo(function RestoredNote() {
  const { t } = useTranslation("assess");
  const restored = useCounter((state) => state.restored);
  if (!restored) return null;
  return (
    <p className="found-again" role="status" data-testid="restored">
      {t("restored")} <kbd className="key">Ctrl+N</kbd>
    </p>
  );
});

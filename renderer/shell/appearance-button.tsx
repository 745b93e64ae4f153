// Opens the choice of theme, contrast and size of type.
import { lazy, type ReactElement, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";

const AppearanceDialog = lazy(async () => ({ default: (await import("./appearance-dialog.tsx")).AppearanceDialog }));

export function AppearanceButton(): ReactElement {
  const { t } = useTranslation("shell");
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="plain-button"
        data-testid="appearance-button"
        aria-haspopup="dialog"
        aria-label={t("appearance.title")}
        onClick={() => setOpen(true)}
      >
        {t("appearance.short")}
      </button>
      {open ? (
        <Suspense fallback={null}>
          <AppearanceDialog onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}

// The rule set in force, always in sight: place, year, status, document. F2 opens the choice of another.
import { lazy, type ReactElement, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { isoDay } from "../../shared/dates/iso.ts";
import { useCounter } from "../assess/counter-context.tsx";
import { useNames } from "../assess/names.ts";
import { useShortcuts } from "../platform/shortcuts.ts";

const RulesDialog = lazy(async () => ({ default: (await import("./rules-dialog.tsx")).RulesDialog }));

export function RulesButton(): ReactElement | null {
  const { t } = useTranslation("shell");
  const name = useNames();
  const rules = useCounter((state) => state.rules);
  const over = useCounter((state) => state.rules !== null && isoDay(state.today) > state.rules.yearEnd);
  const [open, setOpen] = useState(false);
  useShortcuts({ F2: () => setOpen(true) });
  if (rules === null) return null;
  const status = over ? "over" : rules.status;
  return (
    <>
      <button
        type="button"
        className="rules-button"
        data-testid="rules-button"
        aria-haspopup="dialog"
        aria-keyshortcuts="F2"
        aria-label={t("rules.inForce", { name: name(rules.name), status: t(`rules.status.${status}`) })}
        onClick={() => setOpen(true)}
      >
        <span className="rules-button__name">{name(rules.name)}</span>
        <span className="status" data-status={status}>
          {t(`rules.status.${status}`)}
        </span>
        <span className="rules-button__document">{rules.categories[0]?.cite.document}</span>
        <kbd className="key">F2</kbd>
      </button>
      {open ? (
        <Suspense fallback={null}>
          <RulesDialog onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}

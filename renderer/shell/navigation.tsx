// The list of screens at the left; Alt and a digit opens one without the mouse.

import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import type { Feature } from "../features.ts";

interface NavigationProps {
  readonly features: readonly Feature[];
  readonly current: string | undefined;
  readonly onOpen: (id: string) => void;
}

export function Navigation({ features, current, onOpen }: NavigationProps): ReactElement {
  const { t } = useTranslation("shell");
  return (
    <nav aria-label={t("navigation")} className="flex flex-col gap-1 border-r border-line bg-card px-2 py-2.5">
      {features.map(({ id }, index) => (
        <button
          key={id}
          type="button"
          data-testid={`nav-${id}`}
          aria-current={id === current ? "page" : undefined}
          aria-keyshortcuts={`Alt+${index + 1}`}
          title={`Alt+${index + 1}`}
          onClick={() => onOpen(id)}
          className="h-9 rounded-lg text-sm text-ink-soft outline-offset-2 hover:bg-ground aria-[current=page]:bg-blue-soft aria-[current=page]:font-bold aria-[current=page]:text-blue"
        >
          {t(`features.${id}`)}
        </button>
      ))}
    </nav>
  );
}

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
    <nav aria-label={t("navigation")} className="nav">
      {features.map(({ id }, index) => (
        <button
          key={id}
          type="button"
          data-testid={`nav-${id}`}
          aria-current={id === current ? "page" : undefined}
          aria-keyshortcuts={`Alt+${index + 1}`}
          title={`Alt+${index + 1}`}
          onClick={() => onOpen(id)}
          className="nav__item"
        >
          {t(`features.${id}`)}
        </button>
      ))}
    </nav>
  );
}

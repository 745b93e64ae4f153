// What happened and what to do, in the clerk's words.
import type { ReactElement, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Failure } from "../../shared/ipc/channel.ts";
import type { Act } from "./use-act.ts";
import { whenText } from "./when.ts";

interface FaultNoteProps {
  readonly fault: Failure;
  readonly children?: ReactNode;
}

export function FaultNote({ fault, children }: FaultNoteProps): ReactElement {
  const { t, i18n } = useTranslation("ledger");
  const known = i18n.exists(`ledger:fault.${fault.code}.title`) ? fault.code : "internal";
  const params = Object.fromEntries(
    Object.entries(fault.params).map(([name, value]) => {
      if (name === "part" || name === "why") return [name, t(`${name}.${String(value)}`, String(value))];
      return [name, name === "now" || name === "last" ? whenText(String(value)) : value];
    }),
  );
  return (
    <div className="ledger-fault" role="alert" data-testid="ledger-fault" data-code={fault.code}>
      <p className="ledger-fault__title">{t(`fault.${known}.title`, params)}</p>
      <p>{t(`fault.${known}.advice`, params)}</p>
      {children}
    </div>
  );
}

/** The fault of an act, with the way on where there is one. */
export function ActFault({ act }: { readonly act: Act }): ReactElement | null {
  const { t } = useTranslation("ledger");
  if (act.fault === null || act.fault.code === "cancelled") return null;
  return (
    <FaultNote fault={act.fault}>
      {act.fault.code === "clock-behind" ? (
        <button type="button" className="plain-button" data-testid="accept-clock" onClick={act.acceptClock}>
          {t("acceptClock")}
        </button>
      ) : null}
    </FaultNote>
  );
}

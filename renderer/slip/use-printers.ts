// The printers of this computer and what is kept for each: the one last used, and the corrections that calibration found.
import { useEffect, useState } from "react";
import { type Settings, settingsSchema } from "../../shared/ipc/channels/settings.ts";
import { type Adjustment, NO_ADJUSTMENT, type Paper } from "../../shared/slip/paper.ts";
import { ask } from "../platform/ask.ts";

export interface Printers {
  readonly printers: readonly { readonly name: string; readonly displayName: string }[];
  /** "" is the system's default. */
  readonly printer: string;
  readonly paper: Paper;
  readonly hall: string | null;
  readonly adjustmentOf: (printer: string) => Adjustment;
  readonly choose: (printer: string) => void;
  /** Kept in the settings, for this printer alone; resolves to whether it could be. */
  readonly keep: (printer: string, adjustment: Adjustment) => Promise<boolean>;
  /** After somebody else kept a correction. */
  readonly reload: () => void;
}

export function usePrinters(): Printers {
  const [settings, setSettings] = useState<Settings>(() => settingsSchema.parse({}));
  const [printers, setPrinters] = useState<Printers["printers"]>([]);

  const reload = (): void => {
    void ask("settings.get", undefined).then((answer) => answer.ok && setSettings(answer.value.settings));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once
  useEffect(() => {
    reload();
    void ask("print.printers", undefined).then((answer) => answer.ok && setPrinters(answer.value.printers));
  }, []);

  return {
    printers,
    printer: settings.printer ?? "",
    paper: settings.paper,
    hall: settings.counterName.trim() === "" ? null : settings.counterName.trim(),
    adjustmentOf: (printer) => settings.adjustments[printer] ?? NO_ADJUSTMENT,
    choose: (printer) => {
      const chosen = printer === "" ? null : printer;
      setSettings((known) => ({ ...known, printer: chosen }));
      void ask("settings.set", { printer: chosen });
    },
    keep: async (printer, adjustment) => {
      const answer = await ask("settings.set", { adjustments: { ...settings.adjustments, [printer]: adjustment } });
      if (answer.ok) setSettings(answer.value.settings);
      return answer.ok;
    },
    reload,
  };
}

/** What a list of printers offers, the system's default first. */
export function printerOptions(
  printers: Printers["printers"],
  systemDefault: string,
): readonly { readonly id: string; readonly text: string }[] {
  return [
    { id: "", text: systemDefault },
    ...printers.map(({ name, displayName }) => ({ id: name, text: displayName })),
  ];
}

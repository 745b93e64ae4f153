// Brings a window back whose page crashed or hangs, and says so where that does not help.

import { type BrowserWindow, dialog } from "electron";
import english from "../../shared/locales/en/native.json" with { type: "json" };
import chinese from "../../shared/locales/zh-CN/native.json" with { type: "json" };
import type { Language } from "../../shared/settings/look.ts";
import { logFault } from "./log.ts";

const texts: Readonly<Record<Language, typeof chinese>> = { "zh-CN": chinese, en: english };

/** A page that crashes this often within a minute would crash for ever. */
const enough = 3;

export function rescueWindow(window: BrowserWindow, language: Language): void {
  const { crash, hang } = texts[language];
  let crashes: readonly number[] = [];
  window.webContents.on("render-process-gone", (_event, { reason }) => {
    if (reason === "clean-exit" || window.isDestroyed()) return;
    logFault(`the page ended: ${reason}`, undefined);
    const now = Date.now();
    crashes = [...crashes.filter((when) => now - when < 60_000), now];
    if (crashes.length < enough) window.webContents.reload();
    else void tell(window, { type: "error", ...crash, buttons: [crash.close] }).then(() => window.destroy());
  });
  let asking = false;
  window.on("unresponsive", () => {
    if (asking) return;
    asking = true;
    void tell(window, { type: "warning", ...hang, buttons: [hang.wait, hang.reload], cancelId: 0 }).then((button) => {
      asking = false;
      // A page that hangs does not answer a plain reload either.
      if (button === 1) window.webContents.forcefullyCrashRenderer();
    });
  });
}

async function tell(window: BrowserWindow, options: Electron.MessageBoxOptions): Promise<number> {
  return (await dialog.showMessageBox(window, { noLink: true, ...options })).response;
}

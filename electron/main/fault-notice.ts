// Says plainly that something went wrong in the main process: once, without a word of what was typed, and with a way on.

import { app, BrowserWindow, dialog } from "electron";
import english from "../../shared/locales/en/native.json" with { type: "json" };
import chinese from "../../shared/locales/zh-CN/native.json" with { type: "json" };
import type { Language } from "../../shared/settings/look.ts";

const texts: Readonly<Record<Language, typeof chinese>> = { "zh-CN": chinese, en: english };

/** Milliseconds within which a second fault is logged and not told again. */
const PAUSE = 60_000;

let told = Number.NEGATIVE_INFINITY;

/** The fault itself stands in the log already. */
export async function noticeFault(language: Language): Promise<void> {
  const now = performance.now();
  if (!app.isReady() || now - told < PAUSE) return;
  told = now;
  const { message, detail, goOn, restart } = texts[language].fault;
  const options: Electron.MessageBoxOptions = {
    type: "error",
    message,
    detail,
    buttons: [goOn, restart],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  };
  const window = BrowserWindow.getAllWindows().find((candidate) => candidate.isVisible());
  const { response } = await (window === undefined
    ? dialog.showMessageBox(options)
    : dialog.showMessageBox(window, options));
  if (response !== 1) return;
  app.relaunch();
  app.quit();
}

// Opens the window the clerk works in.

import path from "node:path";
import { app, BrowserWindow, screen, type WebPreferences } from "electron";
import type { Language } from "../../shared/ipc/channels/settings.ts";
import { devServer, pageAddress } from "./origin.ts";
import { rescueWindow } from "./window-rescue.ts";
import { loadWindowState, minimumSize, placeOnScreen, saveWindowState } from "./window-state.ts";

const title = "参保台 Canbao Desk";

/** For every page of the application, shown or hidden. */
export const webPreferences: WebPreferences = {
  preload: path.join(import.meta.dirname, "../preload/preload.cjs"),
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webviewTag: false,
  spellcheck: false,
  devTools: !app.isPackaged,
  // Compiled code is kept from the first start on, not only once a page has been loaded often.
  v8CacheOptions: "bypassHeatCheck",
};

/** @param language told to the page in its address, so that its first paint is already in it */
export async function openMainWindow(dataFolder: string, language: Promise<Language>): Promise<BrowserWindow> {
  const remembered = await loadWindowState(dataFolder).catch(() => undefined);
  const state =
    remembered &&
    placeOnScreen(
      remembered,
      screen.getAllDisplays().map((display) => display.workArea),
    );
  const { maximized, place, ...size } = state ?? { width: 1280, height: 800, maximized: false };
  const window = new BrowserWindow({
    ...size,
    ...place,
    minWidth: minimumSize.width,
    minHeight: minimumSize.height,
    title,
    show: false,
    backgroundColor: "#f4f6fa",
    autoHideMenuBar: true,
    webPreferences,
  });
  if (maximized) window.maximize();
  window.once("ready-to-show", () => window.show());
  // A page must not put a resident's name into the title, where the task bar would show it.
  window.on("page-title-updated", (event) => event.preventDefault());
  window.on("close", () => {
    const { x, y, width, height } = window.getNormalBounds();
    saveWindowState(dataFolder, { width, height, place: { x, y }, maximized: window.isMaximized() });
  });
  const chosen = await language;
  rescueWindow(window, chosen);
  await window.loadURL(`${pageAddress("index.html")}?language=${chosen}`);
  if (devServer !== null) window.webContents.openDevTools({ mode: "bottom" });
  return window;
}

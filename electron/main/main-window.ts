// Opens the window the clerk works in.

import path from "node:path";
import { app, BrowserWindow, nativeTheme, screen, type WebPreferences } from "electron";
import type { FirstLook } from "./first-look.ts";
import { firstPageAddress } from "./first-page.ts";
import { devServer } from "./origin.ts";
import { rescueWindow } from "./window-rescue.ts";
import { loadWindowState, minimumSize, placeOnScreen, saveWindowState } from "./window-state.ts";

const title = "参保台 Canbao Desk";

/** The page's own ground (theme/tokens.css): the window is shown before the page has painted. */
const ground = { light: "#f4f6fa", dark: "#11151b" } as const;

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

/** @param look told to the page in its address, so that its first paint is already in it */
export function openMainWindow(dataFolder: string, look: FirstLook): BrowserWindow {
  const remembered = loadWindowState(dataFolder);
  const { maximized, place, ...size } = placeOnScreen(
    remembered,
    remembered.place === undefined ? [] : screen.getAllDisplays().map((display) => display.workArea),
  );
  const dark = look.theme === "dark" || (look.theme === "system" && nativeTheme.shouldUseDarkColors);
  const window = new BrowserWindow({
    ...size,
    ...place,
    minWidth: minimumSize.width,
    minHeight: minimumSize.height,
    title,
    backgroundColor: ground[dark ? "dark" : "light"],
    autoHideMenuBar: true,
    webPreferences: { ...webPreferences },
  });
  if (maximized) window.maximize();
  // A page must not put a resident's name into the title, where the task bar would show it.
  window.on("page-title-updated", (event) => event.preventDefault());
  window.on("close", () => {
    const { x, y, width, height } = window.getNormalBounds();
    saveWindowState(dataFolder, { width, height, place: { x, y }, maximized: window.isMaximized() });
  });
  rescueWindow(window, look.language);
  void window.loadURL(firstPageAddress({ ...look, theme: dark ? "dark" : "light" }));
  if (devServer !== null) window.webContents.openDevTools({ mode: "bottom" });
  return window;
}

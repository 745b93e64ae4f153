// The floor for a start: Electron with one sandboxed window, one line of text and nothing else.
import { fileURLToPath } from "node:url";
import { app, BrowserWindow } from "electron";

app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, webPreferences: { sandbox: true } });
  return window.loadFile(fileURLToPath(new URL("window.html", import.meta.url)));
});

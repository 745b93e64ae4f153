// Asks where a file goes or a folder is, in the system's own dialog.

import path from "node:path";
import { app, BrowserWindow, dialog, webContents } from "electron";

/**
 * For tests and the tour, which have nobody to answer, a folder may be given on the command line; a packaged application
 * does not listen to that.
 */
function given(): string {
  return app.isPackaged ? "" : app.commandLine.getSwitchValue("canbao-test-out");
}

function parentOf(contentsId: number): BrowserWindow | null {
  const contents = webContents.fromId(contentsId);
  return contents === undefined ? null : BrowserWindow.fromWebContents(contents);
}

export async function chooseFile(contentsId: number, fileName: string, kind: string): Promise<string | undefined> {
  if (given() !== "") return path.join(given(), fileName);
  const parent = parentOf(contentsId);
  const options: Electron.SaveDialogOptions = {
    defaultPath: path.join(app.getPath("documents"), fileName),
    filters: [{ name: kind.toUpperCase(), extensions: [kind] }],
  };
  const { canceled, filePath } = await (parent === null
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(parent, options));
  return canceled || filePath === "" ? undefined : filePath;
}

export async function chooseFolder(contentsId: number): Promise<string | undefined> {
  if (given() !== "") return given();
  const parent = parentOf(contentsId);
  const options: Electron.OpenDialogOptions = { properties: ["openDirectory", "createDirectory"] };
  const { canceled, filePaths } = await (parent === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(parent, options));
  return canceled ? undefined : filePaths[0];
}

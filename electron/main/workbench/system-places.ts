// Where the workbench's files come from and go to: the system's dialogs, or the folder that a test names.
import { existsSync } from "node:fs";
import path from "node:path";
import { app, BrowserWindow, dialog, webContents } from "electron";
import { KEY_FILE, type Places } from "../../workbench/places.ts";
import { chooseFile, chooseFolder } from "../ledger/choose.ts";

export const systemPlaces: Places = {
  newFile: chooseFile,
  folder: chooseFolder,
  keyFile: async (contentsId) => {
    const given = app.isPackaged ? "" : app.commandLine.getSwitchValue("canbao-test-out");
    if (given !== "") {
      const file = path.join(given, KEY_FILE);
      return existsSync(file) ? file : undefined;
    }
    const contents = webContents.fromId(contentsId);
    const parent = contents === undefined ? null : BrowserWindow.fromWebContents(contents);
    const options: Electron.OpenDialogOptions = { properties: ["openFile"] };
    const { canceled, filePaths } = await (parent === null
      ? dialog.showOpenDialog(options)
      : dialog.showOpenDialog(parent, options));
    return canceled ? undefined : filePaths[0];
  },
};

// Answers what the application is and whether its data folder can be written.

import { access, constants, mkdir } from "node:fs/promises";
import type { App } from "electron";
import { succeed } from "../../shared/ipc/channel.ts";
import type { Handler } from "./ipc/router.ts";

export function createAppInfo(app: App): Handler<"app.info"> {
  return async () => {
    const dataFolder = app.getPath("userData");
    const dataFolderWritable = await mkdir(dataFolder, { recursive: true })
      .then(() => access(dataFolder, constants.W_OK))
      .then(
        () => true,
        () => false,
      );
    return succeed({
      version: app.getVersion(),
      electron: process.versions["electron"] ?? "",
      chrome: process.versions["chrome"] ?? "",
      node: process.versions.node,
      locale: app.getLocale(),
      packaged: app.isPackaged,
      dataFolder,
      dataFolderWritable,
    });
  };
}

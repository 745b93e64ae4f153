// Answers what the application is and whether its data folder can be written.

import type { App } from "electron";
import { succeed } from "../../shared/ipc/channel.ts";
import { isWritable } from "./data-folder.ts";
import type { Handler } from "./ipc/router.ts";

export function createAppInfo(app: App, dataFolder: string): Handler<"app.info"> {
  return async () =>
    succeed({
      version: app.getVersion(),
      electron: process.versions["electron"] ?? "",
      chrome: process.versions["chrome"] ?? "",
      node: process.versions.node,
      locale: app.getLocale(),
      packaged: app.isPackaged,
      dataFolder,
      dataFolderWritable: isWritable(dataFolder),
    });
}

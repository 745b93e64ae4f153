// The only door between a page and the main process: one generic question, one generic event, nothing else.
//
// It runs before the first paint, so it holds no schemas: the main process checks every question against the contract.

import { contextBridge, ipcRenderer } from "electron";
import type { CanbaoBridge } from "../../shared/ipc/contract.ts";

const bridge: CanbaoBridge = {
  invoke: (channel, request) => ipcRenderer.invoke("canbao:invoke", channel, request),
  on: (event, listener) => {
    const relay = (_: unknown, ...[name, payload]: unknown[]): void => {
      if (name === event) listener(payload as never);
    };
    ipcRenderer.on("canbao:event", relay);
    return () => ipcRenderer.off("canbao:event", relay);
  },
};

contextBridge.exposeInMainWorld("canbao", bridge);

// Connects the router to Electron, and turns away every caller that is not the top frame of one of our own pages.

import { ipcMain, type WebContents } from "electron";
import { fail, type TransportError } from "../../../shared/ipc/channel.ts";
import type { EventName, EventOf } from "../../../shared/ipc/contract.ts";
import { isOwnPage } from "../origin.ts";
import type { createRouter } from "./router.ts";

export function listen(route: ReturnType<typeof createRouter>): void {
  ipcMain.handle("canbao:invoke", (event, channel: unknown, payload: unknown) => {
    const frame = event.senderFrame;
    if (frame === null || frame !== event.sender.mainFrame || !isOwnPage(frame.url)) {
      return fail<TransportError>("refused-sender");
    }
    return route(channel, payload, { contentsId: event.sender.id });
  });
}

/** Tells a window something it did not ask for. */
export function tell<Name extends EventName>(contents: WebContents, event: Name, payload: EventOf<Name>): void {
  contents.send("canbao:event", event, payload);
}

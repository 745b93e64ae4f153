// The ledger's own process: its waiting and hashing stop no window, and a crash of the native library ends nothing else.

import { checkBackup, writeBackup } from "./backup.ts";
import { systemClock } from "./clock.ts";
import { createDesk, type Desk } from "./desk.ts";
import { faultOf } from "./failure.ts";
import type { HostAnswer, HostRequest, OpenRequest } from "./host-messages.ts";
import { deriveKeys } from "./keys.ts";
import { type OpenLedger, openAside, openLedger } from "./open.ts";
import { restoreBackup } from "./restore.ts";
import { knownVersion, migrations } from "./schema.ts";

interface Port {
  send(answer: HostAnswer): void;
  listen(receive: (request: HostRequest) => void): void;
}

/** Electron's utility process has a port to its parent, a forked Node process its channel. */
function parent(): Port {
  const electron = (process as unknown as { readonly parentPort?: ElectronPort }).parentPort;
  if (electron !== undefined) {
    return {
      send: (answer) => electron.postMessage(answer),
      listen: (receive) => electron.on("message", (event) => receive(event.data)),
    };
  }
  process.on("disconnect", () => process.exit(0));
  return {
    send: (answer) => process.send?.(answer),
    listen: (receive) => process.on("message", (message) => receive(message as HostRequest)),
  };
}

interface ElectronPort {
  postMessage(message: HostAnswer): void;
  on(event: "message", listener: (event: { readonly data: HostRequest }) => void): void;
}

let opened: OpenLedger | undefined;
let desk: Desk | undefined;

function open(request: OpenRequest): ReturnType<Desk["status"]> {
  const { aside, backUpBeforeMigration, ...options } = request;
  const backUp: Parameters<typeof openLedger>[0]["backUp"] = (session) => {
    writeBackup(session, { folder: options.place.backups, wrapped: null, keep: backUpBeforeMigration });
  };
  const complete = { ...options, clock: systemClock, steps: migrations, backUp };
  opened = aside ? openAside(complete) : openLedger(complete);
  desk = createDesk(opened.session);
  return desk.status();
}

function answer(request: HostRequest): unknown {
  switch (request.kind) {
    case "open":
      return open(request.options);
    case "close":
      opened?.close();
      opened = undefined;
      desk = undefined;
      return null;
    case "restore": {
      const { place, dataKey, from } = request;
      return restoreBackup(place, deriveKeys(dataKey), from, knownVersion(migrations), systemClock());
    }
    case "check-backup":
      return checkBackup(request.from, deriveKeys(request.dataKey), knownVersion(migrations));
    case "call": {
      const work = desk?.[request.call] as ((...args: readonly unknown[]) => unknown) | undefined;
      if (work === undefined) throw new Error("called before it was opened");
      return work(...request.args);
    }
  }
}

const port = parent();
port.listen((request) => {
  try {
    port.send({ id: request.id, ok: true, value: answer(request) });
  } catch (error) {
    const fault = faultOf(error);
    // A bug's message may quote a record: only where it happened goes out.
    const stack =
      error instanceof Error ? `${error.name}\n${error.stack?.split("\n").slice(1, 6).join("\n") ?? ""}` : "";
    port.send(fault === undefined ? { id: request.id, ok: false, stack } : { id: request.id, ok: false, fault });
  }
});

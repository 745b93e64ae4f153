// Starts the ledger's process inside Electron.

import path from "node:path";
import { utilityProcess } from "electron";
import type { HostProcess } from "../../ledger/host-link.ts";
import type { HostAnswer } from "../../ledger/host-messages.ts";

export function utilityHost(): HostProcess {
  const child = utilityProcess.fork(path.join(import.meta.dirname, "ledger-host.js"), [], {
    serviceName: "canbao-ledger",
    stdio: "ignore",
  });
  return {
    send: (request) => child.postMessage(request),
    onAnswer: (receive) => {
      child.on("message", (message: HostAnswer) => receive(message));
    },
    onExit: (ended) => {
      child.on("exit", ended);
    },
    kill: () => {
      child.kill();
    },
  };
}

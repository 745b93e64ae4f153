// Starts the ledger's process under plain Node: for the command line and the tests.

import { fork } from "node:child_process";
import path from "node:path";
import type { HostProcess } from "./host-link.ts";
import type { HostAnswer } from "./host-messages.ts";

export function forkHost(entry: string = path.join(import.meta.dirname, "host.ts")): HostProcess {
  const child = fork(entry, [], { serialization: "advanced", stdio: ["ignore", "ignore", "inherit", "ipc"] });
  return {
    send: (request) => {
      child.send(request);
    },
    onAnswer: (receive) => {
      child.on("message", (message) => receive(message as HostAnswer));
    },
    onExit: (ended) => {
      child.on("exit", ended);
    },
    kill: () => {
      child.kill("SIGKILL");
    },
  };
}

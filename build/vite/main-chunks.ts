// Which modules of the main process go into one file. Files are loaded one after the other between other work, while the page
// waits for its first answer: what answers comes in few, one of which the processes of the ledger and of rosters load as well.

import path from "node:path";
import { type Group, type Modules, reachedFrom } from "./reached.ts";

const electron = path.resolve(import.meta.dirname, "../../electron");
const MAIN = path.join(electron, "main/main.ts");
const SERVICES = path.join(electron, "main/services.ts");
const PROCESSES = [path.join(electron, "ledger/host.ts"), path.join(electron, "roster/worker.ts")];

/** The groups as the bundler takes them: a module belongs to the first that wants it. */
export function mainChunkGroups(): Group[] {
  let reach: Readonly<Record<"main" | "services" | "processes", ReadonlySet<string>>> | undefined;

  const chunkOf = (id: string, modules: Modules): string | null => {
    // An entry stays a file of its own.
    if (id === MAIN || id === SERVICES || PROCESSES.includes(id)) return null;
    reach ??= {
      main: reachedFrom([MAIN], modules),
      services: reachedFrom([SERVICES], modules),
      processes: reachedFrom(PROCESSES, modules),
    };
    // The first window must not wait for anything that only answers need, nor for a second file.
    if (reach.main.has(id) || !reach.services.has(id)) return null;
    return reach.processes.has(id) ? "ground" : "answers";
  };

  return ["ground", "answers"].map((chunk, place) => ({
    priority: 10 - place,
    name: (id, modules) => (chunkOf(id, modules) === chunk ? chunk : null),
  }));
}

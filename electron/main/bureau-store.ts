// Keeps a bureau's decisions in bureau.json of the data folder: a history that only grows, written whole or not at all.

import { access, constants, readdir } from "node:fs/promises";
import path from "node:path";
import { fail, type Outcome, succeed } from "../../shared/ipc/channel.ts";
import { BureauFile, type Decision } from "../../shared/rules/bureau.ts";
import { loadJson, saveJson, type WriteError } from "./json-file.ts";

export interface BureauState {
  /** Oldest first. */
  readonly decisions: readonly Decision[];
  /** The name under which a damaged file is kept; null where nothing was lost sight of. */
  readonly setAside: string | null;
  /** The file is there and cannot be read: nothing may be written over it. */
  readonly unreadable: boolean;
}

export interface BureauStore {
  /** Never rejects: without a readable file nothing is settled, and the counter goes on. */
  readonly load: () => Promise<BureauState>;
  /** Adds to the history; on failure nothing has changed. */
  readonly add: (decision: Decision) => Promise<Outcome<BureauState, WriteError | "bureau-unreadable">>;
}

export const BUREAU_FILE = "bureau.json";

export function createBureauStore(dataFolder: string): BureauStore {
  const file = path.join(dataFolder, BUREAU_FILE);
  let loaded: Promise<BureauState> | undefined;
  const load = () => (loaded ??= read(file));
  // Decisions queue up: two at once would each write the other's away.
  let writing: Promise<unknown> = Promise.resolve();
  return {
    load,
    add: (decision) => {
      const change = writing.then(async () => {
        const before = await load();
        if (before.unreadable) return fail("bureau-unreadable");
        const decisions = [...before.decisions, decision];
        const saved = await saveJson(file, BureauFile.parse({ decisions }));
        if (!saved.ok) return saved;
        const after = { ...before, decisions };
        loaded = Promise.resolve(after);
        return succeed(after);
      });
      writing = change.catch(() => {});
      return change;
    },
  };
}

async function read(file: string): Promise<BureauState> {
  try {
    await access(file, constants.R_OK).catch((fault: NodeJS.ErrnoException) => {
      if (fault.code !== "ENOENT" && fault.code !== "ENOTDIR") throw fault;
    });
    const { value, setAside } = await loadJson(file, BureauFile);
    // A damaged file that an earlier start set aside is still news as long as nothing has been settled since.
    const aside = setAside ?? (value.decisions.length === 0 ? await leftAside(file) : null);
    return { decisions: value.decisions, setAside: aside, unreadable: false };
  } catch {
    return { decisions: [], setAside: null, unreadable: true };
  }
}

async function leftAside(file: string): Promise<string | null> {
  const names = await readdir(path.dirname(file)).catch(() => []);
  return names.find((name) => name.startsWith(`${path.basename(file)}.unreadable-`)) ?? null;
}

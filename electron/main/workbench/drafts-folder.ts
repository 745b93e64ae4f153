// Keeps the drafts of rule sets, one file each, in the data folder: written whole or not at all, a removed one can come back.
import { readdir, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import { fail, type Outcome, succeed } from "../../../shared/ipc/channel.ts";
import { Draft, type DraftData } from "../../../shared/workbench/draft.ts";
import { saveJson, type WriteError } from "../json-file.ts";

export const DRAFTS_FOLDER = "workbench";

export interface DraftsFolder {
  /** The newest first; `damaged` are files that no longer hold a draft. */
  readonly all: () => Promise<{ readonly drafts: readonly DraftData[]; readonly damaged: readonly string[] }>;
  readonly open: (id: string) => Promise<DraftData | undefined>;
  readonly keep: (draft: DraftData) => Promise<Outcome<DraftData, WriteError>>;
  readonly remove: (id: string) => Promise<boolean>;
  readonly restore: (id: string) => Promise<boolean>;
}

const REMOVED = ".removed";

/** @param now stamps what is kept */
export function createDraftsFolder(dataFolder: string, now: () => Date): DraftsFolder {
  const folder = path.join(dataFolder, DRAFTS_FOLDER);
  const fileOf = (id: string) => path.join(folder, `${id}.json`);
  // One write after the other: the last state typed is the one that stays.
  let writing: Promise<unknown> = Promise.resolve();
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const done = writing.then(work, work);
    writing = done.catch(() => {});
    return done;
  };
  const exists = async (from: string, to: string): Promise<boolean> =>
    rename(from, to).then(
      () => true,
      () => false,
    );
  return {
    all: async () => {
      const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(".json"));
      const read = await Promise.all(
        names.map(async (name) => ({ name, draft: await readDraft(path.join(folder, name)) })),
      );
      const drafts = read.flatMap(({ draft }) => (draft === undefined ? [] : [draft]));
      return {
        drafts: drafts.sort((one, other) => (one.savedAt < other.savedAt ? 1 : -1)),
        damaged: read.flatMap(({ name, draft }) => (draft === undefined ? [name] : [])),
      };
    },
    open: (id) => readDraft(fileOf(id)),
    keep: (draft) =>
      inTurn(async () => {
        const kept = { ...draft, savedAt: now().toISOString() };
        const saved = await saveJson(fileOf(draft.id), kept);
        return saved.ok ? succeed(kept) : fail(saved.error.code, saved.error.params);
      }),
    remove: (id) =>
      inTurn(async () => {
        await rm(fileOf(id) + REMOVED, { force: true });
        return exists(fileOf(id), fileOf(id) + REMOVED);
      }),
    restore: (id) => inTurn(() => exists(fileOf(id) + REMOVED, fileOf(id))),
  };
}

async function readDraft(file: string): Promise<DraftData | undefined> {
  try {
    return Draft.safeParse(JSON.parse(await readFile(file, "utf8"))).data;
  } catch {
    return undefined;
  }
}

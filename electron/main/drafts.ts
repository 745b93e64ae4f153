// Keeps unfinished drafts: in memory for a page that crashed, and encrypted by the system for a computer that did.

import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { succeed } from "../../shared/ipc/channel.ts";
import type { Handler } from "./ipc/router.ts";
import { writeWhole } from "./json-file.ts";

/** Electron's safeStorage, or what a test puts in its place. */
export interface Cipher {
  isEncryptionAvailable(): boolean;
  encryptString(text: string): Buffer;
  decryptString(sealed: Buffer): string;
}

export interface DraftsKeeper {
  readonly "drafts.keep": Handler<"drafts.keep">;
  readonly "drafts.take": Handler<"drafts.take">;
}

/** Personal data never reaches the disk in the clear: without the system's encryption drafts stay in memory. */
export function createDrafts(dataFolder: string, cipher: Cipher): DraftsKeeper {
  const file = path.join(dataFolder, "drafts.bin");
  let held: string | null | undefined;
  let writing: Promise<unknown> = Promise.resolve();

  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const done = writing.then(work, work);
    writing = done.catch(() => {});
    return done;
  };

  const save = async (drafts: string | null): Promise<boolean> => {
    if (drafts === null || !cipher.isEncryptionAvailable()) {
      await rm(file, { force: true });
      return false;
    }
    return (await writeWhole(file, cipher.encryptString(drafts))).ok;
  };

  return {
    "drafts.keep": async ({ drafts }) => {
      held = drafts;
      return succeed({ onDisk: await inTurn(() => save(drafts)).catch(() => false) });
    },
    "drafts.take": async () => {
      held ??= await inTurn(async () => cipher.decryptString(await readFile(file))).catch(() => null);
      return succeed({ drafts: held });
    },
  };
}

// A small JSON file that survives a power cut and a broken disk: written whole or not at all, set aside when unreadable.

import { randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import type { z } from "zod";
import { fail, type Outcome, succeed } from "../../shared/ipc/channel.ts";

export interface Loaded<Value> {
  readonly value: Value;
  /** the name under which an unreadable file was kept; null where the file was fine or absent */
  readonly setAside: string | null;
}

/** The file is not there, or nobody may look: nothing to set aside. */
const cannotHold: ReadonlySet<string> = new Set(["ENOENT", "ENOTDIR", "EACCES", "EPERM"]);

/** Reads a file; where it is absent or unreadable, the schema's own defaults (what it makes of `{}`) are the value. */
export async function loadJson<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
): Promise<Loaded<z.output<Schema>>> {
  const text = await readFile(file, "utf8").catch((fault: NodeJS.ErrnoException) => {
    if (fault.code !== undefined && cannotHold.has(fault.code)) return undefined;
    throw fault;
  });
  if (text === undefined) return { value: schema.parse({}), setAside: null };
  const parsed = schema.safeParse(parseOrUndefined(text));
  if (parsed.success) return { value: parsed.data, setAside: null };
  const setAside = `${file}.unreadable-${randomUUID().slice(0, 8)}`;
  await rename(file, setAside);
  return { value: schema.parse({}), setAside: path.basename(setAside) };
}

function parseOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export type WriteError = "folder-unwritable" | "disk-full";

export async function saveJson(file: string, value: unknown): Promise<Outcome<undefined, WriteError>> {
  return writeWhole(file, `${JSON.stringify(value, null, 2)}\n`);
}

/** Writes beside the file, flushes to the disk, then renames: a reader sees the old file or the new one, never half. */
export async function writeWhole(file: string, content: string | Uint8Array): Promise<Outcome<undefined, WriteError>> {
  const partial = `${file}.${randomUUID().slice(0, 8)}.partial`;
  try {
    await mkdir(path.dirname(file), { recursive: true });
    const handle = await open(partial, "w", 0o600);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(partial, file);
    return succeed(undefined);
  } catch (fault) {
    await rm(partial, { force: true }).catch(() => {});
    const code = writeErrorOf(fault);
    if (code === undefined) throw fault;
    return fail(code);
  }
}

function writeErrorOf(fault: unknown): WriteError | undefined {
  const code = fault instanceof Error && "code" in fault ? fault.code : undefined;
  if (code === "ENOSPC" || code === "EDQUOT") return "disk-full";
  const refused: readonly unknown[] = ["EACCES", "EPERM", "EROFS", "ENOTDIR", "ENOENT", "EISDIR", "EEXIST"];
  return refused.includes(code) ? "folder-unwritable" : undefined;
}

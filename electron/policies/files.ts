// Where rule files come from: a folder on the disk, or the parts of a pack in memory. The loader knows no difference.
import { type Dirent, readdirSync } from "node:fs";
import { join } from "node:path";
import { type KeysFitting, parseStrictJson, type Read, readStrictJson } from "./strict-json.ts";

/** Paths are relative, with forward slashes: `gansu/2025/rules.json`. */
export interface PolicyFiles {
  /** `keysFitting` knows what is expected in the file. */
  read(file: string, keysFitting?: KeysFitting): Read;
  has(file: string): boolean;
  /** Names of the folders right below `folder` ("" is the top), sorted. */
  folders(folder: string): readonly string[];
  /** Names of the files right below `folder`, sorted. */
  files(folder: string): readonly string[];
}

/** A folder that cannot be read has nothing in it. */
export function filesOfFolder(root: string): PolicyFiles {
  // Put together by hand: joining goes through each path letter by letter, and the start does it for every file.
  const top = `${join(root, ".")}/`;
  const names = (folder: string, wanted: (entry: Dirent) => boolean) => {
    try {
      const entries = readdirSync(top + folder, { withFileTypes: true });
      return entries
        .filter(wanted)
        .map(({ name }) => name)
        .sort();
    } catch {
      return [];
    }
  };
  const files = (folder: string) => names(folder, (entry) => entry.isFile());
  return {
    read: (file, keysFitting) => readStrictJson(top + file, file, keysFitting),
    has: (file) => {
      const cut = file.lastIndexOf("/");
      return files(file.slice(0, Math.max(cut, 0))).includes(file.slice(cut + 1));
    },
    folders: (folder) => names(folder, (entry) => entry.isDirectory()),
    files,
  };
}

/** `parts`: path → content. */
export function filesOfParts(parts: ReadonlyMap<string, Buffer>): PolicyFiles {
  const below = (folder: string) => {
    const start = folder === "" ? "" : `${folder}/`;
    return [...parts.keys()].filter((path) => path.startsWith(start)).map((path) => path.slice(start.length));
  };
  return {
    read: (file, keysFitting) => {
      const part = parts.get(file);
      if (part === undefined) return { ok: false, faults: [{ file, path: "", message: "is not in the pack" }] };
      return parseStrictJson(part, file, keysFitting);
    },
    has: (file) => parts.has(file),
    folders: (folder) => [...new Set(below(folder).flatMap((path) => path.split("/").slice(0, -1).slice(0, 1)))].sort(),
    files: (folder) =>
      below(folder)
        .filter((path) => !path.includes("/"))
        .sort(),
  };
}

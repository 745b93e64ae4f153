// Opens a list far enough to know what it is: format, encoding, separator, where its header is.
import { open, stat } from "node:fs/promises";
import { extname } from "node:path";
import { findLayout, type Layout } from "./csv-text.ts";
import { type DetectedEncoding, detectEncoding } from "./encoding.ts";
import { fileFault, RosterFault } from "./fault.ts";

/** What tells that a file is still the one that was opened. */
export interface FileState {
  readonly size: number;
  readonly modified: number;
  readonly inode: number;
}

export interface CsvInput {
  readonly kind: "csv";
  readonly path: string;
  readonly state: FileState;
  readonly encoding: DetectedEncoding;
  readonly layout: Layout;
}

const LOOKED_AT = 1 << 16;

export function isWorkbook(path: string): boolean {
  return extname(path).toLowerCase() === ".xlsx";
}

/** Throws RosterFault: no such file, empty, no text, in no known encoding, without a header. */
export async function openCsvInput(path: string): Promise<CsvInput> {
  const state = await fileState(path);
  const encoding = await detectEncoding(path);
  const layout = findLayout(await beginning(path, encoding));
  if (layout === undefined) throw new RosterFault("no-header", { file: path });
  return { kind: "csv", path, state, encoding, layout };
}

export async function fileState(path: string): Promise<FileState> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw new RosterFault("is-folder", { file: path });
    return { size: found.size, modified: found.mtimeMs, inode: found.ino };
  } catch (error) {
    throw fileFault(error, path);
  }
}

export function sameState(a: FileState, b: FileState): boolean {
  return a.size === b.size && a.modified === b.modified && a.inode === b.inode;
}

/** The first rows as text, cut at a line's end so that no row and no character is halved. */
async function beginning(path: string, { encoding, bom }: DetectedEncoding): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(LOOKED_AT), 0, LOOKED_AT, bom);
    const text = new TextDecoder(encoding).decode(buffer.subarray(0, bytesRead));
    const end = Math.max(text.lastIndexOf("\n"), text.lastIndexOf("\r"));
    return bytesRead < LOOKED_AT || end < 0 ? text : text.slice(0, end + 1);
  } finally {
    await file.close();
  }
}

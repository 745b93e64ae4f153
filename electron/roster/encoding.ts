// Which encoding a CSV file is in, found by reading all of it: a wrong guess would garble names, and a late one half a county.
import { isUtf8 } from "node:buffer";
import { open } from "node:fs/promises";
import { fileFault, RosterFault } from "./fault.ts";

export type Encoding = "utf-8" | "gb18030" | "utf-16le";

export interface DetectedEncoding {
  readonly encoding: Encoding;
  /** Bytes of the byte order mark, 0 where there is none. */
  readonly bom: number;
}

const CHUNK = 1 << 20;
const NEWLINE = 0x0a;

/** Reads the file once. Throws a RosterFault that names the line and the cell where the text is in no known encoding. */
export async function detectEncoding(path: string): Promise<DetectedEncoding> {
  const head = await firstBytes(path);
  if (head.length === 0) throw new RosterFault("empty-file", { file: path });
  if (head.subarray(0, 4).equals(ZIP)) throw new RosterFault("is-workbook", { file: path });
  if (head.subarray(0, 4).equals(COMPOUND_FILE)) throw new RosterFault("old-excel", { file: path });
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: "utf-16le", bom: 2 };
  if (head.includes(0)) throw new RosterFault("not-text", { file: path });
  const bom = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;

  const utf8 = await readThrough(path, isUtf8);
  if (utf8.fault === null) return { encoding: "utf-8", bom };
  if (bom > 0 || utf8.looksRight)
    throw new RosterFault("wrong-encoding", { file: path, encoding: "UTF-8", ...utf8.fault });
  const gb18030 = await readThrough(path, isGb18030);
  if (gb18030.fault === null) return { encoding: "gb18030", bom: 0 };
  throw new RosterFault("wrong-encoding", { file: path, encoding: "UTF-8, GB18030", ...gb18030.fault });
}

const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
const COMPOUND_FILE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

async function firstBytes(path: string): Promise<Buffer> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw fileFault(error, path);
  }
}

interface ReadThrough {
  readonly fault: { readonly row: number; readonly column: number } | null;
  /** Text before or around the fault is in this encoding beyond chance: a few bytes are broken, the guess is not. */
  readonly looksRight: boolean;
}

/**
 * Checks whole lines: in UTF-8 and GB18030 alike a line break byte is never part of another character, so that no
 * character is cut in two.
 */
async function readThrough(path: string, valid: (bytes: Buffer) => boolean): Promise<ReadThrough> {
  const file = await open(path);
  try {
    let rest: Buffer = Buffer.alloc(0);
    let lines = 0;
    let foreign = 0;
    for (;;) {
      const chunk = Buffer.allocUnsafe(CHUNK);
      const { bytesRead } = await file.read(chunk, 0, CHUNK);
      const bytes =
        rest.length === 0 ? chunk.subarray(0, bytesRead) : Buffer.concat([rest, chunk.subarray(0, bytesRead)]);
      const end = bytesRead === 0 ? bytes.length : bytes.lastIndexOf(NEWLINE) + 1;
      const whole = bytes.subarray(0, end);
      if (!valid(whole)) {
        const found = brokenLine(whole, valid);
        return {
          fault: { row: lines + found.line, column: found.column },
          looksRight: foreign > 0 || mostlyUtf8(whole),
        };
      }
      if (foreign === 0) foreign = whole.findIndex((byte) => byte >= 0x80) + 1;
      if (bytesRead === 0) return { fault: null, looksRight: true };
      lines += countLines(whole);
      rest = bytes.subarray(end);
    }
  } finally {
    await file.close();
  }
}

function isGb18030(bytes: Buffer): boolean {
  try {
    new TextDecoder("gb18030", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function brokenLine(
  bytes: Buffer,
  valid: (bytes: Buffer) => boolean,
): { readonly line: number; readonly column: number } {
  let line = 1;
  for (let from = 0; from < bytes.length; line++) {
    const newline = bytes.indexOf(NEWLINE, from);
    const to = newline < 0 ? bytes.length : newline;
    const text = bytes.subarray(from, to);
    if (!valid(text)) return { line, column: brokenCell(text, valid) };
    from = to + 1;
  }
  return { line, column: 1 };
}

/** Which cell of the line it is, by the separators before it. */
function brokenCell(line: Buffer, valid: (bytes: Buffer) => boolean): number {
  let cells = 1;
  for (let index = 0; index < line.length; index++) {
    const byte = line[index];
    if (byte !== 0x2c && byte !== 0x09 && byte !== 0x3b) continue;
    if (!valid(line.subarray(0, index))) return cells;
    cells++;
  }
  return cells;
}

function countLines(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) lines++;
  return lines;
}

/**
 * Whether the bytes beyond ASCII are nearly all whole UTF-8 characters of three bytes, as Chinese is: GB18030 text read
 * that way is mostly broken.
 */
function mostlyUtf8(bytes: Buffer): boolean {
  let whole = 0;
  let broken = 0;
  for (let index = 0; index < bytes.length; index++) {
    const byte = bytes[index] ?? 0;
    if (byte < 0x80) continue;
    if (byte >= 0xe0 && byte < 0xf0 && isContinuation(bytes[index + 1]) && isContinuation(bytes[index + 2])) {
      whole++;
      index += 2;
    } else broken++;
  }
  return whole > broken * 4;
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x80 && byte < 0xc0;
}

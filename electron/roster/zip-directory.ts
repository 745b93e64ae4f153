// Opens a zip file by its directory and checks every size before a byte is unpacked: a small file may unpack to anything.
import { inflateRawSync } from "node:zlib";
import { RosterFault } from "./fault.ts";

/** No workbook of 50,000 rows comes near; a bomb lies far above. */
const MOST_UNPACKED = 200_000_000;
const MOST_ENTRIES = 5_000;
/** Sheets of repeated cells reach forty; what is small may be packed as tightly as it likes. */
const TIGHTEST_RATIO = 150;
const SMALL = 4_000_000;

export interface ZipEntry {
  readonly name: string;
  readonly packed: number;
  readonly unpacked: number;
  readonly method: number;
  readonly offset: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 65_535;
const STORED = 0;
const DEFLATED = 8;

/** Throws RosterFault: damaged, or a bomb by what it says of itself. */
export function readDirectory(file: string, bytes: Buffer): readonly ZipEntry[] {
  const end = endOfDirectory(file, bytes);
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  // 64-bit archives are for files beyond 4 GB; no list is one.
  if (count === 0xffff || at === 0xffffffff || count > MOST_ENTRIES)
    throw new RosterFault("bomb", { file, part: `${count} entries` });
  const entries: ZipEntry[] = [];
  let total = 0;
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw broken(file, "zip directory");
    const nameLength = bytes.readUInt16LE(at + 28);
    const entry: ZipEntry = {
      name: bytes.toString("utf8", at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    };
    total += entry.unpacked;
    const tight = entry.unpacked > SMALL && entry.unpacked > entry.packed * TIGHTEST_RATIO;
    if (total > MOST_UNPACKED || tight) throw new RosterFault("bomb", { file, part: entry.name });
    entries.push(entry);
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** The entry's content, never more than the directory said. Throws RosterFault where it is damaged or lies about its size. */
export function unpackEntry(file: string, bytes: Buffer, entry: ZipEntry): Uint8Array {
  const { name, offset, packed, unpacked, method } = entry;
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL_ENTRY) throw broken(file, name);
  const from = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const data = bytes.subarray(from, from + packed);
  if (data.length !== packed) throw broken(file, name);
  if (method === STORED) return data;
  if (method !== DEFLATED) throw broken(file, name);
  let content: Buffer;
  try {
    content = inflateRawSync(data, { maxOutputLength: Math.max(unpacked, 1) });
  } catch (error) {
    const tooLong = error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
    throw tooLong ? new RosterFault("bomb", { file, part: name }) : broken(file, name);
  }
  if (content.length !== unpacked) throw broken(file, name);
  return content;
}

function endOfDirectory(file: string, bytes: Buffer): number {
  const first = Math.max(0, bytes.length - END_LENGTH - LONGEST_COMMENT);
  for (let at = bytes.length - END_LENGTH; at >= first; at--) {
    if (bytes.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  throw broken(file, "zip directory");
}

function broken(file: string, part: string): RosterFault {
  return new RosterFault("broken-workbook", { file, part });
}

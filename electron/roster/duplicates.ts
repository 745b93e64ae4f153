// The same ID number in several rows, found after the last row with memory that does not grow with the list.
//
// While rows pass, each number goes as sixteen bytes to a file beside the result. Afterwards the file is read once for
// each share of the numbers that fits a table of fixed size: two shares for a county, nineteen for ten counties.
import { type FileHandle, open, rm } from "node:fs/promises";
import { fileFault } from "./fault.ts";

export const BYTES_PER_NUMBER = 16;
const RECORD = BYTES_PER_NUMBER;
const RECORDS_PER_CHUNK = 1 << 14;
/** Slots of the table: 4 MB of keys and as much again for the first row and its township. */
const SLOTS = 1 << 19;
/** How full a share may make the table. */
const FILL = 0.75;

export interface Duplicate {
  readonly firstRow: number;
  readonly row: number;
  readonly firstTownship: number;
  readonly township: number;
}

export interface NumberLog {
  /** A row's number; `township` is an index of the caller's. */
  readonly add: (key: number, row: number, township: number) => void;
  readonly flush: () => Promise<void>;
  /** Number of records written; what a later run is handed as `keep`. */
  readonly records: () => number;
  /** Calls back for every row whose number an earlier row has, in no promised order. */
  readonly eachDuplicate: (report: (duplicate: Duplicate) => void, slots?: number) => Promise<void>;
  readonly close: () => Promise<void>;
  readonly remove: () => Promise<void>;
}

export async function openNumberLog(path: string, keep: number): Promise<NumberLog> {
  let file: FileHandle;
  try {
    file = await open(path, keep > 0 ? "r+" : "w+");
    await file.truncate(keep * RECORD);
  } catch (error) {
    throw fileFault(error, path);
  }
  const buffer = new ArrayBuffer(RECORD * RECORDS_PER_CHUNK);
  const view = new DataView(buffer);
  let waiting = 0;
  let written = keep;
  let overflow: Promise<void> = Promise.resolve();

  const writeOut = async (): Promise<void> => {
    if (waiting === 0) return;
    const bytes = Buffer.from(new Uint8Array(buffer, 0, waiting * RECORD));
    const at = written * RECORD;
    written += waiting;
    waiting = 0;
    try {
      await file.write(bytes, 0, bytes.length, at);
    } catch (error) {
      throw fileFault(error, path);
    }
  };
  const flush = async (): Promise<void> => {
    await overflow;
    await writeOut();
  };

  return {
    add: (key, row, township) => {
      if (waiting === RECORDS_PER_CHUNK) {
        const before = overflow;
        const now = writeOut();
        overflow = before.then(() => now);
        overflow.catch(() => undefined);
      }
      const at = waiting * RECORD;
      view.setFloat64(at, key, true);
      view.setUint32(at + 8, row, true);
      view.setUint32(at + 12, township, true);
      waiting++;
    },
    flush,
    records: () => written + waiting,
    eachDuplicate: async (report, slots = SLOTS) => {
      await flush();
      const shares = Math.max(1, Math.ceil(written / (slots * FILL)));
      for (let share = 0; share < shares; share++) await findInShare(file, { written, share, shares, slots }, report);
    },
    close: async () => {
      await overflow.catch(() => undefined);
      await file.close().catch(() => undefined);
    },
    remove: async () => {
      await rm(path, { force: true });
    },
  };
}

async function findInShare(
  file: FileHandle,
  {
    written,
    share,
    shares,
    slots,
  }: { readonly written: number; readonly share: number; readonly shares: number; readonly slots: number },
  report: (duplicate: Duplicate) => void,
): Promise<void> {
  const keys = new Float64Array(slots);
  const rows = new Uint32Array(slots);
  const townships = new Uint32Array(slots);
  const mask = slots - 1;
  const chunk = Buffer.allocUnsafe(RECORD * RECORDS_PER_CHUNK);
  for (let at = 0; at < written * RECORD; ) {
    const { bytesRead } = await file.read(chunk, 0, Math.min(chunk.length, written * RECORD - at), at);
    if (bytesRead < RECORD) return;
    const whole = bytesRead - (bytesRead % RECORD);
    for (let offset = 0; offset < whole; offset += RECORD) {
      const key = chunk.readDoubleLE(offset);
      const hash = hashOf(key);
      if (shares > 1 && (hash >>> 8) % shares !== share) continue;
      const row = chunk.readUInt32LE(offset + 8);
      const township = chunk.readUInt32LE(offset + 12);
      let slot = hash & mask;
      while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask;
      if (keys[slot] === key) {
        report({ firstRow: rows[slot] ?? 0, row, firstTownship: townships[slot] ?? 0, township });
      } else {
        keys[slot] = key;
        rows[slot] = row;
        townships[slot] = township;
      }
    }
    at += whole;
  }
}

/** Spreads the key over 32 bits; both halves of the number take part. */
function hashOf(key: number): number {
  const high = Math.floor(key / 4_294_967_296);
  let hash = Math.imul((key >>> 0) ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35);
  return (hash ^ (hash >>> 13)) >>> 0;
}

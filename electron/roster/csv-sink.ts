// Writes the growing result beside its final name; only a finished list gets that name.
import { type FileHandle, open, rename, rm } from "node:fs/promises";
import { fileFault } from "./fault.ts";

export interface CsvSink {
  /** Takes text; nothing is written before `flush`. */
  readonly add: (text: string) => void;
  /**
   * Begins to write what was added, after waiting for the write before: one write runs while the next rows are worked
   * on, and no more than two batches are ever in memory. Throws RosterFault (disk full).
   */
  readonly flush: () => Promise<void>;
  /** Writes everything and waits until the disk has it; returns the file's length in bytes. */
  readonly settle: () => Promise<number>;
  /** Settles, closes, and gives the file its final name. */
  readonly finish: () => Promise<void>;
  /** Closes and leaves the partial file where it is. */
  readonly abandon: () => Promise<void>;
  readonly partial: string;
}

export function partialName(path: string): string {
  return `${path}.part`;
}

/** Opens the partial file of `path`, cut back to `keep` bytes (0 for a new one). */
export async function openCsvSink(path: string, keep: number): Promise<CsvSink> {
  const partial = partialName(path);
  let file: FileHandle;
  try {
    file = await open(partial, keep > 0 ? "r+" : "w");
    if (keep > 0) await file.truncate(keep);
  } catch (error) {
    throw fileFault(error, partial);
  }
  let text = "";
  let position = keep;
  let running: Promise<void> = Promise.resolve();
  // Two buffers for the whole run: one is written while the next is filled. New ones for every batch would wait for a
  // full collection, outside the heap, and make the process three times as large.
  let filling = Buffer.alloc(0);
  let writing = Buffer.alloc(0);

  const write = async (bytes: Buffer, at: number): Promise<void> => {
    try {
      for (let done = 0; done < bytes.length; ) {
        const { bytesWritten } = await file.write(bytes, done, bytes.length - done, at + done);
        done += bytesWritten;
      }
    } catch (error) {
      throw fileFault(error, partial);
    }
  };
  const flush = async (): Promise<void> => {
    await running;
    if (text === "") return;
    // A UTF-16 unit takes three bytes at most.
    if (filling.length < text.length * 3) filling = Buffer.allocUnsafeSlow(text.length * 4);
    const bytes = filling.subarray(0, filling.write(text, "utf8"));
    text = "";
    [filling, writing] = [writing, filling];
    running = write(bytes, position);
    // The failure is met at the next flush; without this it would be reported as unhandled before.
    running.catch(() => undefined);
    position += bytes.length;
  };
  const settle = async (): Promise<number> => {
    await flush();
    await running;
    try {
      await file.datasync();
    } catch (error) {
      throw fileFault(error, partial);
    }
    return position;
  };
  return {
    partial,
    add: (more) => {
      text += more;
    },
    flush,
    settle,
    finish: async () => {
      await settle();
      await file.close();
      try {
        await rename(partial, path);
      } catch (error) {
        throw fileFault(error, path);
      }
    },
    abandon: async () => {
      await running.catch(() => undefined);
      await file.close().catch(() => undefined);
    },
  };
}

export async function removePartial(path: string): Promise<void> {
  await rm(partialName(path), { force: true });
}

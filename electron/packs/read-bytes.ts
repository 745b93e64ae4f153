// Reads a file that somebody handed over: bounded, a plain file only, and whole or not at all.

import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";

export type ReadBytes =
  | { readonly ok: true; readonly bytes: Buffer }
  | { readonly ok: false; readonly code: "unreadable" | "too-large"; readonly detail: string };

/** On Windows neither flag exists, and neither is needed there. */
const { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0 } = constants;

/**
 * @param ownFolder the file is one of our own: a link in its place is not followed
 */
export function readBytes(file: string, largest: number, ownFolder = false): ReadBytes {
  let handle: number;
  try {
    // Without O_NONBLOCK a pipe under this name would hold the program until somebody writes into it.
    handle = openSync(file, O_RDONLY | O_NONBLOCK | (ownFolder ? O_NOFOLLOW : 0));
  } catch (error) {
    return unreadable(error);
  }
  try {
    const { size, mode } = fstatSync(handle);
    if ((mode & constants.S_IFMT) !== constants.S_IFREG)
      return { ok: false, code: "unreadable", detail: "no plain file" };
    if (size > largest) return { ok: false, code: "too-large", detail: String(size) };
    // One byte more than it should have: a file that grows is noticed, one that shrinks as well.
    const bytes = Buffer.alloc(size + 1);
    let length = 0;
    for (let read = -1; read !== 0 && length < bytes.length; length += read)
      read = readSync(handle, bytes, length, bytes.length - length, null);
    if (length !== size) return { ok: false, code: "unreadable", detail: `${length} of ${size} bytes` };
    return { ok: true, bytes: bytes.subarray(0, size) };
  } catch (error) {
    return unreadable(error);
  } finally {
    closeSync(handle);
  }
}

function unreadable(error: unknown): ReadBytes {
  const detail = error instanceof Error && "code" in error ? String(error.code) : "unknown";
  return { ok: false, code: "unreadable", detail };
}

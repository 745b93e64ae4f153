// Lines of a byte stream, read with flat memory: UTF-8 is checked line by line, and a line without end is not kept.

import type { Readable } from "node:stream";

export type Line =
  | { readonly number: number; readonly text: string }
  | { readonly number: number; readonly fault: "too-long" | "not-utf8" };

const NEWLINE = 0x0a;
const RETURN = 0x0d;

/**
 * The lines of `input`, numbered from 1, without their ends (LF or CRLF) and without a byte order mark at the start.
 * Only LF ends a line: a JSON text may hold U+2028. A line of more than `longest` bytes is dropped and said so.
 */
export async function* readLines(input: Readable, longest: number): AsyncGenerator<Line> {
  let number = 0;
  let parts: Buffer[] = [];
  let size = 0;
  const take = (): Line => {
    number++;
    const line = size > longest ? ({ number, fault: "too-long" } as const) : decoded(number, Buffer.concat(parts));
    parts = [];
    size = 0;
    return line;
  };
  const keep = (part: Buffer): void => {
    size += part.length;
    if (size > longest) parts = [];
    else parts.push(part);
  };
  for await (const chunk of input) {
    const bytes: Buffer = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk as string);
    let from = 0;
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, from)) {
      keep(bytes.subarray(from, end));
      from = end + 1;
      yield take();
    }
    if (from < bytes.length) keep(bytes.subarray(from));
  }
  if (size > 0) yield take();
}

// The decoder drops a byte order mark, which may stand before the first line only; on others it is white space to JSON's reader.
const utf8 = new TextDecoder("utf-8", { fatal: true });

function decoded(number: number, bytes: Buffer): Line {
  const end = bytes.at(-1) === RETURN ? bytes.length - 1 : bytes.length;
  try {
    return { number, text: utf8.decode(bytes.subarray(0, end)) };
  } catch {
    return { number, fault: "not-utf8" };
  }
}

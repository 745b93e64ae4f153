// Reads a CSV file row by row from any decoded offset: decode, parse, hand over; between chunks the caller may rest or stop.
import { type FileHandle, open } from "node:fs/promises";
import { CsvError, Parser } from "csv-parse";
import type { Layout } from "./csv-text.ts";
import type { DetectedEncoding } from "./encoding.ts";
import { fileFault, RosterFault } from "./fault.ts";

export interface CsvPosition {
  /** Bytes of UTF-8 text read to the end of the last whole row; equals the file's own offset where the file is UTF-8 without a mark. */
  readonly offset: number;
  /** Rows of the file up to here as a spreadsheet numbers them: preface, header and blank lines included. */
  readonly row: number;
}

export interface CsvSourceOptions {
  readonly path: string;
  readonly encoding: DetectedEncoding;
  readonly layout: Layout;
  readonly from: CsvPosition;
  /** `torn`: the file ends in this row, without a line break. */
  readonly onRow: (cells: readonly string[], row: number, torn: boolean) => void;
  readonly onBlankLine: () => void;
  /** Called after each chunk with what has been read; false stops. `bytes` of the file have been read so far. */
  readonly between: (position: CsvPosition, bytes: number) => Promise<boolean>;
}

const CHUNK = 1 << 16;
/** A row longer than this is no resident's: a quotation mark went astray, or something else was pasted into a cell. */
export const LONGEST_ROW = 1 << 20;

/** Resolves true when the file has been read to its end, false where `between` stopped it. Throws RosterFault. */
export async function readCsv(options: CsvSourceOptions): Promise<boolean> {
  const { path, layout, onRow } = options;
  let file: FileHandle;
  try {
    file = await open(path);
  } catch (error) {
    throw fileFault(error, path);
  }
  let { row, offset } = options.from;
  let ending = false;
  const single = layout.headers.length === 1;
  const parser = new Parser({
    delimiter: layout.delimiter,
    record_delimiter: layout.newline === "\r" ? ["\r"] : ["\n", "\r\n"],
    relax_column_count: true,
    max_record_size: LONGEST_ROW,
    // Rows are taken here and not from the stream: handing each through its queue costs more than parsing it.
    on_record: (cells: readonly string[], { bytes }: { readonly bytes: number }) => {
      row++;
      // Between rows the parser's own count runs ahead of the last whole row.
      offset = options.from.offset + bytes;
      if (cells.length === 1 && cells[0] === "" && !single) options.onBlankLine();
      else onRow(cells, row, ending);
      return null;
    },
  });
  const feed = (text: Buffer): Promise<void> =>
    new Promise((resolve, reject) => parser.write(text, (error) => (error ? reject(error) : resolve())));
  // Errors reach us through the callbacks; without a listener the stream would throw them a second time.
  parser.on("error", () => undefined);
  try {
    for await (const { text, bytes } of textFrom(file, options.encoding, options.from.offset)) {
      await feed(text);
      if (!(await options.between({ offset, row }, bytes))) return false;
    }
    ending = true;
    await new Promise<void>((resolve, reject) => {
      parser.once("error", reject);
      parser.once("end", resolve);
      parser.resume();
      parser.end();
    });
    return true;
  } catch (error) {
    throw parseFault(error, path, row, layout.headers);
  } finally {
    await file.close();
  }
}

/** UTF-8 text of the file from a decoded offset on, with the number of the file's bytes read so far. */
async function* textFrom(
  file: FileHandle,
  { encoding, bom }: DetectedEncoding,
  offset: number,
): AsyncGenerator<{ readonly text: Buffer; readonly bytes: number }> {
  const decoder = encoding === "utf-8" ? undefined : new TextDecoder(encoding, { fatal: true });
  // Only UTF-8 can be entered in the middle; the others are decoded anew up to the place, which is quick beside parsing.
  let position = decoder === undefined ? bom + offset : bom;
  let skip = decoder === undefined ? 0 : offset;
  // The parser keeps a slice of the chunk before, and the next one is already being read: three buffers in turn.
  const buffers = [Buffer.allocUnsafeSlow(CHUNK), Buffer.allocUnsafeSlow(CHUNK), Buffer.allocUnsafeSlow(CHUNK)];
  const read = async (): Promise<Buffer> => {
    const buffer = buffers.shift() ?? Buffer.allocUnsafeSlow(CHUNK);
    buffers.push(buffer);
    const { bytesRead } = await file.read(buffer, 0, CHUNK, position);
    return buffer.subarray(0, bytesRead);
  };
  let next = read();
  for (;;) {
    const bytes = await next;
    position += bytes.length;
    if (bytes.length > 0) next = read();
    const text =
      decoder === undefined ? bytes : Buffer.from(decoder.decode(bytes, { stream: bytes.length > 0 }), "utf8");
    const wanted = skip === 0 ? text : text.subarray(Math.min(skip, text.length));
    skip -= text.length - wanted.length;
    if (wanted.length > 0) yield { text: wanted, bytes: position };
    if (bytes.length === 0) return;
  }
}

function parseFault(error: unknown, file: string, lastRow: number, headers: readonly string[]): RosterFault {
  if (!(error instanceof CsvError)) return fileFault(error, file);
  const index = typeof error["column"] === "number" ? error["column"] : 0;
  const column = headers[index] ?? `#${index + 1}`;
  const values = { file, row: lastRow + 1, column };
  switch (error.code) {
    case "CSV_MAX_RECORD_SIZE":
      return new RosterFault("row-too-long", { ...values, limit: LONGEST_ROW });
    case "INVALID_OPENING_QUOTE":
      return new RosterFault("quote-opened", values);
    case "CSV_INVALID_CLOSING_QUOTE":
      return new RosterFault("quote-closed", values);
    case "CSV_QUOTE_NOT_CLOSED":
      return new RosterFault("quote-open-at-end", values);
    default:
      return new RosterFault("unexpected", { ...values, detail: error.code });
  }
}

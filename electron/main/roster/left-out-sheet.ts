// The rows of a list that got no slip: in a file beside the slips, and the first of them for the window.
import path from "node:path";
import type { SlipsResult } from "../../../shared/ipc/channels/roster-slips.ts";
import { type CsvSink, openCsvSink } from "../../roster/csv-sink.ts";
import { csvEncoder } from "../../roster/csv-text.ts";

export interface LeftOutSheet {
  readonly add: (lines: readonly (readonly string[])[]) => Promise<void>;
  readonly close: () => Promise<Pick<SlipsResult, "leftOut" | "leftOutFile" | "leftOutRows">>;
}

const SHOWN = 300;

/** @param file written with the first row; where it cannot be, the window still has the count and the first rows */
export function leftOutSheet(file: string, header: readonly string[]): LeftOutSheet {
  const encode = csvEncoder(",");
  const shown: string[][] = [];
  let count = 0;
  let sink: CsvSink | null = null;
  let writable = true;

  async function write(lines: readonly (readonly string[])[]): Promise<void> {
    if (sink === null) {
      sink = await openCsvSink(file, 0);
      sink.add(`\ufeff${encode(header)}\r\n`);
    }
    for (const line of lines) sink.add(`${encode(line)}\r\n`);
    await sink.flush();
  }

  return {
    add: async (lines) => {
      if (lines.length === 0) return;
      count += lines.length;
      shown.push(...lines.slice(0, SHOWN - shown.length).map((line) => [...line]));
      if (!writable) return;
      await write(lines).catch(() => {
        writable = false;
      });
    },
    close: async () => {
      const finished = await sink?.finish().then(
        () => writable,
        () => false,
      );
      return { leftOut: count, leftOutFile: finished === true ? path.basename(file) : null, leftOutRows: shown };
    },
  };
}

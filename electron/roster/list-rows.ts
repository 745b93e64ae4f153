// A list's rows one after another, whether it is text or a workbook: for whoever reads it a second time.
import { readCsv } from "./csv-source.ts";
import { headerRow } from "./csv-text.ts";
import { RosterFault } from "./fault.ts";
import { isWorkbook, openCsvInput } from "./input.ts";
import { readWorkbook } from "./workbook-input.ts";

export interface ListRows {
  readonly headers: readonly string[];
  /** Row of the header as a spreadsheet numbers it. */
  readonly headerRow: number;
  readonly date1904: boolean;
  /**
   * Hands each row over with its number; between two batches `between` may rest, and ends the reading with false.
   * Throws RosterFault.
   */
  readonly walk: (onRow: (cells: readonly string[], row: number) => void, between: Between) => Promise<void>;
}

/** `done` of `of` parts of the list have been read. */
export type Between = (progress: { readonly done: number; readonly of: number }) => Promise<boolean>;

const BATCH = 500;

export async function openList(path: string): Promise<ListRows> {
  return isWorkbook(path) ? openWorkbookList(path) : openCsvList(path);
}

async function openWorkbookList(path: string): Promise<ListRows> {
  const { texts, date1904 } = await readWorkbook(path);
  const header = headerRow(texts);
  return {
    headers: headersOf(path, texts[header]),
    headerRow: header + 1,
    date1904,
    walk: async (onRow, between) => {
      for (let index = header + 1; index < texts.length; index++) {
        onRow(texts[index] ?? [], index + 1);
        if (index % BATCH === 0 && !(await between({ done: index, of: texts.length }))) return;
      }
      await between({ done: texts.length, of: texts.length });
    },
  };
}

async function openCsvList(path: string): Promise<ListRows> {
  const { layout, encoding, state } = await openCsvInput(path);
  const first = layout.preface.length + 1;
  return {
    headers: headersOf(path, layout.headers),
    headerRow: first,
    date1904: false,
    walk: async (onRow, between) => {
      await readCsv({
        path,
        encoding,
        layout,
        from: { offset: 0, row: 0 },
        onRow: (cells, row) => {
          if (row > first) onRow(cells, row);
        },
        onBlankLine: () => undefined,
        between: (_, bytes) => between({ done: bytes, of: state.size }),
      });
    },
  };
}

function headersOf(path: string, headers: readonly string[] | undefined): readonly string[] {
  if (headers === undefined || headers.length === 0) throw new RosterFault("no-header", { file: path });
  return headers;
}

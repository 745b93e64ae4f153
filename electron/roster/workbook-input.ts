// Reads the first sheet of a workbook: only after its sizes are checked, and without macros, links or pictures.
import { readFile } from "node:fs/promises";
import { zipSync } from "fflate";
import { readSheet } from "read-excel-file/universal";
import { civil } from "../../shared/dates/civil.ts";
import { fileFault, RosterFault } from "./fault.ts";
import { fileState } from "./input.ts";
import { readDirectory, unpackEntry, type ZipEntry } from "./zip-directory.ts";

/** A workbook is read and written as a whole: beyond this, CSV. */
export const MOST_WORKBOOK_ROWS = 50_000;
const LARGEST_FILE = 100_000_000;

/** A cell as the workbook holds it. Numbers keep their text: an ID number typed as one has lost digits already. */
export type WorkbookCell = string | number | boolean | Date | null;

export type WorkbookNote = "macros" | "external-links";

export interface WorkbookInput {
  readonly cells: readonly (readonly WorkbookCell[])[];
  /** The same as text, every row as long as the longest; dates as ISO text. */
  readonly texts: readonly (readonly string[])[];
  readonly date1904: boolean;
  readonly notes: readonly WorkbookNote[];
}

/** Throws RosterFault: not there, old or encrypted, damaged, a bomb, too many rows. */
export async function readWorkbook(file: string): Promise<WorkbookInput> {
  const { size } = await fileState(file);
  if (size > LARGEST_FILE) throw new RosterFault("too-many-rows", { file, limit: MOST_WORKBOOK_ROWS });
  const bytes = await readFile(file).catch((error: unknown) => {
    throw fileFault(error, file);
  });
  if (bytes.length === 0) throw new RosterFault("empty-file", { file });
  if (bytes.readUInt32BE(0) === 0xd0cf11e0) throw new RosterFault("old-excel", { file });
  if (bytes.readUInt16BE(0) !== 0x504b) throw new RosterFault("not-workbook", { file });
  const entries = readDirectory(file, bytes);
  const parts: Record<string, Uint8Array> = {};
  for (const entry of entries) if (isNeeded(entry)) parts[entry.name] = unpackEntry(file, bytes, entry);
  const workbook = parts["xl/workbook.xml"];
  if (workbook === undefined) throw new RosterFault("not-workbook", { file });
  const cells = await firstSheet(file, parts);
  if (cells.length > MOST_WORKBOOK_ROWS + 1)
    throw new RosterFault("too-many-rows", { file, limit: MOST_WORKBOOK_ROWS });
  const width = cells.reduce((most, row) => Math.max(most, row.length), 0);
  return {
    cells,
    texts: cells.map((row) => Array.from({ length: width }, (_, index) => cellText(row[index] ?? null))),
    date1904: /date1904="(1|true)"/.test(Buffer.from(workbook).toString("utf8")),
    notes: notesOf(entries),
  };
}

/** What the reader looks at; macros, links to other files, pictures and printer settings are never unpacked. */
function isNeeded({ name }: ZipEntry): boolean {
  return (
    name === "[Content_Types].xml" ||
    name === "_rels/.rels" ||
    name === "xl/workbook.xml" ||
    name === "xl/_rels/workbook.xml.rels" ||
    name === "xl/sharedStrings.xml" ||
    name === "xl/styles.xml" ||
    /^xl\/worksheets\/[^/]+\.xml$/.test(name)
  );
}

function notesOf(entries: readonly ZipEntry[]): readonly WorkbookNote[] {
  const notes: WorkbookNote[] = [];
  if (entries.some(({ name }) => /vbaProject\.bin$|\/macrosheets\//i.test(name))) notes.push("macros");
  if (entries.some(({ name }) => name.startsWith("xl/externalLinks/"))) notes.push("external-links");
  return notes;
}

async function firstSheet(
  file: string,
  parts: Record<string, Uint8Array>,
): Promise<readonly (readonly WorkbookCell[])[]> {
  try {
    // The reader takes zip files only; it gets one with the checked parts, packed without compression.
    const safe = zipSync(parts, { level: 0 });
    const rows = await readSheet<number | string>(new Blob([safe]), 1, { trim: false, parseNumber: numberOrText });
    return rows as unknown as readonly (readonly WorkbookCell[])[];
  } catch {
    throw new RosterFault("broken-workbook", { file, part: "xml" });
  }
}

/** Numbers that a float would change stay text. */
function numberOrText(text: string): number | string {
  const number = Number(text);
  return String(number) === text ? number : text;
}

function cellText(cell: WorkbookCell): string {
  if (cell === null) return "";
  if (cell instanceof Date) return dateText(cell);
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  return String(cell);
}

const DAY = 86_400_000;

/** The day, and the time where there is one. */
function dateText(date: Date): string {
  const day = Math.floor(date.getTime() / DAY);
  const { year, month, day: ofMonth } = civil(day);
  const two = (value: number): string => String(value).padStart(2, "0");
  const text = `${year}-${two(month)}-${two(ofMonth)}`;
  const seconds = Math.round((date.getTime() - day * DAY) / 1_000);
  if (seconds === 0) return text;
  return `${text} ${two(Math.floor(seconds / 3_600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

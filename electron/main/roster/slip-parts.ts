// Hands a part of a list's slips out: as a PDF beside the others, or to the printer.
import { access } from "node:fs/promises";
import path from "node:path";
import { fail, type Outcome, succeed } from "../../../shared/ipc/channel.ts";
import type { SlipDocument } from "../../../shared/slip/document.ts";
import { type Adjustment, PAPER_SIZES, type Paper } from "../../../shared/slip/paper.ts";
import type { PrintSheet } from "../../../shared/slip/sheet.ts";
import { writeWhole } from "../json-file.ts";
import { layOut, layOutPile } from "../print/layout.ts";
import { printerPage, printerResolution } from "../print/paper.ts";
import { print, toPdf } from "../print/printing.ts";

export type Destination =
  /** `file` as the person named it; several parts get a number before its ending. */
  | { readonly kind: "pdf"; readonly file: string }
  /** null: the system's default. */
  | { readonly kind: "printer"; readonly printer: string | null };

export interface PartsOptions {
  readonly to: Destination;
  readonly paper: Paper;
  readonly adjustment: Adjustment;
  readonly parts: number;
}

/** Resolves to the file's name, or null where the part went to the printer. */
export type HandOut = (documents: readonly SlipDocument[], part: number) => Promise<Outcome<string | null, string>>;

export function handOutParts({ to, paper, adjustment, parts }: PartsOptions): HandOut {
  const sheetOf = (document: SlipDocument): PrintSheet => ({ paper, adjustment, document });
  return async (documents, part) => {
    const sheets = documents.map(sheetOf);
    if (to.kind === "printer") return toPrinter(sheets, to.printer, paper, adjustment);
    const file = parts === 1 ? to.file : await freeName(numbered(to.file, part, parts));
    const saved = await layOutPile(sheets, async (contents, size): Promise<Outcome<undefined, string>> => {
      const written = await writeWhole(file, await toPdf(contents, size));
      return written.ok ? succeed(undefined) : fail(written.error.code);
    });
    return saved.ok ? succeed(file) : fail(saved.error.code, { file: path.basename(file) });
  };
}

/** Sheets go as one job; from a roll each slip is a job of its own, as long as it is and cut off. */
async function toPrinter(
  sheets: readonly PrintSheet[],
  printer: string | null,
  paper: Paper,
  adjustment: Adjustment,
): Promise<Outcome<null, string>> {
  const piles = PAPER_SIZES[paper].height === null ? sheets.map((sheet) => [sheet]) : [sheets];
  for (const pile of piles) {
    const [only] = pile;
    const lay = only !== undefined && pile.length === 1 ? layOut.bind(null, only) : layOutPile.bind(null, pile);
    const printed = await lay(async (contents, size): Promise<Outcome<null, string>> => {
      const names = (await contents.getPrintersAsync()).map(({ name }) => name);
      if (names.length === 0) return fail("no-printer");
      if (printer !== null && !names.includes(printer)) return fail("printer-missing", { printer });
      const done = await print(contents, {
        silent: true,
        ...(printer === null ? {} : { deviceName: printer }),
        printBackground: true,
        color: true,
        margins: { marginType: "none" },
        pageSize: printerPage(paper, size),
        ...printerResolution(adjustment),
      });
      return done.ok ? succeed(null) : fail(done.error.code);
    });
    if (!printed.ok) return fail(printed.error.code, printed.error.params);
  }
  return succeed(null);
}

/** 测算单.pdf → 测算单-03.pdf, with as many digits as the last part needs. */
function numbered(file: string, part: number, parts: number): string {
  const { dir, name, ext } = path.parse(file);
  return path.join(dir, `${name}-${String(part).padStart(String(parts).length, "0")}${ext}`);
}

/** The person agreed to one name only: what else lies there is not written over. */
async function freeName(file: string): Promise<string> {
  const { dir, name, ext } = path.parse(file);
  for (let at = 1; ; at++) {
    const candidate = at === 1 ? file : path.join(dir, `${name} (${at})${ext}`);
    const taken = await access(candidate).then(
      () => true,
      () => false,
    );
    if (!taken) return candidate;
  }
}

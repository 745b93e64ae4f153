// Prints a sheet, saves it as PDF, or shows it: always the same laid-out page, so that they cannot differ.

import path from "node:path";
import { app, BrowserWindow, dialog, type WebContents, webContents } from "electron";
import { fail, type Outcome, succeed } from "../../../shared/ipc/channel.ts";
import type { ErrorOf, ResponseOf } from "../../../shared/ipc/contract.ts";
import type { PrintSheet } from "../../../shared/slip/sheet.ts";
import { tell } from "../ipc/listen.ts";
import type { Handler } from "../ipc/router.ts";
import { type WriteError, writeWhole } from "../json-file.ts";
import { layOut, type PageSize } from "./layout.ts";
import { pdfPage, printerPage, printerResolution } from "./paper.ts";
import { createPrintQueue } from "./queue.ts";

export interface Printing {
  readonly "print.printers": Handler<"print.printers">;
  readonly "print.slip": Handler<"print.slip">;
  readonly "print.pdf": Handler<"print.pdf">;
  readonly "print.preview": Handler<"print.preview">;
  readonly "print.job": Handler<"print.job">;
  readonly "print.again": Handler<"print.again">;
  readonly "print.queue": Handler<"print.queue">;
}

type Printed = ResponseOf<"print.slip">;
type PrintError = Exclude<ErrorOf<"print.slip">, "layout-failed">;

export function createPrinting(): Printing {
  const queue = createPrintQueue({
    print: (sheet, printer) => toPrinter(sheet, printer, false),
    savePdf: toFolder,
    changed: (jobs) => {
      for (const window of BrowserWindow.getAllWindows()) {
        if (window.isVisible()) tell(window.webContents, "print.queue", { jobs });
      }
    },
  });
  return {
    "print.job": async (order) => succeed(await queue.add(order)),
    "print.again": ({ id }) => queue.again(id),
    "print.queue": () => succeed({ jobs: queue.jobs() }),
    "print.printers": async (_, { contentsId }) => {
      const found = (await webContents.fromId(contentsId)?.getPrintersAsync()) ?? [];
      const printers = found.map(({ name, displayName, description }) => ({ name, displayName, description }));
      return succeed({ printers });
    },
    "print.slip": ({ sheet, printer, dialog: asks }) => toPrinter(sheet, printer, asks),
    "print.pdf": ({ sheet, fileName }, { contentsId }) =>
      layOut(sheet, async (contents, size): Promise<Outcome<{ path: string }, WriteError | "cancelled">> => {
        const file = await chooseFile(contentsId, fileName);
        if (file === undefined) return fail("cancelled");
        const saved = await writeWhole(file, await toPdf(contents, size));
        return saved.ok ? succeed({ path: file }) : saved;
      }),
    "print.preview": ({ sheet }) =>
      layOut(sheet, async (contents, size) => succeed({ pdf: await toPdf(contents, size), ...size })),
  };
}

/** @param asks through the system's dialog */
function toPrinter(
  sheet: PrintSheet,
  printer: string | null,
  asks: boolean,
): Promise<Outcome<Printed, PrintError | "layout-failed">> {
  return layOut(sheet, async (contents, size): Promise<Outcome<Printed, PrintError>> => {
    // Asked for now, not remembered: a printer may have been unplugged since the window listed it.
    const names = (await contents.getPrintersAsync()).map(({ name }) => name);
    if (names.length === 0 && !asks) return fail("no-printer");
    if (printer !== null && !names.includes(printer)) return fail("printer-missing", { printer });
    return print(contents, {
      silent: !asks,
      ...(printer === null ? {} : { deviceName: printer }),
      printBackground: true,
      color: true,
      margins: { marginType: "none" },
      pageSize: printerPage(sheet.paper, size),
      ...printerResolution(sheet.adjustment),
    });
  });
}

/** Where nobody is asked: a folder of our own among the person's documents, which the program names when it used it. */
function toFolder(sheet: PrintSheet, fileName: string): Promise<Outcome<{ readonly path: string }>> {
  return layOut(sheet, async (contents, size): Promise<Outcome<{ readonly path: string }, WriteError>> => {
    const folder = givenFolder() || path.join(app.getPath("documents"), FALLBACK_FOLDER);
    const file = path.join(folder, fileName);
    const saved = await writeWhole(file, await toPdf(contents, size));
    return saved.ok ? succeed({ path: file }) : saved;
  });
}

const FALLBACK_FOLDER = "参保台";

export async function toPdf(contents: WebContents, size: PageSize): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = await contents.printToPDF({
    preferCSSPageSize: true,
    printBackground: true,
    pageSize: pdfPage(size),
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    generateTaggedPDF: true,
  });
  return new Uint8Array(pdf);
}

export function print(
  contents: WebContents,
  options: Electron.WebContentsPrintOptions,
): Promise<Outcome<Printed, PrintError>> {
  return new Promise((resolve) => {
    contents.print(options, (success, reason) => {
      if (success) resolve(succeed({ printed: true }));
      else resolve(/cancel/i.test(reason) ? fail("cancelled") : fail("print-failed"));
    });
  });
}

/**
 * For tests and for the tour, which have nobody to answer, a folder may be given on the command line; a packaged
 * application does not listen to that.
 */
function givenFolder(): string {
  return app.isPackaged ? "" : app.commandLine.getSwitchValue("canbao-test-out");
}

/** Where the PDF goes: asked for in the system's dialog. */
async function chooseFile(contentsId: number, fileName: string): Promise<string | undefined> {
  const given = givenFolder();
  if (given !== "") return path.join(given, fileName);
  const contents = webContents.fromId(contentsId);
  const parent = contents === undefined ? null : BrowserWindow.fromWebContents(contents);
  const options: Electron.SaveDialogOptions = {
    defaultPath: path.join(app.getPath("documents"), fileName),
    filters: [{ name: "PDF", extensions: ["pdf"] }],
  };
  const { canceled, filePath } = await (parent === null
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(parent, options));
  return canceled || filePath === "" ? undefined : filePath;
}

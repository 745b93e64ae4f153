// Prints a sheet, saves it as PDF, or shows it: always the same laid-out page, so that they cannot differ.

import path from "node:path";
import { app, BrowserWindow, dialog, type WebContents, webContents } from "electron";
import { fail, type Outcome, succeed } from "../../../shared/ipc/channel.ts";
import type { ErrorOf, ResponseOf } from "../../../shared/ipc/contract.ts";
import type { Handler } from "../ipc/router.ts";
import { type WriteError, writeWhole } from "../json-file.ts";
import { layOut, type PageSize } from "./layout.ts";
import { pdfPage, printerPage } from "./paper.ts";

export interface Printing {
  readonly "print.printers": Handler<"print.printers">;
  readonly "print.slip": Handler<"print.slip">;
  readonly "print.pdf": Handler<"print.pdf">;
  readonly "print.preview": Handler<"print.preview">;
}

type Printed = ResponseOf<"print.slip">;
type PrintError = Exclude<ErrorOf<"print.slip">, "layout-failed">;

export function createPrinting(): Printing {
  return {
    "print.printers": async (_, { contentsId }) => {
      const found = (await webContents.fromId(contentsId)?.getPrintersAsync()) ?? [];
      const printers = found.map(({ name, displayName, description }) => ({ name, displayName, description }));
      return succeed({ printers });
    },
    "print.slip": ({ sheet, printer, dialog: asks }) =>
      layOut(sheet, async (contents, size): Promise<Outcome<Printed, PrintError>> => {
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
        });
      }),
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
 * Where the PDF goes: asked for in the system's dialog. For tests and for the tour, which have nobody to answer, a
 * folder may be given on the command line; a packaged application does not listen to that.
 */
async function chooseFile(contentsId: number, fileName: string): Promise<string | undefined> {
  const given = app.isPackaged ? "" : app.commandLine.getSwitchValue("canbao-test-out");
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

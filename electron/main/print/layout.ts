// Lays a sheet out in a hidden window and hands the measured page to whoever prints it.

import { BrowserWindow, type WebContents } from "electron";
import { z } from "zod";
import { fail, type Outcome } from "../../../shared/ipc/channel.ts";
import type { PrintSheet } from "../../../shared/slip/sheet.ts";
import { logFault } from "../log.ts";
import { webPreferences } from "../main-window.ts";
import { pageAddress } from "../origin.ts";

const pageSizeSchema = z.object({ widthMm: z.number().positive(), heightMm: z.number().positive() });

/** Millimetres. A roll's height is what the content needed. */
export type PageSize = Readonly<z.infer<typeof pageSizeSchema>>;

/** A slip takes well under a second; a page that needs longer than this, and so much more for each slip of a pile, is stuck. */
const patience = 20_000;
const patienceForEach = 1_000;

/** Opens the hidden page, lays the sheet out, hands the page to `use`, and closes it whatever happens. */
export function layOut<Value, Code extends string>(
  sheet: PrintSheet,
  use: (contents: WebContents, size: PageSize) => Promise<Outcome<Value, Code>>,
): Promise<Outcome<Value, Code | "layout-failed">> {
  return onHiddenPage((contents) => contents.executeJavaScript(`layOutSheet(${JSON.stringify(sheet)})`), 1, use);
}

/** The same for many slips of one paper, each beginning a page of its own. */
export function layOutPile<Value, Code extends string>(
  sheets: readonly PrintSheet[],
  use: (contents: WebContents, size: PageSize) => Promise<Outcome<Value, Code>>,
): Promise<Outcome<Value, Code | "layout-failed">> {
  return onHiddenPage(
    async (contents) => {
      let size: unknown;
      // A few at a time: the text that carries them is made in this process, which has to answer the counter meanwhile.
      for (let at = 0; at < sheets.length; at += SHEETS_AT_ONCE)
        size = await contents.executeJavaScript(`layOutPile(${JSON.stringify(sheets.slice(at, at + SHEETS_AT_ONCE))})`);
      return size;
    },
    sheets.length,
    use,
  );
}

const SHEETS_AT_ONCE = 10;

async function onHiddenPage<Value, Code extends string>(
  fill: (contents: WebContents) => Promise<unknown>,
  sheets: number,
  use: (contents: WebContents, size: PageSize) => Promise<Outcome<Value, Code>>,
): Promise<Outcome<Value, Code | "layout-failed">> {
  // A copy, because Electron writes a window's ground colour into the object it is given: the clerk's window has a pale
  // one, which a printer would put over the whole margin of the paper.
  const preferences = { ...webPreferences };
  const window = new BrowserWindow({
    show: false,
    width: 900,
    height: 1200,
    backgroundColor: "#ffffff",
    webPreferences: preferences,
  });
  try {
    const size = await measured(window, fill, sheets).catch((fault: unknown) => logFault("laying out a sheet", fault));
    return size === undefined ? fail("layout-failed") : await use(window.webContents, size);
  } finally {
    window.destroy();
  }
}

async function measured(
  window: BrowserWindow,
  fill: (contents: WebContents) => Promise<unknown>,
  sheets: number,
): Promise<PageSize> {
  const contents = window.webContents;
  const stuck = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error("the page did not answer")), patience + sheets * patienceForEach).unref();
    contents.once("render-process-gone", () => reject(new Error("the page ended")));
  });
  const size = contents.loadURL(pageAddress("print.html")).then(() => fill(contents));
  return pageSizeSchema.parse(await Promise.race([size, stuck]));
}

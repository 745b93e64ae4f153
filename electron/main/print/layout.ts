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

/** A slip takes well under a second; a page that needs longer than this is stuck. */
const patience = 20_000;

/** Opens the hidden page, lays the sheet out, hands the page to `use`, and closes it whatever happens. */
export async function layOut<Value, Code extends string>(
  sheet: PrintSheet,
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
    const size = await measured(window, sheet).catch((fault: unknown) => logFault("laying out a sheet", fault));
    return size === undefined ? fail("layout-failed") : await use(window.webContents, size);
  } finally {
    window.destroy();
  }
}

async function measured(window: BrowserWindow, sheet: PrintSheet): Promise<PageSize> {
  const contents = window.webContents;
  const stuck = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error("the page did not answer")), patience).unref();
    contents.once("render-process-gone", () => reject(new Error("the page ended")));
  });
  const size = contents
    .loadURL(pageAddress("print.html"))
    .then(() => contents.executeJavaScript(`layOutSheet(${JSON.stringify(sheet)})`));
  return pageSizeSchema.parse(await Promise.race([size, stuck]));
}

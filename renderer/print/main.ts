// The page that lays out a slip for the printer. It waits to be handed a sheet.

import type { PrintSheet } from "../../shared/slip/sheet.ts";
import { type LaidOut, mountPile, mountSheet } from "./mount.tsx";

declare global {
  interface Window {
    /** Called once a page, by the main process through `executeJavaScript`. */
    layOutSheet(sheet: PrintSheet): Promise<LaidOut>;
    /** Many slips one after another; called again with the next few, and answers with the size of all so far. */
    layOutPile(sheets: readonly PrintSheet[]): Promise<LaidOut>;
  }
}

function place(): HTMLElement {
  const root = document.getElementById("slip");
  if (root === null) throw new Error("the print page has no place for the slip");
  return root;
}

window.layOutSheet = (sheet) => mountSheet(place(), sheet);
window.layOutPile = (sheets) => mountPile(place(), sheets);

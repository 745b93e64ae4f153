// The page that lays out a slip for the printer. It waits to be handed a sheet.

import type { PrintSheet } from "../../shared/slip/sheet.ts";
import { type LaidOut, mountSheet } from "./mount.tsx";

declare global {
  interface Window {
    /** Called once a page, by the main process through `executeJavaScript`. */
    layOutSheet(sheet: PrintSheet): Promise<LaidOut>;
  }
}

window.layOutSheet = (sheet) => {
  const root = document.getElementById("slip");
  if (root === null) throw new Error("the print page has no place for the slip");
  return mountSheet(root, sheet);
};

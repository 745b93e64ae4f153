// Millimetres into the units that Electron wants: microns for a printer, inches for a PDF.

import type { Adjustment, Paper } from "../../../shared/slip/paper.ts";
import type { PageSize } from "./layout.ts";

/** A sheet by its name, so that the printer takes it from the right tray; a roll by its measured size in microns. */
export function printerPage(
  paper: Paper,
  { widthMm, heightMm }: PageSize,
): "A4" | "A5" | { width: number; height: number } {
  if (paper === "A4" || paper === "A5") return paper;
  return { width: Math.round(widthMm * 1000), height: Math.round(heightMm * 1000) };
}

/** `printToPDF` reads inches; given microns it would silently make a page of a kilometre. */
export function pdfPage({ widthMm, heightMm }: PageSize): { width: number; height: number } {
  return { width: widthMm / 25.4, height: heightMm / 25.4 };
}

/** The resolution that calibration set for the printer; nothing where the system's own setting holds. */
export function printerResolution({ dpi }: Adjustment): { dpi?: Record<string, number> } {
  return dpi === undefined ? {} : { dpi: { horizontal: dpi, vertical: dpi } };
}

// Paper and PDF: what the window asks for.

import { z } from "zod";
import { PrintSheetSchema } from "../../slip/sheet.ts";

/** A file's name alone: no folder, nothing that a file system reads as more than a name. */
export const PdfName = z
  .string()
  .max(120)
  .regex(/^[^\\/:*?"<>|\p{Cc}]+\.pdf$/u)
  .refine((name) => !name.startsWith("."));

const Millimetres = z.number().positive().max(5000);

export const printChannels = {
  /** The printers that the system knows now; empty where there is none. */
  "print.printers": {
    request: z.undefined(),
    response: z.strictObject({
      printers: z.array(z.strictObject({ name: z.string(), displayName: z.string(), description: z.string() })),
    }),
    errors: [],
  },
  /** Prints at once, or through the system's dialog. `printer` null: the system's default. */
  "print.slip": {
    request: z.strictObject({ sheet: PrintSheetSchema, printer: z.string().min(1).nullable(), dialog: z.boolean() }),
    response: z.strictObject({ printed: z.literal(true) }),
    errors: ["no-printer", "printer-missing", "print-failed", "cancelled", "layout-failed"],
  },
  /** Saves a PDF where the person says. */
  "print.pdf": {
    request: z.strictObject({ sheet: PrintSheetSchema, fileName: PdfName }),
    response: z.strictObject({ path: z.string() }),
    errors: ["cancelled", "folder-unwritable", "disk-full", "layout-failed"],
  },
  /** The PDF itself, for a preview; sizes in millimetres. */
  "print.preview": {
    request: z.strictObject({ sheet: PrintSheetSchema }),
    response: z.strictObject({ pdf: z.instanceof(Uint8Array), widthMm: Millimetres, heightMm: Millimetres }),
    errors: ["layout-failed"],
  },
} as const;

// What the print page is handed: a document, the paper it goes on, and how that printer has to be corrected.
import { z } from "zod";
import { SLIP_LANGUAGES, SlipDocumentSchema } from "./document.ts";
import { AdjustmentSchema, PAPERS } from "./paper.ts";
import { DayDocumentSchema, TownshipsDocumentSchema } from "./report.ts";

/** A ruler to lay a real one against: tells by how much a printer shifts and stretches. */
export const CalibrationDocumentSchema = z.strictObject({
  format: z.literal("canbao-calibration/1"),
  kind: z.literal("calibration"),
  languages: z.array(z.enum(SLIP_LANGUAGES)).min(1).max(2),
  printer: z.string().min(1).nullable(),
  dpi: z.int().positive().nullable(),
  printedAt: z.string().regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/),
});
export type CalibrationDocument = z.infer<typeof CalibrationDocumentSchema>;

export const PrintSheetSchema = z.strictObject({
  paper: z.enum(PAPERS),
  adjustment: AdjustmentSchema,
  document: z.discriminatedUnion("kind", [
    SlipDocumentSchema,
    CalibrationDocumentSchema,
    DayDocumentSchema,
    TownshipsDocumentSchema,
  ]),
});
export type PrintSheet = z.infer<typeof PrintSheetSchema>;

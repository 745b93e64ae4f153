// The paper that a slip goes on, and how a printer has to be corrected: apart from what is printed, since the settings need no more.
import { z } from "zod";

export const PAPERS = ["A4", "A5", "80mm", "58mm"] as const;
export type Paper = (typeof PAPERS)[number];

/** Sizes in millimetres. A roll has no height of its own: the page says how long it became. */
export interface PaperSize {
  readonly width: number;
  readonly height: number | null;
}

export const PAPER_SIZES: Readonly<Record<Paper, PaperSize>> = {
  A4: { width: 210, height: 297 },
  A5: { width: 148, height: 210 },
  "80mm": { width: 80, height: null },
  "58mm": { width: 58, height: null },
};

/** What calibration found for a printer: the print is moved right and down by millimetres and scaled. */
export const AdjustmentSchema = z.strictObject({
  offsetX: z.number().min(-20).max(20),
  offsetY: z.number().min(-20).max(20),
  scale: z.number().min(0.9).max(1.1),
  /** Dots per inch that the printer is asked for; absent: as the system has it set. */
  dpi: z.int().min(60).max(2400).optional(),
});
export type Adjustment = z.infer<typeof AdjustmentSchema>;

export const NO_ADJUSTMENT: Adjustment = { offsetX: 0, offsetY: 0, scale: 1 };

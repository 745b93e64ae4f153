// What a printer has to be corrected by: as it is typed, and as it follows from a ruler laid against the sheet.
import { type Adjustment, AdjustmentSchema, PAPER_SIZES, type Paper } from "../../shared/slip/paper.ts";
import { rulerLength } from "../print/calibration.tsx";
import { MARGINS } from "../print/sheet-view.tsx";

/** The fields of the form, as typed. */
export interface TypedAdjustment {
  readonly offsetX: string;
  readonly offsetY: string;
  readonly scale: string;
  readonly dpi: string;
}

export type AdjustmentFault = "badOffset" | "badScale" | "badDpi";

export function typed({ offsetX, offsetY, scale, dpi }: Adjustment): TypedAdjustment {
  return {
    offsetX: String(offsetX),
    offsetY: String(offsetY),
    scale: String(rounded(scale * 100)),
    dpi: dpi === undefined ? "" : String(dpi),
  };
}

export function readAdjustment(
  form: TypedAdjustment,
): { readonly ok: true; readonly value: Adjustment } | { readonly ok: false; readonly fault: AdjustmentFault } {
  const { shape } = AdjustmentSchema;
  const offsetX = shape.offsetX.safeParse(millimetres(form.offsetX));
  const offsetY = shape.offsetY.safeParse(millimetres(form.offsetY));
  if (!offsetX.success || !offsetY.success) return { ok: false, fault: "badOffset" };
  const percent = millimetres(form.scale);
  const scale = shape.scale.safeParse(percent === undefined ? undefined : rounded(percent, 4) / 100);
  if (!scale.success) return { ok: false, fault: "badScale" };
  const dpi = shape.dpi.safeParse(form.dpi.trim() === "" ? undefined : (millimetres(form.dpi) ?? Number.NaN));
  if (!dpi.success) return { ok: false, fault: "badDpi" };
  return {
    ok: true,
    value: {
      offsetX: offsetX.data,
      offsetY: offsetY.data,
      scale: scale.data,
      ...(dpi.data === undefined ? {} : { dpi: dpi.data }),
    },
  };
}

/** What was measured on a sheet that was printed with `now`; an empty field changes nothing. */
export interface Measured {
  readonly ruler: string;
  readonly left: string;
  readonly top: string;
}

/** Where on the paper what is to be measured stands, in millimetres; a roll has no upper edge to measure from. */
export function marks(paper: Paper): { readonly ruler: number; readonly left: number; readonly top: number | null } {
  const { width, height } = PAPER_SIZES[paper];
  const margin = MARGINS[paper];
  const roll = height === null;
  return {
    ruler: roll ? rulerLength(width - 2 * margin - 4) : 100,
    left: margin,
    top: roll ? null : margin,
  };
}

/** The correction that brings ruler and frame to where they belong. */
export function corrected(now: Adjustment, measured: Measured, paper: Paper): Adjustment {
  const { ruler, left, top } = marks(paper);
  const length = millimetres(measured.ruler);
  const fromLeft = millimetres(measured.left);
  const fromTop = millimetres(measured.top);
  return {
    ...now,
    ...(length === undefined || length <= 0 ? {} : { scale: rounded((now.scale * ruler) / length, 4) }),
    ...(fromLeft === undefined ? {} : { offsetX: rounded(now.offsetX + left - fromLeft) }),
    ...(fromTop === undefined || top === null ? {} : { offsetY: rounded(now.offsetY + top - fromTop) }),
  };
}

/** A number with a point, a Chinese keyboard's full stop or a comma; undefined for nothing and for anything else. */
function millimetres(text: string): number | undefined {
  const plain = text.trim().replace(/[。，,]/, ".");
  return /^[+-]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

function rounded(value: number, places = 2): number {
  return Number(value.toFixed(places));
}

// A ruler laid against the calibration sheet: what follows for the printer, and which typed numbers are none.

import { describe, expect, test } from "vitest";
import { corrected, marks, readAdjustment, typed } from "../../../renderer/slip/calibration.ts";
import { NO_ADJUSTMENT } from "../../../shared/slip/paper.ts";

const NOTHING = { ruler: "", left: "", top: "" };

describe("the correction that follows from a ruler", () => {
  test("nothing measured changes nothing", () => {
    const now = { offsetX: 1, offsetY: -2, scale: 1.02, dpi: 300 };
    expect(corrected(now, NOTHING, "A4")).toEqual(now);
  });

  test("a printer that shrinks 100 mm to 98 is stretched", () => {
    expect(corrected(NO_ADJUSTMENT, { ...NOTHING, ruler: "98" }, "A4").scale).toBe(1.0204);
  });

  test("a frame that stands 15 mm from the left instead of 13 is moved 2 mm left; twice measured, twice moved", () => {
    const once = corrected(NO_ADJUSTMENT, { ...NOTHING, left: "15" }, "A4");
    expect(once.offsetX).toBe(-2);
    expect(corrected(once, { ...NOTHING, left: "13.5" }, "A4").offsetX).toBe(-2.5);
  });

  test("a roll has no upper edge, and a ruler as long as it is wide", () => {
    expect(marks("58mm")).toEqual({ ruler: 30, left: 5, top: null });
    expect(marks("80mm")).toEqual({ ruler: 60, left: 4, top: null });
    expect(corrected(NO_ADJUSTMENT, { ...NOTHING, top: "20" }, "80mm").offsetY).toBe(0);
  });

  test("is measured anew as right once it is applied", () => {
    const shrinking = 0.985;
    const first = corrected(NO_ADJUSTMENT, { ...NOTHING, ruler: String(100 * shrinking) }, "A4");
    expect(100 * shrinking * first.scale).toBeCloseTo(100, 1);
  });
});

describe("what is typed", () => {
  const FORM = { offsetX: "0", offsetY: "0", scale: "100", dpi: "" };

  test("comes back as it was kept", () => {
    const adjustment = { offsetX: -1.5, offsetY: 0.25, scale: 1.0101, dpi: 203 };
    expect(readAdjustment(typed(adjustment))).toEqual({ ok: true, value: adjustment });
    expect(readAdjustment(typed(NO_ADJUSTMENT))).toEqual({ ok: true, value: NO_ADJUSTMENT });
  });

  test("may have a Chinese keyboard's full stop or a comma for its point", () => {
    expect(readAdjustment({ ...FORM, offsetX: "1。5", offsetY: "-0,5" })).toMatchObject({
      value: { offsetX: 1.5, offsetY: -0.5 },
    });
  });

  test.each([
    ["offsetX", "", "badOffset"],
    ["offsetY", "21", "badOffset"],
    ["offsetX", "1e1", "badOffset"],
    ["scale", "89", "badScale"],
    ["scale", "百", "badScale"],
    ["dpi", "59", "badDpi"],
    ["dpi", "300.5", "badDpi"],
    ["dpi", "abc", "badDpi"],
  ])("%s %j is refused", (field, text, fault) => {
    expect(readAdjustment({ ...FORM, [field]: text })).toEqual({ ok: false, fault });
  });
});

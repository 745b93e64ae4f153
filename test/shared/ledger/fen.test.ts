import fc from "fast-check";
import { expect, it } from "vitest";
import { toFen, toYuan } from "../../../shared/ledger/fen.ts";

it("counts amounts in fen and writes them as they were", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (fen) => {
      expect(toFen(toYuan(fen))).toBe(fen);
    }),
  );
  expect(toFen("116.80")).toBe(11_680);
  expect(toFen(null)).toBeNull();
  expect(toYuan(-5)).toBe("-0.05");
});

it.each(["116.8", "1,000.00", "-1.00", "", "1e2"])("refuses %j", (text) => {
  expect(() => toFen(text)).toThrow(RangeError);
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf } from "../../../shared/dates/civil.ts";
import { excelSerialDay } from "../../../shared/dates/excel.ts";
import { isoDay } from "../../../shared/dates/iso.ts";

const read = (serial: number, date1904 = false): string | undefined => {
  const day = excelSerialDay(serial, date1904);
  return day === undefined ? undefined : isoDay(day);
};

describe("Excel's serial days", () => {
  it.each([
    [1, "1900-01-01"],
    [59, "1900-02-28"],
    [61, "1900-03-01"],
    [25_569, "1970-01-01"],
    [45_672, "2025-01-15"],
    [45_672.75, "2025-01-15"],
    [109_574, "2199-12-31"],
  ])("%d is %s", (serial, text) => {
    expect(read(serial)).toBe(text);
  });

  it("has no 29 February 1900, whatever Excel shows", () => {
    expect(read(60)).toBeUndefined();
    expect(read(60.5)).toBeUndefined();
  });

  it.each([0, 0.5, -1, 109_575, Number.NaN, Number.POSITIVE_INFINITY])("%d is no day", (serial) => {
    expect(read(serial)).toBeUndefined();
  });

  it("counts from 1904 where the workbook says so", () => {
    expect(read(0, true)).toBe("1904-01-01");
    expect(read(60, true)).toBe("1904-03-01");
    expect(read(44_210, true)).toBe("2025-01-15");
    expect(read(-1, true)).toBeUndefined();
    expect(read(108_112, true)).toBe("2199-12-31");
    expect(read(108_113, true)).toBeUndefined();
  });

  it("keeps the two systems 1462 days apart after the phantom day", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1462, max: 109_574 }), (serial) => {
        expect(excelSerialDay(serial, false)).toBe(excelSerialDay(serial - 1462, true));
        expect(excelSerialDay(serial, false)).toBe(dayOf(1899, 12, 30) + serial);
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseSlipNumber, slipNumber } from "../../../shared/ledger/slip-number.ts";

const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

const numbers = fc
  .record({
    station: fc.stringMatching(/^[0-9A-Z]{1,4}$/),
    day: fc.constantFrom("2024-12-25", "2025-01-15", "2025-02-28", "2099-12-31"),
    counter: fc.integer({ min: 1, max: 999_999 }),
  })
  .map(({ station, day, counter }) => slipNumber(station, day, counter));

describe("slip numbers", () => {
  it("are read back as they were given", () => {
    fc.assert(
      fc.property(numbers, (known) => {
        expect(parseSlipNumber(known.number)).toEqual(known);
      }),
    );
  });

  it("are understood in small letters, with spaces, without hyphens", () => {
    const { number } = slipNumber("03", "2025-01-15", 37);
    for (const typed of [
      number.toLowerCase(),
      ` ${number} `,
      number.replaceAll("-", " "),
      number.replaceAll("-", ""),
    ]) {
      expect(parseSlipNumber(typed)?.number).toBe(number);
    }
  });

  it("notice every single wrong character", () => {
    fc.assert(
      fc.property(numbers, fc.nat(), fc.nat(), ({ number }, where, which) => {
        const at = where % number.length;
        const other = ALPHABET.charAt(which % ALPHABET.length);
        if (number[at] === "-" || number[at] === other) return;
        expect(parseSlipNumber(number.slice(0, at) + other + number.slice(at + 1))).toBeUndefined();
      }),
    );
  });

  it.each(["", "03-250115-0000-A", "03-250115-37-A", "王-250115-0001-A", "12345-250115-0001-A"])(
    "refuse %j",
    (text) => {
      expect(parseSlipNumber(text)).toBeUndefined();
    },
  );

  it("cannot be made from what does not fit into them", () => {
    expect(() => slipNumber("ABCDE", "2025-01-15", 1)).toThrow(RangeError);
    expect(() => slipNumber("03", "1999-01-15", 1)).toThrow(RangeError);
    expect(() => slipNumber("03", "2025-01-15", 0)).toThrow(RangeError);
  });
});

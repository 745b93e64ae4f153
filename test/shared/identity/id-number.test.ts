import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf } from "../../../shared/dates/civil.ts";
import { isoDay } from "../../../shared/dates/iso.ts";
import { checkCharacter, type IdNumberError, parseIdNumber } from "../../../shared/identity/id-number.ts";

const TODAY = dayOf(2026, 11, 22);

function errorOf(text: string, today = TODAY): IdNumberError | undefined {
  const result = parseIdNumber(text, today);
  return result.ok ? undefined : result.error;
}

/** Valid numbers of invented residents. */
const validNumber = fc
  .record({
    region: fc.integer({ min: 110_000, max: 829_999 }),
    birth: fc.integer({ min: dayOf(1900, 1, 1), max: TODAY }),
    sequence: fc.integer({ min: 0, max: 999 }),
  })
  .map(({ region, birth, sequence }) => {
    const first17 = `${region}${isoDay(birth).replaceAll("-", "")}${String(sequence).padStart(3, "0")}`;
    return first17 + checkCharacter(first17);
  });

describe("valid ID numbers", () => {
  it("reads the standard's own examples", () => {
    expect(parseIdNumber("11010519491231002X", TODAY)).toEqual({
      ok: true,
      number: "11010519491231002X",
      regionCode: "110105",
      birthDate: "1949-12-31",
      birthDay: dayOf(1949, 12, 31),
      sex: "female",
    });
    expect(parseIdNumber("440524188001010014", TODAY)).toMatchObject({
      ok: true,
      regionCode: "440524",
      birthDate: "1880-01-01",
      sex: "male",
    });
    expect(parseIdNumber("34052419800101001X", TODAY)).toMatchObject({ birthDate: "1980-01-01", sex: "male" });
  });

  it.each([
    "11010519491231002x",
    "110105 19491231 002X",
    "１１０１０５１９４９１２３１００２Ｘ",
    "１１０１０５１９４９１２３１００２ｘ",
    "\u202d11010519491231002X\u202c",
    "\u300011010519491231002X\n",
  ])("reads %j as the same number", (text) => {
    expect(parseIdNumber(text, TODAY)).toMatchObject({ ok: true, number: "11010519491231002X" });
  });

  it("goes back to births of 1800", () => {
    const first17 = "11010518000101001";
    expect(parseIdNumber(first17 + checkCharacter(first17), TODAY)).toMatchObject({ birthDate: "1800-01-01" });
  });

  it("takes somebody born today, and nobody born tomorrow", () => {
    const first17 = "62060220261122901";
    const number = first17 + checkCharacter(first17);
    expect(parseIdNumber(number, TODAY).ok).toBe(true);
    expect(errorOf(number, TODAY - 1)).toEqual({ code: "birth-in-future", birthDate: "2026-11-22" });
  });

  it("takes apart what any valid number was made of", () => {
    fc.assert(
      fc.property(validNumber, (number) => {
        const result = parseIdNumber(number, TODAY);
        expect(result.ok).toBe(true);
        if (!result.ok) return;
        expect(result.number).toBe(number);
        expect(result.regionCode).toBe(number.slice(0, 6));
        expect(result.birthDate.replaceAll("-", "")).toBe(number.slice(6, 14));
        expect(isoDay(result.birthDay)).toBe(result.birthDate);
        expect(result.sex).toBe("13579".includes(number.charAt(16)) ? "male" : "female");
      }),
    );
  });
});

describe("what is wrong with a number", () => {
  it("says that nothing was typed", () => {
    expect(errorOf("")).toEqual({ code: "empty" });
    expect(errorOf(" \u3000")).toEqual({ code: "empty" });
  });

  it("counts the digits", () => {
    expect(errorOf("6206021980")).toEqual({ code: "length", expected: 18, found: 10 });
    expect(errorOf("11010519491231002")).toEqual({ code: "length", expected: 18, found: 17 });
    expect(errorOf("11010519491231002X1")).toEqual({ code: "length", expected: 18, found: 19 });
    expect(errorOf("110105194912310021号")).toEqual({ code: "length", expected: 18, found: 19 });
    expect(errorOf("1101051949123100211号")).toEqual({ code: "length", expected: 18, found: 20 });
  });

  it("asks for the eighteen-digit number where the old one is given", () => {
    expect(errorOf("110105491231002")).toEqual({ code: "old-number" });
  });

  it("names the stray character and where it stands, already while typing", () => {
    expect(errorOf("H")).toEqual({ code: "character", position: 1, found: "H" });
    expect(errorOf("62O")).toEqual({ code: "character", position: 3, found: "O" });
    expect(errorOf("1101051949123100王X")).toEqual({ code: "character", position: 17, found: "王" });
    expect(errorOf("1101051949123100𠮷X")).toEqual({ code: "character", position: 17, found: "𠮷" });
    expect(errorOf("11010519491231002Y")).toEqual({ code: "character", position: 18, found: "Y" });
    expect(errorOf("1101051949123100X2")).toEqual({ code: "character", position: 17, found: "X" });
    expect(errorOf("11010549123100X")).toEqual({ code: "character", position: 15, found: "X" });
    expect(errorOf("110105-19491231-002X")).toEqual({ code: "character", position: 7, found: "-" });
    expect(errorOf("１１٣")).toEqual({ code: "character", position: 3, found: "٣" });
  });

  it("gives the check digit that would be right", () => {
    expect(errorOf("110105194912310021")).toEqual({ code: "check-digit", expected: "X", found: "1" });
    expect(errorOf("44052418800101001X")).toEqual({ code: "check-digit", expected: "4", found: "X" });
  });

  it.each(["19490229", "19491301", "19490001", "19490100", "17991231", "00000000"])(
    "knows that nobody was born on %s, and says so before it speaks of check digits",
    (text) => {
      expect(errorOf(`110105${text}0020`)).toEqual({ code: "birth-date", text });
    },
  );

  it("speaks of a birth in the future before it speaks of check digits", () => {
    expect(errorOf("110105209912310020")).toEqual({ code: "birth-in-future", birthDate: "2099-12-31" });
  });
});

describe("slips of the keyboard", () => {
  it("detects every single changed character", () => {
    fc.assert(
      fc.property(validNumber, (number) => {
        for (let at = 0; at < 18; at += 1) {
          for (const other of at === 17 ? "0123456789X" : "0123456789") {
            if (other === number.charAt(at)) continue;
            const changed = number.slice(0, at) + other + number.slice(at + 1);
            if (parseIdNumber(changed, TODAY).ok) throw new Error(`${changed} passes for ${number}`);
          }
        }
      }),
    );
  });

  it("detects every swap of two neighbours that differ, the check character included", () => {
    fc.assert(
      fc.property(validNumber, (number) => {
        for (let at = 0; at < 17; at += 1) {
          const [left, right] = [number.charAt(at), number.charAt(at + 1)];
          if (left === right) continue;
          const swapped = number.slice(0, at) + right + left + number.slice(at + 2);
          if (parseIdNumber(swapped, TODAY).ok) throw new Error(`${swapped} passes for ${number}`);
        }
      }),
    );
  });

  it("leaves no way out: of the eleven check characters one is right", () => {
    fc.assert(
      fc.property(validNumber, (number) => {
        const right = [..."0123456789X"].filter((last) => parseIdNumber(number.slice(0, 17) + last, TODAY).ok);
        expect(right).toEqual([number.charAt(17)]);
      }),
    );
  });

  it("answers anything at all without an exception", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => typeof parseIdNumber(text, TODAY).ok === "boolean"));
  });
});

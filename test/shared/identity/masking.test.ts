import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maskName, maskNumber } from "../../../shared/identity/masking.ts";

describe("masked numbers", () => {
  it("keeps six and four of an ID number and hides the birth date", () => {
    expect(maskNumber("622301196202100024")).toBe("622301********0024");
    expect(maskNumber("１１０１０５ 19491231 002Ｘ")).toBe("110105********002X");
    expect(maskNumber("110105491231002")).toBe("110105*****1002");
  });

  it("keeps two and two of a shorter certificate, nothing of a very short one", () => {
    expect(maskNumber("T620000123")).toBe("T6******23");
    expect(maskNumber("E1234567")).toBe("E1****67");
    expect(maskNumber("1234567")).toBe("*******");
    expect(maskNumber("")).toBe("");
  });

  it("keeps the length and never shows more than ten characters, nor more than two thirds", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9A-Z]{0,30}$/), (number) => {
        const masked = maskNumber(number);
        expect(masked).toHaveLength(number.length);
        const shown = [...masked].filter((character) => character !== "*").length;
        expect(shown).toBeLessThanOrEqual(10);
        expect(shown * 3).toBeLessThanOrEqual(number.length * 2);
      }),
    );
  });
});

describe("masked names", () => {
  it.each([
    ["王桂兰", "王**"],
    ["李雷", "李*"],
    ["王", "王"],
    ["欧阳震华", "欧***"],
    ["阿依古丽·买买提", "阿***·***"],
    ["䶮某", "䶮*"],
    ["𠮷田", "𠮷*"],
    [" 王桂兰 ", "王**"],
    ["John Smith", "J*** *****"],
    ["", ""],
  ])("%s → %s", (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });
});

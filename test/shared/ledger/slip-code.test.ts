import { describe, expect, it } from "vitest";
import { parseSlipCode, type SlipCode, signatureLetters, slipCodeText } from "../../../shared/ledger/slip-code.ts";
import { slipNumber } from "../../../shared/ledger/slip-number.ts";

const code: SlipCode = {
  number: slipNumber("03", "2025-01-15", 37).number,
  ruleSetHash: "0123456789abcdef",
  inputHash: "fedcba9876543210",
  signature: "0123456789ABCDEF",
};

describe("the text of a slip's QR code", () => {
  it("is read back, also from a scanner that types small letters", () => {
    expect(parseSlipCode(slipCodeText(code))).toEqual(code);
    expect(parseSlipCode(` ${slipCodeText(code).toLowerCase()}\n`)).toEqual(code);
  });

  it("uses only what a QR code packs densest, and stays short", () => {
    expect(slipCodeText(code)).toMatch(/^[0-9A-Z:-]{1,75}$/);
  });

  it.each([
    "",
    "https://example.org",
    "CB2:x",
    "CB1:03-250115-0037-0:0123456789ABCDEF:FEDCBA9876543210:0123456789ABCDEF",
  ])("is nothing else (%j)", (text) => {
    expect(parseSlipCode(text)).toBeUndefined();
  });

  it("signs with the first eighty bits", () => {
    expect(signatureLetters(new Uint8Array(32))).toBe("0".repeat(16));
    expect(signatureLetters(new Uint8Array(32).fill(255))).toBe("Z".repeat(16));
    expect(signatureLetters(Uint8Array.of(0x08, 0x42, 0x10, 0x84, 0x21, 0, 0, 0, 0, 0))).toBe("1111111100000000");
  });
});

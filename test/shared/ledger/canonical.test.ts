import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "../../../shared/ledger/canonical.ts";

describe("canonical JSON", () => {
  it("is the same for every order of members and reads back as the same value", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: "grapheme" }), fc.jsonValue()), (value) => {
        const spelled = canonicalJson(value);
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(reversed)).toBe(spelled);
        expect(canonicalJson(JSON.parse(spelled))).toBe(spelled);
      }),
    );
  });

  it("leaves out what is undefined, and spells as RFC 8785 does", () => {
    expect(canonicalJson({ b: [1e21, 0.5, -0], a: "王\n", c: undefined, A: null })).toBe(
      '{"A":null,"a":"王\\n","b":[1e+21,0.5,0]}',
    );
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, "\ud800", undefined, () => 1, new Date(0), 1n, { "\udc00": 1 }])(
    "refuses what JSON would lose (%o)",
    (value) => {
      expect(() => canonicalJson(value)).toThrow(TypeError);
    },
  );
});

// The smallest parts of rule files: how an id, an amount, a day and a place are written, and what is said where they are not.
import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { Regions } from "../../../shared/rules/regions.ts";
import { IsoDate, Money, Slug } from "../../../shared/rules/schema-parts.ts";

const says = (schema: z.ZodType, value: unknown) =>
  schema.safeParse(value).error?.issues.map(({ path, message }) => [path.join("."), message]);

describe("a part of a rule file", () => {
  it.each<readonly [schema: z.ZodType, value: string]>([
    [Money, "0.00"],
    [Money, "400.00"],
    [Money, "999999.99"],
    [IsoDate, "2024-02-29"],
    [Slug, "a"],
    [Slug, "rural-dibao-1-2"],
  ])("%# is taken as %s", (schema, value) => {
    expect(says(schema, value)).toBeUndefined();
  });

  it.each([
    "400",
    "400.0",
    "400.000",
    "0400.00",
    "00.00",
    ".50",
    "-1.00",
    "1000000.00",
    "400,00",
    "400.00 ",
    " 400.00",
    "x0.00",
  ])("no amount: %j", (value) => {
    expect(says(Money, value)).toEqual([["", 'an amount is text in yuan with two decimals, like "116.80"']]);
  });

  it.each(["2025-1-01", "2025-01-1", "25-01-01", "2025/01/01", "2025-01-01 ", " 2025-01-01"])(
    "no date: %j",
    (value) => {
      expect(says(IsoDate, value)?.[0]).toEqual(["", "a date is YYYY-MM-DD"]);
    },
  );

  it("no day of the calendar: 29 February 2025", () => {
    expect(says(IsoDate, "2025-02-29")).toEqual([
      ["", '"2025-02-29" is no day of the calendar; write the day as the document prints it'],
    ]);
  });

  it.each(["", "A", "a_b", "-a", "a-", "a--b", "a b", "特困"])("no id: %j", (value) => {
    expect(says(Slug, value)).toEqual([["", "an id is lower-case words joined by hyphens"]]);
  });
});

describe("a file of places", () => {
  const words = { zh: "甲", en: "one" };
  const county = { code: "620102", name: words };
  const file = (change: object = {}, prefecture: object = {}, place: object = {}) => ({
    source: { url: "x" },
    jurisdiction: { code: "62", name: words },
    prefectures: [{ code: "6201", name: words, counties: [{ ...county, ...place }], ...prefecture }],
    ...change,
  });

  it("is taken for a province and for a city, with a kind of county and without", () => {
    expect(Regions.safeParse(file()).success).toBe(true);
    expect(
      Regions.safeParse(file({ jurisdiction: { code: "1409", name: words } }, {}, { kind: "new-area" })).success,
    ).toBe(true);
  });

  it.each<readonly [what: string, parts: Parameters<typeof file>, at: string]>([
    ["a county of five digits", [{}, {}, { code: "62010" }], "prefectures.0.counties.0.code"],
    ["a county of seven digits", [{}, {}, { code: "6201020" }], "prefectures.0.counties.0.code"],
    ["a county of letters", [{}, {}, { code: "abcdef" }], "prefectures.0.counties.0.code"],
    ["a county with a space before it", [{}, {}, { code: " 620102" }], "prefectures.0.counties.0.code"],
    ["a county without a name", [{}, {}, { name: undefined }], "prefectures.0.counties.0.name"],
    ["a prefecture of three digits", [{}, { code: "620" }], "prefectures.0.code"],
    ["a prefecture of five digits", [{}, { code: "62010" }], "prefectures.0.code"],
    ["a prefecture of letters", [{}, { code: "abcd" }], "prefectures.0.code"],
    ["a prefecture with a space before it", [{}, { code: " 6201" }], "prefectures.0.code"],
    ["a jurisdiction of three digits", [{ jurisdiction: { code: "620", name: words } }], "jurisdiction.code"],
    ["a jurisdiction of five digits", [{ jurisdiction: { code: "62010", name: words } }], "jurisdiction.code"],
    ["a jurisdiction of letters", [{ jurisdiction: { code: "ab", name: words } }], "jurisdiction.code"],
    ["a jurisdiction half of letters", [{ jurisdiction: { code: "62ab", name: words } }], "jurisdiction.code"],
    ["a jurisdiction with a space before it", [{ jurisdiction: { code: " 62", name: words } }], "jurisdiction.code"],
    ["no source", [{ source: undefined }], "source"],
    ["a field that nobody reads", [{ more: 1 }], ""],
    ["a prefecture's field that nobody reads", [{}, { more: 1 }], "prefectures.0"],
    ["a county's field that nobody reads", [{}, {}, { more: 1 }], "prefectures.0.counties.0"],
  ])("with %s is refused", (_what, parts, at) => {
    expect(says(Regions, file(...parts))?.map(([path]) => path)).toEqual([at]);
  });
});

// The quick pass over a rule file says yes exactly where zod does, and leaves to zod what only zod understands.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { fits, keysFitting, NO_FIT } from "../../../shared/rules/fits.ts";
import { Regions } from "../../../shared/rules/regions.ts";
import { CountyFile, NationalFile, RuleSetFile } from "../../../shared/rules/schema.ts";
import { POLICIES } from "../../bundled.ts";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

function schemaOf(file: string): z.ZodType | undefined {
  if (file.startsWith("national/")) return NationalFile;
  if (file.startsWith("regions/")) return Regions;
  if (file.endsWith("/rules.json")) return RuleSetFile;
  return /\/county-\d{6}\.json$/.test(file) ? CountyFile : undefined;
}

const files = readdirSync(POLICIES, { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .flatMap((file) => {
    const schema = schemaOf(file);
    return schema === undefined ? [] : [{ file, schema, text: readFileSync(join(POLICIES, file), "utf8") }];
  });

/** Every place of a value, as the way to it from the top. */
function* places(value: Json, way: readonly (string | number)[] = []): Generator<readonly (string | number)[]> {
  yield way;
  if (Array.isArray(value)) for (const [at, item] of value.entries()) yield* places(item, [...way, at]);
  else if (typeof value === "object" && value !== null)
    for (const [key, item] of Object.entries(value)) yield* places(item, [...way, key]);
}

function keysOf(value: Json): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + keysOf(item), 0);
  if (typeof value !== "object" || value === null) return 0;
  return Object.values(value).reduce<number>((sum, item) => sum + 1 + keysOf(item), 0);
}

const strangers: readonly Json[] = [
  null,
  true,
  0,
  1,
  -3,
  1.5,
  2 ** 60,
  "",
  "x",
  "400.00",
  "2025-02-30",
  "2025-03-01",
  "not-stated",
  [],
  {},
  [{}],
  { zh: "", en: "x" },
  { by: "exempt-start" },
];

// biome-ignore lint/suspicious/noExplicitAny: a test breaks the data wherever it likes
type Data = any;

/** The data with one place changed: another value there, one key or item less, or one more. */
function changed(text: string, way: readonly (string | number)[], how: "replace" | "remove" | "add", by: Json): Json {
  const holder: Data = { top: JSON.parse(text) };
  let at: Data = holder;
  const full = ["top", ...way];
  for (const step of full.slice(0, -1)) at = at[step];
  const last = full.at(-1) as string | number;
  if (how === "replace") at[last] = by;
  else if (how === "remove" && Array.isArray(at)) at.splice(Number(last), 1);
  else if (how === "remove") delete at[last];
  else if (Array.isArray(at[last])) at[last].push(by);
  else if (typeof at[last] === "object" && at[last] !== null) at[last]["one-more"] = by;
  return holder.top;
}

describe("the quick pass", () => {
  it("takes every bundled file, so that none is read twice", () => {
    expect(files.length).toBeGreaterThanOrEqual(8);
    expect(files.filter(({ schema, text }) => !fits(schema, JSON.parse(text))).map(({ file }) => file)).toEqual([]);
  });

  it.each(files)("counts the keys of $file as it goes", ({ schema, text }) => {
    const value: Json = JSON.parse(text);
    expect(keysFitting(schema, value)).toBe(keysOf(value));
  });

  it.each(files)("says what zod says of $file with one thing changed", ({ schema, text }) => {
    const ways = [...places(JSON.parse(text))];
    const change = fc.record({
      way: fc.constantFrom(...ways),
      how: fc.constantFrom("replace" as const, "remove" as const, "add" as const),
      by: fc.constantFrom(...strangers),
    });
    fc.assert(
      fc.property(change, ({ way, how, by }) => {
        const data = changed(text, way, how, by);
        const judged = schema.safeParse(data);
        expect(fits(schema, data)).toBe(judged.success);
        if (judged.success) expect(judged.data).toEqual(data);
        // A key that stands twice is known by this count alone: none may be left out.
        expect(keysFitting(schema, data)).toBe(judged.success ? keysOf(data) : NO_FIT);
      }),
      { numRuns: 200 },
    );
  });
});

describe("keys are counted", () => {
  it.each<readonly [what: string, schema: z.ZodType, value: Json, keys: number]>([
    ["in no object", z.array(z.string()), ["a"], 0],
    ["in an object that may be null", z.strictObject({ a: z.int() }).nullable(), { a: 1 }, 1],
    ["in a null", z.strictObject({ a: z.int() }).nullable(), null, 0],
    ["in a record of objects", z.record(z.string(), z.strictObject({ a: z.int() })), { x: { a: 1 }, y: { a: 2 } }, 4],
    [
      "once, where an alternative was tried before",
      z.union([z.strictObject({ a: z.int(), b: z.int() }), z.strictObject({ a: z.int() })]),
      { a: 1 },
      1,
    ],
    ["in an object with a check of its own", z.strictObject({ a: z.int() }).refine(() => true), { a: 1 }, 1],
  ])("%s", (_, schema, value, keys) => {
    expect(keysFitting(schema, value)).toBe(keys);
  });
});

// A schema anew for each test: what is worked out for one is kept.
describe("a part that only zod understands is left to zod", () => {
  it.each<readonly [what: string, schema: () => z.ZodType, value: unknown]>([
    ["text that is trimmed", () => z.string().trim(), "a"],
    ["an address", () => z.email(), "a@b.cn"],
    ["any number, which may be no amount of anything", () => z.number(), 1],
    ["an object that drops what it does not know", () => z.object({ a: z.string() }), { a: "a" }],
    ["an object that keeps what it does not know", () => z.looseObject({ a: z.string() }), { a: "a" }],
    ["a value that is filled in", () => z.string().default("a"), "a"],
    ["a value that is changed", () => z.string().transform((text) => text.length), "a"],
    ["a check that speaks for itself", () => z.string().superRefine(() => undefined), "a"],
    ["a pattern that remembers where it stopped", () => z.string().regex(/a/g), "a"],
    ["exactly one of two", () => z.xor([z.string(), z.literal("b")]), "a"],
    ["keys from a list", () => z.record(z.enum(["a"]), z.string()), { a: "a" }],
    ["a greatest length", () => z.string().max(3), "a"],
  ])("%s", (_, make, value) => {
    const schema = make();
    expect(schema.safeParse(value).success).toBe(true);
    expect(fits(schema, value)).toBe(false);
    expect(fits(z.strictObject({ inside: z.array(schema) }), { inside: [value] })).toBe(false);
  });

  it("a key that would reach the prototype", () => {
    expect(fits(z.record(z.string(), z.string()), JSON.parse('{ "__proto__": "a" }'))).toBe(false);
    expect(fits(z.strictObject({ a: z.string().optional() }), JSON.parse('{ "__proto__": "a" }'))).toBe(false);
  });
});

describe("what does not fit is refused", () => {
  const whole = (): z.ZodType => z.int().positive().max(400);
  it.each<readonly [what: string, schema: () => z.ZodType, value: unknown, expected: boolean]>([
    ["the largest length", () => whole(), 400, true],
    ["one above the largest length", () => whole(), 401, false],
    ["no length", () => whole(), 0, false],
    ["half a day", () => whole(), 1.5, false],
    ["a number written as text", () => whole(), "1", false],
    ["nothing, where nothing is not negative", () => z.int().nonnegative(), 0, true],
    ["less than nothing", () => z.int().nonnegative(), -1, false],
    ["the end, where the end does not count", () => z.int().lt(5), 5, false],
    ["the day before the end", () => z.int().lt(5), 4, true],
    ["an empty list that needs an entry", () => z.array(z.string()).min(1), [], false],
    ["a list of one that needs one", () => z.array(z.string()).min(1), ["a"], true],
    ["an object where a list belongs", () => z.array(z.string()), {}, false],
    ["a list where an object belongs", () => z.strictObject({}), [], false],
    ["a list where a record belongs", () => z.record(z.string(), z.string()), [], false],
    ["null where an object belongs", () => z.strictObject({}), null, false],
    ["null where it may be", () => z.string().nullable(), null, true],
    ["nothing where it may not be", () => z.string().nullable(), undefined, false],
    ["text with both of two checks", () => z.string().min(2).regex(/^a/), "ab", true],
    ["text with the first of two checks only", () => z.string().min(2).regex(/^a/), "bb", false],
    ["text with the second of two checks only", () => z.string().min(2).regex(/^a/), "a", false],
    ["a record with a bad key", () => z.record(z.string().regex(/^a/), z.string()), { b: "" }, false],
    ["a record with a bad value", () => z.record(z.string().regex(/^a/), z.string()), { a: 1 }, false],
    ["a word for a yes", () => z.boolean(), "true", false],
    ["a yes", () => z.boolean(), true, true],
    ["a literal", () => z.literal(true), false, false],
    ["a refined value", () => z.literal([1, 2]).refine((value) => value > 1), 1, false],
  ])("%s", (_, make, value, expected) => {
    const schema = make();
    expect(schema.safeParse(value).success).toBe(expected);
    expect(fits(schema, value)).toBe(expected);
  });
});

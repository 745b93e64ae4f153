// The published JSON Schemas say the same as the definition that loads the files, and the bundled files pass them.

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { jsonSchemas, SCHEMA_FOLDER } from "../../build/schema.ts";
import { othersThan, POLICIES } from "../bundled.ts";

function read(file: string): unknown {
  return JSON.parse(readFileSync(file, "utf8"));
}

describe("the published JSON Schemas", () => {
  it.each([...jsonSchemas()])("%s is what `npm run schema` writes", (name, schema) => {
    expect(read(path.join(SCHEMA_FOLDER, name))).toEqual(JSON.parse(JSON.stringify(schema)));
  });

  it("are the only files of their folder", () => {
    expect(readdirSync(SCHEMA_FOLDER).sort()).toEqual([...jsonSchemas().keys()].sort());
  });
});

describe("a reader with nothing but the published schema", () => {
  const files = readdirSync(POLICIES, { recursive: true, encoding: "utf8" })
    .filter((file) => /^(national\/\d{4}|[a-z]+\/\d{4}\/(rules|county-\d{6}))\.json$/.test(file))
    .sort();
  const schemaOf = (file: string): string => {
    const { $schema } = read(path.join(POLICIES, file)) as { readonly $schema: string };
    return path.join(POLICIES, path.dirname(file), $schema);
  };
  const accepts = (schemaFile: string, value: unknown): boolean =>
    z.fromJSONSchema(read(schemaFile) as Parameters<typeof z.fromJSONSchema>[0]).safeParse(value).success;

  it("finds every kind of file", () => {
    for (const known of ["gansu/2025/county-620602.json", "national/2025.json", "national/2026.json"])
      expect(files).toContain(known);
    expect(files.filter((file) => file.endsWith("/rules.json"))).toEqual(othersThan().map((id) => `${id}/rules.json`));
  });

  it.each(files)("accepts %s", (file) => {
    expect(accepts(schemaOf(file), read(path.join(POLICIES, file)))).toBe(true);
  });

  it("refuses an amount as a number and an unknown key", () => {
    const file = "gansu/2025/rules.json";
    const rules = read(path.join(POLICIES, file)) as Record<string, object>;
    expect(accepts(schemaOf(file), { ...rules, colour: "red" })).toBe(false);
    const standard = { value: 400, cite: {} };
    expect(accepts(schemaOf(file), { ...rules, contribution: { standard } })).toBe(false);
  });
});

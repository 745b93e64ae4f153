// Whatever is done to a sound request or rule file, what is wrong is said in the project's own words.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { answerRequest } from "../../shared/engine/answer.ts";
import { RequestSchema } from "../../shared/engine/request.ts";
import { FIELD_KEYS } from "../../shared/engine/request-fields.ts";
import chinese from "../../shared/locales/zh-CN/rule-faults.json" with { type: "json" };
import { Manifest } from "../../shared/packs/manifest.ts";
import { BureauFile } from "../../shared/rules/bureau.ts";
import { CasesFile } from "../../shared/rules/cases.ts";
import { ComingYearFile } from "../../shared/rules/coming.ts";
import { knownFaultWords } from "../../shared/rules/fault-words.ts";
import { Regions } from "../../shared/rules/regions.ts";
import { CountyFile, NationalFile, RuleSetFile } from "../../shared/rules/schema.ts";
import { shapeWords } from "../../shared/rules/shape-words.ts";
import { tables } from "../bundled.ts";

/** How zod begins and words what it says where nobody else does. */
const ZODS =
  /\bInvalid\b|Unrecognized|\breceived\b|Too (?:small|big)|must (?:match|start|end|include|be a)|discriminator/;

const REQUEST = {
  id: "A-17",
  ruleSet: "gansu/2025",
  county: "620602",
  paidOn: "2025-01-15",
  resident: {
    birthDate: "1980-05-01",
    categories: ["rural-dibao-1-2"],
    groups: [{ group: "discharged-soldier", eventDate: "2024-12-01" }],
    missedYears: [2024],
    recognisedElsewhere: false,
    otherSponsor: false,
    standing: "registered",
    parentInsured: true,
    recognisedOn: "2025-01-02",
    insuredYears: 3,
    employeeMonths: 2,
    repairedYears: 1,
    continuousYears: 4,
    claimFreeLastYear: true,
    lastYearWaitTo: "2024-06-30",
  },
  admittedOn: "2025-05-20",
  interpretations: { "wait-unit": "day" },
  pastYear: 2025,
};

type Path = readonly (string | number)[];

function placesIn(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== "object" || value === null) return [path];
  const inside = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [path, ...inside.flatMap(([key, part]) => placesIn(part, [...path, key]))];
}

function replaced(value: unknown, [key, ...rest]: Path, put: unknown): unknown {
  if (key === undefined) return put;
  if (Array.isArray(value)) return value.map((part, at) => (at === key ? replaced(part, rest, put) : part));
  const record = value as Readonly<Record<string, unknown>>;
  return { ...record, [key]: replaced(record[key], rest, put) };
}

/** Another value, no value, or one thing more than belongs there. */
function damages(sound: unknown): fc.Arbitrary<unknown> {
  return fc
    .tuple(
      fc.constantFrom(...placesIn(sound)),
      fc.oneof(
        fc.jsonValue({ maxDepth: 2 }),
        fc.constantFrom(undefined, null, "", [], {}, -1, 0, 1.5, 1e300, 121, Number.POSITIVE_INFINITY, "x".repeat(500)),
        fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 1 }), { minKeys: 1, maxKeys: 2 }),
      ),
    )
    .map(([path, put]) => replaced(sound, path, put));
}

it("the request that is damaged is sound", () => {
  expect(answerRequest(REQUEST, tables)).toMatchObject({ ok: true });
});

it("a damaged request is answered, or refused with what to do", () => {
  fc.assert(
    fc.property(damages(REQUEST), (request) => {
      const answer = answerRequest(request, tables);
      if (answer.ok) return;
      const { code, message } = answer.error;
      expect(message.replace(/"(?:[^"\\]|\\.)*"/g, "")).not.toMatch(ZODS);
      if (code === "missing") expect(message).toMatch(/ is required; write /);
      if (code === "unknown-key") expect(message).toMatch(/; known keys: .*; correct its spelling or leave it out$/s);
      if (code === "bad-shape")
        expect(message).toMatch(/(?:expected .*found|^missing; |^empty; |no coverage year).*; write /s);
    }),
    { numRuns: 2_000 },
  );
});

it("every field of a request has words for what it is to hold", () => {
  const resident = Object.keys(RequestSchema.shape.resident.shape).map((key) => `resident.${key}`);
  const fields = [...Object.keys(RequestSchema.shape), ...resident];
  expect(fields.filter((field) => !FIELD_KEYS.includes(field))).toEqual([]);
  const inside = placesIn(REQUEST).map((path) =>
    path
      .map((part, at) => (typeof part === "number" || (at > 0 && path[0] === "interpretations") ? "[]" : `.${part}`))
      .join("")
      .slice(1),
  );
  expect(FIELD_KEYS.filter((key) => !inside.includes(key))).toEqual([]);
});

type File = readonly [name: string, schema: z.ZodType, sound: unknown];

function read(file: string): unknown {
  return JSON.parse(readFileSync(`policies/${file}`, "utf8"));
}

const BUREAU = {
  format: "canbao-bureau/1",
  decisions: [
    {
      action: "settle",
      at: "2025-01-06",
      ruleSet: "gansu/2025",
      interpretation: "gap-counted-from",
      option: "any-year",
      issuer: "武威市医疗保障局",
      document: "武医保函〔2025〕3号",
    },
  ],
};

const MANIFEST = {
  format: "canbao-pack/1",
  id: "gansu",
  version: 3,
  issuer: { zh: "虚构医疗保障局", en: "Invented Healthcare Security Bureau" },
  created: "2026-01-05",
  expires: "2026-12-31",
  program: "0.1.0",
  key: "0".repeat(64),
  contents: [{ path: "gansu/2025/rules.json", size: 10, sha256: "0".repeat(64) }],
};

describe("a damaged file", () => {
  const files: readonly File[] = [
    ["rule set", RuleSetFile, read("hunan/2026/rules.json")],
    ["national layer", NationalFile, read("national/2025.json")],
    ["county", CountyFile, read("gansu/2025/county-620602.json")],
    ["worked cases", CasesFile, read("gansu/2025/cases.json")],
    ["bureau's decisions", BureauFile, BUREAU],
    ["regions file", Regions, read("regions/gansu.json")],
    ["pack's manifest", Manifest, MANIFEST],
    ["coming year", ComingYearFile, read("coming/2027.json")],
  ];

  it.each(files)("of a %s has no fault in zod's words, and each has words in Chinese", (_name, schema, sound) => {
    expect(schema.safeParse(sound, { error: shapeWords }).success).toBe(true);
    fc.assert(
      fc.property(damages(sound), (file) => {
        const { error } = schema.safeParse(file, { error: shapeWords, jitless: true });
        for (const { message } of error?.issues ?? []) {
          expect(message.replace(/"(?:[^"\\]|\\.)*"/g, "")).not.toMatch(ZODS);
          expect(knownFaultWords(message, chinese)).toBeDefined();
        }
      }),
      { numRuns: 300 },
    );
  });
});

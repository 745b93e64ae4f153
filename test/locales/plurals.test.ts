// English counts one thing in the singular: no text says "1 rows".

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { createInstance, type i18n } from "i18next";
import { beforeAll, describe, expect, test } from "vitest";
import domain from "../../shared/locales/en/domain.json" with { type: "json" };
import trace from "../../shared/locales/en/trace.json" with { type: "json" };
import { englishPhrase } from "../../shared/trace/english.ts";

const folder = path.resolve(import.meta.dirname, "../../shared/locales/en");
const namespaces = readdirSync(folder).map((file) => path.basename(file, ".json"));
const read = (namespace: string): unknown => JSON.parse(readFileSync(path.join(folder, `${namespace}.json`), "utf8"));

/** Limits and lengths that are never one, by the text they stand in. */
const NEVER_ONE: ReadonlySet<string> = new Set([
  "ledger:fault.passphrase-weak.advice",
  "ledger:fault.too-many-rows.advice",
  "roster:fault.row-too-long",
  "roster:fault.too-many-rows",
  "roster:result.review-more",
  "roster:slips.hint",
  "roster:slips.too-many",
  "policies:continuous",
  "trace:incentive.continuous-not-yet",
  "trace:group.too-late",
  "trace:group.not-born-since",
  "trace:repair.possible",
  "trace:repair.floor",
]);

/** Words that end in s and are no plural: a text goes on with them after a number. */
const NO_PLURAL =
  "is|was|has|does|says|lies|this|its|belongs|counts|gives|differs|names|needs|holds|ms|less|as|across|means|unless|continuous";
const PLURAL = new RegExp(
  `(?<![-.\\d])\\b1 (?:(?!and |or |in |of |with |only )[a-z-]+ ){0,2}?(?!(?:${NO_PLURAL})\\b)(?:[a-z]+s|people|children)\\b`,
  "g",
);

/** The keys of all texts; the forms of a plural are one key. */
function keysOf(value: unknown, key = ""): readonly string[] {
  if (typeof value !== "object" || value === null) return [key.replace(/_(one|other)$/, "")];
  return Object.entries(value).flatMap(([part, inner]) => keysOf(inner, key === "" ? part : `${key}.${part}`));
}

/** Whatever blank is asked for, it is one. */
const ONE = new Proxy({}, { has: () => true, get: (_, name) => (typeof name === "string" ? 1 : undefined) });

let texts: i18n;

beforeAll(async () => {
  texts = createInstance();
  await texts.init({
    lng: "en",
    ns: namespaces,
    resources: { en: Object.fromEntries(namespaces.map((name) => [name, read(name)])) } as never,
    interpolation: { escapeValue: false, defaultVariables: ONE, skipOnVariables: false },
  });
});

describe("of one thing", () => {
  test.each(namespaces)("%s speaks in the singular", (namespace) => {
    const wrong = [...new Set(keysOf(read(namespace)).map((key) => `${namespace}:${key}`))]
      .filter((key) => !NEVER_ONE.has(key))
      .flatMap((key) => {
        const said = texts.t(key, { count: 1 }).replaceAll(/\{\{[^}]*\}\}/g, "1");
        return [...said.matchAll(PLURAL)].map(([found]) => [key, found]);
      });
    expect(wrong).toEqual([]);
  });

  test("finds a plural after a 1", () => {
    expect([..."1 worked cases, 1 rows; 2 rows".matchAll(PLURAL)].map(String)).toEqual(["1 worked cases", "1 rows"]);
  });
});

describe("a trace", () => {
  const step = { step: "wait", variant: "late", out: {} };

  test("waits one month, and three months", () => {
    const said = (length: number) =>
      englishPhrase({ ...step, in: { length, unit: "month", from: "2025-03-01", to: "2025-03-31" } });
    expect(said(1)).toContain("Wait of 1 month after");
    expect(said(3)).toContain("Wait of 3 months after");
    expect(Object.keys(domain.unitOne)).toEqual(Object.keys(domain.unit));
    expect(trace.wait.late).toContain("{{unit, unit}}");
  });
});

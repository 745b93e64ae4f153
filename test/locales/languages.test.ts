// Chinese and English are both complete: the same keys in every namespace, no empty text, the same blanks to fill.

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";

const folder = path.resolve(import.meta.dirname, "../../shared/locales");
const namespaces = (language: string) => readdirSync(path.join(folder, language)).sort();

/** key path → text; a plural's forms count as one key, because Chinese has one form and English two */
function texts(language: string, file: string): ReadonlyMap<string, string> {
  const flat = new Map<string, string>();
  const walk = (value: unknown, key: string): void => {
    if (typeof value === "string") flat.set(key.replace(/_(zero|one|two|few|many|other)$/, ""), value);
    else if (typeof value === "object" && value !== null) {
      for (const [part, inner] of Object.entries(value)) walk(inner, key === "" ? part : `${key}.${part}`);
    } else flat.set(key, "");
  };
  walk(JSON.parse(readFileSync(path.join(folder, language, file), "utf8")), "");
  return flat;
}

/** Words that a rule set brings in both languages are one blank: {{zh}} and {{en}}, {{questionZh}} and {{questionEn}}. */
const shared = (blank: string | undefined) => blank?.replace(/^(zh|en)$|(Zh|En)$/, "(own)");
const blanks = (text: string) =>
  [...new Set([...text.matchAll(/\{\{-?\s*(\w+)/g)].map((match) => shared(match[1])))].sort();

test("both languages have the same namespaces", () => {
  expect(namespaces("en")).toEqual(namespaces("zh-CN"));
});

describe.each(namespaces("zh-CN"))("%s", (file) => {
  const chinese = texts("zh-CN", file);
  const english = texts("en", file);

  test("has the same keys in both languages", () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
  });

  test("has no empty text", () => {
    const empty = [...chinese, ...english].filter(([, text]) => text.trim() === "").map(([key]) => key);
    expect(empty).toEqual([]);
  });

  test("fills the same blanks", () => {
    for (const [key, text] of chinese) expect([key, blanks(english.get(key) ?? "")]).toEqual([key, blanks(text)]);
  });
});

test("the form asks for university students, whom Jiangxi aids with 200 yuan, and not for every pupil", () => {
  const label = (language: string, file: string) => texts(language, file).get("standing.student") ?? "";
  for (const file of ["assess.json", "domain.json"]) {
    expect(label("zh-CN", file)).toContain("大学生");
    expect(label("en", file)).toContain("university");
  }
});

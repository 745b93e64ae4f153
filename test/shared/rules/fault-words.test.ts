// Every fault that the checks can find in a rule file has words of its own in both languages.

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseStrictJson } from "../../../electron/policies/strict-json.ts";
import english from "../../../shared/locales/en/rule-faults.json" with { type: "json" };
import chinese from "../../../shared/locales/zh-CN/rule-faults.json" with { type: "json" };
import { FAULT_KEYS, faultWords, knownFaultWords } from "../../../shared/rules/fault-words.ts";
import { RuleSetFile } from "../../../shared/rules/schema.ts";
import { shapeWords } from "../../../shared/rules/shape-words.ts";

/** The messages that a check writes, with its blanks filled by what could stand there. */
function messagesOf(file: string): readonly string[] {
  const text = readFileSync(file, "utf8");
  const reported = text.matchAll(/report\(\s*[^;]*?,\s*(?:`([^`]*)`|"([^"]*)")\s*,?\s*\)/gs);
  const made = text.matchAll(/message: (?:`([^`]*)`|"([^"]*)")/g);
  const returned = text.matchAll(/fault\(\s*name,\s*"",\s*(?:`([^`]*)`|"([^"]*)")/g);
  return [...reported, ...made, ...returned].map(([, template, plain]) =>
    (plain ?? template ?? "")
      .replace(/\$\{place\([^}]*\}/g, "line 1, column 2")
      .replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, "1.00"),
  );
}

/** What strict JSON says of a text. */
function strictly(text: string): string {
  const read = parseStrictJson(Buffer.from(text), "rules.json");
  return read.ok ? "" : String(read.faults[0]?.message);
}

describe("the words for faults", () => {
  const files = [
    "shared/rules/check.ts",
    "shared/rules/check-interpretations.ts",
    "shared/rules/check-national.ts",
    "shared/rules/citations.ts",
    "shared/rules/compile.ts",
    "shared/rules/resolve.ts",
    "shared/packs/manifest.ts",
    "electron/policies/cases.ts",
    "electron/policies/coming.ts",
    "electron/policies/county.ts",
    "electron/policies/files.ts",
    "electron/policies/store.ts",
    "electron/policies/strict-json.ts",
    "electron/packs/check-rules.ts",
    "electron/packs/parts-of.ts",
  ];

  it.each(files)("cover what %s says", (file) => {
    const messages = messagesOf(file);
    expect(messages.length).toBeGreaterThan(0);
    const untranslated = messages.filter((message) => faultWords(message, chinese) === message);
    expect(untranslated).toEqual([]);
  });

  it("cover what the schema says of a field that is empty, half typed or unknown", () => {
    const { error } = RuleSetFile.safeParse(
      {
        id: 1,
        coverageYear: 2027.5,
        status: "perhaps",
        contribution: { standard: { value: "43", cite: { document: "", article: "" } } },
        periods: [{ from: "2026-13-01", to: "20260901" }],
        surplus: true,
      },
      { error: shapeWords },
    );
    const messages = error?.issues.map(({ message }) => message) ?? [];
    expect(messages.length).toBeGreaterThan(8);
    expect(messages.filter((message) => faultWords(message, chinese) === message)).toEqual([]);
  });

  it("name what may stand in an unknown one's place", () => {
    expect(faultWords('no interpretation "moon"; known: wait-unit, month-end', chinese)).toBe(
      "没有口径“moon”；现有：wait-unit, month-end。",
    );
    expect(faultWords('unknown key "moon"; known keys: value, cite; correct its spelling or remove it', english)).toBe(
      'Not known here: "moon". Known: value, cite.',
    );
    expect(faultWords('expected one of "A", "B", found the text "X"', chinese)).toBe('只能是："A", "B"。');
  });

  it.each([
    ['{"a": 1,}', "第 1 行第 9 个字符处写法有误（JSON），文件从这里读不下去。"],
    ["", "文件是空的。"],
    ['{"a": 1,\n"a": 2}', "同一项写了两遍，第二遍在第 2 行：去掉一个。"],
    ["[".repeat(300), "括号套得太多层，规则文件不会这样：看看是不是拿错了文件。"],
  ])("say what is wrong with %j as a file", (text, words) => {
    expect(faultWords(strictly(text), chinese)).toBe(words);
  });

  it("tell a worked case that does not come out by its name and the part, in the reader's language", () => {
    const message = '二月缴费 / pays in February: benefit.start: "2025-01-01" ≠ null';
    expect(faultWords(message, chinese)).toBe('“二月缴费”：待遇起始日 应为 "2025-01-01"，算出来是 没有。');
    expect(faultWords(message, english)).toBe(
      '"pays in February": the first covered day should be "2025-01-01" and comes out as nothing.',
    );
  });

  it("fill the figures in", () => {
    const message = "leaves out 2026-12-26 to 2026-12-31; write a period for those days, silent where the notice is";
    expect(faultWords(message, chinese)).toBe(
      "2026-12-26 至 2026-12-31 没有时期；补一个时期，文件没有写的就标“未写明”。",
    );
    expect(faultWords(message, english)).toBe(
      "2026-12-26 to 2026-12-31 belong to no period; add one, silent where the notice is.",
    );
  });

  it("have a text for each pattern in both languages, and show an unknown message as it is", () => {
    expect(Object.keys(chinese.fault).sort()).toEqual([...FAULT_KEYS].sort());
    expect(Object.keys(english.fault).sort()).toEqual([...FAULT_KEYS].sort());
    expect(faultWords("something quite new", chinese)).toBe("something quite new");
    expect(knownFaultWords("something quite new", chinese)).toBeUndefined();
    expect(knownFaultWords("standard: something quite new", chinese)).toBeUndefined();
  });
});

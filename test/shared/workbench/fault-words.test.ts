// Every fault that the checks can find in a rule file has words of its own in both languages.

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import english from "../../../shared/locales/en/workbench.json" with { type: "json" };
import chinese from "../../../shared/locales/zh-CN/workbench.json" with { type: "json" };
import { RuleSetFile } from "../../../shared/rules/schema.ts";
import { shapeWords } from "../../../shared/rules/shape-words.ts";
import { FAULT_KEYS, faultWords } from "../../../shared/workbench/fault-words.ts";

/** The messages that a check writes, with its blanks filled by what could stand there. */
function messagesOf(file: string): readonly string[] {
  const text = readFileSync(file, "utf8");
  return [...text.matchAll(/report\(\s*[^;]*?,\s*(?:`([^`]*)`|"([^"]*)")\s*,?\s*\)/gs)].map(([, template, plain]) =>
    (plain ?? template ?? "").replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, "1.00"),
  );
}

describe("the words for faults", () => {
  const files = [
    "shared/rules/check.ts",
    "shared/rules/check-interpretations.ts",
    "shared/rules/check-national.ts",
    "shared/rules/citations.ts",
  ];

  it.each(files)("cover what %s says", (file) => {
    const messages = messagesOf(file);
    expect(messages.length).toBeGreaterThan(1);
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
  });
});

// The handbook is one file for paper and program: all of it can be drawn, and every picture it names is there.

import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { groups } from "../../../build/states/states.mjs";
import { type Block, parseMarkdown } from "../../../shared/handbook/markdown.ts";

const docs = path.resolve(import.meta.dirname, "../../../docs");

test("headings, paragraphs, lists, tables and pictures are read", () => {
  expect(
    parseMarkdown("## One\n\nA **b** `c`.\n\n- x\n- y\n\n![p](pictures/p.png)\n\n| a | b |\n|---|---|\n| 1 | 2 |"),
  ).toEqual([
    { kind: "heading", level: 2, text: "One" },
    {
      kind: "paragraph",
      parts: [
        { kind: "text", text: "A " },
        { kind: "strong", text: "b" },
        { kind: "text", text: " " },
        { kind: "code", text: "c" },
        { kind: "text", text: "." },
      ],
    },
    { kind: "list", ordered: false, items: [[{ kind: "text", text: "x" }], [{ kind: "text", text: "y" }]] },
    { kind: "picture", alt: "p", file: "pictures/p.png" },
    {
      kind: "table",
      head: [[{ kind: "text", text: "a" }], [{ kind: "text", text: "b" }]],
      rows: [[[{ kind: "text", text: "1" }], [{ kind: "text", text: "2" }]]],
    },
  ]);
});

test.each(["> quoted", "<b>html</b>", "```\ncode\n```", "#### too deep", "| no head |", "- mixed\nlist"])(
  "what the handbook does not have is refused, not dropped: %j",
  (text) => {
    expect(() => parseMarkdown(text)).toThrow(RangeError);
  },
);

describe.each(["handbook-clerk.md", "handbook-clerk.en.md"])("%s", (file) => {
  const blocks = parseMarkdown(readFileSync(path.join(docs, file), "utf8"));

  test("has every picture it names", () => {
    const named = blocks.flatMap((block) => (block.kind === "picture" ? [block.file] : []));
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((picture) => !existsSync(path.join(docs, picture)))).toEqual([]);
  });
});

const reached = groups.flatMap(({ states }) => states.map(({ name }) => name));

describe.each(["handbook-author.md", "handbook-author.en.md"])("%s", (file) => {
  const blocks = parseMarkdown(readFileSync(path.join(docs, file), "utf8"));

  test("names only pictures that the script takes, of its own language", () => {
    const language = file.includes(".en.") ? "en" : "zh-CN";
    const named = blocks.flatMap((block) => (block.kind === "picture" ? [block.file] : []));
    expect(named.length).toBeGreaterThan(4);
    for (const picture of named) {
      const [, state, taken] = /^pictures\/(.+)\.(zh-CN|en)\.png$/.exec(picture) ?? [];
      expect(reached).toContain(state);
      expect(taken).toBe(language);
    }
  });
});

test.each(["clerk", "author"])(
  "both languages of the %s's handbook have the same chapters, lists and pictures in the same order",
  (reader) => {
    const shapeOf = (block: Block): string => {
      if (block.kind === "picture") return block.file.replace(/\.[^.]+\.png$/, "");
      if (block.kind === "list") return `list of ${block.items.length}`;
      return block.kind === "table" ? `table of ${block.rows.length}` : block.kind;
    };
    const shape = (file: string) => parseMarkdown(readFileSync(path.join(docs, file), "utf8")).map(shapeOf);
    expect(shape(`handbook-${reader}.en.md`)).toEqual(shape(`handbook-${reader}.md`));
  },
);

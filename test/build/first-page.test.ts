// The window's page is built with its words in it, in both languages.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { fillWords } from "../../build/vite/first-page.ts";

const page = readFileSync(new URL("../../renderer/index.html", import.meta.url), "utf8");

test.each([
  ["zh-CN", "身份证号", "参保台"],
  ["en", "ID number", "Canbao Desk"],
] as const)("%s: the first field is labelled before any script has run", (language, label, brand) => {
  const filled = fillWords(page, language);
  expect(filled).toContain(`<html lang="${language}">`);
  expect(filled).toContain(`for="idNumber">${label}</label>`);
  expect(filled).toContain(`<span class="app__brand">${brand}</span>`);
  expect(filled).not.toMatch(/\{\{|\}\}/);
});

test("a page with a word that the texts do not have is not built", () => {
  expect(() => fillWords("<p>{{shell:noSuchWord}}</p>", "en")).toThrow("en has no text shell:noSuchWord");
});

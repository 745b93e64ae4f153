// Names are found by characters and by the first letters of their pinyin.

import { expect, test } from "vitest";
import { fitOf, initialsOf } from "../../../renderer/assess/initials.ts";

test.each([
  ["黄羊镇", "hyz"],
  ["凉州区", "lzq"],
  ["农村低保一二类", "ncdbyel"],
  ["退役军人", "tyjr"],
  ["嘉峪关市", "jygs"],
  ["吴家井镇", "wjjz"],
])("%s is %s", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

test("what begins as typed fits better than what holds it somewhere", () => {
  expect(fitOf("黄羊镇", "黄")).toBe(0);
  expect(fitOf("凉州区 · 黄羊镇", "hyz")).toBe(2);
  expect(fitOf("黄羊镇", "xyz")).toBeNull();
});

test("every part of what was typed has to fit", () => {
  expect(fitOf("凉州区 · 黄羊镇", "lz hy")).not.toBeNull();
  expect(fitOf("凉州区 · 黄羊镇", "lz bs")).toBeNull();
});

test("a name shown in English is still found by the pinyin initials of its Chinese", () => {
  expect(fitOf("Liangzhou District · Huangyang Town", "hyz", "黄羊镇 Huangyang Town")).toBe(3);
});

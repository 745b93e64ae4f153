// A rule pack that the system hands over with a start of the program.

import { describe, expect, test } from "vitest";
import { createOpenedPack, packIn } from "../../electron/main/opened-pack.ts";

describe("a command line", () => {
  test.each([
    [["/opt/canbao-desk/canbao-desk", "/home/张 三/甘肃2026.canbaopack"], "/home/张 三/甘肃2026.canbaopack"],
    [["canbao-desk", "--lang=zh-CN", "down/gansu.CanbaoPack"], "/work/down/gansu.CanbaoPack"],
    [["canbao-desk", "a.canbaopack", "b.canbaopack"], "/work/b.canbaopack"],
  ])("names a pack: %j", (args, expected) => {
    expect(packIn(args, "/work")).toBe(expected);
  });

  test.each([
    [["canbao-desk"]],
    [["canbao-desk", "--user-data-dir=/tmp/x.canbaopack"]],
    [["canbao-desk", "list.csv"]],
    [["canbao-desk", "https://example.com/a.canbaopack"]],
    [["canbao-desk", "file:///etc/a.canbaopack"]],
    [["canbao-desk", "canbao://a.canbaopack"]],
    [["canbao-desk", "\\\\server\\share\\a.canbaopack"]],
    [["canbao-desk", "//server/share/a.canbaopack"]],
    [["canbao-desk", "a\0.canbaopack"]],
  ])("names none: %j", (args) => {
    expect(packIn(args, "/work")).toBeUndefined();
  });
});

test("a pack is handed over once, the newest, and its name is told without its folder", () => {
  const opened = createOpenedPack();
  const told: string[] = [];
  opened.onOffer((name) => told.push(name));
  expect(opened.take()).toBeUndefined();
  expect(opened.offer(["x", "/a/one.canbaopack"], "/")).toBe(true);
  expect(opened.offer(["x", "/a/two.canbaopack"], "/")).toBe(true);
  expect(opened.offer(["x"], "/")).toBe(false);
  expect(opened.take()).toBe("/a/two.canbaopack");
  expect(opened.take()).toBeUndefined();
  expect(told).toEqual(["one.canbaopack", "two.canbaopack"]);
});

// A rule set that is damaged on the disk: the window names file and place, and the others still answer.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inMain } from "../../build/electron-runtime/in-main.mjs";
import { projectRoot } from "../../build/setup/child.mjs";
import { type StartedApplication, startApplication } from "./application.ts";

let folder: string;
let app: StartedApplication;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "canbao-policies-"));
  cpSync(path.join(projectRoot, "policies"), folder, { recursive: true });
  const rules = path.join(folder, "jiangxi/2025/rules.json");
  writeFileSync(rules, readFileSync(rules, "utf8").replace('"to": "2025-02-28"', '"to": "2025-02-30"'));
  app = await startApplication({ args: [`--policies=${folder}`] });
  await app.page.getByTestId("id-number").waitFor();
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

test("is named with its file and the place in it", async () => {
  const banner = app.page.getByTestId("fault-banner");
  await banner.waitFor();
  const said = banner.getByRole("listitem");
  await said.filter({ hasText: "规则文件 jiangxi/2025/rules.json，缴费期 · 第 1 项 · 止" }).waitFor();
  // What to do, and not a word of the check's own English.
  expect(await said.innerText()).toContain("2025-02-30");
  expect(await said.innerText()).not.toMatch(/calendar|periods/);
  await banner.getByText("请联系管理员").waitFor();
});

test("is told to whoever mends it in the check's own words, which can be copied", async () => {
  const original = app.page.getByTestId("fault-original");
  expect(await original.locator("pre").isVisible()).toBe(false);
  await original.locator("summary").click();
  expect(await original.locator("pre").innerText()).toMatch(/^jiangxi\/2025\/rules\.json periods\[0\]\.to: .*calendar/);
  await original.getByRole("button", { name: "复制原文" }).click();
  await original.getByRole("button", { name: "已复制" }).waitFor();
  expect(await inMain(app.electron, ({ clipboard }) => clipboard.readText())).toContain("periods[0].to");
});

test("is not offered, and the rule sets beside it still answer", async () => {
  const listed = await app.page.evaluate(async () => {
    const answer = await window.canbao.invoke("rules.list", undefined);
    return answer.ok ? answer.value.ruleSets.map(({ id }) => id) : [];
  });
  expect(listed).toEqual(["gansu/2025", "gansu/2026", "guizhou/2026", "hunan/2026", "jiangxi/2026", "xinzhou/2025"]);
  await app.page.keyboard.type("622301196202100024");
  await app.page.getByTestId("paid-on").fill("20241103");
  await app.page.getByTestId("start-figure").filter({ hasText: "2025-01-01" }).waitFor();
  expect(app.complaints).toEqual([]);
});

// A list in the window: chosen, its columns and names mapped once, worked on in its own process, its result shown.

import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { inMain } from "../../build/electron-runtime/in-main.mjs";
import { projectRoot, type StartedApplication, startApplication } from "./application.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "canbao-roster-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Answers the system's dialogs, which a test cannot click. */
async function answerDialogs({ electron }: StartedApplication, input: string, output: string): Promise<void> {
  await inMain(
    electron,
    ({ dialog }, given) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [given.input] });
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: given.output });
    },
    { input, output },
  );
}

const focusIn = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.getAttribute("data-testid") ?? null);

const LIST =
  "序号,姓名,镇（街）,救助身份,缴费时间,到账日期\n1,张三,高坝镇,五保,2024-11-03,2024-11-04\n2,李四,柏树镇,孤儿,2024-11-03,2024-11-04\n";

test("a list is chosen, its two payment days and its unknown name are settled, and the answers are in a new file", async () => {
  const input = path.join(folder, "名册.csv");
  const output = path.join(folder, "结果.csv");
  writeFileSync(input, LIST);
  const profile = path.join(folder, "profile");
  const app = await startApplication({ profile });
  const { page } = app;
  await answerDialogs(app, input, output);
  await page.getByTestId("nav-roster").click();
  await page.getByTestId("roster-choose").click();
  await page.getByTestId("roster-mapping").waitFor();
  // The button that was pressed is gone; the keyboard goes on in the list's screen.
  await expect.poll(() => focusIn(page)).toBe("roster-screen");
  expect(await page.getByTestId("roster-start").isDisabled()).toBe(true);
  await page.getByTestId("column-paid_on").selectOption("缴费时间");
  await expect.poll(() => page.getByTestId("roster-start").isEnabled(), { timeout: 20_000 }).toBe(true);
  await page.getByTestId("name-五保").selectOption("extreme-poverty");
  await page.getByTestId("roster-start").click();
  await page.getByTestId("roster-result").waitFor();
  await expect.poll(() => focusIn(page)).toBe("roster-screen");
  expect(await page.getByTestId("roster-result").getAttribute("data-status")).toBe("done");
  expect(await page.getByTestId("roster-count").innerText()).toContain("2");
  expect(await page.getByTestId("sum-aid").innerText()).toBe("800.00");
  const lines = readFileSync(output, "utf8").split("\n");
  expect(lines).toHaveLength(4);
  expect(lines[1]).toContain("0.00,400.00,extreme-poverty");

  // What was settled is known the next time.
  await page.getByTestId("roster-again").click();
  await page.getByTestId("roster-choose").click();
  await page.getByTestId("roster-mapping").waitFor();
  await expect.poll(() => page.getByTestId("roster-start").isEnabled(), { timeout: 20_000 }).toBe(true);
  expect(await page.getByTestId("name-五保").count()).toBe(0);
  expect(app.complaints).toEqual([]);
  await app.close();
});

test("a file that is no list is told by its name, without its folders", async () => {
  const input = path.join(folder, "empty.csv");
  writeFileSync(input, "");
  const app = await startApplication();
  await answerDialogs(app, input, path.join(folder, "out.csv"));
  await app.page.getByTestId("nav-roster").click();
  await app.page.getByTestId("roster-choose").click();
  const told = await app.page.getByTestId("roster-fault").innerText();
  expect(told).toContain("empty.csv");
  expect(told).not.toContain(folder);
  await app.close();
});

/** Several times as long as the list's process takes from one report to the next. */
const STANDS = { interval: 2_000, timeout: 30_000 };

test("a large list is paused, goes on, is stopped, and taken up again; the window answers meanwhile", {
  timeout: 120_000,
}, async () => {
  const input = path.join(folder, "county.csv");
  const output = path.join(folder, "county-results.csv");
  writeFileSync(
    input,
    execFileSync(process.execPath, ["electron/cli/roster.ts", "--rows", "400000", "--seed", "4"], {
      cwd: projectRoot,
      maxBuffer: 1 << 28,
    }),
  );
  const app = await startApplication();
  const { page } = app;
  await answerDialogs(app, input, output);
  await page.getByTestId("nav-roster").click();
  await page.getByTestId("roster-choose").click();
  await page.getByTestId("roster-start").waitFor({ timeout: 30_000 });
  await page.getByTestId("roster-start").click();
  const running = page.getByTestId("roster-running");
  await expect.poll(() => running.innerText(), { timeout: 20_000 }).toContain("行，");
  await page.getByTestId("roster-pause").click();
  // Rows that were under way when the word reached the list's own process are still told.
  let held = "";
  await expect
    .poll(async () => {
      const before = held;
      held = await running.innerText();
      return held === before;
    }, STANDS)
    .toBe(true);
  await page.waitForTimeout(STANDS.interval);
  expect(await running.innerText()).toBe(held);
  await page.getByTestId("roster-pause").click();
  await expect.poll(() => running.innerText(), { timeout: 20_000 }).not.toBe(held);
  // The next resident is answered while the list runs in its own process.
  await page.keyboard.press("Alt+1");
  await page.getByTestId("id-number").fill("622301196202100024");
  await page.getByTestId("paid-on").fill("20250115");
  await page.getByTestId("start-figure").filter({ hasText: "2025-04-15" }).waitFor();
  await page.getByTestId("nav-roster").click();
  await running.waitFor();
  await page.getByTestId("roster-cancel").click();
  await page.getByTestId("roster-result").waitFor();
  expect(await page.getByTestId("roster-result").getAttribute("data-status")).toBe("cancelled");
  await page.getByTestId("roster-again").click();
  await page.getByTestId("roster-choose").click();
  await page.getByTestId("roster-start").click({ timeout: 30_000 });
  await page.getByTestId("roster-result").waitFor({ timeout: 50_000 });
  expect(await page.getByTestId("roster-result").getAttribute("data-status")).toBe("done");
  expect(readFileSync(output, "utf8").split("\n")).toHaveLength(400_002);
  await app.close();
});

test("a list that ends while the clerk is at the counter is done when the screen comes back", async () => {
  const input = path.join(folder, "名册.csv");
  const rows = Array.from({ length: 60_000 }, (_, at) => `${at},张三,高坝镇,孤儿,2024-11-03`);
  writeFileSync(input, ["序号,姓名,镇（街）,救助身份,缴费时间", ...rows].join("\n"));
  const app = await startApplication();
  const { page } = app;
  await answerDialogs(app, input, path.join(folder, "结果.csv"));
  await page.getByTestId("nav-roster").click();
  await page.getByTestId("roster-choose").click();
  await page.getByTestId("roster-start").click();
  await page.getByTestId("nav-assess").click();
  await expect.poll(() => existsSync(path.join(folder, "结果.csv")), { timeout: 30_000 }).toBe(true);
  await page.waitForTimeout(1_000);
  await page.getByTestId("nav-roster").click();
  await page.getByTestId("roster-result").waitFor({ timeout: 5_000 });
  expect(await page.getByTestId("roster-count").innerText()).toContain("已计算 60,000 行");
  await app.close();
});

// The ledger in the real window: opened with a passphrase where there is no keyring, issued to, searched, closed, checked.

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type StartedApplication, startApplication } from "./application.ts";
import { heardInBothThemes } from "./heard.ts";
import { pdfText } from "./print-server.ts";
import { sampleSheet } from "./sample-sheet.ts";

const PASSPHRASE = "凉州区医保 2025 冬";
/** The area code 999999 belongs to nobody. */
const RESIDENT = { name: "王桂兰", idNumber: "999999196202100024", township: "黄羊镇" };

let profile: string;
let out: string;
let app: StartedApplication;

beforeAll(async () => {
  profile = mkdtempSync(path.join(tmpdir(), "canbao-ledger-window-"));
  out = mkdtempSync(path.join(tmpdir(), "canbao-ledger-out-"));
  app = await start();
});
afterAll(async () => {
  await app.close();
  for (const folder of [profile, out]) rmSync(folder, { recursive: true, force: true });
});

const start = () => startApplication({ profile, args: [`--canbao-test-out=${out}`] });

/** Issues as the counter does: the window asks, the main process answers the case and records it. */
function issue(nonce: string): Promise<string> {
  return app.page.evaluate(
    async ([key, person, document]) => {
      const request = {
        ruleSet: "gansu/2025",
        county: "620602",
        paidOn: "2025-01-15",
        pastYear: 2025,
        resident: { birthDate: "1962-02-10", categories: ["rural-dibao-1-2"], missedYears: [] },
      };
      const people = [{ ...person, request }];
      const answer = await window.canbao.invoke("ledger.issue", { nonce: key, people, document });
      return answer.ok ? JSON.stringify(answer.value) : JSON.stringify(answer.error);
    },
    [nonce, RESIDENT, sampleSheet("A5", RESIDENT.name).document] as const,
  );
}

async function openLedger(passphraseTwice: boolean, asked: string): Promise<void> {
  await app.page.getByTestId("nav-ledger").click();
  const form = app.page.getByTestId("passphrase-form");
  await form.waitFor();
  await app.page.getByTestId("ledger-fault").getByText(asked, { exact: true }).waitFor();
  const fields = await form.locator("input").all();
  expect(fields).toHaveLength(passphraseTwice ? 2 : 1);
  // The only thing that can be done is to type it, so the keyboard is already there.
  expect(await fields[0]?.evaluate((field) => field === document.activeElement)).toBe(true);
  for (const field of fields) await field.fill(PASSPHRASE);
  await form.locator("button[type=submit]").click();
  await app.page.getByTestId("ledger-screen").waitFor();
}

let code = "";
let number = "";

test("says that there is no keyring, and opens with a passphrase chosen twice", async () => {
  expect(await issue("before-opening")).toContain("passphrase-unset");
  await openLedger(true, "请为台账选定口令");
  const kept = readFileSync(path.join(profile, "ledger", "ledger.key.json"), "utf8");
  expect(kept).toContain("scrypt");
  expect(kept).not.toContain(PASSPHRASE);
});

test("finds an issued slip masked, shows it in full only with a reason, copies and voids it", async () => {
  ({ code, number } = JSON.parse(await issue("counter-0001")));
  expect(JSON.parse(await issue("counter-0001")).number).toBe(number);
  const { page } = app;
  await page.getByTestId("ledger-search").fill("桂兰 0024");
  const row = page.getByTestId("ledger-results").getByRole("option");
  await row.waitFor();
  expect(await row.count()).toBe(1);
  expect(await row.innerText()).toContain(number);
  expect(await page.getByTestId("ledger-screen").innerText()).not.toContain(RESIDENT.name);
  expect(await page.content()).not.toContain(RESIDENT.idNumber);
  await row.click();
  const slip = page.getByTestId("slip-panel");
  await slip.getByTestId("slip-reveal").click();
  await page.getByTestId("slip-reason").locator("input").fill("核对本人");
  await page.keyboard.press("Enter");
  await slip.getByText(RESIDENT.name).waitFor();
  await slip.getByTestId("slip-compare").click();
  expect(await page.getByTestId("comparison").getAttribute("data-rules")).toBe("same");
  await slip.getByTestId("slip-reprint").click();
  await slip.getByText("这是第 1 份副本").waitFor();
  // No printer here: the copy lies as PDF, says that it is one, and trying again counts no second.
  const queue = page.getByTestId("print-queue");
  const copy = path.join(out, `${number}-1.pdf`);
  await queue.getByText(`没有找到打印机。已自动存为 PDF：${copy}`).waitFor();
  expect(pdfText(copy)).toMatch(/副本\s*第1次/);
  expect(pdfText(copy)).toContain(number);
  rmSync(copy);
  await queue.getByRole("button", { name: /再打一次/ }).click();
  await expect.poll(() => existsSync(copy), { timeout: 20_000 }).toBe(true);
  expect(await slip.getByText("补打").count()).toBe(2);
  expect(existsSync(path.join(profile, "ledger", "ledger.db"))).toBe(true);
});

test("has no fault of accessibility on any of its tabs", async () => {
  const { page } = app;
  for (const tab of ["search", "day", "townships", "check", "keep"]) {
    await page.getByTestId(`ledger-tab-${tab}`).click();
    await page.waitForTimeout(400);
    expect(await heardInBothThemes(page), tab).toEqual([]);
    if (process.env["CANBAO_PICTURES"])
      await page.screenshot({ path: path.join(process.env["CANBAO_PICTURES"], `ledger-${tab}.png`) });
  }
});

test("a day of the ledger is typed in eight digits and stands there as everywhere; a day to come is none", async () => {
  const { page } = app;
  await page.getByTestId("ledger-tab-search").click();
  await page.getByTestId("ledger-tab-day").click();
  const field = page.getByTestId("day-pick");
  const heading = page.getByTestId("day").getByRole("heading", { level: 2 }).first();
  const today = await field.inputValue();
  expect(today).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  await field.fill("20250102");
  await heading.getByText("2025-01-02").waitFor();
  await field.press("ArrowDown");
  await heading.getByText("2025-01-01").waitFor();
  await field.fill("2090.1.2");
  await field.press("Tab");
  await page.getByText(`晚于 ${today}`).waitFor();
  expect(await heading.innerText()).toContain("2025-01-01");
  await field.fill("2025年1月3日");
  await field.press("Tab");
  expect(await field.inputValue()).toBe("2025-01-03");
  await heading.getByText("2025-01-03").waitFor();
});

test("follows the townships", async () => {
  const { page } = app;
  await page.getByTestId("ledger-tab-townships").click();
  const table = page.getByTestId("townships");
  await table.waitFor();
  expect(await table.locator("tbody tr").count()).toBe(48);
  expect(await table.getByRole("row", { name: /黄羊镇/ }).innerText()).toMatch(/40,882\s+1\s/);
});

test("knows its own slip again, and sees a changed and a foreign one", async () => {
  const { page } = app;
  await page.getByTestId("ledger-tab-check").click();
  const verdict = async (text: string): Promise<string | null> => {
    await page.getByTestId("check-field").fill(text);
    await page.keyboard.press("Enter");
    await page.getByTestId("verdict").waitFor();
    return page.getByTestId("verdict").getAttribute("data-verdict");
  };
  expect(await verdict(code)).toBe("genuine");
  const [head, slip, rules, input, signature] = code.split(":");
  const other = input?.replace(/.$/, (digit) => (digit === "0" ? "1" : "0"));
  expect(await verdict([head, slip, rules, other, signature].join(":"))).toBe("changed");
  expect(await verdict(number)).toBe("number-known");
  expect(await verdict("https://example.org")).toBe("unknown");
});

test("closes the day, takes no more slips, reopens with a reason, and saves it for the bureau", async () => {
  const { page } = app;
  await page.getByTestId("ledger-tab-day").click();
  await page.getByTestId("sums").waitFor();
  await page.getByTestId("close-day").click();
  await page.getByTestId("reopen-day").waitFor();
  expect(await issue("counter-0002")).toContain("day-closed");
  for (const format of ["csv", "xlsx"]) {
    await page.getByTestId(`day-${format}`).click();
    await page
      .getByTestId("day-saved")
      .filter({ hasText: `.${format}` })
      .waitFor();
  }
  const [csv] = readdirSync(out).filter((file) => file.endsWith(".csv"));
  const text = readFileSync(path.join(out, csv ?? ""), "utf8");
  expect(text).toContain(number);
  expect(text).toContain("90.00");
  expect(text).not.toContain(RESIDENT.idNumber);
  await page.getByTestId("reopen-day").click();
  await page.getByTestId("reopen-reason").locator("input").fill("漏开一单");
  await page.keyboard.press("Enter");
  await page.getByTestId("close-day").waitFor();
  expect(JSON.parse(await issue("counter-0002")).number).toMatch(/-0002-.$/);
});

test("backs up to a stick with a check, and walks every record", async () => {
  const { page } = app;
  await page.getByTestId("ledger-tab-keep").click();
  await page.getByTestId("backup-folder").click();
  await page.getByTestId("backup-made").filter({ hasText: "已备份并核对" }).waitFor({ timeout: 20_000 });
  expect(readdirSync(out).filter((file) => file.endsWith(".ledger"))).toHaveLength(1);
  await page.getByTestId("verify").click();
  await page.getByTestId("verified").filter({ hasText: "没有发现问题" }).waitFor({ timeout: 20_000 });
  expect(app.complaints).toEqual([]);
  expect(app.log).toEqual([]);
});

test("records a slip of the counter when it is handed out, and counts what follows as copies", async () => {
  const { page } = app;
  await page.getByTestId("nav-assess").click();
  await page.locator("#idNumber").click();
  await page.keyboard.type("622301196202100024");
  for (const key of ["Enter", "Enter", "Enter", "Enter", "Enter", "Y", "Enter"]) await page.keyboard.press(key);
  await page.keyboard.type("20250115");
  await page.getByTestId("start-figure").filter({ hasText: "2025-04-15" }).waitFor();
  await page.keyboard.press("Control+p");
  await page.getByTestId("past-year-accept").click();
  const said = page.getByTestId("print-said");
  await page.getByTestId("print-now").click();
  await said.filter({ hasText: /没有找到打印机。已自动存为 PDF：.*已记入台账，单号 01-\d{6}-\d{4}-./ }).waitFor();
  await page.getByTestId("save-pdf").click();
  await said.filter({ hasText: "第 1 份副本" }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByTestId("nav-ledger").click();
  await page.getByTestId("ledger-tab-search").click();
  await page.getByTestId("ledger-search").fill("622301196202100024");
  const found = page.getByTestId("ledger-results").getByRole("option");
  // The field searches once nobody types; until then the list is still the one before.
  await expect.poll(() => found.count(), { timeout: 20_000 }).toBe(1);
});

test("asks for the passphrase after a restart, and says so where the file was emptied meanwhile", async () => {
  await app.close();
  app = await start();
  await openLedger(false, "请输入台账口令");
  await app.page.getByText(number).first().waitFor();
  await app.close();
  writeFileSync(path.join(profile, "ledger", "ledger.db"), "");
  for (const end of ["-wal", "-shm"]) rmSync(path.join(profile, "ledger", `ledger.db${end}`), { force: true });
  app = await start();
  await app.page.getByTestId("nav-ledger").click();
  const form = app.page.getByTestId("passphrase-form");
  await form.locator("input").fill(PASSPHRASE);
  await form.locator("button[type=submit]").click();
  await app.page.getByTestId("ledger-fault").filter({ hasText: "台账文件是空的" }).waitFor();
  expect(readFileSync(path.join(profile, "ledger", "ledger.db"))).toHaveLength(0);

  await app.page.getByTestId("restore-pick").click();
  await app.page.getByTestId("backups").getByRole("button").first().click();
  await app.page.getByTestId("restore-reason").locator("input").fill("文件损坏");
  await app.page.keyboard.press("Enter");
  await app.page.getByTestId("ledger-screen").waitFor({ timeout: 20_000 });
  await app.page.getByTestId("ledger-search").fill(number);
  await app.page.getByTestId("ledger-results").getByRole("option").filter({ hasText: number }).waitFor();
});

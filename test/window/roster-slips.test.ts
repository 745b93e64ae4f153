// Slips for a list's rows in the real window: counted, recorded one by one, written part by part; a repeat counts copies.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inMain } from "../../build/electron-runtime/in-main.mjs";
import { projectRoot, type StartedApplication, startApplication } from "./application.ts";
import { pdfInfo, pdfText } from "./print-server.ts";

let folder: string;
let app: StartedApplication;

/** Invented people; the area code 999999 belongs to nobody. */
const LIST = [
  "姓名,身份证号,镇（街）,医疗救助身份,断保年度,缴费时间",
  "赵一,999999196202100022,黄羊镇,农村低保一二类,0,2025-01-15",
  "钱二,,黄羊镇,,0,2024-11-03",
  "孙三,,高坝镇,没有这种身份,0,2024-11-03",
  "李四,,高坝镇,孤儿,0,2024-11-03",
  "赵一,999999196202100022,黄羊镇,农村低保一二类,0,2025-01-15",
  "周五,,高坝镇,,,2025-01-10",
].join("\n");

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "canbao-roster-slips-"));
  app = await startApplication({ profile: path.join(folder, "profile") });
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const ledgerStatus = () =>
  app.page.evaluate(async () => {
    const answer = await window.canbao.invoke("ledger.status", undefined);
    return answer.ok && answer.value.state === "open" ? answer.value.records : null;
  });

/** Answers the system's dialogs, which a test cannot click. */
async function answerDialogs(input: string, output: string): Promise<void> {
  await inMain(
    app.electron,
    ({ dialog }, given) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [given.input] });
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: given.output });
    },
    { input, output },
  );
}

async function workOn(name: string, content: string): Promise<void> {
  const { page } = app;
  const input = path.join(folder, name);
  writeFileSync(input, content);
  await answerDialogs(input, path.join(folder, `${name}-result.csv`));
  await page.getByTestId("nav-roster").click();
  if ((await page.getByTestId("roster-again").count()) > 0) await page.getByTestId("roster-again").click();
  await page.getByTestId("roster-choose").click();
  await page.getByTestId("roster-start").click();
  await page.getByTestId("roster-slips").waitFor({ timeout: 60_000 });
}

async function issue(file: string): Promise<string> {
  const { page } = app;
  await answerDialogs("", path.join(folder, file));
  await page.getByTestId("slips-count").click();
  await page.getByTestId("slips-start").click();
  await page.getByTestId("slips-report").waitFor({ timeout: 150_000 });
  return page.getByTestId("slips-report").innerText();
}

test("without an open ledger it is said before anything is written, and the slips have no number", async () => {
  const { page } = app;
  await workOn("list.csv", LIST);
  await page.getByTestId("slips-count").click();
  expect(await page.getByTestId("slips-confirm").innerText()).toContain("台账没有打开");
  await page.getByTestId("slips-back").click();
  const report = await issue("unrecorded.pdf");
  expect(report).toContain("5 张没有记入台账");
  expect(report).toContain("未出单");
  expect(pdfText(path.join(folder, "unrecorded.pdf"))).not.toMatch(/01-2\d{5}-0001/);
});

test("every slip is a record of its own; rows without an answer and doubles are listed with the reason", async () => {
  const { page } = app;
  const opened = await page.evaluate(() => window.canbao.invoke("ledger.open", { passphrase: "凉州区医保 2026 冬" }));
  expect(opened.ok).toBe(true);
  const before = (await ledgerStatus()) ?? 0;
  const report = await issue("slips.pdf");
  expect(report).toContain("已出 4 张");
  expect(report).toContain("没有出单的行：2 行");
  expect(report).toContain("没有这种身份");
  expect(report).toContain("与第 2 行是同一人、同一情形");
  expect(await ledgerStatus()).toBe(before + 4);
  const file = path.join(folder, "slips.pdf");
  const { widthMm, heightMm } = pdfInfo(file);
  expect([Math.round(widthMm), Math.round(heightMm)]).toEqual([148, 210]);
  const text = pdfText(file);
  for (const name of ["赵一", "钱二", "李四", "周五"]) expect(text).toContain(name);
  expect(text).not.toContain("孙三");
  expect(text).not.toContain("999999196202100022");
  for (const counter of ["0001", "0002", "0003", "0004"]) expect(text).toMatch(new RegExp(`01-\\d{6}-${counter}-`));
  const listed = readFileSync(path.join(folder, "slips-未出单.csv"), "utf8");
  expect(listed.split("\r\n")).toHaveLength(4);
  expect(listed).not.toContain("196202");
});

test("asked for again the same slips come as copies, and none is recorded twice", async () => {
  const before = (await ledgerStatus()) ?? 0;
  const report = await issue("again.pdf");
  expect(report).toContain("已出 4 张");
  expect(report).toContain("4 张是以前出过的");
  const text = pdfText(path.join(folder, "again.pdf"));
  expect(text).toContain("副本");
  expect(text).toMatch(/01-\d{6}-0004-/);
  expect(text).not.toMatch(/01-\d{6}-0005-/);
  // Copies are records of their own kind.
  expect(await ledgerStatus()).toBe(before + 4);
});

test("one township, the rows for a person, and rows from N to M are chosen", async () => {
  const { page } = app;
  const counted = async (): Promise<string> => {
    await page.getByTestId("slips-count").click();
    const text = await page.getByTestId("slips-confirm").innerText();
    await page.getByTestId("slips-back").click();
    return text;
  };
  await page.getByTestId("slips-rows").selectOption("township");
  await page.getByTestId("slips-township").selectOption("高坝镇");
  expect(await counted()).toContain("将出 2 张");
  await page.getByTestId("slips-rows").selectOption("range");
  expect(await page.getByTestId("slips-count").isDisabled()).toBe(true);
  await page.getByTestId("slips-to").fill("3");
  expect(await counted()).toContain("将出 2 张");
  await page.getByTestId("slips-rows").selectOption("for-person");
  // The orphan of an unknown age is none of them; the double is.
  expect(await counted()).toMatch(/将出 1 张[\s\S]*另有 1 行/);
});

test("a roll's pages are as long as its longest slip", async () => {
  const { page } = app;
  await page.getByTestId("slips-rows").selectOption("all");
  await page.getByTestId("slips-paper").selectOption("80mm");
  await issue("roll.pdf");
  const info = pdfInfo(path.join(folder, "roll.pdf"));
  expect(Math.round(info.widthMm)).toBe(80);
  expect(info.pages).toBe(4);
});

test("a list that was changed since gives no slips of another list", async () => {
  const { page } = app;
  writeFileSync(path.join(folder, "list.csv"), `${LIST}\n吴六,,高坝镇,,0,2024-11-03`);
  await page.getByTestId("slips-count").click();
  const told = () => page.getByTestId("roster-slips").getByRole("alert").innerText();
  await expect.poll(told, { timeout: 25_000 }).toContain("list.csv");
});

test("a list of 250 goes to two files, a stop keeps what is recorded on paper, and going on makes no number twice", async () => {
  const { page } = app;
  const roster = execFileSync(process.execPath, ["electron/cli/roster.ts", "--rows", "250", "--seed", "9"], {
    cwd: projectRoot,
    encoding: "utf8",
  });
  await workOn("township.csv", roster);
  const before = (await ledgerStatus()) ?? 0;
  await answerDialogs("", path.join(folder, "township.pdf"));
  await page.getByTestId("slips-count").click();
  const planned = Number(/将出 (\d+) 张/.exec(await page.getByTestId("slips-confirm").innerText())?.[1]);
  await page.getByTestId("slips-start").click();
  await expect
    .poll(() => page.getByTestId("slips-progress").innerText(), { timeout: 50_000 })
    .toMatch(/^(2[1-9]|[3-9]\d|1\d\d) \//);
  await page.getByTestId("slips-stop").click();
  await page.getByTestId("slips-report").waitFor({ timeout: 150_000 });
  expect(await page.getByTestId("slips-report").getAttribute("data-status")).toBe("cancelled");
  const stopped = await page.getByTestId("slips-report").innerText();
  const issued = Number(/已出 (\d+) 张/.exec(stopped)?.[1]);
  expect(issued).toBeGreaterThan(20);
  expect(issued).toBeLessThan(planned);
  expect(await ledgerStatus()).toBe(before + issued);
  const numbers = new Set(pdfText(path.join(folder, "township-1.pdf")).match(/01-\d{6}-\d{4}-[0-9A-Z]/g));
  expect(numbers.size).toBe(issued);

  const report = await issue("township.pdf");
  expect(report).toContain(`${issued} 张是以前出过的`);
  const files = readdirSync(folder)
    .filter((name) => /^township-\d.*\.pdf$/.test(name))
    .toSorted();
  // The file of the stopped run was not written over.
  expect(files).toEqual(["township-1 (2).pdf", "township-1.pdf", "township-2.pdf"]);
  expect(await ledgerStatus()).toBe(before + issued + planned);
}, 400_000);

// The ledger's own papers on A4, and what a printer is corrected by: saved as PDF without a printer, printed through CUPS, kept for each printer over a restart.

import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { inMain } from "../../build/electron-runtime/in-main.mjs";
import type { Sums } from "../../shared/ledger/record.ts";
import type { DayDocument, TownshipsDocument } from "../../shared/slip/report.ts";
import type { PrintSheet } from "../../shared/slip/sheet.ts";
import { tableOf, tables } from "../bundled.ts";
import { type StartedApplication, startApplication } from "./application.ts";
import { canPrint, type PrintServer, pdfInfo, pdfText, startPrintServer } from "./print-server.ts";
import { sampleSheet } from "./sample-sheet.ts";

vi.setConfig({ testTimeout: 180_000 });

const PASSPHRASE = "凉州区医保 2025 冬";
/** The area code 999999 belongs to nobody. */
const RESIDENT = { name: "王桂兰", idNumber: "999999196202100024", township: "黄羊镇" };

let app: StartedApplication;
let profile: string;
let out: string;

async function begin(env: Readonly<Record<string, string>>): Promise<void> {
  app = await startApplication({ profile, args: [`--canbao-test-out=${out}`], env });
  const opened = await app.page.evaluate(
    (passphrase) => window.canbao.invoke("ledger.open", { passphrase }),
    PASSPHRASE,
  );
  expect(opened.ok).toBe(true);
}

function folders(): void {
  profile = mkdtempSync(path.join(tmpdir(), "canbao-paper-"));
  out = mkdtempSync(path.join(tmpdir(), "canbao-paper-out-"));
}

async function end(): Promise<void> {
  const { complaints, log } = app;
  await app.close();
  for (const folder of [profile, out]) rmSync(folder, { recursive: true, force: true });
  expect({ complaints, log }).toEqual({ complaints: [], log: [] });
}

function issue(nonce: string, categories: readonly string[], township: string): Promise<string> {
  return app.page.evaluate(
    async ([key, person, held, document]) => {
      const request = {
        ruleSet: "gansu/2025",
        county: "620602",
        paidOn: "2025-01-15",
        pastYear: 2025,
        resident: { birthDate: "1962-02-10", categories: held, missedYears: [] },
      };
      const people = [{ ...person, request }];
      const answer = await window.canbao.invoke("ledger.issue", { nonce: key, people, document });
      return answer.ok ? answer.value.number : JSON.stringify(answer.error);
    },
    [nonce, { ...RESIDENT, township }, [...categories], sampleSheet("A5", RESIDENT.name).document] as const,
  );
}

const id = (testId: string) => app.page.getByTestId(testId);

async function openTab(tab: "day" | "townships"): Promise<void> {
  await id("nav-ledger").click();
  await id(`ledger-tab-${tab}`).click();
  await id("report-print").waitFor();
}

/** Saves what the tab shows, and reads it. */
async function savedPdf(
  picture: string,
): Promise<{ readonly text: string; readonly raw: string; readonly pages: number }> {
  await id("report-pdf").click();
  await expect.poll(() => pdfsIn(out), { timeout: 30_000 }).toHaveLength(1);
  const file = path.join(out, pdfsIn(out)[0] ?? "");
  await id("report-said").filter({ hasText: file }).waitFor();
  const found = { text: pdfText(file), raw: rawText(file), pages: pdfInfo(file).pages };
  keep(file, picture);
  rmSync(file);
  return found;
}

/** Cell by cell and without blanks: a name that takes two lines is one again. */
function rawText(file: string): string {
  return execFileSync("pdftotext", ["-raw", file, "-"], { encoding: "utf8" }).replaceAll(/\s/g, "");
}

const pdfsIn = (folder: string): readonly string[] => readdirSync(folder).filter((name) => name.endsWith(".pdf"));

/** The PDF of a sheet that is handed over as it is. */
async function pdfOf(sheet: PrintSheet, name: string): Promise<string> {
  const file = path.join(out, name);
  const bytes = await app.page.evaluate(async (handed) => {
    const answer = await window.canbao.invoke("print.preview", { sheet: handed });
    return answer.ok ? [...answer.value.pdf] : [];
  }, sheet);
  writeFileSync(file, Uint8Array.from(bytes));
  return file;
}

/** For somebody who looks at them. */
function keep(file: string, name: string): void {
  const folder = process.env["CANBAO_PICTURES"];
  if (folder !== undefined) copyFileSync(file, path.join(folder, name));
}

describe("without a printer", () => {
  beforeAll(async () => {
    folders();
    await begin({ CUPS_SERVER: path.join(tmpdir(), "canbao-no-such-print-server") });
    for (const [nonce, categories, township] of [
      ["counter-0001", ["rural-dibao-1-2"], "黄羊镇"],
      ["counter-0002", [], "高坝镇"],
      ["counter-0003", ["extreme-poverty"], "黄羊镇"],
    ] as const)
      expect(await issue(nonce, categories, township)).toMatch(/^01-/);
  });
  afterAll(end);

  test("an open day says that its figures may change; a closed one carries record number and hash", async () => {
    await openTab("day");
    const open = await savedPdf("paper-day-open.zh.pdf");
    expect(open.text).toContain("还没有日结");
    await id("close-day").click();
    await id("reopen-day").waitFor();
    const { text, pages } = await savedPdf("paper-day.zh.pdf");
    expect(pages).toBe(1);
    expect(text).toMatch(/\d{4}-\d\d-\d\d 日结单/);
    expect(text).toMatch(/第 \d+ 条，校验 [0-9a-f]{16}/);
    expect(text).not.toContain("还没有日结");
    // 90 + 400 + 0 by the residents, 310 + 0 + 400 by aid, and the subsidy's parts three times.
    expect(text).toMatch(/合计\s+3\s+3\s+3\s+490\.00\s+710\.00\s+1,608\.00\s+350\.40\s+51\.60/);
    expect(text).toMatch(/黄羊镇\s+2\s+2\s+2\s+90\.00\s+710\.00/);
    expect(text).toMatch(/特困人员\s+1\s+1\s+1\s+0\.00\s+400\.00/);
    expect(text).toMatch(/甘肃省 2025 年度\s+3\s+3\s+3\s+490\.00/);
    expect(text).not.toContain("gansu/2025");
    // Nobody has entered a name at this counter: the seal names no clerk, and no dash stands for one.
    expect(text).toMatch(/\d\d:\d\d 日结 ·/);
    expect(text).toMatch(/未填姓名\s+3\s/);
    expect(text).not.toContain("—");
    expect(text).toContain("复核人签字");
    expect(text).not.toContain(RESIDENT.name);
  });

  test("printing goes the way of slips: no printer, so it lies as PDF, and the queue says so and tries again", async () => {
    await id("report-print").click();
    const queue = id("print-queue");
    await queue.getByText(/日结单 · 没有找到打印机。已自动存为 PDF：.*日结单-\d{4}-\d\d-\d\d\.pdf/).waitFor();
    expect(await queue.getByRole("button", { name: /再打一次/ }).count()).toBe(1);
    for (const name of pdfsIn(out)) rmSync(path.join(out, name));
  });

  test("the townships fit one page with their numbers and the sum", async () => {
    await openTab("townships");
    const { text, raw, pages } = await savedPdf("paper-townships.zh.pdf");
    expect(pages).toBe(1);
    expect(text).toContain("凉州区 2025 年度参保进度");
    expect(text).toMatch(/黄羊镇\s+40,882\s+1\s/);
    expect(text).toMatch(/合计\s+734,881\s+2\s/);
    for (const { zh } of townships()) expect(raw).toContain(zh);
    expect(text).toContain("复核人签字");
  });

  test("in English both say the same", async () => {
    await id("language-switch").click();
    await openTab("day");
    const day = await savedPdf("paper-day.en.pdf");
    expect(day.pages).toBe(1);
    expect(day.text).toMatch(/Total\s+3\s+3\s+3\s+490\.00\s+710\.00/);
    expect(day.text).toContain("Reviewed by");
    await openTab("townships");
    const progress = await savedPdf("paper-townships.en.pdf");
    expect(progress.pages).toBe(1);
    for (const { en } of townships()) expect(progress.raw).toContain(en.replaceAll(/\s/g, ""));
    await id("language-switch").click();
  });

  test.each(["zh-CN", "en"] as const)(
    "the longest day in %s: every line there, nothing over the edge",
    async (language) => {
      const file = await pdfOf({ paper: "A4", adjustment: NONE, document: longDay(language) }, `long-${language}.pdf`);
      keep(file, `paper-day-long.${language}.pdf`);
      const text = pdfText(file);
      expect(pdfInfo(file).pages).toBe(2);
      const raw = rawText(file);
      for (const { zh } of townships()) expect(raw).toContain(zh);
      expect(text.match(/88,888,888\.88/g)?.length).toBeGreaterThan(300);
      // The head of the table stands on both pages.
      expect(
        text
          .split("\f")
          .slice(0, 2)
          .every((page) => page.includes(language === "en" ? "Medical aid" : "医疗救助")),
      ).toBe(true);
    },
  );

  test.each(["zh-CN", "en"] as const)("a full county in %s stays on one page", async (language) => {
    const file = await pdfOf({ paper: "A4", adjustment: NONE, document: fullCounty(language) }, `full-${language}.pdf`);
    keep(file, `paper-townships-full.${language}.pdf`);
    expect(pdfInfo(file).pages).toBe(1);
    expect(pdfText(file)).toMatch(/734,881\s+734,881\s+100\.0 %/);
  });
});

const NONE = { offsetX: 0, offsetY: 0, scale: 1 };

function townships() {
  const listed = tableOf("gansu/2025").counties.get("620602")?.townships ?? [];
  expect(listed).toHaveLength(47);
  return listed.map(({ name }) => name);
}

/** Every township, every identity, twelve clerks, and sums of eight figures. */
function longDay(language: "zh-CN" | "en"): DayDocument {
  const large = 8_888_888_888;
  const sums: Sums = {
    slips: 12_345,
    residents: 23_456,
    payments: 34_567,
    unknown: 321,
    resident: large,
    aid: large,
    central: large,
    province: large,
    cityCounty: large,
  };
  const by = (keys: readonly (string | null)[]) => keys.map((key) => ({ key, sums }));
  return {
    format: "canbao-day/1",
    kind: "day",
    languages: [language],
    hall: "凉州区政务服务大厅医疗保障综合窗口",
    printedAt: "2025-01-15 18:02",
    totals: {
      day: "2025-01-15",
      total: sums,
      byCategory: by([null, ...tableOf("gansu/2025").categories.keys()]),
      byTownship: by(townships().map(({ zh }) => zh)),
      byClerk: by(Array.from({ length: 4 }, (_, at) => `经办人${at + 1}`)),
      byRuleSet: by([...tables.keys()]),
      voided: 3,
      voidedEarlier: 2,
      reprints: 14,
    },
    ruleSets: [...tables].map(
      ([
        id,
        {
          name: { zh, en },
        },
      ]) => ({ id, name: { zh, en } }),
    ),
    closed: { at: "2025-01-15 18:01", clerk: "李敏", seq: 123_456, hash: "0123456789abcdef" },
    slipsNow: 12_344,
    reopened: [{ at: "2025-01-15 17:40", clerk: "李敏", reason: "漏开一单" }],
  };
}

function fullCounty(language: "zh-CN" | "en"): TownshipsDocument {
  const listed = tableOf("gansu/2025").counties.get("620602")?.townships ?? [];
  return {
    format: "canbao-townships/1",
    kind: "townships",
    languages: [language],
    hall: "凉州区政务服务大厅医疗保障综合窗口",
    printedAt: "2025-01-15 18:02",
    county: { zh: "凉州区", en: "Liangzhou District" },
    coverageYear: 2025,
    townships: listed.map(({ no, name: { zh, en }, toEnrol }) => ({
      no,
      name: { zh, en },
      toEnrol,
      enrolled: toEnrol,
    })),
    elsewhere: 12,
  };
}

/** Dark dots at 20 dpi that a page with something on it has at least. */
const INK_OF_A_PAGE = 300;

function inkOf(file: string): number {
  const pages = execFileSync("pdftoppm", ["-r", "20", "-gray", file], {
    maxBuffer: 1 << 26,
    stdio: ["ignore", "pipe", "ignore"],
  });
  return pages.reduce((dark, dot) => dark + (dot < 200 ? 1 : 0), 0);
}

describe.skipIf(!canPrint)("with two printers", () => {
  let server: PrintServer;
  beforeAll(async () => {
    folders();
    server = await startPrintServer();
    server.addPrinter("PDF");
    server.addPrinter("Slips");
    await begin(server.env);
  });
  afterAll(async () => {
    await end();
    server.stop();
  });

  /** What came out; CUPS leaves glyphs without their characters, so the text is read where nothing is printed. */
  async function printed(
    picture: string,
  ): Promise<{ readonly info: ReturnType<typeof pdfInfo>; readonly ink: number }> {
    const file = await server.nextPdf();
    const found = { info: pdfInfo(file), ink: inkOf(file) };
    keep(file, picture);
    rmSync(file);
    return found;
  }

  async function values(): Promise<readonly string[]> {
    const fields = ["offsetX", "offsetY", "scale", "dpi"] as const;
    return Promise.all(fields.map((field) => id(`calibration-${field}`).inputValue()));
  }

  async function openCalibration(): Promise<void> {
    await openTab("day");
    await id("calibrate").click();
    await id("calibration-dialog").waitFor();
  }

  let number = "";

  test("a day goes to the printer that was chosen, as one A4 page", async () => {
    number = await issue("counter-0001", ["rural-dibao-1-2"], "黄羊镇");
    await openTab("day");
    await id("report-printer").selectOption("PDF");
    await id("report-print").click();
    await id("print-queue")
      .getByText(/日结单 · 已交给打印机/)
      .waitFor();
    const { info, ink } = await printed("cups-day.pdf");
    expect(info.pages).toBe(1);
    expect([Math.round(info.widthMm), Math.round(info.heightMm)]).toEqual([210, 297]);
    expect(ink).toBeGreaterThan(INK_OF_A_PAGE);
  });

  test("the sheet is measured, and what follows is kept for that printer alone", async () => {
    await openCalibration();
    await id("calibration-paper").selectOption("A4");
    await id("calibration-printer").selectOption("PDF");
    await id("measured-ruler").fill("99");
    await id("measured-left").fill("14.5");
    await id("measured-top").fill("12。2");
    await id("calibration-work").click();
    await expect.poll(values).toEqual(["-1.5", "0.8", "101.01", ""]);
    await id("calibration-dpi").fill("30");
    await app.page.keyboard.press("Enter");
    await id("calibration-said").filter({ hasText: "60 到 2400" }).waitFor();
    await id("calibration-dpi").fill("600");
    await app.page.keyboard.press("Enter");
    await id("calibration-said").filter({ hasText: "已为“PDF”保存" }).waitFor();
    await id("calibration-printer").selectOption("Slips");
    expect(await values()).toEqual(["0", "0", "100", ""]);
    await id("calibration-offsetX").fill("2");
    await app.page.keyboard.press("Enter");
    await id("calibration-said").filter({ hasText: "已为“Slips”保存" }).waitFor();
  });

  test("the calibration sheet comes out of that printer with what it is corrected by", async () => {
    await id("calibration-printer").selectOption("PDF");
    await id("calibration-print").click();
    await id("calibration-said").filter({ hasText: "已交给打印机" }).waitFor();
    const { info, ink } = await printed("cups-calibration.pdf");
    expect(info.pages).toBe(1);
    expect(ink).toBeGreaterThan(INK_OF_A_PAGE);
    await id("calibration-pdf").click();
    await id("calibration-said").filter({ hasText: "打印校准页.pdf" }).waitFor();
    const file = path.join(out, "打印校准页.pdf");
    keep(file, "calibration.pdf");
    const text = pdfText(file);
    expect(text.replaceAll(/\s+/g, "")).toContain("打印机PDF");
    expect(text).toContain("600 dpi");
    expect(text).toMatch(/横 -1\.5 毫米，纵 0\.8 毫米/);
    expect(text).toContain("101.01 %");
    await app.page.keyboard.press("Escape");
  });

  test("a copy comes out of the printer, says that it is one, and is corrected as that printer needs it", async () => {
    await id("ledger-tab-search").click();
    await id("ledger-search").fill(number);
    await id("ledger-results").getByRole("option").first().click();
    await id("slip-reprint").click();
    await id("print-queue")
      .getByText(new RegExp(`${number}.*副本.*已交给打印机`))
      .waitFor();
    const { info, ink } = await printed("cups-copy.pdf");
    // The driver counts an A5 in whole points: 421 of them are 148.5 mm.
    expect(Math.abs(info.widthMm - 148)).toBeLessThan(0.6);
    expect([Math.round(info.heightMm), info.pages]).toEqual([210, 1]);
    expect(ink).toBeGreaterThan(INK_OF_A_PAGE);
  });

  test("slips for a list go to the printer as one pile, each with its number", async () => {
    const list = path.join(out, "list.csv");
    const rows = [
      "赵一,黄羊镇,农村低保一二类,0,2025-01-15",
      "钱二,黄羊镇,,0,2024-11-03",
      "李四,高坝镇,孤儿,0,2024-11-03",
    ];
    writeFileSync(list, ["姓名,镇（街）,医疗救助身份,断保年度,缴费时间", ...rows].join("\n"));
    await inMain(
      app.electron,
      ({ dialog }, given) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [given.input] });
        dialog.showSaveDialog = async () => ({ canceled: false, filePath: given.output });
      },
      { input: list, output: path.join(out, "result.csv") },
    );
    await id("nav-roster").click();
    await id("roster-choose").click();
    await id("roster-start").click();
    await id("roster-slips").waitFor({ timeout: 60_000 });
    await id("slips-paper").selectOption("A4");
    await id("slips-destination").selectOption("printer PDF");
    await id("slips-count").click();
    await id("slips-start").click();
    await id("slips-report").waitFor({ timeout: 150_000 });
    expect(await id("slips-report").innerText()).toContain("已出 3 张");
    const { info, ink } = await printed("cups-list.pdf");
    // No slip shares a page with another; what leaves questions open fits its page with the signatures too.
    expect(info.pages).toBe(3);
    expect(ink).toBeGreaterThan(3 * INK_OF_A_PAGE);
    const recorded = await app.page.evaluate(() => window.canbao.invoke("ledger.status", undefined));
    expect(JSON.stringify(recorded)).toContain('"records":');
  });

  test("after a restart each printer still has its own values", async () => {
    await app.close();
    await begin(server.env);
    await openCalibration();
    await id("calibration-printer").selectOption("PDF");
    await expect.poll(values).toEqual(["-1.5", "0.8", "101.01", "600"]);
    await id("calibration-printer").selectOption("Slips");
    await expect.poll(values).toEqual(["2", "0", "100", ""]);
    const pictures = process.env["CANBAO_PICTURES"];
    if (pictures !== undefined) {
      await app.page.screenshot({ path: path.join(pictures, "calibration-dialog.zh.png") });
      await app.page.keyboard.press("Escape");
      await id("language-switch").click();
      await openCalibration();
      await app.page.screenshot({ path: path.join(pictures, "calibration-dialog.en.png") });
    }
    await app.page.keyboard.press("Escape");
  });
});

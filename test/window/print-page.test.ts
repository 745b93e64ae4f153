// The slip on paper: every sample on every paper, printed by the real Electron; the size is right and nothing is cut.

import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inMain } from "../../build/electron-runtime/in-main.mjs";
import { figures } from "../../shared/slip/amount.ts";
import type { SlipLanguage } from "../../shared/slip/document.ts";
import { NO_ADJUSTMENT, PAPER_SIZES, PAPERS, type Paper } from "../../shared/slip/paper.ts";
import type { PrintSheet } from "../../shared/slip/sheet.ts";
import { projectRoot, type StartedApplication, startApplication } from "./application.ts";
import { LONG_NAME, RARE_NAMES, SLIP_NAMES, slip } from "./slips.ts";

const run = promisify(execFile);
const folder = path.join(projectRoot, "out/test/slips");
const POINTS_PER_MILLIMETRE = 72 / 25.4;
const LANGUAGES: Readonly<Record<"zh" | "en" | "both", readonly [SlipLanguage, ...SlipLanguage[]]>> = {
  zh: ["zh-CN"],
  en: ["en"],
  both: ["zh-CN", "en"],
};

let app: StartedApplication;

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  app = await startApplication();
});
afterAll(() => app.close());

interface Printed {
  readonly size: { readonly widthMm: number; readonly heightMm: number };
  readonly file: string;
  readonly text: string;
  readonly pages: number;
  readonly pageMm: readonly [number, number];
  /** texts that reach over the paper's edge */
  readonly cut: readonly string[];
}

/** Lays the sheet out in a hidden window as printing does, and prints it into a PDF file. */
async function print(name: string, sheet: PrintSheet): Promise<Printed> {
  const printed = await inMain(
    app.electron,
    async ({ BrowserWindow }, handed) => {
      const hidden = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
      try {
        await hidden.loadURL("app://canbao/print.html");
        const size = await hidden.webContents.executeJavaScript(`layOutSheet(${JSON.stringify(handed)})`);
        const cut = await hidden.webContents.executeJavaScript(`(() => {
        const sheet = document.querySelector(".sheet").getBoundingClientRect();
        return [...document.querySelectorAll(".sheet *")]
          .filter((one) => {
            const box = one.getBoundingClientRect();
            return box.width > 0 && (box.left < sheet.left - 0.5 || box.right > sheet.right + 0.5);
          })
          .map((one) => one.className + ": " + one.textContent.slice(0, 40));
      })()`);
        const pdf = await hidden.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true });
        return { size, cut, pdf: pdf.toString("base64") };
      } finally {
        hidden.destroy();
      }
    },
    sheet,
  );
  const file = path.join(folder, `${name}.pdf`);
  writeFileSync(file, Buffer.from(printed.pdf, "base64"));
  const { stdout: info } = await run("pdfinfo", [file]);
  const { stdout: text } = await run("pdftotext", ["-raw", file, "-"]);
  const [, width = 0, height = 0] = (/Page size:\s+([\d.]+) x ([\d.]+)/.exec(info) ?? []).map(Number);
  return {
    size: printed.size,
    cut: printed.cut,
    file,
    text,
    pages: Number(/Pages:\s+(\d+)/.exec(info)?.[1]),
    pageMm: [width / POINTS_PER_MILLIMETRE, height / POINTS_PER_MILLIMETRE],
  };
}

function expectPaper(printed: Printed, paper: Paper): void {
  const { width, height } = PAPER_SIZES[paper];
  // Chromium rounds a page to whole pixels, a quarter of a millimetre each.
  expect(Math.abs(printed.pageMm[0] - width)).toBeLessThan(0.3);
  expect(Math.abs(printed.pageMm[1] - (height ?? printed.size.heightMm))).toBeLessThan(0.3);
  if (height === null) expect(printed.pages).toBe(1);
  expect(printed.cut).toEqual([]);
}

/** What has to be readable on the paper: PDF text comes with spaces where lines break. */
function compact(text: string): string {
  return text.replace(/\s+/g, "");
}

/** Chinese on every paper; the other languages where they are tightest: the smallest page and the narrowest roll. */
const PRINTED = PAPERS.flatMap((paper) => [
  ...SLIP_NAMES.map((name) => [paper, "zh", name] as const),
  ...(paper === "A5" || paper === "58mm"
    ? ([
        [paper, "en", "waiting"],
        [paper, "en", "none"],
        [paper, "both", "not-stated"],
        [paper, "both", "provisional"],
        [paper, "both", "household"],
      ] as const)
    : []),
]);

test.each(PRINTED)("on %s in %s: %s", async (paper, language, name) => {
  const document = slip(name, LANGUAGES[language]);
  const printed = await print(`${name}-${paper}-${language}`, { paper, adjustment: NO_ADJUSTMENT, document });
  expectPaper(printed, paper);
  const text = compact(printed.text);
  for (const member of document.members) {
    expect(text).toContain(figures(member.payable ?? member.standard));
    if (member.coverage.kind === "exact" || member.coverage.kind === "not-before")
      expect(text).toContain(member.coverage.start);
    if (member.maskedId !== null) expect(text).toContain(member.maskedId);
  }
  if (document.total !== null) expect(text).toContain(figures(document.total.payable));
  for (const citation of document.citations) expect(text).toContain(compact(citation.number));
  expect(text).toContain(document.ruleSet.hash);
  if (language !== "en") expect(text).toContain("本单仅供参考，不是缴费凭证。");
  if (language !== "zh") expect(text).toContain("Notapaymentvoucher.");
  // No key of a translation, no code that lacks a name, nothing empty spelt out.
  expect(printed.text).not.toMatch(/undefined|NaN|\bnull\b|\{\{|slip:|domain:|coverage\.|field\./);
});

test("the worked case stands there: 90.00 to pay, 310.00 aid, covered from 15 April, with its articles", async () => {
  const sheet = { paper: "A4", adjustment: NO_ADJUSTMENT, document: slip("waiting", ["zh-CN"]) } as const;
  const { text, pages } = await print("worked-case", sheet);
  for (const expected of [
    "90.00",
    "310.00",
    "536.00",
    "116.80",
    "17.20",
    "玖拾元整",
    "2025-04-15",
    "2025-01-15 至 2025-04-14",
    "附表2",
    "五（二）",
  ])
    expect(text).toContain(expected);
  expect(pages).toBe(1);
});

test.each([
  ["A4", ["zh-CN"]],
  ["A4", ["en"]],
  ["A4", ["zh-CN", "en"]],
  ["A5", ["zh-CN"]],
] as const)("the worked case is one page on %s in %s", async (paper, languages) => {
  const { pages } = await print(`one-page-${paper}-${languages.length}`, {
    paper,
    adjustment: NO_ADJUSTMENT,
    document: slip("waiting", languages),
  });
  expect(pages).toBe(1);
});

test.each([
  ["A4", "zh", "not-stated"],
  ["A4", "zh", "provisional"],
  ["A5", "zh", "undetermined"],
  ["A5", "en", "waiting"],
  ["A5", "both", "household"],
] as const)("on %s in %s nobody signs a page without the text above: %s", async (paper, language, name) => {
  const languages = LANGUAGES[language];
  const document = slip(name, languages);
  const { file, pages } = await print(`signed-${name}-${paper}`, { paper, adjustment: NO_ADJUSTMENT, document });
  const { stdout: last } = await run("pdftotext", ["-layout", "-f", String(pages), file, "-"]);
  const [above = "", below] = last.split(languages[0] === "en" ? /^\s*Resident {3,}/m : "居民签字");
  expect(below, "the signatures are on the last page").toBeDefined();
  // The documents it rests on at least, which stand last.
  expect(compact(above)).toContain("医保发〔2024〕");
});

test("every page says that the slip is no voucher", async () => {
  const sheet = { paper: "A5", adjustment: NO_ADJUSTMENT, document: slip("household", ["zh-CN"]) } as const;
  const { text, pages } = await print("household-pages", sheet);
  expect(pages).toBeGreaterThan(2);
  expect(text.split("本单仅供参考，不是缴费凭证").length - 1).toBe(pages);
});

test("a name of thirty characters and names with rare characters print with real glyphs", async () => {
  const sheet = { paper: "58mm", adjustment: NO_ADJUSTMENT, document: slip("household", ["zh-CN"]) } as const;
  const { text, file } = await print("rare-names", sheet);
  for (const name of [LONG_NAME, ...RARE_NAMES]) expect(compact(text)).toContain(name);
  // A character without a glyph would come from no Chinese font at all, or leave the text above without it.
  const { stdout: fonts } = await run("pdffonts", [file]);
  expect(fonts).toMatch(/NotoSans(SC|CJK)/);
});

describe("calibration", () => {
  const document = {
    format: "canbao-calibration/1",
    kind: "calibration",
    languages: ["zh-CN", "en"],
    printer: "HP LaserJet",
    dpi: 600,
    printedAt: "2025-01-15 10:32",
  } as const;

  test.each(PAPERS)("the ruler is printed on %s, on one page", async (paper) => {
    const adjustment = { offsetX: 1.5, offsetY: -0.5, scale: 1 };
    const printed = await print(`calibration-${paper}`, {
      paper,
      adjustment,
      document: { ...document, languages: [...document.languages] },
    });
    expectPaper(printed, paper);
    expect(printed.pages).toBe(1);
    expect(printed.text).toContain("1.5");
  });

  test.each(PAPERS)("a shift and a stretch move nothing off %s", async (paper) => {
    const adjustment = { offsetX: 2, offsetY: 2, scale: 1.02 };
    const printed = await print(`shifted-${paper}`, { paper, adjustment, document: slip("ordinary", ["zh-CN"]) });
    expect(printed.pages).toBe(1);
    expect(compact(printed.text)).toContain("本单仅供参考，不是缴费凭证。");
  });
});

test("on the narrowest roll a name keeps most of the line, in two languages too", async () => {
  const sheet = { paper: "58mm", adjustment: NO_ADJUSTMENT, document: slip("household", ["zh-CN", "en"]) } as const;
  const { text } = await print("narrow-names", sheet);
  // As one piece: neither a short name nor an ID number is broken over two lines.
  expect(text).toContain(`4. ${RARE_NAMES[2]}`);
  expect(text.split("622301********0024").length - 1).toBe(10);
});

test("the page that prints loads nothing of the window: its style sheet once cut the slips of families on rolls", () => {
  const page = readFileSync(path.join(projectRoot, "out/app/renderer/print.html"), "utf8");
  const loaded = [...page.matchAll(/(?:src|href)="\/assets\/([^"]+)"/g)].map(([, name = ""]) => name);
  expect(loaded.length).toBeGreaterThan(3);
  expect(loaded.filter((name) => /^(window|first|contract)-/.test(name))).toEqual([]);
});

test("what is no sheet is refused and nothing is printed", async () => {
  await expect(print("refused", { paper: "A4" } as unknown as PrintSheet)).rejects.toThrow();
});

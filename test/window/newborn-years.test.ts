// A newborn at the turn of the year: the second coverage year is offered, added by one key, and printed as a line of its own.

import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { inMain } from "../../build/electron-runtime/in-main.mjs";
import { type StartedApplication, startApplication } from "./application.ts";
import { pdfInfo, pdfText } from "./print-server.ts";

let app: StartedApplication;
let out: string;
/** Where PDFs are moved to: also for looking at, where a folder is named. */
let kept: string;

beforeAll(async () => {
  out = mkdtempSync(path.join(tmpdir(), "canbao-newborn-out-"));
  kept = process.env["CANBAO_PICTURES"] ?? mkdtempSync(path.join(tmpdir(), "canbao-newborn-kept-"));
  mkdirSync(kept, { recursive: true });
  app = await startApplication({ args: [`--canbao-test-out=${out}`] });
  await app.page.getByTestId("id-number").waitFor();
  await press("F2");
  await press(await app.page.getByTestId("rules-gansu/2026").locator("kbd").innerText());
  await shown("rules-button", "2026");
});
afterAll(async () => {
  await app.close();
  rmSync(out, { recursive: true, force: true });
  if (kept !== process.env["CANBAO_PICTURES"]) rmSync(kept, { recursive: true, force: true });
});
beforeEach(async () => {
  await press("Alt+1", "Control+n");
  await app.page.waitForFunction(() => document.activeElement?.id === "idNumber");
});
afterEach(() => expect(app.complaints.splice(0)).toEqual([]));

async function press(...keys: readonly string[]) {
  for (const key of keys) await app.page.keyboard.press(key);
}
/** For looking at: only where a folder is named. */
async function picture(name: string) {
  const folder = process.env["CANBAO_PICTURES"];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await app.page.screenshot({ path: path.join(folder, `${name}.png`) });
}
const size = (width: number, height: number) =>
  inMain(
    app.electron,
    ({ BrowserWindow }, wanted) => BrowserWindow.getAllWindows()[0]?.setContentSize(wanted.width, wanted.height),
    { width, height },
  );
async function lowerEdge(testId: string): Promise<number> {
  const box = await app.page.getByTestId(testId).boundingBox();
  return box === null ? Number.POSITIVE_INFINITY : box.y + box.height;
}
async function newborn(born: string, paid: string) {
  await press("Enter");
  await app.page.keyboard.type(born);
  await press("Enter");
  await app.page.keyboard.type("小宝");
  // On to the place, to the aid identities, and over them: none.
  await press("Enter", "Enter", "Enter");
  await app.page.getByTestId("paid-on").fill(paid);
}
const PRINTED = {
  zh: { subtotal: ["2025 年度小计", "2026 年度小计"], stamps: ["2025 年度已结束", "2026 年度待核"] },
  en: { subtotal: ["Coverage year 2025", "Coverage year 2026"], stamps: ["2025: ended", "2026: to be verified"] },
} as const;
/** The PDF that was saved last, moved away so that the next one stands alone. */
function savedPdf(name: string): string {
  const [found] = readdirSync(out).filter((file) => file.endsWith(".pdf"));
  if (found === undefined) throw new Error("no PDF was saved");
  const moved = path.join(kept, `${name}.pdf`);
  renameSync(path.join(out, found), moved);
  return moved;
}
const shown = (testId: string, expected: string | RegExp) =>
  app.page.getByTestId(testId).filter({ hasText: expected }).waitFor({ timeout: 10_000 });

test("born in December 2025, seen under the rules of 2026: 2025 is offered and not charged until the key is pressed", async () => {
  await newborn("20251210", "20251220");
  await shown("other-year", "2025");
  await shown("payable-figure", "400.00");
  await size(1024, 768);
  await picture("assess-offer-1024");
  expect(await lowerEdge("toggle-other-year")).toBeLessThan(768);
  expect(await lowerEdge("payable-figure")).toBeLessThan(768);
  // The mother came along.
  await press("Control+m");
  await press("Enter");
  await app.page.keyboard.type("19930505");
  await press("Enter");
  await app.page.keyboard.type("王小梅");
  await press("Enter", "Enter", "Enter");
  await press("Alt+2");
  await app.page.getByTestId("household-screen").waitFor();
  await shown("household-total", "800.00");
  await picture("household-offer");
  await press("Control+b");
  await shown("household-total", "1,200.00");
  await shown("household-total-2025", "400.00");
  await shown("household-total-2026", "800.00");
  await picture("household-zh");
  await size(1280, 800);
  await press("Control+p");
  const preview = app.page.getByTestId("slip-preview");
  await preview.getByText("2025 年度小计").waitFor();
  await preview.locator("[data-past-year='2025']").waitFor();
  for (const paper of ["A4", "A5", "80mm", "58mm"])
    for (const language of ["zh", "en"]) {
      await app.page.getByTestId("paper").selectOption(paper);
      await app.page.getByTestId("slip-language").selectOption(language);
      const words = PRINTED[language === "zh" ? "zh" : "en"];
      await preview.getByText(words.subtotal[0]).first().waitFor();
      await app.page.getByTestId("save-pdf").click();
      await app.page.getByTestId("save-pdf").and(app.page.locator("[aria-disabled='false']")).waitFor();
      const file = savedPdf(`slip-${paper}-${language}`);
      const text = pdfText(file).replaceAll(/\s+/g, " ");
      // The line of 2025 is there: nobody is sent away to ask about it.
      expect(text).not.toContain(language === "zh" ? "涉及上一年度" : "The year before");
      for (const expected of [...words.subtotal, ...words.stamps, "小宝", "王小梅", "1,200.00"])
        expect(text).toContain(expected);
      if (paper.endsWith("mm")) expect(pdfInfo(file).pages).toBe(1);
    }
  // It goes into the ledger under both years' rules: no printer is there, so the numbered slip is kept as a PDF.
  // There is no keyring on a test machine: the ledger is opened with a passphrase.
  await app.page.evaluate(() => window.canbao.invoke("ledger.open", { passphrase: "凉州区医保 2025 冬" }));
  await app.page.getByTestId("print-now").click();
  await shown("print-said", "已记入台账，单号");
  await press("Escape");
  await app.page.getByTestId("print-dialog").waitFor({ state: "detached" });
  await app.page.getByTestId("language-switch").click();
  await picture("household-en");
  await app.page.getByTestId("language-switch").click();
  await press("Control+b");
  await shown("household-total", "800.00");
  await press("Alt+1");
  // Eight PDFs and a ledger: more than a busy machine does in the minute of the other tests.
}, 240_000);

test("born in November 2026: the notice for 2027 is missing, and the line says so instead of a number", async () => {
  await newborn("20261115", "20261120");
  await shown("other-year", "2027");
  await press("Control+b");
  await shown("other-year-missing", "缺 2027 年度的通知");
  await picture("assess-missing");
  await press("Control+p");
  await app.page.getByTestId("slip-preview").locator("[data-missing-year='2027']").first().waitFor();
  await press("Escape");
  await app.page.getByTestId("print-dialog").waitFor({ state: "detached" });
});

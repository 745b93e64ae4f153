// A newborn at the turn of the year: the second coverage year is offered, added by one key, and printed as a line of its own.

import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { type StartedApplication, startApplication } from "./application.ts";

let app: StartedApplication;
let out: string;

beforeAll(async () => {
  out = mkdtempSync(path.join(tmpdir(), "canbao-newborn-out-"));
  app = await startApplication({ args: [`--canbao-test-out=${out}`] });
  await app.page.getByTestId("id-number").waitFor();
  await press("F2");
  await press(await app.page.getByTestId("rules-gansu/2026").locator("kbd").innerText());
  await shown("rules-button", "2026");
});
afterAll(async () => {
  await app.close();
  rmSync(out, { recursive: true, force: true });
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
async function newborn(born: string, paid: string) {
  await press("Enter");
  await app.page.keyboard.type(born);
  await press("Enter");
  await app.page.keyboard.type("小宝");
  // On to the place, to the aid identities, and over them: none.
  await press("Enter", "Enter", "Enter");
  await app.page.getByTestId("paid-on").fill(paid);
}
const shown = (testId: string, expected: string | RegExp) =>
  app.page.getByTestId(testId).filter({ hasText: expected }).waitFor({ timeout: 10_000 });

test("born in December 2025, seen under the rules of 2026: 2025 is offered and not charged until the key is pressed", async () => {
  await newborn("20251210", "20251220");
  await shown("other-year", "2025");
  await shown("payable-figure", "400.00");
  await press("Alt+2");
  await app.page.getByTestId("household-screen").waitFor();
  expect(await app.page.getByTestId("household-total").innerText()).toBe("400.00");
  await picture("household-offer");
  await press("Control+b");
  await shown("household-total", "800.00");
  await shown("household-total-2025", "400.00");
  await shown("household-total-2026", "400.00");
  await picture("household-zh");
  await press("Control+p");
  const preview = app.page.getByTestId("slip-preview");
  await preview.getByText("2025 年度小计").waitFor();
  await preview.locator("[data-past-year='2025']").waitFor();
  for (const paper of ["A4", "80mm"])
    for (const language of ["zh", "en"]) {
      await app.page.getByTestId("paper").selectOption(paper);
      await app.page.getByTestId("slip-language").selectOption(language);
      await preview
        .getByText(language === "zh" ? "2025 年度小计" : "Coverage year 2025")
        .first()
        .waitFor();
      if (process.env["CANBAO_PICTURES"] !== undefined) {
        const paperOf = preview.locator(".preview__paper");
        await paperOf.screenshot({ path: path.join(process.env["CANBAO_PICTURES"], `slip-${paper}-${language}.png`) });
      }
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
  await shown("household-total", "400.00");
  await press("Alt+1");
});

test("born in November 2026: the notice for 2027 is missing, and the line says so instead of a number", async () => {
  await newborn("20261115", "20261120");
  await shown("other-year", "2027");
  await press("Control+b");
  await shown("other-year-missing", "缺 2027 年度的通知");
  await picture("assess-missing");
  await press("Control+p");
  await app.page.getByTestId("slip-preview").locator("[data-missing-year='2027']").waitFor();
  await press("Escape");
  await app.page.getByTestId("print-dialog").waitFor({ state: "detached" });
});

// A slip is brought back after its rule set was corrected: its code recomputes by the rules of then, and the window shows what changed, from what to what, by which article.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { projectRoot } from "../../build/setup/child.mjs";
import { type StartedApplication, startApplication } from "./application.ts";
import { sampleSheet } from "./sample-sheet.ts";

const PASSPHRASE = "凉州区医保 2025 冬";
/** The area code 999999 belongs to nobody. */
const RESIDENT = { name: "王桂兰", idNumber: "999999196202100024", township: "黄羊镇" };

let profile: string;
let policies: string;
let app: StartedApplication;
let code = "";

const start = () => startApplication({ profile, args: [`--policies=${policies}`] });

async function openLedger(): Promise<void> {
  await app.page.getByTestId("nav-ledger").click();
  const form = app.page.getByTestId("passphrase-form");
  await form.waitFor();
  for (const field of await form.locator("input").all()) await field.fill(PASSPHRASE);
  await form.locator("button[type=submit]").click();
  await app.page.getByTestId("ledger-screen").waitFor();
}

/** A later notice: the aid of classes one and two by annex 2 falls by ten yuan, and the wait is 60 days. */
function correctRules(): void {
  const file = path.join(policies, "gansu/2025/rules.json");
  const text = readFileSync(file, "utf8");
  const rules = JSON.parse(text.replaceAll('"aid": "310.00"', '"aid": "300.00"'));
  rules.version = "1.1.0";
  rules.wait.lengths.day.fixed = 60;
  writeFileSync(file, JSON.stringify(rules, null, 2));
}

beforeAll(async () => {
  profile = mkdtempSync(path.join(tmpdir(), "canbao-then-window-"));
  policies = mkdtempSync(path.join(tmpdir(), "canbao-then-policies-"));
  cpSync(path.join(projectRoot, "policies"), policies, { recursive: true });
  app = await start();
});
afterAll(async () => {
  await app.close();
  for (const folder of [profile, policies]) rmSync(folder, { recursive: true, force: true });
});

/** The code on paper, typed where a scanner types it; what the comparison then shows, row by row. */
async function broughtBack(): Promise<Readonly<Record<string, readonly string[]>>> {
  await app.page.getByTestId("ledger-tab-check").click();
  await app.page.getByTestId("check-field").fill(code);
  await app.page.keyboard.press("Enter");
  await app.page.getByTestId("verdict").waitFor();
  expect(await app.page.getByTestId("verdict").getAttribute("data-verdict")).toBe("genuine");
  const table = app.page.getByTestId("comparison").locator("table");
  await table.waitFor();
  const rows = await table.locator("tbody tr").all();
  const cells = await Promise.all(rows.map((row) => row.locator("th, td").allInnerTexts()));
  return Object.fromEntries(cells.map(([label = "", ...values]) => [label, values.map((value) => value.trim())]));
}

const ARTICLES = [
  "甘医保发〔2024〕54号 五（一）、五（二）",
  "甘医保发〔2024〕54号 五（二）",
  "甘医保发〔2024〕54号 二（二）",
  "甘医保发〔2024〕54号 附表2",
].join("\n");

test("while the rules are those of then, nothing differs", async () => {
  await openLedger();
  const issued = await app.page.evaluate(
    async ([person, document]) => {
      const request = {
        ruleSet: "gansu/2025",
        county: "620602",
        paidOn: "2025-01-15",
        pastYear: 2025,
        resident: { birthDate: "1962-02-10", categories: ["rural-dibao-1-2"], missedYears: [] },
      };
      const answer = await window.canbao.invoke("ledger.issue", {
        nonce: "counter-0001",
        people: [{ ...person, request }],
        document,
      });
      return JSON.stringify(answer);
    },
    [RESIDENT, sampleSheet("A5", RESIDENT.name).document] as const,
  );
  ({ code } = JSON.parse(issued).value);
  const rows = await broughtBack();
  expect(rows["本人应缴"]).toEqual(["90.00 元", "90.00 元", "="]);
  expect(rows["依据条款"]).toEqual([ARTICLES, ARTICLES, ""]);
});

test("after the correction the slip is still genuine; amount, aid and first day differ, and the articles stand under them", async () => {
  await app.close();
  correctRules();
  app = await start();
  await openLedger();
  const rows = await broughtBack();
  const comparison = app.page.getByTestId("comparison");
  expect(await comparison.getAttribute("data-archive")).toBe("kept");
  expect(await comparison.getAttribute("data-rules")).toBe("changed");
  expect(rows["本人应缴"]).toEqual(["90.00 元", "100.00 元", "有变化"]);
  expect(rows["医疗救助"]).toEqual(["310.00 元", "300.00 元", "有变化"]);
  expect(rows["待遇起始日"]).toEqual(["2025-04-15", "2025-03-16", "有变化"]);
  expect(rows["依据条款"]).toEqual([ARTICLES, ARTICLES, ""]);
  if (process.env["CANBAO_PICTURES"])
    await app.page.screenshot({ path: path.join(process.env["CANBAO_PICTURES"], "then-and-now.png") });
  expect(app.complaints).toEqual([]);
});

test("the counter itself answers by the corrected rules", async () => {
  const answer = await app.page.evaluate(async () => {
    const request = {
      ruleSet: "gansu/2025",
      county: "620602",
      paidOn: "2025-01-15",
      resident: { birthDate: "1962-02-10", categories: ["rural-dibao-1-2"], missedYears: [] },
    };
    const answer = await window.canbao.invoke("engine.evaluate", { request });
    return answer.ok ? answer.value : answer.error.code;
  });
  expect(answer).toContain('"start":"2025-03-16"');
});

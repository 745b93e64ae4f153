// What is not settled is shown as not settled: several identities with the one that counts, a boundary day with both answers, an
// amount that no notice states; and what another day or another paper would change, with its article.

import { mkdirSync } from "node:fs";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type StartedApplication, startApplication } from "./application.ts";

let app: StartedApplication;

beforeAll(async () => {
  app = await startApplication();
  await app.page.getByTestId("id-number").waitFor();
  await press("Escape");
});
afterAll(() => app.close());
beforeEach(async () => {
  await press("Control+n");
  await app.page.waitForFunction(() => document.activeElement?.id === "idNumber");
});
afterEach(() => expect(app.complaints.splice(0)).toEqual([]));

async function press(...keys: readonly string[]) {
  for (const key of keys) await app.page.keyboard.press(key);
}
const type = (text: string) => app.page.keyboard.type(text);
const text = (testId: string) => app.page.getByTestId(testId).first().innerText();
const shown = (testId: string, expected: string | RegExp) =>
  app.page.getByTestId(testId).filter({ hasText: expected }).first().waitFor({ timeout: 15_000 });
/** For looking at: only where a folder is named. */
async function picture(name: string) {
  const folder = process.env["CANBAO_PICTURES"];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await app.page.screenshot({ path: path.join(folder, `${name}.png`) });
}
async function under(ruleSet: string) {
  await press("F2");
  await press(await app.page.getByTestId(`rules-${ruleSet}`).locator("kbd").innerText());
  await app.page.getByTestId("rules-dialog").waitFor({ state: "detached" });
  await app.page.getByTestId("id-number").focus();
}
/** Without an ID number: birth date, name, no county. */
async function resident(born: string, name: string) {
  await press("Enter");
  await type(born);
  await press("Enter");
  await type(name);
  await press("Enter", "Enter");
}

describe("several identities", () => {
  test("in Hunan, on the dibao list and severely disabled: what counts, what lost, both amounts and their articles", async () => {
    await under("hunan/2026");
    await resident("19620210", "王桂兰");
    await type("dbdx");
    await press("Enter");
    await type("zdcj");
    await press("Enter", "Enter");
    await app.page.getByTestId("paid-on").fill("20251103");
    await shown("payable-figure", "0.00");
    const resolver = await text("resolver");
    expect(resolver).toMatch(/✓\s*重度残疾人\s*资助 400.00 元\s*按这一种[\s\S]*资助参保/);
    expect(resolver).toMatch(/✕\s*低保对象\s*资助 200.00 元\s*不累加[\s\S]*湖南省2026年度参保政策解读/);
    await app.page.getByTestId("resolver").scrollIntoViewIfNeeded();
    await picture("resolver-hunan");
  });

  test("in Xinzhou no amount is stated: the first named stands until the bureau settles it, and no amount is shown", async () => {
    await under("xinzhou/2025");
    await resident("19620210", "王桂兰");
    await type("tkry");
    await press("Enter");
    await type("ge");
    await press("Enter", "Enter");
    await app.page.getByTestId("paid-on").fill("20241103");
    await shown("payable", "未载明");
    const card = await text("review-several-identities");
    expect(card).toContain("由医保部门确定");
    expect(card).toContain("资助金额未载明");
    expect(await app.page.getByTestId("payable-figure").count()).toBe(0);
  });
});

test("newly recognised in Gansu without an identity named: the identity is asked for, and no identity is no claim", async () => {
  await under("gansu/2025");
  await resident("19800921", "王桂兰");
  await press("Enter");
  await type("dnxrd");
  await press("Enter", "Enter");
  await app.page.getByTestId("event-newly-recognised-low-income").fill("20250510");
  await press("Enter", "y");
  await app.page.getByTestId("paid-on").fill("20250512");
  await shown("start", "未问");
  await shown("question", "有没有救助身份");
  await picture("claim-without-identity");
  await app.page.getByTestId("question-no").click();
  await shown("start", "本年度无待遇");
  expect(await app.page.getByText("有没有救助身份").count()).toBe(0);
});

test("who left employee insurance in Hunan on a day not told yet waits for that day: nobody says that no notice states the amount", async () => {
  await under("hunan/2026");
  await resident("19800921", "王桂兰");
  await press("Enter");
  await type("zgyb");
  await press("Enter", "Enter");
  await app.page.getByTestId("paid-on").fill("20260420");
  await shown("payable", "还差一问");
  await shown("payable", "400.00–1,100.00");
  await shown("start", "未问");
  expect(await text("share-resident")).toBe("未问");
  expect(await text("payable")).not.toContain("没有写明");
  await picture("awaited-hunan");
  await press("Control+p");
  const preview = app.page.getByTestId("slip-preview");
  await preview.getByText("有情况未问清").first().waitFor();
  await preview.getByText("特殊群体的发生日期（职工医保转居民医保）").waitFor();
  for (const wrong of ["文件可作不同理解", "待医保部门明确", "resident."])
    expect(await preview.getByText(wrong).count()).toBe(0);
  await picture("awaited-hunan-slip");
  await press("Escape");
  await app.page.getByTestId("print-dialog").waitFor({ state: "detached" });
  await app.page.getByTestId("language-switch").click();
  await shown("payable", "hangs on a question still open");
  await picture("awaited-hunan-en");
  await app.page.getByTestId("language-switch").click();
});

test("a child of May with an insured parent in Hunan, paid for in September: nobody says that it is free, and the reason stands there", async () => {
  await under("hunan/2026");
  await resident("20260504", "王小满");
  await press("Enter", "Enter");
  await app.page.getByTestId("paid-on").fill("20260601");
  await app.page.locator("label", { has: app.page.getByTestId("parentInsured-yes") }).click();
  await shown("payable-figure", "0.00");
  await app.page.getByTestId("paid-on").fill("20260901");
  await shown("payable", "未载明");
  await app.page.getByText("出生 90 日以后参保是否仍免缴").first().waitFor();
  await picture("late-free-newborn");
  await app.page.getByTestId("language-switch").click();
  await app.page.getByText("whether that holds after 90 days is not written").first().waitFor();
  await picture("late-free-newborn-en");
  await app.page.getByTestId("language-switch").click();
});

test("who pays late in Guizhou owes the subsidy's part too: it stands in the amount and is added to nothing, on screen and paper", async () => {
  await under("guizhou/2026");
  await resident("19800921", "王桂兰");
  await press("Enter", "Enter", "y", "Enter");
  await app.page.getByTestId("paid-on").fill("20260520");
  await shown("payable-figure", "1,100.00");
  expect(await text("share-late")).toBe("含财政补助部分 700.00");
  expect(await app.page.getByTestId("share-central").count()).toBe(0);
  await picture("late-guizhou");
  await press("Control+p");
  const preview = app.page.getByTestId("slip-preview");
  await preview.getByText("其中财政补助部分").waitFor();
  await preview.getByText("逾期缴费标准").last().waitFor();
  for (const wrong of ["全年合计", "1,800.00", "中央财政"]) expect(await preview.getByText(wrong).count()).toBe(0);
  await picture("late-guizhou-slip");
  await press("Escape");
  await app.page.getByTestId("print-dialog").waitFor({ state: "detached" });
  // In a household's slip, too, the part stands beside the amount that it is a part of, not beside the aid.
  await press("Control+m");
  await resident("20100521", "王小满");
  await press("Enter", "Enter", "y", "Enter");
  await shown("payable-figure", "1,100.00");
  await press("Control+p");
  const facts = preview.locator(".member-facts").filter({ hasText: "逾期缴费标准" });
  await facts.last().waitFor();
  expect((await facts.allInnerTexts()).map((line) => line.replace(/\s+/g, " ").trim())).toEqual(
    Array(2).fill("逾期缴费标准 1,100.00 其中财政补助部分 700.00 医疗救助 0.00"),
  );
  await picture("late-guizhou-household-slip");
  await press("Escape");
  await app.page.getByTestId("print-dialog").waitFor({ state: "detached" });
});

test("before the identity is told in Xinzhou the amount may also not be stated, and both languages say so beside the range", async () => {
  await under("xinzhou/2025");
  await resident("19620210", "王桂兰");
  await app.page.getByTestId("paid-on").fill("20241103");
  await shown("payable", "也可能文件未载明金额");
  await shown("question", "上一年参保了吗");
  await app.page.getByTestId("question-yes").click();
  await shown("range", /应缴 400.00 元；也可能文件未载明金额/);
  await picture("range-xinzhou");
  await app.page.getByTestId("language-switch").click();
  await shown("payable", "or not stated by the notice");
  await shown("range", /or not stated by the notice/);
  await app.page.getByTestId("language-switch").click();
  await shown("range", "也可能");
});

test("in Jiangxi, a baby on the day that sources disagree about: no first day is picked, both are shown with what has to be settled", async () => {
  await under("jiangxi/2025");
  await resident("20250120", "小宝");
  await press("Enter", "Enter", "Enter");
  await app.page.getByTestId("paid-on").fill("20250420");
  await shown("start", "待医保部门明确");
  expect(await app.page.getByTestId("start-figure").count()).toBe(0);
  const review = await text("review-boundary-day");
  expect(review).toContain("2025-01-20 起");
  expect(review).toContain("2025-04-21 起");
  await picture("boundary-jiangxi");
});

test("in Gansu, a wait of last year's payment that ran past New Year: its last day opens the question, three first days stand side by side", async () => {
  await under("gansu/2026");
  await resident("19620210", "王桂兰");
  await press("Enter", "Enter");
  await press("y");
  await app.page.getByTestId("paid-on").fill("20251210");
  await shown("start-figure", "2026-01-01");
  await app.page.getByTestId("lastYearWaitTo").focus();
  await type("20260205");
  await shown("start", "待医保部门明确");
  expect(await app.page.getByTestId("start-figure").count()).toBe(0);
  const review = await text("review-conditions-not-stated");
  expect(review).toMatch(/2026-02-06 起[\s\S]*2026-01-01 起[\s\S]*2026-04-01 起/);
  await picture("unfinished-wait-gansu");
  await app.page.getByTestId("lastYearWaitTo").fill("20251231");
  await shown("start-figure", "2026-01-01");
  expect(await app.page.getByTestId("review-conditions-not-stated").count()).toBe(0);
});

describe("what would change it", () => {
  test("in Hunan in January: 31 January is the last day, after it 121 days and 700 yuan are lost, with the article", async () => {
    await under("hunan/2026");
    await resident("19620210", "王桂兰");
    await press("Enter", "Enter");
    await press("y");
    await app.page.getByTestId("paid-on").fill("20260120");
    await shown("advice", "2026-02-01");
    const advice = await text("advice");
    expect(advice).toMatch(/若到 2026-02-01 才缴费\s*最迟 2026-01-31\s*2026-05-02 起\s*少 121 天/);
    expect(advice).toMatch(/1,100.00 元，多 700.00 元\s*[\s\S]*待遇等待期/);
    await app.page.getByTestId("advice").scrollIntoViewIfNeeded();
    await picture("advice-hunan");
  });

  test("in Jiangxi, released too long ago: which date on the papers would do, and what each day later costs", async () => {
    await under("jiangxi/2025");
    await resident("19800501", "王桂兰");
    await press("Enter");
    await type("fxqm");
    await press("Enter", "Enter");
    await type("20250110");
    await press("Enter");
    await press("y");
    await app.page.getByTestId("paid-on").fill("20250506");
    await shown("advice", "证明日期在 2025-02-06 及以后");
    await shown("advice", /若晚一天缴费.*[\s\S]*少 1 天/);
    await app.page.getByTestId("advice").scrollIntoViewIfNeeded();
    await picture("advice-jiangxi");
  });
});

describe("nothing is lost by a slip of the hand", () => {
  test("somebody taken out of the household is put back by Ctrl+Z", async () => {
    await resident("19620210", "王桂兰");
    await press("Control+m");
    await resident("19900505", "李小明");
    await press("Alt+2");
    const rows = app.page.getByTestId("household-row");
    await rows.nth(1).waitFor();
    await rows.nth(0).getByRole("button", { name: "去掉 王桂兰" }).click();
    await rows.nth(1).waitFor({ state: "detached" });
    await shown("removed-note", "已去掉 王**");
    await press("Control+z");
    await rows.nth(1).waitFor();
    expect(await rows.nth(0).innerText()).toContain("王桂兰");
    expect(await app.page.getByTestId("removed-note").count()).toBe(0);
    await press("Alt+1");
  });

  test("the tenth of the last residents comes back in two keys too", async () => {
    for (let nth = 0; nth < 10; nth += 1) {
      await app.page.getByTestId("name").fill(`居民${nth}`);
      await press("Control+n");
      await app.page.waitForFunction(() => document.querySelector<HTMLInputElement>("#name")?.value === "");
    }
    await press("Control+l");
    await app.page.getByTestId("recall-dialog").waitFor();
    await press("a");
    await app.page.waitForFunction(() => document.querySelector<HTMLInputElement>("#name")?.value === "居民0");
  });
});

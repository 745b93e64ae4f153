// The rules in the real window: what they say with their articles, and a bureau settling what they leave open.

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { inMain } from "../../build/electron-runtime/in-main.mjs";
import { type StartedApplication, startApplication } from "./application.ts";
import { heardInBothThemes } from "./heard.ts";

const DOCUMENT = "武医保函〔2025〕3号";
const ISSUER = "武威市医疗保障局";

let app: StartedApplication;

async function press(...keys: readonly string[]) {
  for (const key of keys) await app.page.keyboard.press(key);
}

async function open(testId: string) {
  await app.page.getByTestId(testId).click();
}

async function picture(name: string) {
  if (process.env["CANBAO_PICTURES"]) await app.page.screenshot({ path: `out/policies-${name}.png` });
}

async function showSection(name: string) {
  await app.page.getByTestId(`policy-${name}`).evaluate((element) => element.scrollIntoView({ block: "start" }));
}

const question = () => app.page.getByTestId("question-gap-counted-from");
const inBureauFile = () => readFileSync(path.join(app.profile, "bureau.json"), "utf8");

beforeAll(async () => {
  app = await startApplication();
  await app.page.getByTestId("id-number").waitFor();
  await inMain(app.electron, ({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.setContentSize(1024, 768);
  });
});
afterAll(() => app.close());
afterEach(() => expect(app.complaints.splice(0)).toEqual([]));

describe("the page of a rule set", () => {
  beforeAll(async () => {
    await open("nav-policies");
    await app.page.getByTestId("policies-screen").waitFor();
    await app.page.getByTestId("policy-amounts").waitFor();
  });

  test("names the amounts with their articles and grades", async () => {
    const amounts = app.page.getByTestId("policy-amounts");
    expect(await amounts.getByTestId("rule-standard").innerText()).toMatch(/400\.00 元[\s\S]*二（二）[\s\S]*证据 A/);
    expect(await amounts.getByTestId("rule-tier-2").innerText()).toMatch(/116\.80[\s\S]*17\.20[\s\S]*附表1/);
    expect(await app.page.getByTestId("aid-rural-dibao-1-2").innerText()).toMatch(/310\.00[\s\S]*90\.00[\s\S]*附表2/);
  });

  test("shows windows, wait and groups with their first day", async () => {
    const windows = app.page.getByTestId("policy-windows");
    expect(await windows.getByTestId("rule-supplementary").innerText()).toContain("2025-01-01 至 2025-02-28");
    expect(await windows.getByTestId("rule-wait").innerText()).toContain("90 天");
    expect(await app.page.getByTestId("rule-discharged-soldier").innerText()).toMatch(/当年发生[\s\S]*起始日未载明/);
  });

  test("shows silence as silence, never as a zero", async () => {
    expect(await app.page.getByTestId("rule-between").innerText()).toContain("文件未写明");
    await open("policy-set-jiangxi/2025");
    const perHead = app.page.getByTestId("rule-major-illness");
    await perHead.filter({ hasText: "未载明" }).waitFor();
    expect(await perHead.innerText()).not.toContain("0.00");
    expect(await app.page.getByTestId("rule-major-illness-about").innerText()).toContain("约 107.00 元");
    await open("policy-set-gansu/2025");
    await app.page.getByTestId("rule-tier-2").waitFor();
  });

  test("nothing is cut off at 1024 × 768", async () => {
    const spare = (selector: string) =>
      app.page.locator(selector).evaluate(({ clientWidth, scrollWidth, clientHeight, scrollHeight }) => ({
        width: clientWidth - scrollWidth,
        height: clientHeight - scrollHeight,
      }));
    expect((await spare(".policies__page")).width).toBe(0);
    // One scroll bar: the page scrolls, the frame around it does not.
    expect(await spare(".app__main")).toEqual({ width: 0, height: 0 });
  });

  test("the contents list leads to a section, whose heading is then in focus", async () => {
    await app.page.getByRole("navigation", { name: "目录" }).getByRole("button", { name: /口径/ }).press("Enter");
    expect(await app.page.evaluate(() => document.activeElement?.textContent)).toBe("口径");
  });

  test.each(["zh-CN", "en"])("axe finds nothing: %s", async (language) => {
    if (language === "en") await open("language-switch");
    await app.page
      .getByRole("heading", { name: language === "en" ? "Special groups" : "特殊群体", exact: true })
      .waitFor();
    await question().getByRole("button").first().click();
    await app.page.getByTestId("settle-form").waitFor();
    expect(await heardInBothThemes(app.page)).toEqual([]);
    await press("Escape");
    await app.page.getByTestId("settle-form").waitFor({ state: "detached" });
    for (const name of ["amounts", "windows", "aid", "groups", "more", "interpretations", "documents"]) {
      await showSection(name);
      await picture(`${language}-${name}`);
    }
    if (language === "en") await open("language-switch");
  });
});

describe("a resident of Gansu who missed 2024 and pays on 20 November 2024", () => {
  const benefit = () => app.page.getByTestId("start-figure");

  beforeAll(async () => {
    await open("nav-assess");
    await press("Control+n");
    await app.page.waitForFunction(() => document.activeElement?.id === "idNumber");
    await app.page.keyboard.type("622301196202100024");
    await press("Enter", "Enter", "Enter", "Enter", "Enter", "N", "Enter", "Enter");
    await app.page.keyboard.type("20241120");
    await app.page.getByTestId("trace").waitFor();
  });

  test("is undetermined as long as nobody has settled which missed years count", async () => {
    await app.page.getByTestId("review-gap-before-2025").waitFor();
    expect(await app.page.locator(".assess").innerText()).not.toContain(DOCUMENT);
  });

  test("a decision without a document number is refused, and the field is named and in focus", async () => {
    await open("nav-policies");
    await question().getByRole("button", { name: "登记医保部门的口径" }).click();
    const form = app.page.getByTestId("settle-form");
    await form.getByRole("radio").last().check();
    await form.getByLabel("发文机关").fill(ISSUER);
    await form.getByLabel("文号").press("Enter");
    await form.getByRole("alert").filter({ hasText: "请写明文号" }).waitFor();
    expect(await form.getByLabel("文号").getAttribute("aria-invalid")).toBe("true");
    expect(await app.page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("document");
    expect(readdirSync(app.profile)).not.toContain("bureau.json");
    await picture("refused");
  });

  test("with issuer and document it holds at once: covered from 2025-04-01, and the trace names the document", async () => {
    const form = app.page.getByTestId("settle-form");
    await form.getByLabel("文号").fill(DOCUMENT);
    await press("Enter");
    await question().getByTestId("settled-by").filter({ hasText: DOCUMENT }).waitFor();
    await picture("settled");
    expect(await app.page.getByTestId("bureau-history").innerText()).toContain(DOCUMENT);
    expect(inBureauFile()).toContain('"any-year"');
    await open("nav-assess");
    await benefit().filter({ hasText: "2025-04-01" }).waitFor();
    const trace = await app.page.getByTestId("trace").innerText();
    expect(trace).toContain(DOCUMENT);
    expect(trace).toContain(ISSUER);
    await picture("counter");
  });

  test("withdrawn by keyboard, it is open again, and the history keeps both", async () => {
    await open("nav-policies");
    await question().getByRole("button", { name: "撤回" }).press("Enter");
    const form = app.page.getByTestId("withdraw-form");
    await form.waitFor();
    await press("Tab", "Enter");
    await question().getByTestId("settled-by").waitFor({ state: "detached" });
    const history = await app.page.getByTestId("bureau-history").innerText();
    expect(history).toContain("撤回：");
    expect(history).toContain(DOCUMENT);
    await picture("withdrawn");
    await open("nav-assess");
    await benefit().filter({ hasText: "2025-04-01" }).waitFor({ state: "detached" });
    await app.page.getByTestId("review-gap-before-2025").waitFor();
    expect(await app.page.getByTestId("trace").innerText()).not.toContain(DOCUMENT);
  });
});

test("a damaged bureau.json is kept, said on the page, and the counter still answers", async () => {
  const profile = mkdtempSync(path.join(tmpdir(), "canbao-window-"));
  writeFileSync(path.join(profile, "bureau.json"), '{"decisions":[');
  const second = await startApplication({ profile });
  try {
    await second.page.getByTestId("id-number").waitFor();
    await second.page.getByTestId("nav-policies").click();
    const notice = second.page.getByTestId("bureau-notice");
    await notice.waitFor();
    const kept = readdirSync(profile).find((name) => name.startsWith("bureau.json.unreadable-"));
    expect(kept).toBeDefined();
    expect(await notice.innerText()).toContain(kept);
    expect(readFileSync(path.join(profile, kept ?? ""), "utf8")).toBe('{"decisions":[');
    expect(second.complaints).toEqual([]);
  } finally {
    await second.close();
    rmSync(profile, { recursive: true, force: true });
  }
});

test("a decision on a reading that no rule set has is named in Chinese, with what to do; the others are used", async () => {
  const profile = mkdtempSync(path.join(tmpdir(), "canbao-window-"));
  const settled = {
    action: "settle",
    at: "2025-01-06",
    ruleSet: "gansu/2025",
    issuer: "武威市医疗保障局",
    document: DOCUMENT,
  };
  const decisions = [
    { ...settled, interpretation: "exempt-start", option: "the-day-before" },
    { ...settled, interpretation: "moon", option: "full" },
  ];
  writeFileSync(path.join(profile, "bureau.json"), JSON.stringify({ decisions }));
  const second = await startApplication({ profile });
  try {
    await second.page.getByTestId("id-number").waitFor();
    await second.page.getByTestId("nav-policies").click();
    const notice = second.page.getByTestId("bureau-notice");
    await notice.filter({ hasText: "有 2 处登记没有使用" }).waitFor();
    await notice.getByRole("listitem").first().waitFor();
    const said = (await notice.getByRole("listitem").allInnerTexts()).join("\n");
    expect(said).toContain("gansu/2025 登记的口径，exempt-start · 采用的理解：没有“the-day-before”这个选项；可用：");
    expect(said).toContain("gansu/2025 登记的口径，moon：gansu/2025 没有这个口径；现有：");
    expect(said).not.toMatch(/unknown|interpretation|allowed/);
    expect(second.complaints).toEqual([]);
  } finally {
    await second.close();
    rmSync(profile, { recursive: true, force: true });
  }
});

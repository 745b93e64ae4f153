// The same resident under several rule sets, in the real window: what differs, what was left out, and by keyboard.

import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type StartedApplication, startApplication } from "./application.ts";
import { heardInBothThemes } from "./heard.ts";

let app: StartedApplication;

beforeAll(async () => {
  app = await startApplication();
  await app.page.getByTestId("id-number").waitFor();
});
afterAll(() => app.close());
afterEach(() => expect(app.complaints.splice(0)).toEqual([]));

/** Invented: the check digit is right, the sequence belongs to nobody. Born 1962-02-10, female. */
const ID_NUMBER = "622301196202100024";

const cell = (point: string, ruleSet: string) => app.page.getByTestId(`cell-${point}-${ruleSet}`);
/** By its key, wherever the screen stands in the navigation. */
async function openCompare() {
  await press((await app.page.getByTestId("nav-compare").getAttribute("aria-keyshortcuts")) ?? "");
}
async function press(...keys: readonly string[]) {
  for (const key of keys) await app.page.keyboard.press(key);
}

test("before anything is typed it says what to do, and goes there", async () => {
  await openCompare();
  await app.page.getByTestId("compare-empty").waitFor();
  await app.page.getByRole("button", { name: "去测算" }).click();
  await app.page.getByTestId("id-number").waitFor({ state: "visible" });
});

describe("a resident of Liangzhou on rural dibao, paid on 15 January", () => {
  beforeAll(async () => {
    await press("Control+n");
    await app.page.waitForFunction(() => document.activeElement?.id === "idNumber");
    await app.page.keyboard.type(ID_NUMBER);
    await press("Enter", "Enter");
    await app.page.keyboard.type("lzq");
    await press("Enter");
    await app.page.keyboard.type("ncdbye");
    await press("Enter", "Enter", "Enter", "Y", "Enter");
    await app.page.keyboard.type("20250115");
    await app.page.getByTestId("start-figure").filter({ hasText: "2025-04-15" }).waitFor();
    await openCompare();
    await cell("start", "jiangxi/2025").filter({ hasText: "2025-01-01" }).waitFor();
  });

  test("stands under all three rule sets, each answer with its article", async () => {
    expect(await cell("payable", "gansu/2025").innerText()).toContain("90.00");
    expect(await cell("start", "gansu/2025").innerText()).toContain("2025-04-15");
    expect(await cell("wait", "gansu/2025").innerText()).toContain("90 天");
    expect(await cell("wait", "gansu/2025").innerText()).toContain("五（二）");
    expect(await cell("start", "jiangxi/2025").innerText()).toContain("赣医保发〔2024〕7号");
    expect(await cell("start", "xinzhou/2025").innerText()).toContain("起始日未载明");
  });

  test("differences are said in words, not by colour alone", async () => {
    expect(await cell("start", "jiangxi/2025").innerText()).toContain("早 104 天");
    expect(await app.page.getByTestId("row-start").innerText()).toContain("≠ 不同");
    expect(await cell("start", "gansu/2025").getByTestId("change").count()).toBe(0);
  });

  test("what Jiangxi does not know is named, and the amount stays open until the clerk says what it is there", async () => {
    const dropped = app.page.getByTestId("dropped-jiangxi/2025");
    expect(await dropped.innerText()).toContain("凉州区");
    expect(await dropped.innerText()).toContain("农村低保一二类");
    expect(await cell("payable", "jiangxi/2025").innerText()).toContain("未问");
    await dropped.getByRole("button", { name: "低保对象" }).press("Enter");
    await cell("payable", "jiangxi/2025").filter({ hasText: "少 10.00 元" }).waitFor();
    expect(await app.page.getByTestId("stand-in-jiangxi/2025").innerText()).toContain("按 低保对象 算");
  });

  test("whose column it is stays in sight down to the last row, read by keys", async () => {
    const compare = app.page.getByTestId("compare-screen");
    await compare.focus();
    await press("End");
    await app.page.waitForFunction(() => {
      const screen = document.querySelector(".compare");
      return (
        screen !== null && screen.scrollTop > 0 && screen.scrollTop + screen.clientHeight >= screen.scrollHeight - 2
      );
    });
    const seen = await app.page.getByTestId("column-jiangxi/2025").evaluate((head) => {
      const { left, top } = head.getBoundingClientRect();
      const screen = head.closest(".compare")?.getBoundingClientRect();
      return {
        inside: screen !== undefined && top >= screen.top,
        onTop: head.contains(document.elementFromPoint(left + 20, top + 16)),
      };
    });
    expect(seen).toEqual({ inside: true, onTop: true });
    await press("Home");
  });

  test("a number takes a rule set out and puts it back", async () => {
    await press("7");
    await cell("start", "xinzhou/2025").waitFor({ state: "detached" });
    await press("7");
    await cell("start", "xinzhou/2025").waitFor();
  });

  test.each(["zh-CN", "en"])("axe finds nothing: %s", async (language) => {
    if (language === "en") await app.page.getByTestId("language-switch").click();
    await app.page.getByRole("heading", { name: language === "en" ? "Rules side by side" : "规则对照" }).waitFor();
    expect(await heardInBothThemes(app.page)).toEqual([]);
    if (process.env["CANBAO_PICTURES"]) await app.page.screenshot({ path: `out/compare-${language}.png` });
    if (language === "en") await app.page.getByTestId("language-switch").click();
  });

  test("another rule set can be taken into force from here; it becomes the first column", async () => {
    await app.page.getByTestId("column-jiangxi/2025").getByRole("button", { name: "改用这套规则" }).click();
    await app.page.getByTestId("rules-button").getByText("江西省 2025 年度").waitFor();
    const first = app.page.getByTestId("comparison").getByRole("columnheader").first();
    await first.getByText("江西省 2025 年度").waitFor();
  });
});

// The counter by keyboard alone: a resident is typed, the answer stands there, and what is wrong or open is said.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { type StartedApplication, startApplication } from "./application.ts";
import { heardInBothThemes } from "./heard.ts";

let app: StartedApplication;
let out: string;

beforeAll(async () => {
  // Without a printer the slip is saved as a PDF: not into the documents of whoever runs the tests.
  out = mkdtempSync(path.join(tmpdir(), "canbao-out-"));
  app = await startApplication({ args: [`--canbao-test-out=${out}`] });
  await app.page.getByTestId("id-number").waitFor();
});
afterAll(async () => {
  await app.close();
  rmSync(out, { recursive: true, force: true });
});
beforeEach(async () => {
  await press("Control+n");
  await app.page.waitForFunction(() => document.activeElement?.id === "idNumber");
});
afterEach(() => expect(app.complaints.splice(0)).toEqual([]));

/** Invented: the check digit is right, the sequence belongs to nobody. Born 1962-02-10, female. */
const ID_NUMBER = "622301196202100024";

const type = (text: string) => app.page.keyboard.type(text);
async function press(...keys: readonly string[]) {
  for (const key of keys) await app.page.keyboard.press(key);
}
const text = (testId: string) => app.page.getByTestId(testId).innerText();
const shown = (testId: string, expected: string | RegExp) =>
  app.page.getByTestId(testId).filter({ hasText: expected }).waitFor({ timeout: 5000 });

describe("the sample resident", () => {
  test("is typed by keyboard only and read off the screen", async () => {
    await type(ID_NUMBER);
    expect(await text("id-read")).toContain("1962-02-10");
    await press("Enter");
    await type("王桂兰");
    await press("Enter");
    await type("hyz");
    await press("Enter");
    await type("ncdbye");
    await press("Enter", "Enter", "Enter", "Y", "Enter");
    await type("20250115");
    await shown("start-figure", "2025-04-15");
    expect(await text("payable-figure")).toBe("90.00");
    expect(await text("payable-words")).toBe("玖拾元整");
    expect(await text("share-resident")).toBe("90.00");
    expect(await text("share-aid")).toBe("310.00");
    expect(await text("share-central")).toBe("536.00");
    expect(await text("share-province")).toBe("116.80");
    expect(await text("share-county")).toBe("17.20");
    expect(await text("start")).toContain("2025-01-15 至 2025-04-14");
    expect(await text("window")).toBe("补充缴费期");
    expect(await text("step-wait")).toContain("五（二）");
    expect(await app.page.getByTestId("area").inputValue()).toBe("凉州区 · 黄羊镇");
  });

  test("has the ID number hidden as soon as the clerk goes on", async () => {
    await type(ID_NUMBER);
    expect(await app.page.getByTestId("id-number").inputValue()).toBe(ID_NUMBER);
    await press("Enter");
    expect(await app.page.getByTestId("id-number").inputValue()).toBe("622301********0024");
  });

  test("keeps the county for the next resident, and nothing personal", async () => {
    expect(await app.page.getByTestId("area").inputValue()).toBe("凉州区");
    expect(await app.page.getByTestId("id-number").inputValue()).toBe("");
    expect(await app.page.getByTestId("name").inputValue()).toBe("");
  });
});

describe("what is wrong", () => {
  test("is said at the field, with the digit that would fit", async () => {
    await type(`${ID_NUMBER.slice(0, 17)}7`);
    await app.page.getByText("末位应为 4，现在是 7").waitFor();
    expect(await app.page.getByTestId("id-number").getAttribute("aria-invalid")).toBe("true");
    await press("Backspace");
    await type("4");
    await shown("id-read", "1962-02-10");
  });

  test("is not said while a number is still being typed", async () => {
    await type(ID_NUMBER.slice(0, 10));
    expect(await app.page.getByTestId("id-number").getAttribute("aria-invalid")).toBe("false");
  });

  test("a day that the calendar has not", async () => {
    await app.page.getByTestId("paid-on").fill("20250230");
    await app.page.getByText("没有 2025 年 2 月 30 日这一天").waitFor();
  });
});

describe("a field half typed", () => {
  test("moves nothing in the answer, and only a pause says that it is the one from before", async () => {
    await type(ID_NUMBER);
    await app.page.getByTestId("paid-on").fill("20250115");
    await shown("start-figure", "2025-04-15");
    const before = await app.page.getByTestId("start-figure").boundingBox();
    const word = app.page.locator(".pane__stale span");
    const faint = () => word.evaluate((element) => Number(getComputedStyle(element).opacity));

    await app.page.getByTestId("paid-on").fill("2025011");
    await word.waitFor({ state: "attached" });
    expect(await app.page.locator(".pane__stale").getAttribute("role")).toBe("status");
    expect(await app.page.getByTestId("start-figure").boundingBox()).toEqual(before);
    // The animation itself is asked: when the picture is taken depends on the machine.
    const { delay, opacity } = await word.evaluate((element) => {
      const [animation] = element.getAnimations();
      const delay = animation?.effect?.getComputedTiming().delay;
      if (animation) animation.currentTime = 300;
      return { delay, opacity: getComputedStyle(element).opacity };
    });
    expect({ delay, opacity }).toEqual({ delay: 350, opacity: "0" });
    await vi.waitFor(async () => expect(await faint()).toBe(1), { timeout: 5000 });
    expect(await app.page.getByTestId("start-figure").boundingBox()).toEqual(before);

    await app.page.getByTestId("paid-on").fill("20250116");
    await word.waitFor({ state: "detached" });
    expect(await app.page.getByTestId("start-figure").boundingBox()).toEqual(before);
  });
});

describe("what is open", () => {
  test("today lies in no bundled year, and no amount is made up", async () => {
    await type(ID_NUMBER);
    await shown("year-over", "2025 年度的规则已用到 2025-12-31 为止");
    expect(await app.page.getByTestId("payable").count()).toBe(0);
  });

  test("a soldier's first day is not stated: said, not guessed", async () => {
    await type(ID_NUMBER);
    await press("Enter", "Enter", "Enter", "Enter");
    await type("tyjr");
    await press("Enter", "Enter");
    await type("20250530");
    await press("Enter", "Y", "Enter");
    await type("20250620");
    await shown("start", "起始日未载明");
    await app.page.getByTestId("review-start-not-stated").waitFor();
    expect(await app.page.getByTestId("start-figure").count()).toBe(0);
  });

  test("a gap before 2025 shows both readings side by side", async () => {
    await type(ID_NUMBER);
    await press("Enter", "Enter", "Enter", "Enter", "Enter", "N", "Enter", "Enter");
    await type("20241110");
    await shown("start", "待医保部门明确");
    const review = await text("review-gap-before-2025");
    expect(review).toContain("2025-01-01");
    expect(review).toContain("2025-04-01");
  });

  test("one question after the other is asked and answered by Y and N, with the range until it is told", async () => {
    await type(ID_NUMBER);
    await app.page.getByTestId("paid-on").fill("20250115");
    await shown("question", "上一年参保了吗");
    expect(await text("range")).toContain("2025-04-15");
    await app.page.getByTestId("paid-on").press("Enter");
    await app.page.waitForFunction(() => document.activeElement?.closest("[data-testid=question]") !== null);
    await press("y");
    await shown("question", "有没有救助身份");
    expect(await text("range")).toBe("应缴在 0.00 至 400.00 元之间");
    await press("n");
    await shown("payable-figure", "400.00");
  });

  test("a newborn is seen from the birth date, without an ID number", async () => {
    await press("Enter");
    await type("20250301");
    await press("Enter", "Enter", "Enter", "Enter", "Enter", "Enter");
    await type("20250420");
    await app.page.getByText("新生儿（按出生日期）").waitFor();
  });
});

describe("the frame", () => {
  test("another rule set takes over what it knows, and says what it does not", async () => {
    await type(ID_NUMBER);
    await press("Enter", "Enter");
    await type("hyz");
    await press("Enter");
    await type("ncdbye");
    await press("Enter");
    await app.page.getByTestId("paid-on").fill("20250115");
    await press("F2");
    await press(await app.page.getByTestId("rules-jiangxi/2025").locator("kbd").innerText());
    await shown("rules-button", "江西");
    await shown("unknown-here", "农村低保一二类");
    await shown("start-figure", "2025-01-01");
    await press("F2");
    await press(await app.page.getByTestId("rules-gansu/2025").locator("kbd").innerText());
    await shown("payable-figure", "90.00");
  });

  test("F2 shows the rules in force and Escape leaves them", async () => {
    await press("F2");
    await app.page.getByTestId("rules-dialog").waitFor();
    await app.page.getByTestId("rules-gansu/2025").waitFor();
    await press("Escape");
    await app.page.getByTestId("rules-dialog").waitFor({ state: "detached" });
  });

  test("an unfinished input method trips no shortcut", async () => {
    await type("1");
    await app.page.evaluate(() => {
      const event = new KeyboardEvent("keydown", { key: "n", ctrlKey: true, isComposing: true, bubbles: true });
      document.activeElement?.dispatchEvent(event);
    });
    expect(await app.page.getByTestId("id-number").inputValue()).toBe("1");
  });

  test("Ctrl+M adds a member at the same place", async () => {
    await app.page.getByTestId("area").fill("hyz");
    await press("Enter");
    await press("Control+m");
    await app.page.getByRole("navigation", { name: "家庭成员" }).waitFor();
    expect(await app.page.getByTestId("area").inputValue()).toBe("凉州区 · 黄羊镇");
    await press("Control+n");
  });

  test("what was served last comes back", async () => {
    await type(ID_NUMBER);
    await press("Control+n");
    await press("Control+l");
    await app.page.getByTestId("recall-dialog").waitFor();
    await press("1");
    await shown("id-read", "1962-02-10");
  });

  test("in another language the answer in sight reads as if it had been typed in that language", async () => {
    const told = async () => {
      await type(ID_NUMBER);
      await app.page.getByTestId("paid-on").fill("20250115");
      await app.page.getByTestId("advice").waitFor();
    };
    const counter = () => app.page.locator(".counter").innerText();
    await told();
    const chinese = await counter();
    await app.page.getByTestId("language-switch").click();
    await app.page.getByTestId("advice").getByText("What would change it").waitFor();
    const switched = await counter();
    await press("Control+n");
    await told();
    expect(switched).toBe(await counter());
    expect(switched).not.toBe(chinese);
    await app.page.getByTestId("language-switch").click();
    await expect.poll(counter).toBe(chinese);
  });

  test.each(["zh-CN", "en"])("axe finds nothing: %s", async (language) => {
    if (language === "en") await app.page.getByTestId("language-switch").click();
    await type(ID_NUMBER);
    await app.page.getByTestId("paid-on").fill("20250115");
    await app.page.getByTestId("question").waitFor();
    expect(await heardInBothThemes(app.page)).toEqual([]);
    if (language === "en") await app.page.getByTestId("language-switch").click();
  });
});

describe("the slip", () => {
  test("is shown as it will be printed, and says when there is no printer", async () => {
    await type(ID_NUMBER);
    await press("Enter", "Enter", "Enter", "Enter", "Enter", "Y", "Enter");
    await type("20250115");
    await shown("start-figure", "2025-04-15");
    await press("Control+p");
    await app.page.getByTestId("print-dialog").waitFor();
    await app.page.getByTestId("slip-preview").getByText("622301********0024").waitFor();
    // The year is over: nothing is printed before it was named, and the paper says so.
    await press("Control+s");
    expect(await app.page.getByTestId("print-said").innerText()).toBe("");
    // Also before that the preview does not call the rules of a year that is over "in force".
    await app.page.getByTestId("slip-preview").getByText("已结束", { exact: true }).waitFor();
    expect(await app.page.getByTestId("slip-preview").getByText("现行", { exact: true }).count()).toBe(0);
    await app.page.getByTestId("past-year-accept").click();
    await app.page.getByTestId("slip-preview").getByText("由经办人确认采用").waitFor();
    await app.page.getByTestId("paper").selectOption("80mm");
    await app.page.getByTestId("print-now").click();
    await app.page
      .getByTestId("print-said")
      .filter({ hasText: /打印机/ })
      .waitFor();
    await press("Escape");
    await app.page.getByTestId("print-dialog").waitFor({ state: "detached" });
  });

  test("cannot be asked for before there is an answer", async () => {
    await app.page.getByTestId("paid-on").fill("2025");
    expect(await app.page.getByTestId("print").isDisabled()).toBe(true);
  });
});

describe("what was not finished", () => {
  test("stands there again when the page had to be loaded anew", async () => {
    await type(ID_NUMBER);
    await press("Enter");
    await type("王桂兰");
    await app.page.waitForTimeout(700);
    await app.page.evaluate(() => location.reload());
    await app.page.getByTestId("restored").waitFor();
    expect(await app.page.getByTestId("name").inputValue()).toBe("王桂兰");
    await press("Control+n");
    await app.page.getByTestId("restored").waitFor({ state: "detached" });
  });
});

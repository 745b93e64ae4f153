// Help in the real window: F1 explains the field in hand, the sheet of keys tells the truth, the tour is never in the way.

import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { projectRoot, type StartedApplication, startApplication } from "./application.ts";
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

async function press(...keys: readonly string[]) {
  for (const key of keys) await app.page.keyboard.press(key);
}
const focused = () => app.page.evaluate(() => document.activeElement?.id);
const topic = (text: string) => app.page.getByTestId("help-topic").filter({ hasText: text }).waitFor({ timeout: 5000 });
const picture = async (name: string) => {
  if (process.env["CANBAO_PICTURES"]) await app.page.screenshot({ path: `out/help-${name}.png` });
};

describe("the first-run tour", () => {
  test("stands in a band of its own, takes no focus and no key from the clerk", async () => {
    await app.page.getByTestId("tour").waitFor();
    await expect.poll(focused).toBe("idNumber");
    await app.page.keyboard.type("6223");
    expect(await app.page.getByTestId("id-number").inputValue()).toBe("6223");
    const [band, form] = await Promise.all([
      app.page.getByTestId("tour").boundingBox(),
      app.page.getByTestId("assess-screen").boundingBox(),
    ]);
    expect((band?.y ?? 0) + (band?.height ?? 0)).toBeLessThanOrEqual(form?.y ?? 0);
    await picture("tour");
  });

  test("has three steps", async () => {
    await app.page.getByTestId("tour-next").click();
    await app.page.getByTestId("tour").getByText("2/3").waitFor();
    await app.page.getByTestId("tour-next").click();
    await app.page.getByTestId("tour").getByText("3/3").waitFor();
    expect(await app.page.getByTestId("tour-next").count()).toBe(0);
  });

  test("Escape ends it, and it does not come back", async () => {
    await app.page.getByTestId("id-number").focus();
    await press("Escape");
    await app.page.getByTestId("tour").waitFor({ state: "detached" });
    await app.page.waitForFunction(() => document.querySelector("[data-toured]") === null);
    expect(JSON.parse(readFileSync(path.join(app.profile, "settings.json"), "utf8")).tourSeen).toBe(true);
    await app.page.reload();
    await app.page.getByTestId("id-number").waitFor();
    await app.page.waitForTimeout(500);
    expect(await app.page.getByTestId("tour").count()).toBe(0);
  });
});

describe("F1", () => {
  test("explains the field in hand, leaves the focus there and follows it", async () => {
    await app.page.waitForFunction(() => document.activeElement?.id === "idNumber");
    await app.page.keyboard.type(ID_NUMBER);
    await press("F1");
    await topic("身份证号");
    await expect.poll(focused).toBe("idNumber");
    await press("Enter", "Enter", "Enter");
    await topic("救助身份");
    const panel = await app.page.getByTestId("help-panel").innerText();
    expect(panel).toContain("农村低保一二类资助310元");
    expect(panel).toContain("附表2");
    await app.page.getByTestId("paid-on").fill("20250115");
    await topic("缴费日期");
    await app.page.getByTestId("help-panel").getByText("2025-01-15 至 2025-04-14").waitFor();
    const reading = await app.page.getByTestId("help-reading-wait-counts-payment-day").innerText();
    expect(reading).toContain("缴费当日计入");
    expect(reading).toContain("证据：");
    expect(reading).toContain("证据 B");
    await picture("panel");
  });

  test.each(["zh-CN", "en"])("axe finds nothing in the panel: %s", async (language) => {
    if (language === "en") await app.page.getByTestId("language-switch").click();
    await topic(language === "en" ? "Paid on" : "缴费日期");
    await expectNoViolations();
    await picture(`panel-${language}`);
    if (language === "en") await app.page.getByTestId("language-switch").click();
  });

  test("pressed again it shows the keys, and Escape leaves", async () => {
    await app.page.getByTestId("paid-on").focus();
    await press("F1");
    await app.page.getByTestId("shortcut-sheet").waitFor();
    // What SECURITY.md asks for in a report.
    const { version } = JSON.parse(readFileSync(path.join(projectRoot, "package.json"), "utf8"));
    await app.page
      .getByTestId("app-version")
      .filter({ hasText: `参保台 ${version} · Electron ` })
      .waitFor();
    await press("Escape");
    await app.page.getByTestId("shortcut-sheet").waitFor({ state: "detached" });
    expect(await app.page.getByTestId("help-panel").count()).toBe(0);
    // The focus comes back once the sheet is gone, not in the same moment.
    await expect.poll(focused).toBe("paidOn");
  });

  test("Escape closes the panel", async () => {
    await press("F1");
    await app.page.getByTestId("help-panel").waitFor();
    await press("Escape");
    await app.page.getByTestId("help-panel").waitFor({ state: "detached" });
  });
});

describe("the sheet of keys", () => {
  /** ids of the keys that nothing listens to */
  const idle = () =>
    app.page
      .getByTestId("shortcut-sheet")
      .locator(".keys__line:not([data-bound])")
      .evaluateAll((lines) => lines.map((line) => line.getAttribute("data-testid")));

  test("opens by Ctrl+/ and every key it shows for the counter is listened to", async () => {
    await press("Control+/");
    await app.page.getByTestId("shortcut-sheet").waitFor();
    expect(await idle()).toEqual(["key-savePdf", "key-columns", "key-close", "key-confirm", "key-undo", "key-redo"]);
    await expectNoViolations();
    await picture("sheet");
    await press("Escape");
    await app.page.getByTestId("shortcut-sheet").waitFor({ state: "detached" });
  });

  test("on the comparison it marks the keys of that screen", async () => {
    await press((await app.page.getByTestId("nav-compare").getAttribute("aria-keyshortcuts")) ?? "");
    await app.page.getByTestId("compare-screen").waitFor();
    await press("Control+/");
    await app.page.getByTestId("shortcut-sheet").waitFor();
    const now = await idle();
    expect(now).toContain("key-next");
    await press("Escape");
    await app.page.getByTestId("shortcut-sheet").waitFor({ state: "detached" });
    await press("Alt+1");
  });
});

describe("the handbook", () => {
  test.each(["zh-CN", "en"])("is a screen of the program, with its pictures: %s", async (language) => {
    if (language === "en") await app.page.getByTestId("language-switch").click();
    await app.page.getByTestId("nav-help").click();
    const title = language === "en" ? "The clerk's handbook" : "经办手册";
    await app.page.getByRole("heading", { name: title, level: 1 }).waitFor();
    await app.page.waitForFunction(() => {
      const images = [...document.querySelectorAll<HTMLImageElement>(".handbook img")];
      return images.length > 5 && images.every((image) => image.complete && image.naturalWidth === 1280);
    });
    await expectNoViolations();
    await picture(`handbook-${language}`);
    if (language === "en") await app.page.getByTestId("language-switch").click();
  });
});

async function expectNoViolations() {
  expect(await heardInBothThemes(app.page)).toEqual([]);
}

// What a counter sets for itself: when the screen hides, kept for the next start. And what the eye must not be misled by.

import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type StartedApplication, startApplication } from "./application.ts";

let app: StartedApplication;
beforeAll(async () => {
  app = await startApplication();
  await app.page.clock.install();
});
afterAll(() => app.close());
afterEach(() => expect(app.complaints.splice(0)).toEqual([]));

const cover = () => app.page.getByTestId("idle-cover").count();

async function hideAfter(choice: string): Promise<void> {
  await app.page.getByTestId("appearance-button").click();
  await app.page.getByTestId("appearance-dialog").waitFor();
  await app.page.locator("label", { has: app.page.getByTestId(`idle-${choice}`) }).click();
  await app.page.keyboard.press("Escape");
  await app.page.clock.runFor(1000);
  await app.page.getByTestId("appearance-dialog").waitFor({ state: "detached" });
}

describe("the screen of a counter left alone", () => {
  test("hides after the minutes that were chosen, and the key that wakes it types nothing", async () => {
    await hideAfter("1");
    await app.page.getByTestId("name").focus();
    await app.page.clock.runFor(50_000);
    expect(await cover()).toBe(0);
    await app.page.clock.runFor(11_000);
    await expect.poll(cover).toBe(1);
    await app.page.keyboard.press("x");
    await expect.poll(cover).toBe(0);
    expect(await app.page.getByTestId("name").inputValue()).toBe("");
  });

  test("never hides where nobody wants it to", async () => {
    await hideAfter("null");
    await app.page.clock.runFor(30 * 60_000);
    expect(await cover()).toBe(0);
    const answer = await app.page.evaluate(() => window.canbao.invoke("settings.get", undefined));
    expect(answer).toMatchObject({ ok: true, value: { settings: { idleMinutes: null } } });
  });
});

test("a day after the year's end has no tick in the reasons", async () => {
  await app.page.getByTestId("name").fill("Wang");
  const step = app.page.getByTestId("step-window").first();
  await step.waitFor();
  expect(await step.getAttribute("data-effect")).toBe("failed");
  expect(await step.locator(".step__mark").innerText()).toBe("×");
});

test("high contrast frames what is a notice, not the empty place of one: no line goes through the answer", async () => {
  await app.page.evaluate(() => document.documentElement.setAttribute("data-contrast", "more"));
  const place = app.page.locator(".pane__stale");
  await place.waitFor({ state: "attached" });
  expect(await place.evaluate((element) => element.getBoundingClientRect().height)).toBe(0);
  await app.page.evaluate(() => document.documentElement.removeAttribute("data-contrast"));
});

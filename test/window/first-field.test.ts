// The ID field takes keys while the rest of the window is still being fetched, and gives them to the form that follows.

import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { inMain } from "../../build/electron-runtime/in-main.mjs";
import { contentSecurityPolicy } from "../../electron/main/app-protocol.ts";
import { type StartedApplication, startApplication } from "./application.ts";

const NUMBER = "622301196202100024";

let app: StartedApplication;
beforeAll(async () => {
  app = await startApplication();
  await app.page.evaluate(() => window.canbao.invoke("settings.set", { tourSeen: true }));
});
afterAll(() => app.close());
// A window that a failed test left behind would be taken for the next one's.
afterEach(() =>
  inMain(app.electron, ({ BrowserWindow }) => {
    const [, ...others] = BrowserWindow.getAllWindows().sort((one, other) => one.id - other.id);
    for (const window of others) window.destroy();
  }),
);

interface Started {
  readonly page: Page;
  /** lets everything behind the first field come */
  readonly release: () => Promise<void>;
}

/** Opens a second window, whose process has nothing in memory yet, and serves it nothing behind the first field. */
async function startHeld(look = ""): Promise<Started> {
  const opened = app.electron.waitForEvent("window");
  await inMain(
    app.electron,
    ({ app: application, protocol, BrowserWindow }, { policy, query }) => {
      const { readFileSync } = process.getBuiltinModule("node:fs");
      const types: Readonly<Record<string, string>> = { js: "text/javascript", css: "text/css", html: "text/html" };
      let release = (): void => {};
      const released = new Promise<void>((resolve) => {
        release = resolve;
      });
      Object.assign(globalThis, { releaseHeld: release });
      protocol.unhandle("app");
      protocol.handle("app", async ({ url }) => {
        const { pathname } = new URL(url);
        if (/assets\/(main|window|ground)-/.test(pathname)) await released;
        const type = types[pathname.split(".").at(-1) ?? ""] ?? "application/octet-stream";
        const headers = { "Content-Type": `${type}; charset=utf-8`, "Content-Security-Policy": policy };
        return new Response(new Uint8Array(readFileSync(`${application.getAppPath()}/out/app/renderer${pathname}`)), {
          headers,
        });
      });
      const preload = `${application.getAppPath()}/out/app/preload/preload.cjs`;
      const window = new BrowserWindow({ width: 1280, height: 800, webPreferences: { preload, sandbox: true } });
      void window.loadURL(`app://canbao/${query}`);
    },
    { policy: contentSecurityPolicy, query: look === "" ? "index.html" : look },
  );
  const page = await opened;
  await page.locator("#first #idNumber:focus").waitFor();
  return {
    page,
    release: async () => {
      expect(await page.getByTestId("app-shell").count()).toBe(0);
      await inMain(app.electron, () => (globalThis as unknown as { releaseHeld: () => void }).releaseHeld());
    },
  };
}

test.each([
  ["index.html", "身份证号"],
  ["index.en.html", "ID number"],
])("%s: the field stands where the form's field will stand, under the same label", async (query, label) => {
  const { page, release } = await startHeld(`${query}?language=${query.includes(".en.") ? "en" : "zh-CN"}`);
  const place = async (within: string) => page.locator(`${within} #idNumber`).boundingBox();
  const before = await place("#first");
  expect(await page.locator("#first label").innerText()).toBe(label);
  await release();
  await page.locator("#first").waitFor({ state: "detached" });
  expect(await place(".assess")).toEqual(before);
  expect(await page.locator("label[for=idNumber]").innerText()).toBe(label);
});

test("a number typed before the form is there stands in it, with caret and focus, and is typed on", async () => {
  const { page, release } = await startHeld();
  await page.keyboard.type(NUMBER.slice(0, 10));
  await page.keyboard.press("ArrowLeft");
  await release();
  await page.locator("#first").waitFor({ state: "detached" });
  const field = page.getByTestId("id-number");
  expect(await field.inputValue()).toBe(NUMBER.slice(0, 10));
  const caret = await field.evaluate((input: HTMLInputElement) => [
    document.activeElement === input,
    input.selectionStart,
    input.selectionEnd,
  ]);
  expect(caret).toEqual([true, 9, 9]);
  await page.keyboard.press("End");
  await page.keyboard.type(NUMBER.slice(10));
  await page.getByTestId("id-read").getByText("1962-02-10").waitFor();
});

test("what a card reader sends, number and Enter, goes on to the next field", async () => {
  const { page, release } = await startHeld();
  await page.keyboard.type(NUMBER);
  await page.keyboard.press("Enter");
  await page.keyboard.type("Wang");
  await release();
  await page.locator("#name:focus").waitFor();
  await expect.poll(() => page.getByTestId("name").inputValue()).toBe("Wang");
  await page.getByTestId("id-read").getByText("1962-02-10").waitFor();
});

test("while an input method composes in the first field it is not taken away", async () => {
  const { page, release } = await startHeld();
  const composition = (type: string) =>
    page.locator("#first #idNumber").evaluate((field, name) => field.dispatchEvent(new CompositionEvent(name)), type);
  await composition("compositionstart");
  await release();
  await page.getByTestId("app-shell").getByTestId("id-number").waitFor({ state: "attached" });
  expect(await page.locator("#first").count()).toBe(1);
  await composition("compositionend");
  await page.locator("#first").waitFor({ state: "detached" });
});

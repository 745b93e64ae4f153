// The window outlives a crash of its page, and comes back as it was left.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { inMain } from "../../build/electron-runtime/in-main.mjs";
import { startApplication } from "./application.ts";

let profile: string;
beforeEach(() => {
  profile = mkdtempSync(path.join(tmpdir(), "canbao-life-"));
});
afterEach(() => rmSync(profile, { recursive: true, force: true }));

test("a page that crashed is loaded again, and the log holds no text of it", async () => {
  const app = await startApplication({ profile });
  const reloaded = inMain(
    app.electron,
    ({ BrowserWindow }) =>
      new Promise((resolve) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        contents?.once("did-finish-load", () => resolve(contents.getTitle()));
        contents?.forcefullyCrashRenderer();
      }),
  );
  expect(await reloaded).toBe("参保台 Canbao Desk");
  await app.close();
  expect(app.log.join("\n")).toMatch(/the page ended: (crashed|killed)/);
});

test("a page that hangs is opened again where the clerk says so", async () => {
  const app = await startApplication({ profile });
  const asked = await inMain(
    app.electron,
    ({ BrowserWindow, dialog }) =>
      new Promise<string>((resolve) => {
        const window = BrowserWindow.getAllWindows()[0];
        let buttons = "";
        dialog.showMessageBox = async (...given: readonly unknown[]) => {
          buttons = (given[1] as { buttons: readonly string[] }).buttons.join(" / ");
          return { response: 1, checkboxChecked: false };
        };
        window?.webContents.once("did-finish-load", () => resolve(buttons));
        window?.emit("unresponsive");
      }),
  );
  expect(asked).toBe("再等等 / 重新打开");
  await app.close();
});

test("language and size are there again after a restart", async () => {
  const first = await startApplication({ profile });
  await first.page.getByTestId("language-switch").click();
  await first.page.getByTestId("nav-assess").getByText("Counter").waitFor();
  await expect.poll(() => readFileSync(path.join(profile, "settings.json"), "utf8")).toContain('"en"');
  await inMain(first.electron, ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(1100, 720));
  await first.close();

  const second = await startApplication({ profile });
  expect(await second.page.locator("html").getAttribute("lang")).toBe("en");
  expect(await second.page.getByTestId("nav-assess").innerText()).toBe("Counter");
  const size = await inMain(second.electron, ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getSize());
  expect(size).toEqual([1100, 720]);
  expect(second.complaints).toEqual([]);
  await second.close();
});

test("settings that cannot be read are set aside, and the window opens with what it starts with", async () => {
  writeFileSync(path.join(profile, "settings.json"), '{"language":');
  const app = await startApplication({ profile });
  const answer = await app.page.evaluate(() => window.canbao.invoke("settings.get", undefined));
  expect(answer).toMatchObject({ ok: true, value: { settings: { language: "zh-CN" } } });
  expect(answer.ok && answer.value.setAside).toMatch(/unreadable/);
  const note = app.page.getByTestId("lost-note");
  expect(await note.innerText()).toMatch(/settings\.json\.unreadable-\w{8}/);
  await app.page.getByTestId("see-lost").click();
  await expect.poll(() => note.count()).toBe(0);
  await app.close();
});

// `npm run screenshots`: takes the handbook's pictures of the real window, so that they never show an older one.

import { mkdir } from "node:fs/promises";
import path from "node:path";
import { buildApp } from "./app.mjs";
import { projectRoot } from "./setup/child.mjs";
import { ensureDependencies } from "./setup/dependencies.mjs";
import { ensureDisplay } from "./setup/display.mjs";
import { describeRuntime, ensureElectron, rootSwitch } from "./setup/electron-runtime.mjs";
import { ensureSystemLibraries } from "./setup/system-libraries.mjs";
import { runScript, say } from "./setup/terminal.mjs";

/** @import { Page } from "playwright-core" */

const folder = path.join(projectRoot, "docs", "pictures");

/** Invented: the check digit is right, the sequence belongs to nobody. */
const ID_NUMBER = "622301196202100024";

/**
 * @param {Page} page
 * @param {readonly string[]} entries one for each field, in the form's order; Enter follows each
 */
async function fill(page, entries) {
  await page.keyboard.press("Control+n");
  await page.locator("#idNumber:focus").waitFor();
  for (const entry of entries) {
    if (/^[YN]$/.test(entry)) await page.keyboard.press(entry);
    else await page.keyboard.type(entry);
    await page.keyboard.press("Enter");
  }
}

/** @type {readonly {name: string, does: (page: Page) => Promise<unknown>}[]} */
const pictures = [
  { name: "year-over", does: (page) => page.getByTestId("year-over").waitFor() },
  {
    name: "sample",
    does: async (page) => {
      await fill(page, [ID_NUMBER, "王桂兰", "hyz", "ncdbye", "", "", "Y", "20250115"]);
      await page.getByText("2025-04-15", { exact: true }).first().waitFor();
      await page.getByTestId("advice").waitFor();
    },
  },
  {
    name: "slip",
    does: async (page) => {
      await page.keyboard.press("Control+p");
      await page.getByTestId("slip-preview").getByText("玖拾元整").waitFor();
    },
  },
  {
    name: "not-stated",
    does: async (page) => {
      await page.keyboard.press("Escape");
      await page.getByTestId("print-dialog").waitFor({ state: "detached" });
      await fill(page, [ID_NUMBER, "", "", "", "tyjr", "", "20250530", "Y", "20250620"]);
      await page.getByTestId("review-start-not-stated").waitFor();
    },
  },
  {
    name: "two-readings",
    does: async (page) => {
      await fill(page, [ID_NUMBER, "", "", "", "", "N", "", "20241110"]);
      await page.getByTestId("review-gap-before-2025").waitFor();
    },
  },
  {
    name: "wrong-number",
    does: async (page) => {
      await fill(page, [`${ID_NUMBER.slice(0, 17)}7`]);
      await page.getByText("校验位不符").waitFor();
    },
  },
  {
    name: "household",
    does: async (page) => {
      await fill(page, [ID_NUMBER, "王桂兰", "", "ncdbye", "", "", "Y", "20250115"]);
      await page.keyboard.press("Control+m");
      await page.keyboard.press("Enter");
      await page.keyboard.type("19990701");
      await page.keyboard.press("Enter");
      await page.keyboard.type("李强");
      for (const key of ["Enter", "Enter", "Enter", "Enter", "Y"]) await page.keyboard.press(key);
      await page.keyboard.press("Alt+2");
      await page.getByTestId("household-total").waitFor();
    },
  },
  {
    name: "help",
    does: async (page) => {
      await page.keyboard.press("Alt+1");
      await page.getByTestId("categories").focus();
      await page.keyboard.press("F1");
      await page.getByTestId("help-topic").waitFor();
    },
  },
];

await runScript(async () => {
  await ensureSystemLibraries(["window", "display", "pictures"]);
  await ensureDependencies();
  const runtime = await ensureElectron();
  say(describeRuntime(runtime));
  await buildApp();
  await mkdir(folder, { recursive: true });
  const { _electron } = await import("playwright-core");
  const display = await ensureDisplay();
  const electron = await _electron.launch({
    executablePath: runtime.executable,
    chromiumSandbox: rootSwitch().length === 0,
    args: [
      projectRoot,
      `--user-data-dir=${path.join(projectRoot, "out", `pictures-profile-${process.pid}`)}`,
      "--lang=zh-CN",
    ],
    env: { ...process.env, ...(display.display === undefined ? {} : { DISPLAY: display.display }) },
  });
  try {
    const page = await electron.firstWindow();
    await page.getByTestId("id-number").waitFor();
    // The first-run tour has a picture's place of its own.
    await page.getByTestId("tour-end").click();
    for (const { name, does } of pictures) {
      await does(page);
      await page.waitForTimeout(400);
      await page.screenshot({ path: path.join(folder, `${name}.png`) });
      say(`docs/pictures/${name}.png`);
    }
    return 0;
  } finally {
    await electron.close();
    display.stop();
  }
});

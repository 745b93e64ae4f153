// Takes a sample resident through the real window without a person, and saves what the clerk would see and hand over.

import { mkdir, readdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { projectRoot } from "./setup/child.mjs";
import { ensureDisplay } from "./setup/display.mjs";
import { heldStart, rootSwitch } from "./setup/electron-runtime.mjs";
import { say } from "./setup/terminal.mjs";

/** @import { Page } from "playwright-core" */

const out = path.join(projectRoot, "out");

/**
 * What the clerk does, in order: an invented resident of Liangzhou, paid inside Gansu's supplementary window.
 * Each step finds its field by data-testid.
 *
 * @type {readonly {does: string, step: (page: Page) => Promise<unknown>}[]}
 */
export const steps = [
  { does: "the window is ready", step: (page) => page.locator("#first").waitFor({ state: "detached" }) },
  // The first-run tour of the program itself has its own picture.
  {
    does: "no tour in the picture",
    step: (page) =>
      page
        .getByTestId("tour")
        .waitFor()
        .then(() => page.keyboard.press("Escape")),
  },
  { does: "ID number", step: (page) => typed(page, "622301196202100024") },
  { does: "name", step: (page) => typed(page, "王桂兰") },
  { does: "county and township", step: (page) => typed(page, "hyz") },
  { does: "aid identity", step: (page) => typed(page, "ncdbye").then(() => typed(page, "")) },
  { does: "special groups", step: (page) => typed(page, "") },
  { does: "covered last year", step: (page) => page.keyboard.press("y").then(() => typed(page, "")) },
  { does: "payment day", step: (page) => page.keyboard.type("20250115") },
  {
    does: "the first covered day",
    step: (page) => page.getByTestId("start-figure").filter({ hasText: "2025-04-15" }).waitFor(),
  },
  { does: "picture", step: (page) => page.screenshot({ path: path.join(out, "counter.png") }) },
  { does: "print dialog", step: (page) => page.keyboard.press("Control+p") },
  // The sample's year is over: the clerk says that a slip for it is meant.
  { does: "past year confirmed", step: (page) => page.getByTestId("past-year-accept").click() },
  { does: "preview", step: (page) => page.getByTestId("slip-preview").getByText("90.00").first().waitFor() },
  { does: "slip as PDF", step: saveSlip },
];

/**
 * Saves the slip through the window's own button; the window gives each slip a name of its own.
 *
 * @param {Page} page
 */
async function saveSlip(page) {
  const saved = path.join(out, "slips");
  await page.keyboard.press("Control+s");
  // No ledger is open on a first start: the window says that the slip was saved and that it is not on record.
  await page.getByTestId("print-said").filter({ hasText: saved }).waitFor();
  const [name] = await readdir(saved);
  if (name === undefined) throw new Error(`no PDF in ${saved}`);
  await rename(path.join(saved, name), path.join(out, "slip.pdf"));
  await rm(saved, { recursive: true });
}

/**
 * @param {Page} page
 * @param {string} text
 */
async function typed(page, text) {
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

/**
 * @param {import("./setup/electron-runtime.mjs").Runtime} runtime
 * @returns {Promise<number>} exit code
 */
export async function tour(runtime) {
  // Loaded late: on a first start Playwright is only there once the packages are installed.
  const { _electron } = await import("playwright-core");
  const slips = path.join(out, "slips");
  await rm(slips, { recursive: true, force: true });
  await mkdir(slips, { recursive: true });
  const display = await ensureDisplay();
  // A first start every time: what an earlier tour set must not change this one.
  const userData = path.join(out, "tour-profile");
  await rm(userData, { recursive: true, force: true });
  const electron = await _electron.launch({
    executablePath: runtime.executable,
    chromiumSandbox: rootSwitch().length === 0,
    args: [...heldStart, projectRoot, `--user-data-dir=${userData}`, "--lang=zh-CN", `--canbao-test-out=${slips}`],
    env: { ...process.env, ...(display.display === undefined ? {} : { DISPLAY: display.display }) },
  });
  try {
    const page = await electron.firstWindow();
    for (const { does, step } of steps) {
      await step(page).catch((fault) => {
        throw new Error(`The tour stopped at “${does}”: ${fault.message}`, { cause: fault });
      });
    }
    say("No display here, so a sample resident went through the real window. See");
    say(`  ${path.join(out, "counter.png")}, what the clerk sees`);
    say(`  ${path.join(out, "slip.pdf")}, what the resident gets`);
    return 0;
  } finally {
    await electron.close();
    await rm(userData, { recursive: true, force: true });
    display.stop();
  }
}

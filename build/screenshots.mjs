// `npm run screenshots`: drives the real window through what the handbook speaks of, in both languages, and saves each
// state as docs/pictures/<state>.<language>.png. Residents are invented.

import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { buildApp } from "./app.mjs";
import { projectRoot } from "./setup/child.mjs";
import { ensureDisplay } from "./setup/display.mjs";
import { ensureElectron, heldStart, rootSwitch } from "./setup/electron-runtime.mjs";
import { runScript, say } from "./setup/terminal.mjs";
import { smallPng } from "./small-png.mjs";

/** @import { Page } from "playwright-core" */

const pictures = path.join(projectRoot, "docs", "pictures");

/** The check digit is right, the sequence belongs to nobody: born 1962-02-10. */
const ID_NUMBER = "622301196202100024";

/**
 * A resident of Liangzhou up to the payment day; Enter goes from field to field as a clerk does.
 *
 * @param {Page} page
 * @param {{identity?: string, group?: string, eventOn?: string, covered?: string, paidOn: string}} told
 */
async function resident(page, told) {
  await page.keyboard.press("Control+n");
  await page.locator("#idNumber:focus").waitFor();
  await typed(page, ID_NUMBER);
  await typed(page, "王桂兰");
  await typed(page, "hyz");
  await typed(page, told.identity ?? "");
  if (told.identity !== undefined) await page.keyboard.press("Enter");
  await typed(page, told.group ?? "");
  if (told.group !== undefined) await page.keyboard.press("Enter");
  if (told.eventOn !== undefined) await typed(page, told.eventOn);
  await page.keyboard.press(told.covered ?? "y");
  await page.keyboard.press("Enter");
  if (told.covered === "n") await page.keyboard.press("Enter");
  await page.keyboard.type(told.paidOn);
  await page.locator(".pane:not([data-stale]) .answers").waitFor();
}

/**
 * @param {Page} page
 * @param {string} text
 */
async function typed(page, text) {
  if (text !== "") await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

/** @param {Page} page @param {string} screen */
async function open(page, screen) {
  await page.getByTestId(`nav-${screen}`).click();
}

/**
 * The states, in an order in which each follows from the one before.
 *
 * @type {readonly {name: string, reach: (page: Page) => Promise<unknown>}[]}
 */
const states = [
  {
    name: "answer",
    reach: async (page) => {
      await resident(page, { identity: "rural-dibao-1-2", paidOn: "20250115" });
      await page.getByText("2025-04-15", { exact: true }).waitFor();
    },
  },
  {
    name: "help",
    reach: async (page) => {
      await page.keyboard.press("F1");
      await page.getByTestId("help-panel").waitFor();
    },
  },
  {
    name: "keys",
    reach: async (page) => {
      await page.keyboard.press("F1");
      await page.getByTestId("shortcut-sheet").waitFor();
    },
  },
  {
    name: "compare",
    reach: async (page) => {
      await page.keyboard.press("Escape");
      await page.getByTestId("shortcut-sheet").waitFor({ state: "detached" });
      await open(page, "compare");
      await page.getByTestId("dropped-jiangxi/2025").getByRole("button").first().click();
      await page.getByTestId("stand-in-jiangxi/2025").waitFor();
      await page.getByTestId("cell-payable-jiangxi/2025").getByText("80.00").waitFor();
    },
  },
  {
    name: "print",
    reach: async (page) => {
      await open(page, "assess");
      await page.getByTestId("print").click();
      await page.getByRole("dialog").waitFor();
      await page.waitForTimeout(2500);
    },
  },
  {
    name: "not-stated",
    reach: async (page) => {
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "detached" });
      await resident(page, { group: "discharged-soldier", eventOn: "20250530", paidOn: "20250620" });
      await page.getByTestId("review-start-not-stated").waitFor();
    },
  },
  {
    name: "undetermined",
    reach: async (page) => {
      await resident(page, { covered: "n", paidOn: "20241110" });
      await page.getByTestId("review-gap-before-2025").waitFor();
    },
  },
  { name: "none", reach: (page) => resident(page, { paidOn: "20250310" }) },
  {
    name: "rules",
    reach: async (page) => {
      await page.keyboard.press("F2");
      await page.getByTestId("rules-dialog").waitFor();
    },
  },
  {
    name: "household",
    reach: async (page) => {
      await page.keyboard.press("Escape");
      await page.getByTestId("rules-dialog").waitFor({ state: "detached" });
      await resident(page, { identity: "rural-dibao-1-2", paidOn: "20250115" });
      await page.keyboard.press("Control+m");
      await page.locator("#idNumber:focus").waitFor();
      await typed(page, "");
      await typed(page, "20240508");
      await typed(page, "王小满");
      await open(page, "household");
      await page.waitForTimeout(400);
    },
  },
];

/**
 * The rule author's screens. The notice is invented and says so.
 *
 * @type {typeof states}
 */
const authorStates = [
  {
    name: "author-start",
    reach: async (page) => {
      await open(page, "workbench");
      await page.locator("#start-base").selectOption("gansu/2025");
      await page.locator("#start-year").fill("2031");
      await page.locator("#start-number").fill("测医保发〔2030〕1号（虚构，仅供演示）");
      await page.locator("#start-titleZh").fill("虚构通知，仅供演示");
      await page.locator("#start-titleEn").fill("Invented notice, for the picture only");
      await page.locator("#start-issuers").fill("虚构医疗保障局");
      await page.locator("#start-issuedOn").fill("20300901");
    },
  },
  {
    name: "author-amounts",
    reach: async (page) => {
      await page.getByTestId("start-draft").click();
      await page.getByTestId("no-faults").waitFor();
      await page.getByTestId("page-documents").click();
      await page.getByTestId("point-rules:documents/gansu-2030-1").locator(".wb-confirm").click();
      await page.getByTestId("page-amounts").click();
      await page.locator('[id="wb-rules-contribution.standard.value"]').fill("444.00");
      await page.getByTestId("tab-differences").click();
      await page.waitForTimeout(600);
    },
  },
  {
    name: "author-periods",
    reach: async (page) => {
      await page.getByTestId("page-periods").click();
      await page.locator('[id="wb-rules-periods[0].to"]').fill("2030-12-20");
      await page.getByTestId("tab-faults").click();
      await page.getByTestId("fault-list").waitFor();
    },
  },
  {
    name: "author-cases",
    reach: async (page) => {
      await page.locator('[id="wb-rules-periods[0].to"]').fill("2030-12-25");
      await page.getByTestId("no-faults").waitFor();
      await page.getByTestId("page-cases").click();
      await page.getByTestId("add-case").click();
      await page.locator("#wb-cases-case-1-aboutZh").fill("虚构：补充缴费期缴费");
      await page.locator("#wb-cases-case-1-aboutEn").fill("Invented: pays in the supplementary window");
      await page.locator("#wb-cases-case-1-paidOn").fill("2031-01-15");
      await page.locator("#wb-cases-case-1-payable").fill("444.00");
      await page.locator("#wb-cases-case-1-start").fill("2031-04-15");
      await page.locator('[data-testid="case-1"][data-state="passes"]').waitFor();
    },
  },
  {
    name: "author-sign",
    reach: async (page) => {
      await page.getByTestId("page-sign").click();
      await page.getByTestId("checklist").waitFor();
    },
  },
];

/** @param {string} executable @param {"zh-CN" | "en"} language @param {NodeJS.ProcessEnv} env */
async function photograph(executable, language, env) {
  const { _electron } = await import("playwright-core");
  const profile = path.join(projectRoot, "out", `screenshots-${language}`);
  await rm(profile, { recursive: true, force: true });
  await mkdir(profile, { recursive: true });
  // The tour is over, and nothing else is as on a first start.
  await writeFile(path.join(profile, "settings.json"), JSON.stringify({ language, tourSeen: true }));
  const electron = await _electron.launch({
    executablePath: executable,
    chromiumSandbox: rootSwitch().length === 0,
    args: [...heldStart, projectRoot, `--user-data-dir=${profile}`, "--lang=zh-CN"],
    env: /** @type {Record<string, string>} */ (env),
  });
  try {
    const page = await electron.firstWindow();
    await page.getByTestId("rules-button").waitFor();
    await page.locator("#first").waitFor({ state: "detached" });
    await page.emulateMedia({ reducedMotion: "reduce" });
    for (const { name, reach } of [...states, ...authorStates]) {
      await reach(page).catch(async (fault) => {
        await page.screenshot({ path: path.join(projectRoot, "out", "screenshots-stopped.png") });
        throw new Error(`${language}: stopped at “${name}”: ${fault.message}`, { cause: fault });
      });
      await page.waitForTimeout(300);
      const taken = await page.screenshot({ caret: "hide" });
      await writeFile(path.join(pictures, `${name}.${language}.png`), smallPng(taken));
    }
  } finally {
    await electron.close();
    await rm(profile, { recursive: true, force: true });
  }
}

await runScript(async () => {
  const runtime = await ensureElectron();
  await buildApp();
  await mkdir(pictures, { recursive: true });
  const display = await ensureDisplay();
  const env = { ...process.env, ...(display.display === undefined ? {} : { DISPLAY: display.display }) };
  try {
    for (const language of /** @type {const} */ (["zh-CN", "en"])) await photograph(runtime.executable, language, env);
  } finally {
    display.stop();
  }
  say(`${states.length + authorStates.length} states in two languages: ${path.relative(projectRoot, pictures)}`);
  return 0;
});

// A keystroke at the counter while the roster's process works on a whole county: answered within a frame, or not.

import { join } from "node:path";
import type { ElectronApplication, Page } from "playwright-core";
import { inMain } from "../../build/electron-runtime/in-main.mjs";
import { projectRoot } from "../../build/setup/child.mjs";
import type { BenchLine, Benchmark } from "./line.ts";
import { median, quantile } from "./measure.ts";
import { COUNTY_ROWS, generate } from "./roster.ts";
import { answerTimes, watchAnswers, withLauncher } from "./window.ts";

/** One frame of a display that shows sixty a second. */
const BUDGET_MILLISECONDS = 16.7;
const IDLE_KEYS = 100;
const MOST_KEYS = 2_000;

export const keystrokeWhileCounty: Benchmark = { names: ["keystroke-while-county"], run: measure };

function measure(): Promise<readonly BenchLine[]> {
  return withLauncher(async (launch, profiles) => {
    const input = join(profiles, "county.csv");
    await generate(COUNTY_ROWS, input);
    const { electron, page, close } = await launch(projectRoot, join(profiles, "county"));
    try {
      await answerDialogs(electron, input, join(profiles, "county-results.csv"));
      await typeResident(page);
      await watchAnswers(page);
      await typeWhile(page, (keys) => Promise.resolve(keys < IDLE_KEYS));
      const idle = await answerTimes(page);
      await page.getByTestId("nav-roster").click();
      await page.getByTestId("roster-choose").click();
      await page.getByTestId("roster-start").waitFor({ timeout: 120_000 });
      await listenForTheEnd(page);
      await page.getByTestId("roster-start").click();
      await page.getByTestId("roster-running").waitFor();
      await page.getByTestId("nav-assess").click();
      await page.getByTestId("paid-on").focus();
      // A field that comes back from a hidden screen has its cursor at the front.
      await page.keyboard.press("End");
      await watchAnswers(page);
      const from = performance.now();
      await typeWhile(page, async (keys) => keys < MOST_KEYS && !(await ended(page)));
      const seconds = (performance.now() - from) / 1_000;
      const whole = await ended(page);
      const times = await answerTimes(page);
      const ours = quantile(times, 0.95);
      const peer = quantile(idle, 0.95);
      return [
        {
          name: "keystroke-while-county",
          ours,
          unit: "ms",
          peer,
          peerName: "the same keys while no list is worked on (p95)",
          ratio: ours / peer,
          budget: BUDGET_MILLISECONDS,
          budgetText: `p95 ≤ ${BUDGET_MILLISECONDS} ms while ${COUNTY_ROWS} rows are worked on`,
          ok: ours <= BUDGET_MILLISECONDS && whole && times.length > IDLE_KEYS,
          also: {
            "median (ms)": median(times),
            "slowest (ms)": Math.max(...times),
            "keystrokes that changed the answer": times.length,
            "the county took (s)": seconds,
          },
        },
      ];
    } finally {
      await close();
    }
  });
}

/** Answers the system's dialogs, which nobody clicks here. */
async function answerDialogs(electron: ElectronApplication, input: string, output: string): Promise<void> {
  await inMain(
    electron,
    ({ dialog }, given) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [given.input] });
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: given.output });
    },
    { input, output },
  );
}

async function typeResident(page: Page): Promise<void> {
  await page.getByTestId("id-number").waitFor();
  await page.keyboard.type("622301196202100024");
  await page.getByTestId("paid-on").fill("20250115");
  await page.getByText("2025-04-15", { exact: true }).first().waitFor();
  await page.getByTestId("paid-on").focus();
}

/** The last digit of the day changes the answer with every key; as fast as a quick typist. */
async function typeWhile(page: Page, goOn: (keys: number) => Promise<boolean>): Promise<void> {
  for (let keys = 0; await goOn(keys); keys++) {
    await page.keyboard.press("Backspace");
    await page.keyboard.press(String(keys % 2 === 0 ? 6 : 5));
    await page.waitForTimeout(20);
  }
}

async function listenForTheEnd(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.canbao.on("roster.ended", () => Object.assign(window, { rosterEnded: true }));
  });
}

function ended(page: Page): Promise<boolean> {
  return page.evaluate(() => "rosterEnded" in window);
}

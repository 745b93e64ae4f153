// A few screens and a slip against the pictures kept of them: what nobody meant to change looks as it did. Renewing: CONTRIBUTING.md.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inMain } from "../../build/electron-runtime/in-main.mjs";
import { groups, SETTINGS } from "../../build/states/states.mjs";
import { type StartedApplication, startApplication } from "./application.ts";
import { differenceFrom, isCompared } from "./snapshot.ts";

/** The day on which all of it is looked at: the rules of 2025 are in force and their late window is open. */
const NOW = "2025-01-15T09:30:00+08:00";

/** `states` in an order in which one can be reached from the other; those with a picture are `compared`. */
const LOOKS = [
  {
    look: "zh-light",
    settings: { language: "zh-CN", theme: "light" },
    states: ["tour", "empty", "answer", "help", "keys", "compare", "print", "slip-a4", "recall", "household"],
    compared: ["empty", "answer", "compare", "slip-a4", "household"],
  },
  {
    look: "en-dark",
    settings: { language: "en", theme: "dark" },
    states: ["tour", "empty", "answer"],
    compared: ["answer"],
  },
  {
    look: "zh-desk",
    settings: { language: "zh-CN", theme: "light", tourSeen: true },
    states: ["ledger-gate", "ledger-empty"],
    compared: ["ledger-empty"],
  },
] as const;

const reachable = groups.flatMap(({ states }) => states);

describe.each(LOOKS)("$look", ({ look, settings, states, compared }) => {
  let app: StartedApplication;
  let folder: string;
  let chromium: string;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "canbao-snapshots-"));
    const profile = path.join(folder, "profile");
    mkdirSync(profile);
    writeFileSync(path.join(profile, "settings.json"), JSON.stringify({ ...SETTINGS, ...settings }));
    app = await startApplication({ profile, args: [`--canbao-test-out=${folder}`], env: { TZ: "Asia/Shanghai" } });
    const { page } = app;
    const [major = ""] = (await inMain(app.electron, () => process.versions["chrome"] ?? "")).split(".");
    chromium = `chromium-${major}`;
    const cdp = await page.context().newCDPSession(page);
    const size = { width: 1024, height: 768, deviceScaleFactor: 1, mobile: false };
    await cdp.send("Emulation.setDeviceMetricsOverride", size);
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.clock.setFixedTime(NOW);
    await page.reload();
    await page.getByTestId("id-number").waitFor();
    await page.locator("#first").waitFor({ state: "detached" });
  });
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test.for(states)("%s looks as it did", { retry: 0 }, async (name, { skip }) => {
    if (!isCompared(chromium)) skip(`no pictures are kept for ${chromium}`);
    await reach(name);
    if (!compared.some((one) => one === name)) return;
    expect(differenceFrom(chromium, `${name}.${look}`, await picture(name))).toBeNull();
  });

  async function reach(name: string): Promise<void> {
    if (name === "slip-a4") {
      await app.page.getByTestId("paper").selectOption("A4");
      return;
    }
    const state = reachable.find((one) => one.name === name);
    if (state === undefined) throw new Error(`no state is called ${name}`);
    await state.reach({ page: app.page, electron: app.electron, folder });
  }

  async function picture(name: string): Promise<Buffer> {
    const { page } = app;
    // What is typed is answered after a pause, and drawn in letters that may still be on their way.
    await page.waitForTimeout(700);
    await page.evaluate(async () => {
      await document.fonts.ready;
      // Counted from the machine's own day.
      for (const age of document.querySelectorAll<HTMLElement>(".rules-age")) age.style.visibility = "hidden";
    });
    const take = () =>
      name === "slip-a4"
        ? page.getByTestId("slip-preview").screenshot()
        : page.screenshot({ caret: "hide", animations: "disabled" });
    // On a busy machine what is drawn last comes later still: the picture is taken once it stays as it is.
    for (let last = await take(); ; ) {
      await page.waitForTimeout(300);
      const next = await take();
      if (next.equals(last)) return next;
      last = next;
    }
  }
});

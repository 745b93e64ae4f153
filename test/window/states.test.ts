// Every state of the window in both languages: nothing cut, covered or scrolling sideways at the sizes that counters have
// and at 200 %, and nothing that axe-core finds in either theme.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { CDPSession } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { groups, SETTINGS } from "../../build/states/states.mjs";
import { projectRoot, type StartedApplication, startApplication } from "./application.ts";
import { heardInBothThemes } from "./heard.ts";
import { faultsInPage, looked } from "./overflow.ts";

/** The last one is where the next state is reached. 200 % halves the room and doubles the pixels. */
const SIZES = [
  { name: "1024x768", width: 1024, height: 768, scale: 1, large: false },
  { name: "large-print", width: 1024, height: 768, scale: 1, large: true },
  { name: "200%", width: 640, height: 400, scale: 2, large: false },
  { name: "1280x800", width: 1280, height: 800, scale: 1, large: false },
] as const;
/** With CANBAO_PICTURES every state is saved at every size, without it what has a fault. */
const pictures = path.join(projectRoot, "out", "states");

describe.each(
  groups.flatMap(({ name, states }) =>
    (["zh-CN", "en"] as const).map((language) => ({ group: name, language, states })),
  ),
)("$group ($language)", ({ group, language, states }) => {
  let app: StartedApplication;
  let folder: string;
  let cdp: CDPSession;
  let stopped = false;

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    folder = mkdtempSync(path.join(tmpdir(), "canbao-states-"));
    const settings = { ...SETTINGS, language, tourSeen: group !== "counter" };
    const profile = path.join(folder, "profile");
    mkdirSync(profile);
    writeFileSync(path.join(profile, "settings.json"), JSON.stringify(settings));
    app = await startApplication({ profile, args: [`--canbao-test-out=${folder}`] });
    cdp = await app.page.context().newCDPSession(app.page);
    await app.page.emulateMedia({ reducedMotion: "reduce" });
    await resize(SIZES[3]);
  });
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test.each(states)("$name is whole and can be heard", { retry: 0 }, async ({ name, reach }) => {
    // Each state follows from the one before.
    expect(stopped, "a state before this one was not reached").toBe(false);
    stopped = true;
    try {
      await reach({ page: app.page, electron: app.electron, folder });
    } catch (fault) {
      await picture(`${name}-stopped`);
      throw fault;
    }
    stopped = false;
    for (const size of SIZES) {
      await resize(size);
      const faults = await app.page.evaluate(faultsInPage, looked);
      if (faults.length > 0 || process.env["CANBAO_PICTURES"] !== undefined) await picture(`${name}-${size.name}`);
      expect.soft(faults, size.name).toEqual([]);
    }
    expect.soft(await heardInBothThemes(app.page)).toEqual([]);
    expect.soft(app.complaints.splice(0)).toEqual([]);
  });

  async function resize({ width, height, scale, large }: (typeof SIZES)[number]): Promise<void> {
    await cdp.send("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: scale, mobile: false });
    await app.page.evaluate(
      (isLarge) =>
        new Promise((resolve) => {
          document.documentElement.toggleAttribute("data-print", false);
          if (isLarge) document.documentElement.setAttribute("data-print", "large");
          requestAnimationFrame(() => requestAnimationFrame(resolve));
        }).then(() => {
          // As a field is brought into sight when it gets the focus, whatever the size.
          document.activeElement?.scrollIntoView({ block: "nearest" });
        }),
      large,
    );
  }

  async function picture(name: string): Promise<void> {
    await app.page.screenshot({ path: path.join(pictures, `${name}.${language}.png`), caret: "hide" });
  }
});

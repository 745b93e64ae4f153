// The machine itself is odd: it has no fonts, the home cannot be written, people are called long names, the clock stands in another century.

import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, inject, test } from "vitest";
import { fakeClock } from "../../build/setup/system-libraries.mjs";
import { type StartedApplication, type StartOptions, startApplication } from "./application.ts";

const ID = "622301196202100024";
const PASSPHRASE = "凉州区医保 2025 冬";

// Only root may mount, and only there the permissions of a folder mean nothing.
const root = process.platform === "linux" && process.getuid?.() === 0;

let folder: string;
let apps: StartedApplication[];
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "canbao-machine-"));
  apps = [];
});
afterEach(async () => {
  for (const app of apps) await app.close();
  rmSync(folder, { recursive: true, force: true });
});

async function start(options: StartOptions): Promise<StartedApplication> {
  const app = await startApplication({ profile: path.join(folder, "profile"), ...options });
  apps.push(app);
  return app;
}

async function takeResident({ page }: StartedApplication): Promise<void> {
  await page.getByTestId("id-number").fill(ID);
  await page.getByTestId("paid-on").fill("20250115");
  await page.getByTestId("start-figure").filter({ hasText: "2025-04-15" }).waitFor();
}

const picture = async ({ page }: StartedApplication, name: string) => {
  if (process.env["CANBAO_PICTURES"]) await page.screenshot({ path: `out/machine-${name}.png` });
};

/** Starts Electron where the folders named are empty, for it and its children alone. */
function withEmpty(places: readonly string[]): string {
  const file = path.join(folder, "electron");
  const hide = places.filter((place) => existsSync(place)).map((place) => `mount -t tmpfs none ${place}`);
  const inside = [...hide, 'exec "$0" "$@"'].join(" && ");
  writeFileSync(file, `#!/bin/sh\nexec unshare -m sh -c '${inside}' '${inject("electronExecutable")}' "$@"\n`);
  chmodSync(file, 0o755);
  return file;
}

describe("a machine without fonts", () => {
  test("but for Latin letters shows Chinese by the font that the program brings", async () => {
    const fonts = path.join(folder, "fonts.conf");
    writeFileSync(fonts, '<?xml version="1.0"?><fontconfig><dir prefix="relative">fonts</dir></fontconfig>');
    mkdirSync(path.join(folder, "fonts"));
    const latin = path.join(import.meta.dirname, "../../node_modules/@fontsource/noto-sans-sc/files");
    writeFileSync(
      path.join(folder, "fonts", "latin.woff"),
      readFileSync(path.join(latin, "noto-sans-sc-latin-400-normal.woff")),
    );
    const app = await start({ env: { FONTCONFIG_FILE: fonts } });
    await takeResident(app);
    // The font comes after the first paint.
    await expect.poll(() => chineseDrawn(app), { timeout: 20_000 }).toBe(true);
  });

  test.runIf(root)("of any kind starts all the same, and shows Chinese", async () => {
    const executable = withEmpty(["/usr/share/fonts", "/usr/local/share/fonts", "/usr/share/X11/fonts"]);
    const app = await start({ executable, env: { HOME: folder } });
    await takeResident(app);
    // The font comes after the first paint.
    await expect.poll(() => chineseDrawn(app), { timeout: 20_000 }).toBe(true);
    await picture(app, "no-fonts");
    expect(app.log).toEqual([]);
  });

  /** Two characters that look alike in no font but one without either: then both are the same empty box. */
  function chineseDrawn({ page }: StartedApplication): Promise<boolean> {
    return page.evaluate(async () => {
      await document.fonts.load("40px 'Noto Sans SC'", "参一");
      const drawn = ["参", "一"].map((character) => {
        const canvas = document.createElement("canvas");
        const pen = canvas.getContext("2d");
        if (pen === null) return "";
        pen.font = "40px 'Noto Sans SC'";
        pen.fillText(character, 10, 60);
        return canvas.toDataURL();
      });
      const [first, second] = drawn;
      return first !== second && [...document.fonts].some(({ status }) => status === "loaded");
    });
  }
});

describe.runIf(root)("a home that cannot be written", () => {
  test.each([
    ["and has nothing of the program", []],
    ["and holds settings of before", ["settings.json"]],
  ])("%s: answers are given, and that nothing is kept is said", async (_what, kept) => {
    const home = path.join(folder, "home");
    mkdirSync(home);
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=4m", "tmpfs", home]);
    try {
      for (const name of ["Canbao Desk", "canbao-desk"]) {
        const data = path.join(home, ".config", name);
        if (kept.length > 0) mkdirSync(data, { recursive: true });
        for (const file of kept) writeFileSync(path.join(data, file), '{"counterName":"三号"}');
      }
      execFileSync("mount", ["-o", "remount,ro", home]);
      const app = await start({ home });
      await app.page
        .getByTestId("cannot-keep")
        .filter({ hasText: path.join(home, ".config") })
        .waitFor();
      await takeResident(app);
      await picture(app, "read-only");
      const asked = await app.page.evaluate(async (passphrase) => {
        const settings = await window.canbao.invoke("settings.get", undefined);
        const set = await window.canbao.invoke("settings.set", { clerk: "王" });
        const ledger = await window.canbao.invoke("ledger.open", { passphrase });
        return { counter: settings.ok && settings.value.settings.counterName, set, ledger };
      }, PASSPHRASE);
      expect(asked.counter).toBe(kept.length > 0 ? "三号" : "");
      expect(asked.set.ok).toBe(false);
      // No record goes into a folder that is thrown away.
      expect(asked.ledger.ok && asked.ledger.value.state).not.toBe("open");
      expect(app.log.join("\n")).not.toContain(ID);
      await app.close();
      apps.pop();
    } finally {
      execFileSync("umount", ["-l", home]);
    }
  });
});

describe("a person whose home", () => {
  test.each([
    ["has two hundred characters in one name", "x".repeat(200)],
    ["is called in Chinese, with blanks", "王 桂兰 的 家"],
    ["is as long in Chinese as a name may be", "很".repeat(85)],
  ])("%s finds settings, records and drafts there again", async (_what, name) => {
    const home = path.join(folder, name);
    mkdirSync(home);
    const app = await start({ home });
    await takeResident(app);
    const state = await app.page.evaluate(async (passphrase) => {
      await window.canbao.invoke("settings.set", { counterName: "三号" });
      const answer = await window.canbao.invoke("ledger.open", { passphrase });
      return answer.ok && answer.value.state;
    }, PASSPHRASE);
    expect(state).toBe("open");
    expect(await app.page.getByTestId("cannot-keep").count()).toBe(0);
    const [program = ""] = readdirSync(path.join(home, ".config"));
    const data = path.join(home, ".config", program);
    expect(readFileSync(path.join(data, "settings.json"), "utf8")).toContain("三号");
    expect(readdirSync(path.join(data, "ledger"))).toContain("ledger.db");
    expect(app.log).toEqual([]);
    await app.close();
    apps.pop();
    const again = await start({ home });
    const settings = await again.page.evaluate(() => window.canbao.invoke("settings.get", undefined));
    expect(settings.ok && settings.value.settings.counterName).toBe("三号");
  });
});

/** Where it is installed, the whole program, Chromium included, lives in another year. */
describe.runIf(existsSync(fakeClock))("a machine whose clock", () => {
  test.each([
    ["1970-01-02 09:00:00", "1970-01-02"],
    ["2090-12-31 12:00:00", "2090-12-31"],
  ])("says %s offers that day, and answers for the day that is typed", async (clock, today) => {
    const env = { TZ: "Asia/Shanghai", LD_PRELOAD: fakeClock, FAKETIME: `@${clock}`, FAKETIME_DONT_RESET: "1" };
    const app = await start({ env });
    expect(await app.page.getByTestId("paid-on").inputValue()).toBe(today);
    await takeResident(app);
    expect(app.log).toEqual([]);
  });
});

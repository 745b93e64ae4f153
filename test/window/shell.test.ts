// The window opens, is locked down, and speaks to the main process only through the contract.

import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from "vitest";
import { inMain } from "../../build/electron-runtime/in-main.mjs";
import { rootSwitch } from "../../build/setup/electron-runtime.mjs";
import { contentSecurityPolicy } from "../../electron/main/app-protocol.ts";
import { projectRoot, type StartedApplication, startApplication, testEnvironment } from "./application.ts";
import { heardInBothThemes } from "./heard.ts";

let app: StartedApplication;

beforeAll(async () => {
  app = await startApplication();
});
afterAll(() => app.close());
// A complaint that a test did not take out itself is a fault of the window.
afterEach(() => expect(app.complaints.splice(0)).toEqual([]));

describe("the window", () => {
  test("shows the shell in Chinese, without a complaint", async () => {
    expect(await app.page.locator("html").getAttribute("lang")).toBe("zh-CN");
    expect(await app.page.getByTestId("nav-assess").innerText()).toBe("测算");
    await app.page.getByTestId("assess-screen").waitFor();
  });

  test("switches to English and back at once", async () => {
    await app.page.getByTestId("language-switch").click();
    await app.page.getByTestId("nav-assess").getByText("Counter").waitFor();
    expect(await app.page.locator("html").getAttribute("lang")).toBe("en");
    await app.page.getByTestId("language-switch").click();
    await app.page.getByTestId("nav-assess").getByText("测算").waitFor();
  });

  test("is 1280 by 800 at first and never smaller than 1024 by 700", async () => {
    const sizes = await inMain(app.electron, ({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0];
      return { size: window?.getSize(), minimum: window?.getMinimumSize(), title: window?.getTitle() };
    });
    expect(sizes).toEqual({ size: [1280, 800], minimum: [1024, 700], title: "参保台 Canbao Desk" });
  });

  test("keeps its title whatever a page calls itself", async () => {
    await app.page.evaluate(() => {
      document.title = "王桂兰";
    });
    await app.page.waitForTimeout(100);
    const title = await inMain(app.electron, ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle());
    expect(title).toBe("参保台 Canbao Desk");
  });

  test("is heard by axe in both themes, so that an empty result elsewhere means something", async () => {
    await app.page.evaluate(() => {
      const planted = document.createElement("div");
      planted.id = "planted";
      const ink = document.createElement("p");
      ink.textContent = "ink that a dark ground swallows";
      ink.style.color = "#18202c";
      planted.append(document.createElement("button"), ink);
      // Above the tour of a first start.
      Object.assign(planted.style, { position: "fixed", top: "0", zIndex: "9999", background: "var(--background)" });
      document.querySelector("main")?.append(planted);
    });
    const heard = await heardInBothThemes(app.page);
    await app.page.evaluate(() => document.querySelector("#planted")?.remove());
    expect(heard.map(([theme, rule]) => `${theme}: ${rule}`)).toEqual(["light: button-name", "dark: color-contrast"]);
  });

  test("brings its Chinese font with it", async () => {
    // It comes once the window stands: the first paint is in the system's own font.
    const loaded = () =>
      app.page.evaluate(() =>
        [...document.fonts].some((face) => face.family.includes("Noto Sans SC") && face.status === "loaded"),
      );
    await expect.poll(loaded, { timeout: 10_000 }).toBe(true);
  });
});

describe("the page", () => {
  test("has no Node and nothing of Electron but the bridge", async () => {
    const found = await app.page.evaluate(() => {
      const names = ["require", "process", "module", "Buffer", "global", "ipcRenderer", "electron"];
      return { names: names.filter((name) => name in window), bridge: Object.keys(window.canbao).sort() };
    });
    expect(found).toEqual({ names: [], bridge: ["invoke", "on"] });
  });

  test("is served with the strict policy", async () => {
    const policy = await app.page.evaluate(async () =>
      (await fetch("/index.html")).headers.get("content-security-policy"),
    );
    expect(policy).toBe(contentSecurityPolicy);
  });

  test("runs no inline script, no evaluated text and no inline style", async () => {
    const ran = await app.page.evaluate(async () => {
      const script = document.createElement("script");
      script.textContent = "window.inlineRan = true";
      document.body.append(script);
      // In a task of its own: what a test hands in may evaluate text, what it sets off may not.
      const evaluated = await new Promise((resolve) => {
        setTimeout(() => {
          try {
            resolve(new Function("return true")());
          } catch {
            resolve(false);
          }
        });
      });
      const probe = document.createElement("p");
      probe.setAttribute("style", "position:fixed");
      document.body.append(probe);
      const styled = getComputedStyle(probe).position === "fixed";
      probe.remove();
      script.remove();
      return { inline: "inlineRan" in window, evaluated, styled };
    });
    expect(ran).toEqual({ inline: false, evaluated: false, styled: false });
    await app.page.waitForTimeout(50);
    expect(app.complaints.splice(0).filter((text) => !text.includes("Content Security Policy"))).toEqual([]);
  });

  test.each(["/../main/main.js", "/..%2fmain/main.js", "/%2e%2e/main/main.js", "/..%5cmain%5cmain.js", "//etc/passwd"])(
    "cannot read past its own folder: %s",
    async (address) => {
      const answer = await app.page.evaluate(async (url) => {
        const response = await fetch(`app://canbao${url}`).catch(() => undefined);
        return { status: response?.status, text: (await response?.text()) ?? "" };
      }, address);
      expect(answer.status === 404 || answer.status === undefined).toBe(true);
      expect(answer.text).toBe("");
      app.complaints.splice(0);
    },
  );

  test("reaches no network", async () => {
    const reached = await app.page.evaluate(() =>
      Promise.all(
        ["https://example.com/", "http://127.0.0.1:9/", "file:///etc/passwd"].map((url) =>
          fetch(url, { mode: "no-cors" }).then(
            () => url,
            () => null,
          ),
        ),
      ),
    );
    expect(reached).toEqual([null, null, null]);
    app.complaints.splice(0);
    const blocked = await inMain(app.electron, async ({ session }) =>
      session.defaultSession.fetch("https://example.com/").then(
        () => "reached",
        () => "blocked",
      ),
    );
    expect(blocked).toBe("blocked");
  });

  test("opens no window and leaves its place for no other address", async () => {
    const before = app.page.url();
    expect(await app.page.evaluate(() => window.open("https://example.com") === null)).toBe(true);
    for (const address of [
      "https://example.com/",
      "file:///etc/passwd",
      "app://canbao/print.html",
      "data:text/html,x",
    ]) {
      await app.page.evaluate((to) => {
        location.href = to;
      }, address);
      await app.page.waitForTimeout(50);
    }
    expect(app.page.url()).toBe(before);
    expect(app.electron.windows()).toHaveLength(1);
    app.complaints.splice(0);
  });

  test("is given no permission", async () => {
    const states = await app.page.evaluate(async () => {
      const names = ["geolocation", "notifications", "camera", "microphone", "midi"] as PermissionName[];
      const answers = await Promise.all(names.map((name) => navigator.permissions.query({ name })));
      return answers.map((answer) => answer.state);
    });
    expect(new Set(states)).toEqual(new Set(["denied"]));
    const media = await app.page.evaluate(() =>
      navigator.mediaDevices.getUserMedia({ audio: true }).then(
        () => "given",
        (fault: Error) => fault.name,
      ),
    );
    expect(media).not.toBe("given");
  });
});

describe("the bridge", () => {
  const invoke = (channel: unknown, payload: unknown) =>
    app.page.evaluate(([name, value]) => window.canbao.invoke(name as never, value as never), [
      channel,
      payload,
    ] as const);

  test("answers what the application is", async () => {
    const { version } = JSON.parse(readFileSync(path.join(projectRoot, "package.json"), "utf8"));
    expect(await invoke("app.info", undefined)).toMatchObject({
      ok: true,
      value: { version, packaged: false, dataFolder: app.profile, dataFolderWritable: true },
    });
  });

  test.each([
    ["no.such.channel", undefined, "unknown-channel"],
    ["__proto__", undefined, "unknown-channel"],
    [{ evil: true }, undefined, "unknown-channel"],
    ["settings.set", "junk", "invalid-request"],
    ["settings.set", { language: "<script>" }, "invalid-request"],
    ["settings.set", { ruleSet: "gansu/2025", extra: 1 }, "invalid-request"],
    ["settings.get", { unasked: 1 }, "invalid-request"],
  ])("refuses junk: %j %j", async (channel, payload, code) => {
    expect(await invoke(channel, payload)).toMatchObject({ ok: false, error: { code } });
  });

  test("keeps a setting in the data folder", async () => {
    expect(await invoke("settings.set", { counterName: "3 号窗口" })).toMatchObject({ ok: true });
    const written = JSON.parse(readFileSync(path.join(app.profile, "settings.json"), "utf8"));
    expect(written.counterName).toBe("3 号窗口");
  });
});

test("a second start ends at once and leaves the first window alone", async () => {
  const args = [...rootSwitch(), projectRoot, `--user-data-dir=${app.profile}`];
  await promisify(execFile)(inject("electronExecutable"), args, { env: testEnvironment(), timeout: 20_000 });
  expect(await app.page.getByTestId("app-shell").count()).toBe(1);
  expect(app.electron.windows()).toHaveLength(1);
});

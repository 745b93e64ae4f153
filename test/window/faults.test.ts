// What goes wrong on a real counter's computer: the page dies, memory and disk run out, clocks and places are odd, two share one machine.

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { inMain } from "../../build/electron-runtime/in-main.mjs";
import { type StartedApplication, type StartOptions, startApplication } from "./application.ts";

const ID = "622301196202100024";

let folder: string;
let apps: StartedApplication[];
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "canbao-faults-"));
  apps = [];
});
afterEach(async () => {
  for (const app of apps) await app.close();
  rmSync(folder, { recursive: true, force: true });
});

async function start(options: StartOptions = {}): Promise<StartedApplication> {
  const app = await startApplication({ profile: path.join(folder, "profile"), ...options });
  apps.push(app);
  return app;
}

async function typeResident({ page }: StartedApplication): Promise<void> {
  await page.getByTestId("id-number").fill(ID);
  await page.getByTestId("paid-on").fill("20250115");
  await page.getByTestId("start-figure").filter({ hasText: "2025-04-15" }).waitFor();
  // Drafts are handed over a moment after the last key.
  await page.waitForTimeout(700);
}

/** Reads the page by way of the main process: Playwright lets go of a page that crashed once. */
const inPage = ({ electron }: StartedApplication, expression: string): Promise<unknown> =>
  inMain(
    electron,
    ({ BrowserWindow }, code) =>
      BrowserWindow.getAllWindows()[0]
        ?.webContents.executeJavaScript(code)
        .catch(() => undefined),
    expression,
  );

/** Waits for the page that comes after `set off` took the one that is there away, and for the resident in it. */
async function comesBack(app: StartedApplication, setOff: () => Promise<unknown>): Promise<void> {
  const loaded = inMain(
    app.electron,
    ({ BrowserWindow }) =>
      new Promise<void>((resolve) => {
        BrowserWindow.getAllWindows()[0]?.webContents.once("did-finish-load", () => resolve());
      }),
  );
  await setOff();
  await loaded;
  const start = "document.querySelector('[data-testid=start-figure]')?.textContent";
  await expect.poll(() => inPage(app, start), { timeout: 20_000 }).toBe("2025-04-15");
  // The number comes back whole: it is shown masked until it is wanted.
  const number = "(() => { const f = document.querySelector('[data-testid=id-number]'); f.focus(); return f; })()";
  await expect.poll(() => inPage(app, `${number}.value`), { timeout: 5_000 }).toBe(ID);
}

describe("a resident half taken", () => {
  test("is there again after the page crashed", async () => {
    const app = await start();
    await typeResident(app);
    await comesBack(app, () =>
      inMain(app.electron, ({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
      ),
    );
    expect(app.log.join("\n")).not.toContain(ID);
  });

  test("is there again after the page hung and was opened anew", async () => {
    const app = await start();
    await typeResident(app);
    await inMain(app.electron, ({ dialog }) => {
      dialog.showMessageBox = async () => ({ response: 1, checkboxChecked: false });
    });
    void app.page.evaluate("while (true) {}").catch(() => undefined);
    await comesBack(app, () =>
      inMain(app.electron, ({ BrowserWindow }) => void BrowserWindow.getAllWindows()[0]?.emit("unresponsive")),
    );
  });

  test("is there again after the page ran out of memory", async () => {
    const app = await start({ args: ["--js-flags=--max-old-space-size=80"] });
    await typeResident(app);
    await comesBack(app, async () => {
      void app.page
        .evaluate("const all = []; while (true) all.push(new Array(10000).fill(Math.random()))")
        .catch(() => undefined);
    });
    expect(app.log.join("\n")).toMatch(/the page ended: (oom|crashed)/);
  });
});

describe("a fault in the main process", () => {
  test("is told in plain words, once, and the log knows nothing of the resident", async () => {
    const app = await start();
    await typeResident(app);
    const told = await inMain(
      app.electron,
      async ({ dialog }, id) => {
        const said: string[] = [];
        dialog.showMessageBox = async (...given: readonly unknown[]) => {
          const options = given.at(-1) as Electron.MessageBoxOptions;
          said.push([options.message, options.detail, ...(options.buttons ?? [])].join("\n"));
          return { response: 0, checkboxChecked: false };
        };
        for (const fault of [new Error(`王桂兰 ${id}`), new RangeError(id), new Error("third")])
          setTimeout(() => {
            throw fault;
          });
        void Promise.reject(new Error(id));
        await new Promise((resolve) => setTimeout(resolve, 800));
        return said;
      },
      ID,
    );
    expect(told).toHaveLength(1);
    expect(told[0]).toContain("程序内部出了差错");
    expect(told[0]).toContain("重新启动");
    expect(told[0]).not.toMatch(/王桂兰|622301|Error/);
    const log = readFileSync(path.join(app.profile, "faults.log"), "utf8");
    expect(log.match(/uncaught: /g)).toHaveLength(3);
    expect(log.match(/unhandled: /g)).toHaveLength(1);
    expect(log).not.toMatch(/王桂兰|622301/);
    // The counter goes on.
    await app.page.getByTestId("paid-on").fill("20250228");
    await app.page.getByTestId("start-figure").filter({ hasText: "2025-05-29" }).waitFor();
  });
});

describe("odd places", () => {
  test.each([
    ["Pacific/Kiritimati", "en-US"],
    ["Pacific/Pago_Pago", "tr"],
    ["America/St_Johns", "ar"],
  ])("no date moves in %s with %s", async (TZ, language) => {
    const app = await start({ env: { TZ, LANG: `${language.replace("-", "_")}.UTF-8` }, args: [`--lang=${language}`] });
    const today = new Intl.DateTimeFormat("en-CA", { timeZone: TZ }).format(new Date());
    expect(await app.page.getByTestId("paid-on").inputValue()).toBe(today);
    await typeResident(app);
    // On the record as well: the payment as it was typed, the slip on the day of the place.
    const slip = await app.page.evaluate(async (passphrase) => {
      await window.canbao.invoke("ledger.open", { passphrase });
      const resident = { birthDate: "1962-02-10", categories: [], missedYears: [] };
      const request = { ruleSet: "gansu/2025", pastYear: 2025, paidOn: "2025-01-15", resident };
      const people = [{ name: null, idNumber: null, township: null, request }];
      const issued = await window.canbao.invoke("ledger.issue", { nonce: "time-zone", people, document: null });
      if (!issued.ok) return issued.error.code;
      const kept = await window.canbao.invoke("ledger.slip", { number: issued.value.number });
      return kept.ok ? kept.value : kept.error.code;
    }, "凉州区医保 2025 冬");
    expect(slip).toMatchObject({
      day: today,
      number: expect.stringContaining(`-${today.slice(2).replaceAll("-", "")}-`),
      people: [{ figures: { benefit: { start: "2025-04-15", end: "2025-12-31" } } }],
    });
    expect(app.complaints).toEqual([]);
  });

  test.each([
    ["Chinese and blanks", "张 三 的 资料"],
    ["signs", "it's [a] #1 100% & more;"],
    ["two hundred characters", "很长的名字".repeat(12).padEnd(200, "x").slice(0, 80)],
  ])("a data folder with %s in its name keeps settings, records and drafts", async (_what, name) => {
    // Where one name may only be so long, the path grows by folders.
    const profile = path.join(folder, name, name);
    const app = await start({ profile });
    await typeResident(app);
    const opened = await app.page.evaluate(async () => {
      await window.canbao.invoke("settings.set", { counterName: "三号" });
      const answer = await window.canbao.invoke("ledger.open", { passphrase: "凉州区医保 2025 冬" });
      return answer.ok && answer.value.state;
    });
    expect(opened).toBe("open");
    expect(readFileSync(path.join(profile, "settings.json"), "utf8")).toContain("三号");
    expect(readdirSync(path.join(profile, "ledger"))).toContain("ledger.db");
    expect(app.log).toEqual([]);
  });
});

describe("odd clocks", () => {
  test.each([
    ["1970-01-01T08:00:00+08:00", "1970-01-01"],
    ["2090-12-31T12:00:00+08:00", "2090-12-31"],
  ])("at %s the window asks for the payment day and answers for the one that is typed", async (now, day) => {
    const app = await start({ env: { TZ: "Asia/Shanghai" } });
    await app.page.clock.setFixedTime(new Date(now));
    await inMain(
      app.electron,
      (_electron, time) => {
        const started = Date.now();
        const then = new Date(time).getTime();
        const real = Date.now.bind(Date);
        Date.now = () => then + (real() - started);
      },
      now,
    );
    await app.page.reload();
    await app.page.getByTestId("id-number").waitFor();
    expect(await app.page.getByTestId("paid-on").inputValue()).toBe(day);
    await typeResident(app);
    expect(app.log).toEqual([]);
  });
});

describe("a disk that takes nothing", () => {
  // Only root may mount, and only there the permissions of a folder mean nothing.
  const root = process.platform === "linux" && process.getuid?.() === 0;

  test.runIf(root)("full: the answer stays, what could not be kept is said, and with room it goes on", async () => {
    const profile = path.join(folder, "small");
    mkdirSync(profile);
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=48m", "tmpfs", profile]);
    try {
      const app = await start({ profile });
      const filler = path.join(profile, "filler");
      try {
        for (;;) writeFileSync(filler, Buffer.alloc(1024 * 1024), { flag: "a" });
      } catch {
        // Full.
      }
      const set = () =>
        app.page.evaluate(() => window.canbao.invoke("settings.set", { counterName: "三号".repeat(20) }));
      await typeResident(app);
      const refused = await app.page.evaluate(() =>
        window.canbao.invoke("ledger.open", { passphrase: "凉州区医保 2025 冬" }),
      );
      expect(refused.ok && refused.value.state).not.toBe("open");
      expect(await set()).toMatchObject({ ok: false, error: { code: "disk-full" } });
      rmSync(filler);
      expect(await set()).toMatchObject({ ok: true });
      expect(app.page.isClosed()).toBe(false);
      await app.close();
      apps.pop();
    } finally {
      execFileSync("umount", ["-l", profile]);
    }
  });
});

describe("two people on one machine", () => {
  test("work at the same time, each with settings and records of their own", async () => {
    const [first, second] = [
      await start({ profile: path.join(folder, "张三") }),
      await start({ profile: path.join(folder, "李四") }),
    ];
    for (const [app, name] of [
      [first, "张三"],
      [second, "李四"],
    ] as const) {
      const state = await app.page.evaluate(async (clerk) => {
        await window.canbao.invoke("settings.set", { clerk });
        const answer = await window.canbao.invoke("ledger.open", { passphrase: `口令 ${clerk} 2025` });
        return answer.ok && answer.value.state;
      }, name);
      expect(state).toBe("open");
    }
    for (const [app, name] of [
      [first, "张三"],
      [second, "李四"],
    ] as const) {
      expect(readFileSync(path.join(app.profile, "settings.json"), "utf8")).toContain(name);
      expect(existsSync(path.join(app.profile, "ledger", "ledger.db"))).toBe(true);
    }
  });
});

// A page that was taken over asks the main process for everything, in every wrong shape, and from every wrong frame.

import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inMain } from "../../../build/electron-runtime/in-main.mjs";
import type { Outcome } from "../../../shared/ipc/channel.ts";
import { projectRoot, type StartedApplication, startApplication } from "../application.ts";
import { channelNames, dropped, malformedAttempts, misleading, toTheEngine } from "./payloads.ts";

let app: StartedApplication;

beforeAll(async () => {
  app = await startApplication();
});
afterAll(() => app.close());

/** The payload travels as text and becomes an object in the page, so that nothing on the way tidies its keys. */
const ask = (channel: string, json: string): Promise<Outcome<unknown>> =>
  app.page.evaluate(
    ([name, text]) => window.canbao.invoke(name as never, JSON.parse(text) as never) as Promise<never>,
    [channel, json] as const,
  );

async function expectUnharmed(): Promise<void> {
  const polluted = await inMain(app.electron, () => "polluted" in {} || "polluted" in Function.prototype);
  expect(polluted).toBe(false);
  expect(await ask("settings.set", '{"counterName":"3"}')).toMatchObject({ ok: true });
}

describe("wrong shapes", () => {
  test("are more than eight hundred, and every channel is among them", () => {
    expect(malformedAttempts.length).toBeGreaterThan(800);
    expect(new Set(malformedAttempts.map(({ channel }) => channel))).toEqual(new Set(channelNames));
  });

  test.each(channelNames)("%s answers none of them", async (channel) => {
    const attempts = malformedAttempts.filter((attempt) => attempt.channel === channel);
    for (const { what, json } of attempts) {
      const answer = await ask(channel, json);
      expect([what, answer.ok ? answer.value : answer.error.code]).toEqual([what, "invalid-request"]);
    }
  });

  test("leave the main process as it was, its log empty", async () => {
    await expectUnharmed();
    expect(app.log).toEqual([]);
  });
});

describe("names that lead elsewhere", () => {
  test.each(misleading)("$channel refuses $json", async ({ channel, json }) => {
    const answer = await ask(channel, json);
    // Refused in words of the contract; "internal" would mean that it fell over instead.
    expect(answer.ok ? answer.value : "refused").toBe("refused");
    expect(answer.ok || answer.error.code).not.toBe("internal");
  });

  test("leave the main process as it was", expectUnharmed);
});

describe("questions to the engine", () => {
  test.each(toTheEngine.map((json) => [json.slice(0, 110), json]))("%s", async (_shown, json) => {
    const answer = await ask("engine.evaluate", `{"request":${json}}`);
    expect(answer).toMatchObject({ ok: true });
    expect(JSON.parse(String(answer.ok && answer.value))).toMatchObject({ ok: false });
    expect(JSON.stringify(answer)).not.toMatch(/node_modules|\.ts:|\.js:|at .*\(/);
    const advice = await ask("engine.advise", `{"request":${json}}`);
    expect(advice).toMatchObject({ ok: false, error: { code: "not-a-case" } });
  });

  test.each(dropped)("a key that means a prototype is as if it were not there: %s", async (json) => {
    const plain = '{"ruleSet":"gansu/2025","paidOn":"2025-01-15","resident":{}}';
    const answer = await ask("engine.evaluate", `{"request":${json}}`);
    expect(answer).toEqual(await ask("engine.evaluate", `{"request":${plain}}`));
  });

  test("leave the main process as it was", expectUnharmed);
});

describe("sizes that hurt", () => {
  test.each([
    ["drafts.keep", () => `{"drafts":"${"x".repeat(30_000_000)}"}`],
    ["settings.set", () => `{"counterName":"${"字".repeat(5_000_000)}"}`],
    ["ledger.check", () => `{"text":"${"9".repeat(5_000_000)}"}`],
    ["ledger.issue", () => `{"nonce":"12345678","people":[${"{},".repeat(200_000)}{}],"document":null}`],
    ["roster.start", () => `{"list":"x","mapping":${'{"a":'.repeat(300)}1${"}".repeat(300)}}`],
  ])("%s refuses megabytes", async (channel, json) => {
    expect(await ask(channel, json())).toMatchObject({ ok: false, error: { code: "invalid-request" } });
  });

  test("what cannot be copied never leaves the page", async () => {
    const sent = await app.page.evaluate(async () => {
      const things: readonly unknown[] = [
        () => 1,
        Symbol("x"),
        window,
        document.body,
        new WeakMap(),
        Promise.resolve(),
      ];
      const sendings = things.map((thing) =>
        Promise.resolve()
          .then(() => window.canbao.invoke("ledger.slip", thing as never))
          .then(
            (answer) => (answer.ok ? "accepted" : answer.error.code),
            () => "not sent",
          ),
      );
      return Promise.all(sendings);
    });
    for (const outcome of sent) expect(["not sent", "invalid-request"]).toContain(outcome);
  });

  test("leave the main process as it was", expectUnharmed);
});

describe("channels that there are not", () => {
  test.each([
    "",
    " ",
    "app.info ",
    "APP.INFO",
    "__proto__",
    "constructor",
    "hasOwnProperty",
    "canbao:invoke",
    "ELECTRON_BROWSER_REQUIRE",
    "x".repeat(100_000),
  ])("%s", async (channel) => {
    expect(await ask(channel, "null")).toMatchObject({ ok: false, error: { code: "unknown-channel" } });
  });
});

describe("frames that are not the window's own page", () => {
  /** Opens a window with our own preload on a foreign page, and lets that page ask. */
  const askFrom = (address: string) =>
    inMain(
      app.electron,
      async ({ BrowserWindow }, [foreign, preload]) => {
        const window = new BrowserWindow({
          show: false,
          webPreferences: { preload, sandbox: true, contextIsolation: true },
        });
        try {
          await window.loadURL(foreign).catch(() => undefined);
          return (await window.webContents.executeJavaScript(`
            "canbao" in window
              ? Promise.all(["app.info", "settings.get", "ledger.status"].map((name) => canbao.invoke(name, undefined)))
                  .then((answers) => answers.map((answer) => answer.ok ? "answered" : answer.error.code))
              : ["no bridge"]`)) as string[];
        } finally {
          window.destroy();
        }
      },
      [address, path.join(projectRoot, "out/app/preload/preload.cjs")] as const,
    );

  test.each([
    "about:blank",
    "data:text/html,<title>x</title>",
    "data:text/html,<base href='app://canbao/'>",
    "app://elsewhere/index.html",
    "app://canbao.example.com/index.html",
    "file:///etc/hostname",
  ])("%s is answered nothing", async (address) => {
    for (const answer of await askFrom(address)) expect(["refused-sender", "no bridge"]).toContain(answer);
  });

  test("a frame inside the window gets no bridge, whatever it shows", async () => {
    const bridges = await app.page.evaluate(async () => {
      const sources = [
        "about:blank",
        "about:srcdoc",
        "app://canbao/index.html",
        "data:text/html,x",
        "blob:",
        "javascript:1",
      ];
      const found: string[] = [];
      for (const source of sources) {
        const frame = document.createElement("iframe");
        if (source === "about:srcdoc") frame.srcdoc = "<script>parent.document.title='x'</script>";
        else frame.src = source === "blob:" ? URL.createObjectURL(new Blob(["x"], { type: "text/html" })) : source;
        document.body.append(frame);
        await new Promise((resolve) => setTimeout(resolve, 60));
        const inside = frame.contentWindow;
        try {
          if (inside !== null && "canbao" in inside) found.push(source);
        } catch {
          // Of another origin: the page cannot even look.
        }
        frame.remove();
      }
      return found;
    });
    expect(bridges).toEqual([]);
  });
});

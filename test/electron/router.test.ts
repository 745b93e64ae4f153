// The main process answers only questions that have a channel and its shape, and leaks nothing when it fails.

import { describe, expect, test } from "vitest";
import { createRouter, type HandlersAtOnce, type LaterHandlers } from "../../electron/main/ipc/router.ts";
import { describeFault } from "../../electron/main/log.ts";
import { fail, succeed } from "../../shared/ipc/channel.ts";
import { settingsSchema } from "../../shared/ipc/channels/settings.ts";

const sender = { contentsId: 1 };
const settings = settingsSchema.parse({});

function routerWith(handlers: Partial<HandlersAtOnce>, logged: unknown[] = [], later: Partial<LaterHandlers> = {}) {
  const log = (where: string, fault: unknown) => logged.push([where, fault]);
  return createRouter(handlers as HandlersAtOnce, later as LaterHandlers, log);
}

describe("a question from the window", () => {
  test("is answered by its handler", async () => {
    const route = routerWith({ "settings.set": (patch) => succeed({ settings: { ...settings, ...patch } as never }) });
    const answer = await route("settings.set", { language: "en" }, sender);
    expect(answer).toMatchObject({ ok: true, value: { settings: { language: "en" } } });
  });

  const noChannels = [
    "nope",
    "toString",
    "__proto__",
    "ledger.nope",
    "ledger.toString",
    "toString.call",
    ".",
    "ledger",
  ];
  test.each([...noChannels, 7, null, undefined, { a: 1 }])("needs a channel: %s", async (channel) => {
    expect(await routerWith({})(channel, undefined, sender)).toMatchObject({ error: { code: "unknown-channel" } });
  });

  test.each([
    [{ language: "de" }, "language"],
    [{ county: "62060" }, "county"],
    [{ counterName: "x".repeat(61) }, "counterName"],
    [{ unknown: 1 }, ""],
    ["text", ""],
    [undefined, ""],
  ])("needs its channel's shape: %j", async (payload, path) => {
    const answer = await routerWith({})("settings.set", payload, sender);
    expect(answer).toMatchObject({ error: { code: "invalid-request", params: { path } } });
  });

  test("gets an expected failure as it is", async () => {
    const route = routerWith({ "settings.set": () => fail("disk-full") });
    expect(await route("settings.set", {}, sender)).toEqual(fail("disk-full"));
  });

  test("gets no detail of a bug, and neither does the log", async () => {
    const logged: unknown[] = [];
    const bug = () => {
      throw new Error("王桂兰 622301196202100024");
    };
    const answer = await routerWith({ "settings.get": bug }, logged)("settings.get", undefined, sender);
    expect(answer).toEqual(fail("internal"));
    expect(logged).toHaveLength(1);
    const line = describeFault((logged[0] as [string, unknown])[1]);
    expect(line).toContain("Error");
    expect(line).not.toMatch(/王桂兰|622301/);
  });

  test("never gets an answer that breaks the contract", async () => {
    const route = routerWith({ "settings.get": () => succeed({ settings: { language: "de" } } as never) });
    expect(await route("settings.get", undefined, sender)).toEqual(fail("internal"));
  });

  test("loads a domain that few starts need with its first question that has the right shape", async () => {
    let loaded = 0;
    const opened = () => fail("no-ledger" as never);
    const load = async () => {
      loaded += 1;
      return { "ledger.verify": opened } as never;
    };
    const route = routerWith({}, [], { ledger: load });
    expect(await route("ledger.verify", { unasked: 1 }, sender)).toMatchObject({ error: { code: "invalid-request" } });
    expect(loaded).toBe(0);
    expect(await route("ledger.verify", undefined, sender)).toEqual(fail("no-ledger"));
    expect(loaded).toBe(1);
  });

  test("whose domain cannot be loaded is answered as a bug, and the log says where", async () => {
    const logged: unknown[] = [];
    const broken = () => Promise.reject(new Error("no such file"));
    const route = routerWith({}, logged, { ledger: broken });
    expect(await route("ledger.verify", undefined, sender)).toEqual(fail("internal"));
    expect(logged).toMatchObject([["ledger.verify", expect.anything()]]);
  });
});

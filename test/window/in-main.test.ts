// What the tests ask of the main process comes back, also where it is asked in the middle of other work that collects memory.

import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inMain } from "../../build/electron-runtime/in-main.mjs";
import { type StartedApplication, startApplication } from "./application.ts";

const BUSY = 1_000;
const WELL_INTO_IT = 300;

let app: StartedApplication;
beforeAll(async () => {
  app = await startApplication();
});
afterAll(() => app.close());

test("a result is not lost to a collection before the next turn", async () => {
  await inMain(
    app.electron,
    (_modules, busy) => {
      process.getBuiltinModule("node:v8").setFlagsFromString("--expose-gc");
      const collect = process.getBuiltinModule("node:vm").runInNewContext("gc") as () => void;
      setTimeout(() => {
        // Most of the time in plain code: only there the inspector interrupts.
        for (const end = Date.now() + busy; Date.now() < end; collect()) {
          for (const kept: object[] = []; kept.length < 100_000; ) kept.push({});
        }
      });
    },
    BUSY,
  );
  await wait(WELL_INTO_IT);
  expect(await inMain(app.electron, (_modules, given) => given + 1, 1)).toBe(2);
});

test("a promise is waited for, and what is thrown comes back as an error", async () => {
  expect(await inMain(app.electron, async ({ app: application }) => application.isReady())).toBe(true);
  const thrown = inMain(app.electron, () => {
    throw new Error("on purpose");
  });
  await expect(thrown).rejects.toThrow("on purpose");
});

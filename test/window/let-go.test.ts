// What was closed is let go: a clerk opens the same dialogs and screens hundreds of times in a day, and none may stay behind in memory.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { CDPSession } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { counterStates } from "../../build/states/counter.mjs";
import { deskStates } from "../../build/states/desk.mjs";
import { leave, open, resident, useRules } from "../../build/states/typing.mjs";
import { type StartedApplication, startApplication } from "./application.ts";

/** What is made once and kept on purpose is there after so many rounds. */
const FIRST = 2;
const ROUNDS = 6;
/** Less than the smallest dialog has, were it kept in each round. */
const MOST_NODES = 40;
const MOST_LISTENERS = 20;

let app: StartedApplication;
let folder: string;
let cdp: CDPSession;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "canbao-let-go-"));
  app = await startApplication({ args: [`--canbao-test-out=${folder}`] });
  cdp = await app.page.context().newCDPSession(app.page);
  await cdp.send("Performance.enable");
  await state("tour");
  await state("empty");
  await resident(app.page, { identity: "rural-dibao-1-2", paidOn: "20250115" });
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A state of the window, as the pictures and the checks of every state reach it. */
async function state(name: string): Promise<void> {
  const found = [...counterStates, ...deskStates].find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`no state ${name}`);
  await found.reach({ page: app.page, electron: app.electron, folder });
}

/** Once in a while a collection leaves what a pending task still holds: the least of a few is what is kept. */
async function kept(): Promise<{ readonly nodes: number; readonly listeners: number }> {
  const counts: { nodes: number; listeners: number }[] = [];
  for (let at = 0; at < 3; at += 1) {
    await cdp.send("HeapProfiler.collectGarbage");
    const { metrics } = await cdp.send("Performance.getMetrics");
    const countOf = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
    counts.push({ nodes: countOf("Nodes"), listeners: countOf("JSEventListeners") });
  }
  return {
    nodes: Math.min(...counts.map(({ nodes }) => nodes)),
    listeners: Math.min(...counts.map(({ listeners }) => listeners)),
  };
}

const press = (key: string) => app.page.keyboard.press(key);
const dialog = (key: string, testId: string) => async () => {
  await press(key);
  await app.page.getByTestId(testId).waitFor();
  await leave(app.page, testId);
};
const screen = (id: string, shown: string) => async () => {
  await open(app.page, id);
  await app.page.getByTestId(shown).first().waitFor();
  await open(app.page, "assess");
  await app.page.getByTestId("id-number").waitFor();
};

const rounds: Readonly<Record<string, () => Promise<unknown>>> = {
  "the print dialog": async () => {
    await state("print");
    await leave(app.page, "print-dialog");
  },
  "the choice of rules": dialog("F2", "rules-dialog"),
  "the sheet of keys": dialog("Control+/", "shortcut-sheet"),
  "who was served": async () => {
    await state("recall");
    await leave(app.page, "recall-dialog");
  },
  "the look of the window": async () => {
    await state("appearance");
    await leave(app.page, "appearance-dialog");
  },
  "the help panel": async () => {
    await state("help");
    await leave(app.page, "help-panel");
  },
  "a resident": () => resident(app.page, { identity: "rural-dibao-1-2", paidOn: "20250115" }),
  "another language and back": async () => {
    for (const text of ["Counter", "测算"]) {
      await app.page.getByTestId("language-switch").click();
      await app.page.getByTestId("nav-assess").getByText(text).waitFor();
    }
  },
  "another province and back": async () => {
    await useRules(app.page, "jiangxi/2025");
    await useRules(app.page, "gansu/2025");
  },
  "the household": screen("household", "household-screen"),
  "the comparison": screen("compare", "compare-screen"),
  "the rules and their sources": async () => {
    await state("policies");
    await open(app.page, "assess");
  },
  "the packs": async () => {
    await open(app.page, "policies");
    await state("packs");
    await open(app.page, "assess");
  },
  "the author's workbench": screen("workbench", "workbench-screen"),
  "the handbook": screen("help", "handbook-screen"),
  "a village list": async () => {
    for (const name of ["roster-start", "roster-mapping", "roster-result"]) await state(name);
    await app.page.getByTestId("roster-again").click();
    await open(app.page, "assess");
  },
  "the ledger": async () => {
    for (const name of ["ledger-gate", "ledger-empty", "ledger-day", "calibration"]) await state(name);
    await leave(app.page, "calibration-dialog");
    for (const name of ["ledger-townships", "ledger-check", "ledger-keep"]) await state(name);
    await open(app.page, "assess");
  },
};

test.each(Object.entries(rounds))("nothing stays behind of %s", { timeout: 120_000 }, async (_, round) => {
  for (let at = 0; at < FIRST; at += 1) await round();
  const before = await kept();
  for (let at = 0; at < ROUNDS; at += 1) await round();
  const after = await kept();
  expect.soft(after.nodes - before.nodes).toBeLessThan(MOST_NODES);
  expect.soft(after.listeners - before.listeners).toBeLessThan(MOST_LISTENERS);
  expect(app.complaints).toEqual([]);
});

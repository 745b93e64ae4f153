// The counter's settings survive a restart, a broken file and a folder that cannot be written.

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createSettingsStore } from "../../electron/main/settings-store.ts";

const sender = { contentsId: 1 };
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "canbao-settings-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function settingsOf(store: ReturnType<typeof createSettingsStore>) {
  const outcome = await store.get(undefined, sender);
  if (!outcome.ok) throw new Error("settings could not be read");
  return outcome.value;
}

describe("the settings", () => {
  test("start with defaults: Chinese, no rule set chosen", async () => {
    const { settings, setAside } = await settingsOf(createSettingsStore(folder));
    expect(settings).toMatchObject({ language: "zh-CN", ruleSet: null, printer: null });
    expect(setAside).toBeNull();
  });

  test("are there again after a restart", async () => {
    await createSettingsStore(folder).set({ counterName: "3 号窗口", ruleSet: "gansu/2025" }, sender);
    const { settings } = await settingsOf(createSettingsStore(folder));
    expect(settings).toMatchObject({ counterName: "3 号窗口", ruleSet: "gansu/2025", language: "zh-CN" });
  });

  test("keep both of two changes made at once", async () => {
    const store = createSettingsStore(folder);
    await Promise.all([store.set({ language: "en" }, sender), store.set({ printer: "PDF" }, sender)]);
    const written = JSON.parse(readFileSync(path.join(folder, "settings.json"), "utf8"));
    expect(written).toMatchObject({ language: "en", printer: "PDF" });
    expect(readdirSync(folder)).toEqual(["settings.json"]);
  });

  test.each(["{", '{"language":"de"}', "[]", ""])("set an unreadable file aside and say so: %s", async (text) => {
    writeFileSync(path.join(folder, "settings.json"), text);
    const { settings, setAside } = await settingsOf(createSettingsStore(folder));
    expect(settings.language).toBe("zh-CN");
    expect(setAside).toMatch(/^settings\.json\.unreadable-/);
    expect(readFileSync(path.join(folder, setAside ?? ""), "utf8")).toBe(text);
  });

  test("answer a folder that cannot be written with a code, and stay as they were", async () => {
    const file = path.join(folder, "not-a-folder");
    writeFileSync(file, "");
    const store = createSettingsStore(path.join(file, "below"));
    const outcome = await store.set({ language: "en" }, sender);
    expect(outcome).toMatchObject({ ok: false, error: { code: "folder-unwritable" } });
  });
});

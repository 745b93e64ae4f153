// The layer check reads the modules and finds a forbidden arrow.

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { checkLayers } from "../../build/layers.mjs";

const project = path.resolve(import.meta.dirname, "../..");
const rules = path.join(project, ".dependency-cruiser.cjs");
let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "canbao-layers-"));
  for (const layer of [
    "shared/engine",
    "electron/main",
    "electron/cli",
    "electron/preload",
    "renderer/assess",
    "build",
    "test",
  ]) {
    mkdirSync(path.join(root, layer), { recursive: true });
  }
  symlinkSync(path.join(project, "node_modules"), path.join(root, "node_modules"));
  plant("shared/engine/sum.ts", "export const sum = 1;\n");
  plant("electron/main/store.ts", 'import "../../shared/engine/sum.ts";\nexport const store = 1;\n');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function plant(file: string, text: string): void {
  writeFileSync(path.join(root, file), text);
}

describe("the layer check", () => {
  test("reads the modules and lets an allowed arrow pass", async () => {
    plant(
      "renderer/assess/screen.tsx",
      'import { sum } from "../../shared/engine/sum.ts";\nexport const Screen = () => <p>{sum}</p>;\n',
    );
    const { modules, faults } = await checkLayers(root, rules);
    expect(faults).toEqual([]);
    expect(modules).toBeGreaterThanOrEqual(3);
  });

  test.each([
    ["renderer/assess/a.ts", 'import "../../electron/main/store.ts";', "renderer-only-shared"],
    [
      "renderer/assess/a.ts",
      'import type { store } from "../../electron/main/store.ts"; export type S = typeof store;',
      "renderer-only-shared",
    ],
    ["renderer/assess/a.ts", 'import "node:fs";', "renderer-has-no-node"],
    ["shared/engine/a.ts", 'import "node:fs";', "shared-is-platform-free"],
    ["shared/engine/a.ts", 'import "../../electron/main/store.ts";', "shared-stands-alone"],
    ["shared/engine/a.ts", 'import "react";', "shared-knows-no-framework"],
    ["electron/main/a.ts", 'import "../../renderer/assess/screen.ts";', "electron-only-shared"],
    ["electron/cli/a.ts", 'import "../main/store.ts";', "command-line-runs-on-node"],
    ["electron/preload/a.ts", 'import "../../shared/engine/sum.ts";', "preload-stays-small"],
    ["shared/engine/a.ts", 'import "./b.ts"; export const a = 1;', "no-cycles"],
  ])("finds in %s: %s", async (file, text, rule) => {
    plant("renderer/assess/screen.ts", "export const screen = 1;\n");
    plant("shared/engine/b.ts", 'import "./a.ts"; export const b = 1;\n');
    plant(file, `${text}\n`);
    const { faults } = await checkLayers(root, rules);
    expect(faults.some((fault) => fault.startsWith(`${rule}: ${file}`))).toBe(true);
  });
});

// Packages are installed when they are missing or the lockfile changed, and otherwise not.

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { dependencyState, ensureDependencies } from "../../build/setup/dependencies.mjs";

let root: string;
let installs: number;

beforeEach(() => {
  // What the scripts tell a person is not part of the test report.
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  root = mkdtempSync(path.join(tmpdir(), "canbao-packages-"));
  writeFileSync(path.join(root, "package-lock.json"), "{}");
  installs = 0;
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(root, { recursive: true, force: true });
});

const npmCi = (code: number) => async () => {
  installs += 1;
  mkdirSync(path.join(root, "node_modules", "left-behind"), { recursive: true });
  return { code, stdout: "", stderr: code === 0 ? "" : "npm error network" };
};

describe("the packages", () => {
  test("are installed once", async () => {
    expect(dependencyState(root)).toBe("missing");
    await ensureDependencies(root, npmCi(0));
    await ensureDependencies(root, npmCi(0));
    expect(installs).toBe(1);
    expect(dependencyState(root)).toBe("current");
  });

  test("are installed again when the lockfile changed", async () => {
    await ensureDependencies(root, npmCi(0));
    writeFileSync(path.join(root, "package-lock.json"), '{"changed":true}');
    expect(dependencyState(root)).toBe("changed");
    await ensureDependencies(root, npmCi(0));
    expect(installs).toBe(2);
  });

  test("are not taken for installed where npm failed half-way", async () => {
    await expect(ensureDependencies(root, npmCi(1))).rejects.toThrow(/npm error network/);
    expect(dependencyState(root)).toBe("missing");
  });

  test("are left alone where node_modules is a link: somebody else keeps it", async () => {
    mkdirSync(path.join(root, "elsewhere"));
    symlinkSync(path.join(root, "elsewhere"), path.join(root, "node_modules"));
    await ensureDependencies(root, npmCi(0));
    expect(installs).toBe(0);
  });
});

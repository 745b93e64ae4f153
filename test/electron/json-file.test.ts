// A file is written whole or not at all, even when the disk is full.

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import * as files from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { writeWhole } from "../../electron/main/json-file.ts";

vi.mock("node:fs/promises", { spy: true });

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "canbao-file-"));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

/** The disk takes half of what is written and then refuses. */
function failWith(code: string): void {
  vi.mocked(files.open).mockImplementationOnce(async (file) => {
    writeFileSync(String(file), "half");
    const refuse = async (): Promise<never> => {
      throw Object.assign(new Error(code), { code });
    };
    return { writeFile: refuse, sync: refuse, close: async () => {} } as unknown as files.FileHandle;
  });
}

test("a new file replaces the old one", async () => {
  const file = path.join(folder, "slip.pdf");
  writeFileSync(file, "old");
  expect(await writeWhole(file, "new")).toEqual({ ok: true, value: undefined });
  expect(readFileSync(file, "utf8")).toBe("new");
});

test.each([
  ["ENOSPC", "disk-full"],
  ["EDQUOT", "disk-full"],
  ["EACCES", "folder-unwritable"],
  ["EROFS", "folder-unwritable"],
])("%s leaves the old file and nothing beside it, and is said", async (code, said) => {
  const file = path.join(folder, "slip.pdf");
  writeFileSync(file, "old");
  failWith(code);
  expect(await writeWhole(file, "new")).toMatchObject({ ok: false, error: { code: said } });
  expect(readFileSync(file, "utf8")).toBe("old");
  expect(readdirSync(folder)).toEqual(["slip.pdf"]);
});

test("a failure that nobody expects is not swallowed", async () => {
  failWith("EIO");
  await expect(writeWhole(path.join(folder, "slip.pdf"), "new")).rejects.toThrow("EIO");
});

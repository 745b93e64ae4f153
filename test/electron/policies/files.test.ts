// Files that are no rule files at all: nonsense, wrong bytes, cut off, empty, keys twice, gone. Nothing of it stops the rest.

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { loadPolicies } from "../../../electron/policies/store.ts";
import { othersThan } from "../../bundled.ts";
import { loadRewritten, withPolicies } from "./damaged.ts";

const FILE = "jiangxi/2025/rules.json";
const OTHERS = othersThan("jiangxi/2025");

describe("a file that cannot be a rule file", () => {
  it.each([
    ["empty", () => "", /it is empty|ValueExpected/],
    ["cut off in the middle", (text: string) => text.slice(0, 2000), /not JSON: .* at line \d+, column \d+/],
    ["with a comment", (text: string) => `// draft\n${text}`, /not JSON: InvalidCommentToken at line 1, column 1/],
    ["with a comma too many", (text: string) => text.replace(/\}\s*$/, ",}"), /not JSON: .* at line \d+/],
    ["in UTF-16", (text: string) => Buffer.from(text, "utf16le"), /not UTF-8|not JSON/],
    [
      "in GB18030",
      () => Buffer.from([0x7b, 0x22, 0xb8, 0xca, 0xcb, 0xe0, 0x22, 0x7d]),
      /is not UTF-8 text; save it as UTF-8/,
    ],
    ["a number", () => "42", /^expected an object in braces, found /],
    ["a list", () => "[]", /^expected an object in braces, found /],
    ["deeply nested", () => "[".repeat(100_000), /nests deeper than 200 brackets/],
  ] as const)("%s", (_what, rewrite, says) => {
    const { ruleSets, faults } = loadRewritten(FILE, rewrite);
    expect([...ruleSets.keys()]).toEqual(OTHERS);
    expect(faults).not.toEqual([]);
    for (const fault of faults) expect(fault.file).toBe(FILE);
    expect(faults[0]?.message).toMatch(says);
  });

  it("50 MB of nonsense is refused by its size, at once", () => {
    withPolicies((folder) => {
      truncateSync(path.join(folder, FILE), 50 * 1024 * 1024);
      // Its own time, not the clock's: on a busy machine a second on the clock says nothing.
      const since = process.threadCpuUsage();
      const { ruleSets, faults } = loadPolicies(folder);
      const { user, system } = process.threadCpuUsage(since);
      expect((user + system) / 1000).toBeLessThan(2000);
      expect([...ruleSets.keys()]).toEqual(OTHERS);
      expect(faults).toHaveLength(1);
      expect(faults[0]).toMatchObject({ file: FILE, path: "" });
      expect(faults[0]?.message).toMatch(
        /has 52428800 bytes; a rule file has at most \d+\. Check that it is the right/,
      );
    });
  });

  it("a key that stands twice is named with line and column, not silently overwritten", () => {
    const { ruleSets, faults } = loadRewritten(FILE, (text) =>
      text.replace('"coverageYear": 2025,', '"coverageYear": 2025,\n  "coverageYear": 2026,'),
    );
    expect([...ruleSets.keys()]).toEqual(OTHERS);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({ file: FILE, path: "coverageYear" });
    expect(faults[0]?.message).toMatch(/stands twice in one object, again at line \d+, column 3; remove one/);
  });

  it("a key that stands twice deep inside is named with its whole path", () => {
    const { faults } = loadRewritten(FILE, (text) => text.replace(/("aid": "320\.00",)/, '$1 "aid": "321.00",'));
    expect(faults.map((fault) => fault.path)).toEqual(["aid.categories[1].aid"]);
  });

  it("a UTF-8 file that begins with a byte order mark is read all the same", () => {
    const { ruleSets, faults } = loadRewritten(FILE, (text) => `\uFEFF${text}`);
    expect(faults).toEqual([]);
    expect(ruleSets.size).toBe(othersThan().length);
  });

  it("rules.json is missing from its folder", () => {
    withPolicies((folder) => {
      rmSync(path.join(folder, FILE));
      const { ruleSets, faults } = loadPolicies(folder);
      expect([...ruleSets.keys()]).toEqual(OTHERS);
      expect(faults).toEqual([
        { file: FILE, path: "", message: "cannot be read (ENOENT); check that the file is there and may be read" },
      ]);
    });
  });

  it("rules.json is a folder", () => {
    withPolicies((folder) => {
      rmSync(path.join(folder, FILE));
      mkdirSync(path.join(folder, FILE));
      const { ruleSets, faults } = loadPolicies(folder);
      expect([...ruleSets.keys()]).toEqual(OTHERS);
      expect(faults[0]?.message).toMatch(/cannot be read \(EISDIR\)/);
    });
  });

  it("rules.json is a link to nowhere", () => {
    withPolicies((folder) => {
      rmSync(path.join(folder, FILE));
      symlinkSync("nowhere.json", path.join(folder, FILE));
      expect(loadPolicies(folder).faults[0]).toMatchObject({ file: FILE, path: "" });
    });
  });
});

describe("a folder without rule sets", () => {
  it("has none and no fault", () => {
    const folder = mkdtempSync(path.join(tmpdir(), "canbao-none-"));
    try {
      writeFileSync(path.join(folder, "notes.txt"), "nothing here");
      expect(loadPolicies(folder)).toMatchObject({ faults: [] });
      expect(loadPolicies(path.join(folder, "missing")).ruleSets.size).toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

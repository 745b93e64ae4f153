// `calc rules` and the command's manners: what is bundled, what it says, whether it is sound, and how it refuses.

import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { othersThan } from "../../bundled.ts";
import { withPolicies } from "../policies/damaged.ts";
import { calc, rulesHere } from "./calc.ts";

describe("calc", () => {
  it("explains itself: commands, exit statuses and an example", { timeout: 60_000 }, async () => {
    for (const ask of [["--help"], ["evaluate", "-h"]]) {
      const { code, stdout, stderr } = await calc(ask);
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      for (const word of ["evaluate", "batch", "rules check", "Exit status", '"ruleSet":"gansu/2025"'])
        expect(stdout).toContain(word);
    }
  });

  it("without a command shows the manual and leaves with 2", { timeout: 60_000 }, async () => {
    expect(await calc([])).toMatchObject({ code: 2 });
  });

  it("refuses a command that it does not have and names those it has", { timeout: 60_000 }, async () => {
    const { code, stdout, stderr } = await calc(["frobnicate"]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/unknown command "frobnicate"; there are evaluate, batch, rules and packs/);
  });
});

describe("calc rules", () => {
  it("list: the rule sets with status and coverage year", () => {
    const { code, stdout, stderr } = rulesHere("list");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const listed = JSON.parse(stdout);
    expect(listed.map(({ id }: { id: string }) => id)).toEqual(othersThan());
    expect(listed.filter(({ coverageYear }: { coverageYear: number }) => coverageYear === 2025)).toMatchObject([
      {
        id: "gansu/2025",
        coverageYear: 2025,
        status: "in-force",
        hash: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      },
      { id: "jiangxi/2025", coverageYear: 2025, status: "in-force" },
      { id: "xinzhou/2025", coverageYear: 2025, status: "in-force" },
    ]);
  });

  it("show: one rule set whole, every citation with the layer that stated it", async () => {
    const { code, stdout } = rulesHere("show", "gansu/2025");
    expect(code).toBe(0);
    const shown = JSON.parse(stdout);
    expect(shown).toMatchObject({ id: "gansu/2025", standard: "400.00", rules: { coverageYear: 2025 } });
    expect(shown.rules.contribution.standard.cite).toMatchObject({ layer: "gansu/2025", article: "二（二）" });
  });

  it("show: a rule set that is not there, or none named", async () => {
    expect(rulesHere("show", "guangdong/2025")).toMatchObject({
      code: 1,
      stdout: "",
      stderr: expect.stringContaining('no rule set "guangdong/2025"; known: gansu/2025, gansu/2026, guizhou/2026'),
    });
    expect(rulesHere("show")).toMatchObject({ code: 2, stdout: "" });
  });

  it("check: the bundled rule sets are sound", async () => {
    expect(rulesHere("check")).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^\d+ rule sets, no fault: gansu\/2025, .*; [1-9]\d* worked cases hold\n$/),
      stderr: "",
    });
  });

  it("check: a worked case that does not hold is named with file, case and path, and 1", () => {
    const { code, stdout } = withPolicies((folder) => {
      const file = path.join(folder, "jiangxi/2025/cases.json");
      const data = JSON.parse(readFileSync(file, "utf8"));
      data.cases[1].expect.benefit.start = "2025-06-06";
      writeFileSync(file, JSON.stringify(data));
      return rulesHere("check", folder);
    });
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^jiangxi\/2025\/cases\.json: cases\[1\] \([^)]+\): benefit\.start: expected "2025-06-06", got "2025-06-05"\n$/,
    );
  });

  it("check: a file of worked cases that is not in order is a fault, and 1", () => {
    const { code, stdout } = withPolicies((folder) => {
      writeFileSync(
        path.join(folder, "xinzhou/2025/cases.json"),
        '{"format":"canbao-cases/1","ruleSet":"xinzhou/2025"}',
      );
      return rulesHere("check", folder);
    });
    expect({ code, stdout }).toEqual({
      code: 1,
      stdout: expect.stringMatching(/^xinzhou\/2025\/cases\.json: cases: /),
    });
  });

  it("check: one line a fault with file and path, and 1", async () => {
    const { code, stdout } = withPolicies((folder) => {
      writeFileSync(path.join(folder, "jiangxi/2025/rules.json"), '{"format":"canbao-rules/1","format":"x"}');
      rmSync(path.join(folder, "xinzhou/2025/rules.json"));
      return rulesHere("check", folder);
    });
    expect(code).toBe(1);
    expect(stdout.trimEnd().split("\n")).toEqual([
      expect.stringMatching(
        /^jiangxi\/2025\/rules\.json: format: the key stands twice .* line 1, column 28; remove one$/,
      ),
      expect.stringMatching(/^xinzhou\/2025\/rules\.json: cannot be read \(ENOENT\)/),
    ]);
  });

  it("check: a folder without rule sets is a fault too", async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "canbao-none-"));
    try {
      expect(rulesHere("check", folder)).toMatchObject({
        code: 1,
        stdout: expect.stringContaining("no rule set found"),
      });
      expect(rulesHere("check", path.join(folder, "missing"))).toMatchObject({ code: 1 });
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it("list: what loads is listed although something else is broken, and the fault goes to stderr", async () => {
    const { code, stdout, stderr } = withPolicies((folder) => {
      writeFileSync(path.join(folder, "gansu/2025/rules.json"), "");
      return rulesHere("list", "--policies", folder);
    });
    expect(code).toBe(1);
    expect(JSON.parse(stdout).map(({ id }: { id: string }) => id)).toEqual(othersThan("gansu/2025"));
    expect(stderr).toMatch(/^gansu\/2025\/rules\.json: /);
  });

  it("refuses what it does not understand", async () => {
    expect(rulesHere()).toMatchObject({ code: 2, stdout: "" });
    expect(rulesHere("burn")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("list, show ID, check [FOLDER] and diff A B"),
    });
    expect(rulesHere("list", "--colour")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("known options: --policies"),
    });
  });
});

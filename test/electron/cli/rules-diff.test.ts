// `calc rules diff`: by id, by file and by pack, in words and for a machine.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { dearer, packOf, partsWith } from "../packs/fixture.ts";
import { rulesHere } from "./calc.ts";

const folder = mkdtempSync(path.join(tmpdir(), "canbao-diff-"));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(name: string, change: (text: string) => string): string {
  const file = path.join(folder, name);
  writeFileSync(file, change(readFileSync("policies/gansu/2025/rules.json", "utf8")));
  return file;
}

describe("calc rules diff", () => {
  it("says in Chinese what changed, with old, new and both citations", () => {
    const { code, stdout, stderr } = rulesHere("diff", "gansu/2025", "jiangxi/2025");
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    expect(stdout).toMatch(/^gansu\/2025 → jiangxi\/2025\n/);
    expect(stdout).toContain(
      "大病保险人均标准：数额：115.00 → 未载明［旧：甘医保发〔2024〕54号 二（三）（证据A）；新：赣医保发〔2024〕7号 一（三）（证据A，未写明）］",
    );
  });

  it("compares a file with the rule set at hand, in English", () => {
    const file = fileOf("a.json", (text) => text.replace('"aid": "310.00"', '"aid": "320.00"'));
    const { code, stdout } = rulesHere("diff", "gansu/2025", file, "--language", "en");
    expect(code).toBe(1);
    expect(stdout).toContain(
      "rural subsistence, classes 1–2: Aid: 310.00 → 320.00 [old: 甘医保发〔2024〕54号 附表2 (grade A)",
    );
    expect(stdout).toMatch(/1 difference; points only cited anew: 0\n$/);
  });

  it("hands a machine every difference with its place, values and citations", () => {
    const file = fileOf("b.json", (text) => text.replace('"to": "2025-02-28"', '"to": "2025-03-01"'));
    const { stdout } = rulesHere("diff", "gansu/2025", file, "--json");
    expect(JSON.parse(stdout)).toMatchObject({
      old: "gansu/2025",
      differences: [
        {
          kind: "changed",
          section: "periods",
          key: "periods/supplementary",
          changes: [{ names: ["to"], old: "2025-02-28", new: "2025-03-01", movedByYears: null }],
          oldCite: {
            document: "gansu-2024-54",
            number: "甘医保发〔2024〕54号",
            article: "五（一）、五（二）",
            grade: "A",
          },
        },
      ],
    });
  });

  it("leaves with 0 where nothing differs", () => {
    expect(rulesHere("diff", "gansu/2025", "gansu/2025")).toMatchObject({ code: 0, stderr: "" });
  });

  it("names what it cannot find, cannot read, or does not understand", () => {
    expect(rulesHere("diff", "gansu/2025", "gansu/2031")).toMatchObject({
      code: 1,
      stdout: "",
      stderr: expect.stringContaining('"gansu/2031" is neither a file nor a rule set; known: gansu/2025'),
    });
    const broken = fileOf("c.json", (text) => text.replace('"fixed": 90', '"fixed": 9.5'));
    expect(rulesHere("diff", "gansu/2025", broken)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("wait.lengths.day.fixed"),
    });
    expect(rulesHere("diff", "gansu/2025")).toMatchObject({ code: 2 });
    expect(rulesHere("diff", "gansu/2025", "jiangxi/2025", "--language", "fr")).toMatchObject({ code: 2 });
  });
});

describe("calc rules diff with a signed pack", () => {
  const packed = (name: string, bytes: Uint8Array): string => {
    const file = path.join(folder, name);
    writeFileSync(file, bytes);
    return file;
  };
  const both = new Map([...dearer("9.0.0"), ...partsWith("jiangxi/2025")]);

  it("says what a pack would change, before anybody takes it in", () => {
    const file = packed("甘肃.canbaopack", packOf({}, dearer("9.0.0")).bytes);
    const { code, stdout, stderr } = rulesHere("diff", "gansu/2025", file);
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    expect(stdout).toContain(`gansu/2025 → gansu/2025 (${file})`);
    expect(stdout).toContain("个人缴费标准：数额：400.00 → 420.00［旧：甘医保发〔2024〕54号 二（二）（证据A）");
    expect(rulesHere("diff", file, file)).toMatchObject({ code: 0, stderr: "" });
  });

  it("asks which rule set of several is meant, and takes the one named behind #", () => {
    const file = packed("two.canbaopack", packOf({}, both).bytes);
    const asked = rulesHere("diff", "gansu/2025", file);
    expect(asked).toMatchObject({ code: 1, stdout: "" });
    expect(asked.stderr).toContain(`which rule set? ${file}#gansu/2025, ${file}#jiangxi/2025`);
    const { stdout } = rulesHere("diff", "gansu/2025", `${file}#gansu/2025`, "--json");
    expect(JSON.parse(stdout)).toMatchObject({ old: "gansu/2025", new: `gansu/2025 (${file})` });
    expect(rulesHere("diff", "gansu/2025", `${file}#gansu/2031`).stderr).toContain("which rule set?");
  });

  it("believes no pack with a byte changed, and says so", () => {
    const bytes = Uint8Array.from(packOf({}, dearer("9.0.0")).bytes);
    bytes[bytes.length - 100] = (bytes[bytes.length - 100] ?? 0) ^ 1;
    const file = packed("changed.canbaopack", bytes);
    expect(rulesHere("diff", "gansu/2025", file)).toMatchObject({
      code: 1,
      stdout: "",
      stderr: `rules diff: ${file}: bad-signature\n`,
    });
  });
});

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runBatch } from "../../../electron/cli/batch.ts";
import { folder, list, plainRows, rowsOf } from "./lists.ts";

async function batch(
  args: readonly string[],
  interrupt = false,
): Promise<{ readonly exit: number; readonly told: string; readonly output: string }> {
  const output = join(folder(), "results.csv");
  let told = "";
  const exit = await runBatch(["--rule-set", "gansu/2025", "--out", output, ...args], {
    stderr: {
      write: (text: string) => {
        told += text;
      },
    },
    onInterrupt: (stop) => {
      if (interrupt) stop();
      return () => undefined;
    },
  });
  return { exit, told, output };
}

describe("calc batch", () => {
  it("ends with 0 where every row is computed", async () => {
    const { exit, told, output } = await batch(["--in", list(plainRows(3)), "--language", "en"]);
    expect(exit).toBe(0);
    expect(told).toContain("3 rows, 3 computed, 0 with problems, 0 for a person");
    expect(rowsOf(readFileSync(output, "utf8"))).toHaveLength(4);
  });

  it("ends with 1 where some rows have a problem; all rows are there, and the unknown name is told", async () => {
    const { exit, told, output } = await batch([
      "--in",
      list("name,categories,paid_on\n甲,五保,2024-11-03\n乙,,2024-11-03\n"),
    ]);
    expect(exit).toBe(1);
    expect(told).toContain("五保 (aid identities), 1 row");
    expect(rowsOf(readFileSync(output, "utf8"))).toHaveLength(3);
  });

  it.each([
    ["no list", ["--in", "/nowhere.csv"], "/nowhere.csv"],
    ["no --in", [], "--in"],
    ["an option nobody knows", ["--in", "x.csv", "--colour", "red"], "--colour"],
    ["a column nobody knows", ["--in", "x.csv", "--column", "age=年龄"], "age"],
    [
      "an area that nobody knows",
      ["--rule-set", "henan/2027", "--in", "x.csv"],
      "unknown-rule-set: 没有规则集 henan/2027",
    ],
    ["settings that are none", ["--in", "x.csv", "--settings", "/nowhere.json"], "--settings"],
  ])("ends with 2 on %s and says so", async (_, args, expected) => {
    const { exit, told, output } = await batch(args);
    expect(exit).toBe(2);
    expect(told).toContain(expected);
    expect(existsSync(output)).toBe(false);
  });

  it("names the notice that is missing, what is known of the year and what is not, in either language", async () => {
    const chinese = await batch(["--rule-set", "gansu/2027", "--in", list(plainRows(1))]);
    expect(chinese.exit).toBe(2);
    expect(existsSync(chinese.output)).toBe(false);
    expect(chinese.told).toContain("missing-year: 2027 年度：缺本地区 2027 年度的参保缴费通知。");
    expect(chinese.told).toContain("提高 24 元");
    expect(chinese.told).toContain("政府工作报告（2026-03-05），来源等级 B");
    expect(chinese.told).toContain("还不知道：个人缴费标准、缴费期、资助参保标准、待遇等待期。");
    expect(chinese.told).toContain("现有：gansu/2025、gansu/2026，不能互相代替");
    const english = await batch(["--rule-set", "gansu/2027", "--in", list(plainRows(1)), "--language", "en"]);
    expect(english.told).toContain(
      "this area's notice for coverage year 2027 is missing. Known: the subsidy a head rises",
    );
    expect(english.told).toContain("no year stands in for another");
  });

  it("says what is kept of a list that breaks off", async () => {
    const { exit, told, output } = await batch(["--in", list(`${plainRows(2)}甲,"x"y,\n`), "--language", "en"]);
    expect(exit).toBe(2);
    expect(told).toContain("row 4, column id_number");
    expect(told).toContain(`done up to row 3; the result so far is in ${output}.part`);
  });

  it("interrupted, keeps what is done and says how to go on", async () => {
    const { exit, told } = await batch(["--in", list(plainRows(20_000)), "--language", "en"], true);
    expect(exit).toBe(2);
    expect(told).toContain("run the same command again");
  });

  it("follows columns, names and readings given as options or as a file", async () => {
    const input = list("name,身份,付款\n甲,五保,2024-11-03\n");
    const options = await batch(["--in", input, "--column", "paid_on=付款", "--category", "五保=extreme-poverty"]);
    expect(rowsOf(readFileSync(options.output, "utf8"))[1]?.[3]).toBe("0.00");
    const mapping = join(folder(), "mapping.json");
    writeFileSync(mapping, JSON.stringify({ columns: { paid_on: "付款", categories: "" } }));
    const file = await batch(["--in", input, "--mapping", mapping]);
    expect(rowsOf(readFileSync(file.output, "utf8"))[1]?.slice(3, 6)).toEqual(["", "", ""]);
  });

  it("answers by what the bureau has settled", async () => {
    const input = list("name,categories,missed_years,paid_on\n甲,,2024,2024-11-10\n");
    const settings = join(folder(), "bureau.json");
    const decision = {
      action: "settle",
      at: "2025-01-06",
      ruleSet: "gansu/2025",
      interpretation: "gap-counted-from",
      option: "any-year",
      issuer: "局",
      document: "3号",
    };
    writeFileSync(settings, JSON.stringify({ format: "canbao-bureau/1", decisions: [decision] }));
    const { output } = await batch(["--in", input, "--settings", settings]);
    expect(rowsOf(readFileSync(output, "utf8"))[1]?.slice(9, 11)).toEqual(["exact", "2025-04-01"]);
  });

  it("writes the summary and the rows for a person where it is asked to", async () => {
    const summary = join(folder(), "summary.json");
    const review = join(folder(), "review.csv");
    await batch([
      "--in",
      list("name,categories,missed_years,paid_on\n甲,,2024,2024-11-10\n"),
      "--summary",
      summary,
      "--review",
      review,
    ]);
    expect(JSON.parse(readFileSync(summary, "utf8"))).toMatchObject({ all: { rows: 1, review: 1 } });
    expect(rowsOf(readFileSync(review, "utf8"))[1]?.[4]).toBe("gap-before-2025");
  });
});

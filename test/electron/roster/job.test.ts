import { describe, expect, it } from "vitest";
import { ANSWER_COLUMNS } from "../../../shared/roster/answer.ts";
import { HEADER, list, plainRows, problemIn, rowsOf, work } from "./lists.ts";

/** GB18030 bytes of the texts below, as `iconv -t GB18030` gives them. */
const GB18030_LIST = Buffer.from(
  "d0d5c3fb2cd2bdc1c6bec8d6fac9edb7dd2cbdc9b7d1cab1bce40a" + // 姓名,医疗救助身份,缴费时间
    "d5c5c8fd2cb9c2b6f92c323032342d31312d30330a", // 张三,孤儿,2024-11-03
  "hex",
);

describe("a list comes back with its answers", () => {
  it("every row in its order, every column as it was, then the contract's thirteen and the articles", async () => {
    const content = `${HEADER},村（居）\n张三,,1980-05-01,620602,柏树镇,,,0,2024-11-03,一村\n" 李,四 ",,1962-02-10,,"a\nb",农村低保一类,,0,2025/1/15,"他说""好"""\n`;
    const { rows, report } = await work(list(content));
    expect(report.status).toBe("done");
    const [header, first, second] = rows;
    expect(header).toEqual([...HEADER.split(","), "村（居）", ...ANSWER_COLUMNS]);
    expect(first?.slice(0, 10)).toEqual([
      "张三",
      "",
      "1980-05-01",
      "620602",
      "柏树镇",
      "",
      "",
      "0",
      "2024-11-03",
      "一村",
    ]);
    expect(first?.slice(10)).toEqual([
      "400.00",
      "0.00",
      "",
      "",
      "concentrated",
      "exact",
      "2025-01-01",
      "2025-12-31",
      "",
      "",
      "",
      "",
      "",
      "甘医保发〔2024〕54号 五（一）、五（二）;甘医保发〔2024〕54号 二（二）",
    ]);
    expect(second?.slice(0, 10)).toEqual([
      " 李,四 ",
      "",
      "1962-02-10",
      "",
      "a\nb",
      "农村低保一类",
      "",
      "0",
      "2025/1/15",
      '他说"好"',
    ]);
    expect(second?.slice(10)).toEqual([
      "90.00",
      "310.00",
      "rural-dibao-1-2",
      "",
      "supplementary",
      "exact",
      "2025-04-15",
      "2025-12-31",
      "2025-01-15",
      "2025-04-14",
      "",
      "",
      "",
      "甘医保发〔2024〕54号 五（一）、五（二）;甘医保发〔2024〕54号 五（二）;甘医保发〔2024〕54号 二（二）;甘医保发〔2024〕54号 附表2",
    ]);
  });

  it.each([
    ["UTF-8", Buffer.from("姓名,医疗救助身份,缴费时间\n张三,孤儿,2024-11-03\n"), false],
    ["UTF-8 with a mark", Buffer.from("\ufeff姓名,医疗救助身份,缴费时间\n张三,孤儿,2024-11-03\n"), true],
    ["GB18030", GB18030_LIST, true],
    [
      "UTF-16 as Excel's Unicode text",
      Buffer.from("\ufeff姓名\t医疗救助身份\t缴费时间\r\n张三\t孤儿\t2024-11-03\r\n", "utf16le"),
      true,
    ],
  ])("in %s", async (_, content, marked) => {
    const { text } = await work(list(content));
    expect(text.startsWith("\ufeff")).toBe(marked);
    const rows = rowsOf(text, text.includes("\t") ? "\t" : ",");
    expect(rows[0]?.slice(0, 3)).toEqual(["姓名", "医疗救助身份", "缴费时间"]);
    expect(rows[1]?.slice(0, 6)).toEqual(["张三", "孤儿", "2024-11-03", "0.00", "400.00", "orphan"]);
  });

  it.each([",", "\t", ";"])("separated by %j, and so is the result", async (separator) => {
    const cells = [
      ["姓名", "救助身份", "缴费时间"],
      ["张,三;李\t四", "孤儿", "2024-11-03"],
    ];
    const content = cells.map((row) => row.map((cell) => `"${cell}"`).join(separator)).join("\r\n");
    const { text } = await work(list(content));
    expect(text).toContain("\r\n");
    expect(rowsOf(text, separator)[1]?.slice(0, 4)).toEqual(["张,三;李\t四", "孤儿", "2024-11-03", "0.00"]);
  });

  it("a title above the header stays above it", async () => {
    const { text } = await work(list("凉州区2025年资助明细,,\n姓名,救助身份,缴费时间\n张三,孤儿,2024-11-03\n"));
    expect(
      text
        .split("\n")
        .slice(0, 3)
        .map((line) => line.split(",").slice(0, 4)),
    ).toEqual([
      ["凉州区2025年资助明细", "", ""],
      ["姓名", "救助身份", "缴费时间", "payable"],
      ["张三", "孤儿", "2024-11-03", "0.00"],
    ]);
  });

  it("Chinese characters across the borders of what is read at once", async () => {
    const names = Array.from({ length: 30_000 }, (_, index) => `居民${"甲乙丙丁".repeat(index % 7)}${index}`);
    const { rows } = await work(
      list(`name,categories,paid_on\n${names.map((name) => `${name},,2024-11-03`).join("\n")}\n`),
    );
    expect(rows.slice(1).map((row) => row[0])).toEqual(names);
  });

  it("rows with a problem are among the others, and the report counts them", async () => {
    const { rows, report } = await work(list(`name,categories,paid_on\n甲,,2024-11-03\n乙,五保,2024-11-03\n丙,,\n`));
    expect(rows).toHaveLength(4);
    expect(rows.map((row) => problemIn(row) !== "")).toEqual([true, false, true, true]);
    expect(problemIn(rows[2])).toMatch(/^categories: "五保"/);
    expect(problemIn(rows[3])).toMatch(/^paid_on: /);
    expect(report.summary?.all).toMatchObject({ rows: 3, problems: 2 });
    expect(report.unknownNames).toEqual([{ field: "categories", name: "五保", rows: 1 }]);
  });

  it("a person's mapping is followed", async () => {
    const input = list("name,身份,付款\n甲,五保,2024-11-03\n");
    const mapping = { columns: { paid_on: "付款" }, categories: { 五保: "extreme-poverty" }, groups: {} };
    const { rows } = await work(input, { mapping });
    expect(rows[1]?.slice(3, 6)).toEqual(["0.00", "400.00", "extreme-poverty"]);
  });

  it("readings that replace the defaults are followed, unknown ones refused", async () => {
    const input = list("name,categories,missed_years,paid_on\n甲,,2024,2024-11-10\n");
    expect((await work(input)).rows[1]?.slice(9, 11)).toEqual(["undetermined", ""]);
    const { rows } = await work(input, { interpretations: { "gap-counted-from": "any-year" } });
    expect(rows[1]?.slice(9, 11)).toEqual(["exact", "2025-04-01"]);
    const { report } = await work(input, { interpretations: { "gap-counted-from": "never" } });
    expect(report.fault?.code).toBe("unknown-interpretation");
  });

  it("the county of the option is used where a row has none", async () => {
    const { report } = await work(list("name,categories,paid_on\n甲,,2024-11-10\n"), { county: "620602" });
    expect(report.summary?.all.sums.province).toEqual({ sum: 11_680, unknown: 0 });
    const unknown = await work(list("name,categories,paid_on\n甲,,2024-11-10\n"));
    expect(unknown.report.summary?.all.sums.province).toEqual({ sum: 0, unknown: 1 });
  });

  it("an answer speaks the header's language", async () => {
    const { rows } = await work(list("姓名,救助身份,缴费时间\n甲,,昨天\n"), { language: null });
    expect(problemIn(rows[1])).toMatch(/^缴费时间: “昨天”不是日期/);
  });
});

describe("formulas in a list", () => {
  const content = `name,categories,paid_on,备注\n"=cmd|' /C calc'!A0",,2024-11-03,-5\n甲,,2024-11-03,@SUM(A1)\n`;

  it("stay as they were, counted", async () => {
    const { rows, report } = await work(list(content));
    expect(rows[1]?.[0]).toBe("=cmd|' /C calc'!A0");
    expect(report.summary?.checks["like-a-formula"]).toBe(2);
  });

  it("become text on request, numbers stay numbers", async () => {
    const { rows } = await work(list(content), { neutralise: true });
    expect(rows.slice(1).map((row) => [row[0], row[3]])).toEqual([
      ["'=cmd|' /C calc'!A0", "-5"],
      ["甲", "'@SUM(A1)"],
    ]);
  });
});

describe("checks across rows", () => {
  const A = "11010519491231002X";
  const B = "440524188001010014";
  const rows = [
    `甲,${A},高坝镇,,2024-11-03`,
    `乙,${B},高坝镇,,2024-11-03`,
    `丙,${A.toLowerCase()},高坝镇,,2024-11-03`,
    `丁, ${A},柏树镇,,2024-11-03`,
  ];
  const content = `name,id_number,township,categories,paid_on\n${rows.join("\n")}\n`;

  it("the same number again, and in another township", async () => {
    const review = list("", "review.csv");
    const { report, rows: result } = await work(list(content), { review });
    expect(report.summary?.checks).toMatchObject({ "duplicate-number": 2, "two-townships": 1 });
    expect(result).toHaveLength(5);
    expect(result.slice(1).every((row) => problemIn(row) === "")).toBe(true);
    const { readFile } = await import("node:fs/promises");
    const sheet = rowsOf(await readFile(review, "utf8"));
    expect(sheet.slice(1).map((row) => [row[0], row[4]])).toEqual([
      ["4", "duplicate-number"],
      ["5", "two-townships"],
    ]);
    expect(sheet[2]?.[5]).toContain("row 2 (高坝镇)");
  });

  it("sums by identity, township and payer", async () => {
    const { report } = await work(
      list(
        "name,township,county,categories,paid_on\n甲,高坝镇,620602,特困人员,2024-11-03\n乙,高坝镇,620602,,2024-11-03\n丙,柏树镇,620602,坏,2024-11-03\n",
      ),
    );
    const { summary } = report;
    expect(summary?.townships.map(({ name, rows: count, problems }) => [name, count, problems])).toEqual([
      ["高坝镇", 2, 0],
      ["柏树镇", 1, 1],
    ]);
    expect(summary?.categories.map(({ name, rows: count }) => [name, count])).toEqual([
      ["extreme-poverty", 1],
      ["", 1],
      ["?", 1],
    ]);
    expect(summary?.all.sums.payable.sum).toBe(40_000);
    expect(summary?.all.sums.aid.sum).toBe(40_000);
    expect(summary?.all.sums.central.sum).toBe(107_200);
  });

  it("blank lines are no rows, and are told", async () => {
    const { report, rows: result } = await work(list(`${plainRows(2)}\n\n`));
    expect(result).toHaveLength(3);
    expect(report.summary).toMatchObject({ all: { rows: 2 }, blankLines: 2 });
  });
});

import { existsSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { strToU8, unzipSync, zipSync } from "fflate";
import { readSheet } from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import writeXlsxFile, { type Cell } from "write-excel-file/node";
import { ANSWER_COLUMNS } from "../../../shared/roster/answer.ts";
import { folder, list, plainRows, problemIn, rowsOf, work } from "./lists.ts";

async function workbook(
  rows: readonly (readonly Cell[])[],
  change: (parts: Record<string, Uint8Array>) => void = () => undefined,
): Promise<string> {
  const buffer = await writeXlsxFile(rows.map((row) => [...row])).toBuffer();
  const parts = unzipSync(buffer);
  change(parts);
  return list(Buffer.from(zipSync(parts)), "roster.xlsx");
}

const HEADER = ["序号", "姓名", "身份证号", "镇（街）", "医疗救助身份", "缴费时间"];
const PAID = { value: new Date(Date.UTC(2024, 10, 3)), type: Date, format: "yyyy-mm-dd" };
const ROW = [1, "张三", "11010519491231002X", "高坝镇", "孤儿", PAID] as const;

describe("a workbook", () => {
  it("comes back as a workbook: rows in order, cells with their types, answers behind them", async () => {
    const input = await workbook([
      ["凉州区资助参保明细"],
      HEADER,
      ROW,
      [2, "=1+1", null, "柏树镇", "五保", "2024年11月3日"],
    ]);
    const output = join(folder(), "results.xlsx");
    const { report } = await work(input, { output, language: "zh-CN" });
    expect(report.summary?.all).toMatchObject({ rows: 2, problems: 1 });
    const rows = await readSheet(output);
    expect(rows[0]?.[0]).toBe("凉州区资助参保明细");
    expect(rows[1]).toEqual([...HEADER, ...ANSWER_COLUMNS]);
    expect(rows[2]?.slice(0, 9)).toEqual([
      1,
      "张三",
      "11010519491231002X",
      "高坝镇",
      "孤儿",
      PAID.value,
      "0.00",
      "400.00",
      "orphan",
    ]);
    expect(rows[2]?.at(-1)).toBe(
      "甘医保发〔2024〕54号 五（一）、五（二）;甘医保发〔2024〕54号 二（二）;甘医保发〔2024〕54号 附表2",
    );
    expect(rows[3]?.at(-1)).toBeNull();
    expect(rows[3]?.[1]).toBe("=1+1");
    expect(problemIn(rows[3])).toMatch(/^医疗救助身份: “五保”/);
    const review = await readSheet(output, 2);
    expect(review.map((row) => row[0])).toEqual(["行号", "3", "4"]);
    const summary = await readSheet(output, 3);
    expect(summary.find((row) => row[0] === "高坝镇")?.slice(1, 4)).toEqual([1, 0, 1]);
    expect(summary.find((row) => row[0] === "孤儿")?.[5]).toBe(400);
  });

  it("with numbers that are dates by their serial only", async () => {
    const { rows } = await work(await workbook([HEADER, [1, "张三", null, null, "孤儿", 45599]]));
    expect(rows[1]?.slice(5, 8)).toEqual(["45599", "0.00", "400.00"]);
    expect(rows[1]?.[12]).toBe("2025-01-01");
  });

  it("counting its days from 1904 where it says so", async () => {
    const input = await workbook([HEADER, [1, "张三", null, null, "孤儿", 45599 - 1462]], (parts) => {
      const xml = Buffer.from(parts["xl/workbook.xml"] ?? []).toString("utf8");
      parts["xl/workbook.xml"] = strToU8(xml.replace(/<sheets>/, '<workbookPr date1904="1"/><sheets>'));
    });
    expect((await work(input)).rows[1]?.[12]).toBe("2025-01-01");
  });

  it("with an ID number that was stored as a number: its lost digits are told", async () => {
    const { rows } = await work(await workbook([HEADER, [1, "张三", 110105194912310000, null, "孤儿", "2024-11-03"]]));
    expect(problemIn(rows[1])).toMatch(/^身份证号: /);
  });

  it("becomes CSV where the result is to be CSV, and CSV a workbook", async () => {
    const { text } = await work(await workbook([HEADER, ROW]));
    expect(rowsOf(text)[1]?.slice(4, 8)).toEqual(["孤儿", "2024-11-03", "0.00", "400.00"]);
    const output = join(folder(), "results.xlsx");
    await work(list(plainRows(3)), { output });
    const rows = await readSheet(output);
    expect(rows).toHaveLength(4);
    expect(rows[3]?.slice(8, 10)).toEqual(["2024-11-03", "400.00"]);
  });

  it("with macros and links to other files is read without them, and that is said", async () => {
    const input = await workbook([HEADER, ROW], (parts) => {
      parts["xl/vbaProject.bin"] = strToU8("macro");
      parts["xl/externalLinks/externalLink1.xml"] = strToU8("<externalLink/>");
    });
    const output = join(folder(), "results.xlsx");
    const { report } = await work(input, { output });
    expect(report.notes).toEqual(["macros", "external-links"]);
    expect(Object.keys(unzipSync(readFileSync(output))).filter((name) => /vba|external/i.test(name))).toEqual([]);
  });
});

describe("a workbook that is not one, or not only one", () => {
  it("a zip bomb by its own account is not unpacked", async () => {
    const input = await workbook([HEADER, ROW], (parts) => {
      parts["xl/worksheets/sheet9.xml"] = new Uint8Array(6_000_000);
    });
    const { report } = await work(input);
    expect(report.fault).toMatchObject({ code: "bomb", values: { file: input, part: "xl/worksheets/sheet9.xml" } });
  });

  it("a zip bomb that lies about its size is stopped at the size it gave", async () => {
    const path = await workbook([HEADER, ROW], (parts) => {
      parts["xl/worksheets/sheet1.xml"] = new Uint8Array(6_000_000);
    });
    const bytes = await readFile(path);
    const at = bytes.lastIndexOf("xl/worksheets/sheet1.xml");
    bytes.writeUInt32LE(1_000, at - 46 + 24);
    const { report } = await work(list(bytes, "liar.xlsx"));
    expect(report.fault).toMatchObject({ code: "bomb", values: { part: "xl/worksheets/sheet1.xml" } });
  });

  it("damaged, encrypted, empty, or another file with that ending", async () => {
    const good = await readFile(await workbook([HEADER, ROW]));
    expect((await work(list(good.subarray(0, good.length - 30), "torn.xlsx"))).report.fault?.code).toBe(
      "broken-workbook",
    );
    const flipped = Buffer.from(good);
    flipped.fill(0x55, 60, 400);
    expect((await work(list(flipped, "flipped.xlsx"))).report.fault?.code).toMatch(/broken-workbook|not-workbook/);
    expect((await work(list(Buffer.from("d0cf11e0a1b11ae1", "hex"), "old.xlsx"))).report.fault?.code).toBe("old-excel");
    expect((await work(list("", "empty.xlsx"))).report.fault?.code).toBe("empty-file");
    expect((await work(list("姓名,缴费时间\n", "text.xlsx"))).report.fault?.code).toBe("not-workbook");
    expect((await work(list(Buffer.from(zipSync({ "a.txt": strToU8("x") })), "zip.xlsx"))).report.fault?.code).toBe(
      "not-workbook",
    );
  });

  it("more than 50,000 rows are for CSV", async () => {
    const output = join(folder(), "results.xlsx");
    const { report } = await work(list(plainRows(50_001)), { output });
    expect(report.fault).toMatchObject({ code: "too-many-rows", values: { limit: 50_000 } });
    expect(existsSync(output)).toBe(false);
  });
});

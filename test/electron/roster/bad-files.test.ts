import { appendFileSync, existsSync, readFileSync, symlinkSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runRoster } from "../../../electron/roster/job.ts";
import { ANSWER_COLUMNS } from "../../../shared/roster/answer.ts";
import { folder, HEADER, jobFor, list, plainRows, problemIn, rowsOf, UNSTEERED, work } from "./lists.ts";

const ROW = "张三,,1980-05-01,620602,柏树镇,,,0,2024-11-03\n";

describe("a file that cannot be worked on is told, with file, row and column", () => {
  it("not there, a folder, empty, not text, a workbook or an old one under a wrong name", async () => {
    const at = join(folder(), "nothing.csv");
    expect((await work(at)).report.fault).toEqual({ code: "not-found", values: { file: at } });
    expect((await work(folder())).report.fault?.code).toBe("is-folder");
    expect((await work(list(""))).report.fault?.code).toBe("empty-file");
    expect((await work(list(Buffer.from([1, 0, 2, 0])))).report.fault?.code).toBe("not-text");
    expect((await work(list(Buffer.from("504b030414000600", "hex")))).report.fault?.code).toBe("is-workbook");
    expect((await work(list(Buffer.from("d0cf11e0a1b11ae1", "hex")))).report.fault?.code).toBe("old-excel");
  });

  it("broken UTF-8: the row and the cell, before anything is written", async () => {
    const content = Buffer.concat([
      Buffer.from(`${HEADER}\n${ROW}`),
      Buffer.from("李四,,"),
      Buffer.from([0xe5, 0xbc]),
      Buffer.from(`,620602,x,,,0,2024-11-03\n${ROW}`),
    ]);
    const input = list(content);
    const { report, job } = await work(input);
    expect(report.fault).toEqual({
      code: "wrong-encoding",
      values: { file: input, encoding: "UTF-8", row: 3, column: 3 },
    });
    expect(existsSync(`${job.output}.part`)).toBe(false);
  });

  it("neither UTF-8 nor GB18030", async () => {
    const content = Buffer.concat([
      Buffer.from("name,categories,paid_on\n"),
      Buffer.from([0xd5, 0xc5, 0x2c, 0xff, 0xff, 0x2c, 0x31, 0x0a]),
    ]);
    expect((await work(list(content))).report.fault).toMatchObject({
      code: "wrong-encoding",
      values: { row: 2, column: 2 },
    });
  });

  it("a missing column, by its contract name and by what the list has instead", async () => {
    const input = list("序号,姓名,救助身份\n1,张三,孤儿\n");
    const { report } = await work(input);
    expect(report.fault).toEqual({
      code: "missing-column",
      values: { file: input, row: 1, field: "paid_on", column: "payment day", found: "序号, 姓名, 救助身份" },
    });
  });

  it("two columns that could be the payment day", async () => {
    const { report } = await work(list("姓名,救助身份,缴费时间,到账日期\n"));
    expect(report.fault).toMatchObject({
      code: "ambiguous-column",
      values: { field: "paid_on", column: "缴费时间, 到账日期" },
    });
  });

  it("the result may not be the list itself, nor lie behind a link to it", async () => {
    const input = list(plainRows(1));
    expect((await work(input, { output: input })).report.fault?.code).toBe("output-is-input");
    const link = join(folder(), "link.csv");
    symlinkSync(input, link);
    expect((await work(input, { output: link })).report.fault?.code).toBe("output-is-input");
    expect(readFileSync(input, "utf8")).toBe(plainRows(1));
  });
});

describe("a file that breaks off in the middle keeps what was done", () => {
  it("quotes gone wrong: the row and the column, the rows before it in the partial file", async () => {
    const input = list(`${plainRows(3)}"李"四,,1980-05-01,620602,柏树镇,,,0,2024-11-03\n${ROW}`);
    const { report, job, text } = await work(input);
    expect(report.status).toBe("failed");
    expect(report.fault).toEqual({ code: "quote-closed", values: { file: input, row: 5, column: "name" } });
    expect(report.kept).toEqual({ file: `${job.output}.part`, row: 4 });
    expect(rowsOf(readFileSync(`${job.output}.part`, "utf8"))).toHaveLength(4);
    expect(text).toBe("");
  });

  it("a quotation mark inside a cell", async () => {
    const { report } = await work(list(`${plainRows(1)}李四,,19"80-05-01,620602,柏树镇,,,0,2024-11-03\n`));
    expect(report.fault).toMatchObject({ code: "quote-opened", values: { row: 3, column: "birth_date" } });
  });

  it("a quotation mark that is never closed", async () => {
    const { report } = await work(list(`${plainRows(2)}李四,"1980,\n${ROW}${ROW}`));
    expect(report.fault).toMatchObject({ code: "quote-open-at-end", values: { row: 4, column: "id_number" } });
  });

  it("ten megabytes in one cell", async () => {
    const { report } = await work(list(`${plainRows(2)}李四,,,620602,${"长".repeat(3_500_000)},,,0,2024-11-03\n`));
    expect(report.fault).toMatchObject({ code: "row-too-long", values: { row: 4, column: "township" } });
    expect(report.kept?.row).toBe(3);
  });

  it("a full disk", async () => {
    const input = list(plainRows(40_000));
    const job = jobFor(input);
    symlinkSync("/dev/full", `${job.output}.part`);
    const report = await runRoster(job, UNSTEERED);
    expect(report.fault).toEqual({ code: "disk-full", values: { file: `${job.output}.part` } });
    expect(existsSync(job.output)).toBe(false);
  });

  it("a list that grows while it is read", async () => {
    const input = list(plainRows(40_000));
    let batches = 0;
    const { report } = await work(
      input,
      {},
      {
        ...UNSTEERED,
        mayGoOn: () => {
          if (++batches === 3) appendFileSync(input, ROW);
          return Promise.resolve(true);
        },
      },
    );
    expect(report.fault).toMatchObject({ code: "file-changed", values: { file: input } });
    expect(report.kept?.row).toBeGreaterThan(1);
  });

  it("a list that is saved again without becoming longer", async () => {
    const input = list(plainRows(40_000));
    const { report } = await work(
      input,
      {},
      {
        ...UNSTEERED,
        mayGoOn: () => {
          utimesSync(input, new Date(0), new Date(0));
          return Promise.resolve(true);
        },
      },
    );
    expect(report.fault?.code).toBe("file-changed");
  });
});

describe("rows of another length stay in the list", () => {
  it("a torn last line", async () => {
    const { rows, report } = await work(list(`${HEADER}\n${ROW}李四,,1980-0`));
    expect(report.status).toBe("done");
    expect(rows[2]?.slice(0, 4)).toEqual(["李四", "", "1980-0", ""]);
    expect(problemIn(rows[2])).toBe("the file ends within this row: 3 cells, the header has 9");
  });

  it("too short and too long, with what would not fit in the problem", async () => {
    const { rows } = await work(list(`${HEADER}\n李四,x\n${ROW.trim()},多,余\n${ROW}`));
    expect(rows.map((row) => row.length)).toEqual(new Array(4).fill(9 + ANSWER_COLUMNS.length));
    expect(problemIn(rows[1])).toBe("the row has 2 cells, the header 9");
    expect(problemIn(rows[2])).toBe("the row has 11 cells, the header 9; surplus: 多 | 余");
    expect(problemIn(rows[3])).toBe("");
  });

  it("a row of commas only", async () => {
    const { rows, report } = await work(list(`${HEADER}\n,,,,,,,,\n`));
    expect(rows).toHaveLength(2);
    expect(report.summary?.all).toMatchObject({ rows: 1, problems: 1 });
  });
});

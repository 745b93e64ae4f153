// No file that leaves the program runs anything in a spreadsheet: every export against cells that begin like a formula.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { dayCsv, dayWorkbook, type ExportWords, slipRows, sumRows } from "../../electron/ledger/export-day.ts";
import { leftOutSheet } from "../../electron/main/roster/left-out-sheet.ts";
import { csvEncoder } from "../../electron/roster/csv-text.ts";
import type { DayTotals, Sums } from "../../shared/ledger/record.ts";
import type { FoundEntry } from "../../shared/ledger/search.ts";
import zh from "../../shared/locales/zh-CN/ledger.json" with { type: "json" };
import { beginsLikeFormula, safeCell } from "../../shared/roster/answer.ts";
import { folder, HEADER, list, rowsOf, work } from "./roster/lists.ts";

/** What a name, a township or a clerk may be made to say. */
const HOSTILE = [
  "=1+1",
  "=cmd|' /C calc'!A0",
  "+1+1",
  "-1+cmd",
  "@SUM(A1)",
  "\t=1+1",
  "\r=1+1",
  "\n=1+1",
  "＝1+1",
  "＋1+1",
  "－1+1",
  "＠SUM(A1)",
  " =1+1",
  "  　=1+1",
  "\u00a0=1+1",
  "\u200b=1+1",
  "\ufeff=1+1",
] as const;
/** Signs by which a cell could break out of its own; quoting holds them. */
const QUOTED = ['"=1+1', '","=1+1', "'=1+1", '\r\n=1+1,"', ";=1+1"] as const;

/** What a spreadsheet takes for the beginning of a formula, blanks in front cut off; written without the product's own rule. */
function runs(cell: unknown): boolean {
  return typeof cell === "string" && /^[\s\u200b\ufeff]*[=+\-@＝＋－＠]/u.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell);
}

const SUMS: Sums = {
  slips: 1,
  residents: 1,
  unknown: 0,
  resident: 9000,
  aid: 31_000,
  central: 0,
  province: 0,
  cityCounty: 0,
};
const words: ExportWords = { ...zh.export, category: (id) => id, ruleSet: (id) => id, township: (name) => name };

function day(text: string): { readonly sums: ReturnType<typeof sumRows>; readonly slips: ReturnType<typeof slipRows> } {
  const by = [{ key: text, sums: SUMS }];
  const totals: DayTotals = {
    day: "2025-01-15",
    total: SUMS,
    byCategory: by,
    byTownship: by,
    byClerk: by,
    byRuleSet: by,
    voided: 0,
    voidedEarlier: 0,
    reprints: 0,
  };
  const entry = {
    number: text,
    name: text,
    idNumber: text,
    township: text,
    category: text,
    ruleSet: text,
    payable: 9000,
    aid: 31_000,
    clerk: text,
    voided: false,
    copies: 0,
  } as unknown as FoundEntry;
  return { sums: sumRows(totals, words), slips: slipRows([entry], words) };
}

/** Formulas in any sheet of a workbook, and links that run when it is opened. */
function formulasIn(workbook: Uint8Array): readonly string[] {
  const parts = unzipSync(workbook);
  return Object.entries(parts).flatMap(([name, bytes]) => {
    if (!name.endsWith(".xml")) return [];
    return /<f[ >]|<hyperlink|ddeLink|externalLink/.exec(strFromU8(bytes)) === null ? [] : [name];
  });
}

describe.each(HOSTILE)("a text that says %j", (text) => {
  it("is seen, and made text by an apostrophe", () => {
    expect(beginsLikeFormula(text)).toBe(true);
    expect(safeCell(text)).toBe(`'${text}`);
  });

  it("runs nothing from the day's CSV", () => {
    const { sums, slips } = day(text);
    const cells = (parse(dayCsv(sums, slips).slice(1), { relax_column_count: true }) as readonly string[][]).flat();
    expect(cells.filter((cell) => cell === `'${text}`)).toHaveLength(11);
    expect(cells.filter(runs)).toEqual([]);
  });

  it("is no formula in the day's workbook", async () => {
    const { sums, slips } = day(text);
    expect(formulasIn(await dayWorkbook(sums, slips, words))).toEqual([]);
  });

  it("runs nothing from a list's result and its sheet for a person, once that is asked for", async () => {
    const row = csvEncoder(",")([text, "", "1980-05-01", "", text, text, "", "0", "2024-11-03"]);
    const review = join(folder(), "review.csv");
    const { rows, report } = await work(list(`${HEADER}\n${row}\n`), { neutralise: true, review });
    expect(report.status).toBe("done");
    expect(report.summary?.checks["like-a-formula"]).toBe(1);
    expect(rows.flat().filter(runs)).toEqual([]);
    expect(rowsOf(readFileSync(review, "utf8")).flat().filter(runs)).toEqual([]);
  });

  it("stays a text in a list's workbook", async () => {
    const row = csvEncoder(",")([text, "", "1980-05-01", "", text, text, "", "0", "2024-11-03"]);
    const output = join(folder(), "results.xlsx");
    const { report } = await work(list(`${HEADER}\n${row}\n`), { output });
    expect(report.status).toBe("done");
    expect(formulasIn(readFileSync(output))).toEqual([]);
  });
});

describe.each(QUOTED)("a text that tries to break out of its cell: %j", (text) => {
  it("stays one cell in the day's CSV, a list's result and the rows without a slip", async () => {
    const { sums, slips } = day(text);
    const cells = (parse(dayCsv(sums, slips).slice(1), { relax_column_count: true }) as readonly string[][]).flat();
    expect(cells.filter((cell) => cell === safeCell(text))).toHaveLength(11);

    const row = csvEncoder(",")([text, "", "1980-05-01", "", "柏树镇", "", "", "0", "2024-11-03"]);
    const { rows } = await work(list(`${HEADER}\n${row}\n`), { neutralise: true });
    expect(rows).toHaveLength(2);
    expect(rows[1]?.[0]).toBe(safeCell(text));

    const file = join(folder(), "未出单.csv");
    const sheet = leftOutSheet(file, ["row", "name"]);
    await sheet.add([["2", safeCell(text)]]);
    await sheet.close();
    expect(rowsOf(readFileSync(file, "utf8"))).toEqual([
      ["row", "name"],
      ["2", safeCell(text)],
    ]);
  });
});

it("a name, a number and a blank cell are left as they are", () => {
  for (const text of ["", "王桂兰", "116.80", "2025-01-15", " ", "　", "a=b", "农村低保一二类"])
    expect(safeCell(text)).toBe(text);
});

it("a cell of nothing but blanks, however long, is looked at in one go", () => {
  expect(beginsLikeFormula(" ".repeat(5_000_000))).toBe(false);
});

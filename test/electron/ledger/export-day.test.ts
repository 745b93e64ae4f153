import { parse } from "csv-parse/sync";
import readExcel from "read-excel-file/node";
import { afterEach, expect, it } from "vitest";
import { dayTotals } from "../../../electron/ledger/day.ts";
import { dayCsv, dayWorkbook, type ExportWords, slipRows, sumRows } from "../../../electron/ledger/export-day.ts";
import { issueSlip } from "../../../electron/ledger/issue.ts";
import { search } from "../../../electron/ledger/search.ts";
import { SearchQuery } from "../../../shared/ledger/search.ts";
import zh from "../../../shared/locales/zh-CN/ledger.json" with { type: "json" };
import { CLERK, resident, slipOf, type TestLedger, testLedger } from "./fixture.ts";

const words: ExportWords = { ...zh.export, category: (id) => `〔${id}〕` };
let ledger: TestLedger;
afterEach(() => ledger.remove());

function rows() {
  ledger = testLedger();
  const { session } = ledger.open();
  issueSlip(session, { clerk: "=HYPERLINK(1)" }, slipOf(3));
  issueSlip(session, CLERK, slipOf(1));
  const { entries } = search(session.database, SearchQuery.parse({}));
  return { sums: sumRows(dayTotals(session.database, "2025-01-15"), words), slips: slipRows(entries, words) };
}

it("writes a CSV that Excel reads as Chinese and not as formulas, masked", () => {
  const { sums, slips } = rows();
  const text = dayCsv(sums, slips);
  expect(text.startsWith("\uFEFF分组,")).toBe(true);
  const read = parse(text.slice(1), { relax_column_count: true }) as readonly string[][];
  expect(read[1]).toEqual(["合计", "2025-01-15", "2", "2", "2", "0", "490.00", "310.00", "1072.00", "233.60", "34.40"]);
  expect(read.some((row) => row.includes("〔rural-dibao-1-2〕"))).toBe(true);
  expect(text).not.toMatch(/(^|,)=HYPERLINK/m);
  for (const n of [1, 3]) expect(text).not.toContain(String(resident(n).idNumber));
});

it("writes a workbook with the sums and the slips", async () => {
  const { sums, slips } = rows();
  const sheets = await readExcel(await dayWorkbook(sums, slips, words));
  expect(JSON.stringify(sheets)).toContain("490.00");
});

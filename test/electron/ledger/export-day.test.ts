import { parse } from "csv-parse/sync";
import readExcel from "read-excel-file/node";
import { afterEach, expect, it } from "vitest";
import { dayTotals } from "../../../electron/ledger/day.ts";
import { dayCsv, dayWorkbook, type ExportWords, slipRows, sumRows } from "../../../electron/ledger/export-day.ts";
import { issueSlip } from "../../../electron/ledger/issue.ts";
import { search } from "../../../electron/ledger/search.ts";
import { exportWords } from "../../../electron/main/ledger/export-words.ts";
import { loadPolicies } from "../../../electron/policies/store.ts";
import { NAMELESS } from "../../../shared/ledger/nameless.ts";
import { SearchQuery } from "../../../shared/ledger/search.ts";
import { CLERK, resident, slipOf, type TestLedger, testLedger } from "./fixture.ts";

const policies = loadPolicies("policies");
const words = exportWords(false, policies);
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
  expect(read.some((row) => row.includes("农村低保一二类"))).toBe(true);
  expect(text).not.toMatch(/(^|,)=HYPERLINK/m);
  for (const n of [1, 3]) expect(text).not.toContain(String(resident(n).idNumber));
});

it("writes a workbook with the sums and the slips, its amounts as numbers that add up", async () => {
  const { sums, slips } = rows();
  const [first, second] = await readExcel(await dayWorkbook(sums, slips, words));
  expect(first?.sheet).toBe("合计");
  expect(first?.data[1]?.slice(6)).toEqual([490, 310, 1072, 233.6, 34.4]);
  const payable = second?.data[0]?.indexOf("应缴") ?? -1;
  expect(second?.data.slice(1).map((row) => row[payable])).toEqual([400, 90]);
});

/** A day with a slip of a clerk who had entered no name, for a resident without identity or township, under rules that are gone. */
function bareDay(language: ExportWords) {
  ledger = testLedger();
  const { session } = ledger.open();
  const slip = slipOf(2);
  issueSlip(session, { clerk: NAMELESS }, slip);
  issueSlip(session, CLERK, slipOf(1));
  const { entries } = search(session.database, SearchQuery.parse({}));
  const bare = entries.map((entry) => (entry.clerk === NAMELESS ? { ...entry, ...NOTHING_MORE } : entry));
  return { sums: sumRows(dayTotals(session.database, "2025-01-15"), language), slips: slipRows(bare, language) };
}

const NOTHING_MORE = { ruleSet: "atlantis/2025", category: null, township: null, payable: null, aid: null };

it("names rule sets in the window's language, and by their id where they are loaded no more", () => {
  const chinese = bareDay(words);
  expect(column(chinese.slips, "规则")).toEqual(["甘肃省 2025 年度", "atlantis/2025"]);
  expect(column(chinese.sums, "项目")).toContain("甘肃省 2025 年度");
  ledger.remove();
  const english = bareDay(exportWords(true, policies));
  expect(column(english.slips, "Rule set")).toEqual(["Gansu, coverage year 2025", "atlantis/2025"]);
  expect(column(english.slips, "Township")).toEqual(["Wunan Town", ""]);
  expect(dayCsv(english.sums, english.slips)).not.toContain("gansu/2025");
});

it("leaves a cell empty where nothing is known, and names the line of those without a name", () => {
  const { sums, slips } = bareDay(words);
  for (const header of ["救助身份", "镇街", "应缴", "医疗救助", "经办"]) expect(column(slips, header)[1]).toBe("");
  expect(column(sums, "项目")).toContain("未填姓名");
  expect(dayCsv(sums, slips)).not.toContain(NAMELESS);
});

function column(rows: ReturnType<typeof slipRows>, header: string): readonly unknown[] {
  const [head, ...rest] = rows;
  const at = head?.indexOf(header) ?? -1;
  return rest.map((row) => row[at]);
}

// A day as a table for the bureau's own workbooks: its sums, then its slips, names and numbers masked.

import { stringify } from "csv-stringify/sync";
import writeExcel from "write-excel-file/node";
import { toYuan } from "../../shared/ledger/fen.ts";
import type { DayTotals, Sums } from "../../shared/ledger/record.ts";
import type { FoundEntry } from "../../shared/ledger/search.ts";
import { safeCell } from "../../shared/roster/answer.ts";

/** The words of the columns and groups, in the language of the window. */
export interface ExportWords {
  readonly sums: string;
  readonly slips: string;
  readonly columns: Readonly<Record<(typeof SUM_COLUMNS)[number] | (typeof SLIP_COLUMNS)[number], string>>;
  readonly groups: Readonly<Record<"total" | "category" | "township" | "clerk" | "ruleSet", string>>;
  readonly none: string;
  readonly voided: string;
  /** A category id in words. */
  category(id: string): string;
}

const SUM_COLUMNS = [
  "group",
  "key",
  "slipCount",
  "residents",
  "payments",
  "unknown",
  "resident",
  "aid",
  "central",
  "province",
  "cityCounty",
] as const;
const SLIP_COLUMNS = [
  "number",
  "name",
  "idNumber",
  "township",
  "category",
  "ruleSet",
  "payable",
  "aid",
  "clerk",
  "standing",
  "copies",
] as const;

type CellText = string | number;
type Rows = readonly (readonly CellText[])[];

export function sumRows(totals: DayTotals, words: ExportWords): Rows {
  const row = (group: string, key: string, sums: Sums): readonly CellText[] => [
    group,
    key,
    sums.slips,
    sums.residents,
    sums.payments ?? sums.residents,
    sums.unknown,
    ...[sums.resident, sums.aid, sums.central, sums.province, sums.cityCounty].map(toYuan),
  ];
  const { groups, none } = words;
  return [
    SUM_COLUMNS.map((column) => words.columns[column]),
    row(groups.total, totals.day, totals.total),
    ...totals.byCategory.map(({ key, sums }) => row(groups.category, key === null ? none : words.category(key), sums)),
    ...totals.byTownship.map(({ key, sums }) => row(groups.township, key ?? none, sums)),
    ...totals.byClerk.map(({ key, sums }) => row(groups.clerk, key ?? none, sums)),
    ...totals.byRuleSet.map(({ key, sums }) => row(groups.ruleSet, key ?? none, sums)),
  ];
}

export function slipRows(entries: readonly FoundEntry[], words: ExportWords): Rows {
  const yuan = (fen: number | null) => (fen === null ? "" : toYuan(fen));
  return [
    SLIP_COLUMNS.map((column) => words.columns[column]),
    ...entries.map((entry) => [
      entry.number,
      entry.name ?? "",
      entry.idNumber ?? "",
      entry.township ?? "",
      entry.category === null ? words.none : words.category(entry.category),
      entry.ruleSet,
      yuan(entry.payable),
      yuan(entry.aid),
      entry.clerk,
      entry.voided ? words.voided : "",
      entry.copies,
    ]),
  ];
}

/** UTF-8 with a byte order mark, which Excel needs to read Chinese; a cell that begins like a formula is made text. */
export function dayCsv(sums: Rows, slips: Rows): string {
  return `\uFEFF${stringify(
    [...sums, [], ...slips].map((row) => row.map((cell) => (typeof cell === "string" ? safeCell(cell) : cell))),
    { record_delimiter: "\r\n" },
  )}`;
}

export async function dayWorkbook(sums: Rows, slips: Rows, words: ExportWords): Promise<Buffer> {
  const cells = (rows: Rows) => rows.map((row) => row.map((value) => ({ value })));
  return writeExcel([
    { data: cells(sums), sheet: words.sums },
    { data: cells(slips), sheet: words.slips },
  ]).toBuffer();
}

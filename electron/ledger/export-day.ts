// A day as a table for the bureau's own workbooks: its sums, then its slips, names and numbers masked.

import { stringify } from "csv-stringify/sync";
import writeExcel, { type Cell } from "write-excel-file/node";
import { toYuan } from "../../shared/ledger/fen.ts";
import { NAMELESS } from "../../shared/ledger/nameless.ts";
import type { DayTotals, Sums } from "../../shared/ledger/record.ts";
import type { FoundEntry } from "../../shared/ledger/search.ts";
import { safeCell } from "../../shared/roster/answer.ts";

/** The words of the columns and groups, in the language of the window. */
export interface ExportWords {
  readonly sums: string;
  readonly slips: string;
  readonly columns: Readonly<Record<(typeof SUM_COLUMNS)[number] | (typeof SLIP_COLUMNS)[number], string>>;
  readonly groups: Readonly<Record<"total" | "category" | "township" | "clerk" | "ruleSet", string>>;
  /** Names a line of the sums: those without an identity, a township. */
  readonly none: string;
  /** Names the line of those who had entered no name. */
  readonly nameless: string;
  readonly voided: string;
  /** A category id in words. */
  category(id: string): string;
  /** A rule set as people call it; its id where it is loaded no more. */
  ruleSet(id: string): string;
  /** A township as the words' language has it, from its name on record. */
  township(recorded: string): string;
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

/** An amount is a number in a workbook, which can add it up, and text with two decimals in a CSV. */
interface Amount {
  readonly fen: number;
}
type DayCell = string | number | Amount;
type Rows = readonly (readonly DayCell[])[];

export function sumRows(totals: DayTotals, words: ExportWords): Rows {
  const row = (group: string, key: string, sums: Sums): readonly DayCell[] => [
    group,
    key,
    sums.slips,
    sums.residents,
    sums.payments ?? sums.residents,
    sums.unknown,
    ...[sums.resident, sums.aid, sums.central, sums.province, sums.cityCounty].map((fen) => ({ fen })),
  ];
  const { groups, none } = words;
  return [
    SUM_COLUMNS.map((column) => words.columns[column]),
    row(groups.total, totals.day, totals.total),
    ...totals.byCategory.map(({ key, sums }) => row(groups.category, key === null ? none : words.category(key), sums)),
    ...totals.byTownship.map(({ key, sums }) => row(groups.township, key === null ? none : words.township(key), sums)),
    ...totals.byClerk.map(({ key, sums }) =>
      row(groups.clerk, key === null || key === NAMELESS ? words.nameless : key, sums),
    ),
    ...totals.byRuleSet.map(({ key, sums }) => row(groups.ruleSet, key === null ? none : words.ruleSet(key), sums)),
  ];
}

/** What is not stated or not known is an empty cell. */
export function slipRows(entries: readonly FoundEntry[], words: ExportWords): Rows {
  const amount = (fen: number | null): DayCell => (fen === null ? "" : { fen });
  return [
    SLIP_COLUMNS.map((column) => words.columns[column]),
    ...entries.map((entry) => [
      entry.number,
      entry.name ?? "",
      entry.idNumber ?? "",
      entry.township === null ? "" : words.township(entry.township),
      entry.category === null ? "" : words.category(entry.category),
      words.ruleSet(entry.ruleSet),
      amount(entry.payable),
      amount(entry.aid),
      entry.clerk === NAMELESS ? "" : entry.clerk,
      entry.voided ? words.voided : "",
      entry.copies,
    ]),
  ];
}

/** UTF-8 with a byte order mark, which Excel needs to read Chinese; a cell that begins like a formula is made text. */
export function dayCsv(sums: Rows, slips: Rows): string {
  return `\uFEFF${stringify(
    [...sums, [], ...slips].map((row) => row.map(csvCell)),
    { record_delimiter: "\r\n" },
  )}`;
}

export async function dayWorkbook(sums: Rows, slips: Rows, words: ExportWords): Promise<Buffer> {
  const cells = (rows: Rows) => rows.map((row) => row.map(workbookCell));
  return writeExcel([
    { data: cells(sums), sheet: words.sums },
    { data: cells(slips), sheet: words.slips },
  ]).toBuffer();
}

function csvCell(cell: DayCell): string | number {
  if (typeof cell === "number") return cell;
  return typeof cell === "string" ? safeCell(cell) : toYuan(cell.fen);
}

function workbookCell(cell: DayCell): Cell {
  if (cell === "") return null;
  return typeof cell === "object"
    ? { value: cell.fen / 100, type: Number, format: "0.00" }
    : typeof cell === "number"
      ? { value: cell, type: Number }
      : { value: cell, type: String };
}

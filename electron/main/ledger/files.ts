// What leaves the ledger as a file, and where it goes.

import { fail, type Outcome, succeed } from "../../../shared/ipc/channel.ts";
import type { LedgerFaultCode } from "../../../shared/ledger/fault.ts";
import type { DayTotals } from "../../../shared/ledger/record.ts";
import { type FoundEntry, type SearchPage, SearchQuery } from "../../../shared/ledger/search.ts";
import { dayCsv, dayWorkbook, type ExportWords, slipRows, sumRows } from "../../ledger/export-day.ts";
import type { LedgerOutcome } from "../../ledger/host-link.ts";
import { writeWhole } from "../json-file.ts";
import { chooseFile, chooseFolder } from "./choose.ts";

type FileOutcome<Value> = Outcome<Value, LedgerFaultCode | "cancelled">;
export type Files = ReturnType<typeof createFiles>;

/** A workbook library holds the whole file in memory: more rows than a day ever has go out as CSV. */
const MOST_ROWS = 50_000;
const PAGE = 500;

/** @param words the texts in the window's language */
export function createFiles(words: () => Promise<ExportWords>) {
  async function save(file: string, content: string | Uint8Array): Promise<FileOutcome<undefined>> {
    const saved = await writeWhole(file, content);
    if (saved.ok) return saved;
    return fail(saved.error.code === "disk-full" ? "disk-full" : "read-only");
  }

  async function exportDay(
    contentsId: number,
    totals: DayTotals,
    format: "csv" | "xlsx",
    find: (query: SearchQuery) => Promise<LedgerOutcome<SearchPage>>,
  ): Promise<FileOutcome<{ path: string; rows: number }>> {
    const entries: FoundEntry[] = [];
    let after: number | null = null;
    do {
      const query = { from: totals.day, through: totals.day, limit: PAGE, ...(after === null ? {} : { after }) };
      const page: LedgerOutcome<SearchPage> = await find(SearchQuery.parse(query));
      if (!page.ok) return fail(page.error.code, page.error.params);
      entries.push(...page.value.entries);
      after = page.value.next;
    } while (after !== null);
    if (format === "xlsx" && entries.length > MOST_ROWS) return fail("too-many-rows", { most: MOST_ROWS });
    const file = await chooseFile(contentsId, `canbao-${totals.day}.${format}`, format);
    if (file === undefined) return fail("cancelled");
    const texts = await words();
    const sums = sumRows(totals, texts);
    const slips = slipRows(entries.reverse(), texts);
    const saved = await save(file, format === "csv" ? dayCsv(sums, slips) : await dayWorkbook(sums, slips, texts));
    return saved.ok ? succeed({ path: file, rows: entries.length }) : saved;
  }

  return { save, exportDay, chooseFile, chooseFolder };
}

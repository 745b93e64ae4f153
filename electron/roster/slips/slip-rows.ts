// The chosen rows of a list as slips: each with the case it rests on and what will stand on paper, still without a number.

import { isoDay } from "../../../shared/dates/iso.ts";
import { pastYearOf } from "../../../shared/engine/answer.ts";
import { evaluate } from "../../../shared/engine/evaluate.ts";
import type { Request } from "../../../shared/engine/request.ts";
import { requestOf } from "../../../shared/engine/request-of.ts";
import { safeCell } from "../../../shared/roster/answer.ts";
import type { SlipSelection } from "../../../shared/roster/slip-selection.ts";
import type { RuleSetDescription } from "../../../shared/rules/description.ts";
import type { Table } from "../../../shared/rules/table.ts";
import { slipDocument } from "../../../shared/slip/assessment.ts";
import type { Audience, SlipDocument, SlipLanguage, SlipWords } from "../../../shared/slip/document.ts";
import { toPlainNumber } from "../../../shared/text/half-width.ts";
import type { Between, ListRows } from "../list-rows.ts";
import type { Plan } from "../plan.ts";
import { reviewSheet } from "../review-sheet.ts";
import { fitted } from "../row-work.ts";
import { answerRows, type ChosenRows, isAsked, townshipOf } from "./choose-rows.ts";

/** What is the same on every slip of an order. */
export interface SlipFrame {
  readonly languages: readonly [SlipLanguage, ...SlipLanguage[]];
  readonly audience: Audience;
  /** The hall and window, as set for this counter; null where nothing is set. */
  readonly hall: string | null;
  /** Local civil time, YYYY-MM-DD HH:MM. */
  readonly printedAt: string;
  /** The clerk named the year of past rules, to use them all the same. */
  readonly pastYear: boolean;
}

export interface ListSlip {
  readonly row: number;
  readonly name: string | null;
  readonly idNumber: string | null;
  readonly township: string | null;
  readonly request: Request;
  readonly document: SlipDocument;
  /** The line for the sheet of rows without a slip, should this one not be issued; its reason is filled in then. */
  readonly line: readonly string[];
}

export interface SlipBatch {
  readonly slips: readonly ListSlip[];
  /** Rows that were asked for and have no answer, as the sheet for a person writes them. */
  readonly leftOut: readonly (readonly string[])[];
}

export interface SlipRowsOptions {
  readonly list: ListRows;
  readonly plan: Plan;
  readonly table: Table;
  readonly rules: RuleSetDescription;
  readonly selection: SlipSelection;
  readonly chosen: ChosenRows;
  readonly frame: SlipFrame;
  /** Coverage years without a notice that a payment today may be for. */
  readonly missing: readonly number[];
  /** Takes the next few; false ends the reading. */
  readonly take: (batch: SlipBatch) => Promise<boolean>;
}

/** Few enough that a stop is heeded at once, and that a message between processes stays small. */
const SLIPS_A_BATCH = 20;

/** Reads the list once more and hands its slips over in the list's order. Throws RosterFault. */
export async function eachSlip(options: SlipRowsOptions): Promise<void> {
  const { list, plan, selection, chosen, take } = options;
  const answer = answerRows(plan);
  const sheet = reviewSheet(plan.columns, plan.words);
  const width = plan.headers.length;
  let waiting: { readonly row: number; readonly cells: readonly string[] }[] = [];
  let leftOut: (readonly string[])[] = [];

  const between: Between = async () => {
    const rows = waiting;
    waiting = [];
    for (let at = 0; at < rows.length || leftOut.length > 0; at += SLIPS_A_BATCH) {
      const batch = {
        slips: rows.slice(at, at + SLIPS_A_BATCH).map(({ row, cells }) => slipOf(options, cells, row)),
        leftOut,
      };
      leftOut = [];
      if (!(await take(batch))) return false;
    }
    return true;
  };
  await list.walk((cells, row) => {
    if (!isAsked(selection, plan, cells, row)) return;
    if (chosen.rows.has(row)) {
      waiting.push({ row, cells: [...cells] });
      return;
    }
    const answered = answer(cells);
    if (answered.answer.problems.length === 0) return;
    const line = sheet.row(cells.length === width ? cells : fitted(cells, width), row, answered);
    if (line !== undefined) leftOut.push(line);
  }, between);
  await between({ done: 1, of: 1 });
}

function slipOf(
  { plan, table, rules, frame, missing }: SlipRowsOptions,
  cells: readonly string[],
  row: number,
): ListSlip {
  const reading = plan.facts(cells);
  if (!reading.ok) throw new Error("a row with an answer has facts");
  const { facts } = reading;
  const request = {
    ...requestOf(facts, table),
    ...(frame.pastYear ? { pastYear: table.coverageYear } : {}),
  };
  const name = cellOf(cells, plan.columns.name);
  const idNumber = cellOf(cells, plan.columns.id_number);
  const township = townshipOf(plan, cells).trim();
  const result = { ...evaluate(facts, table), ...(frame.pastYear ? { pastYear: pastYearOf(table) } : {}) };
  const document = slipDocument({
    languages: frame.languages,
    audience: frame.audience,
    office: { hall: frame.hall, window: null, clerk: null },
    ruleSet: rules,
    residents: [
      {
        name,
        idNumber,
        county: facts.county?.name ?? null,
        township: township === "" ? null : townshipWords(township, facts.county),
        birthDate: facts.birth === null ? null : isoDay(facts.birth),
        categories: request.resident.categories ?? null,
        groups: request.resident.groups ?? [],
        missedYears: request.resident.missedYears ?? null,
        paidOn: request.paidOn,
        result,
      },
    ],
    payment: { source: "cash" },
    missing,
    printedAt: frame.printedAt,
  });
  return {
    row,
    name,
    idNumber: idNumber === null ? null : toPlainNumber(idNumber).toUpperCase(),
    township: township === "" ? null : township.slice(0, LONGEST_TOWNSHIP),
    request,
    document,
    line: [
      String(row),
      safeCell(name ?? ""),
      safeCell(document.members[0]?.maskedId ?? ""),
      safeCell(township),
      "",
      "",
    ],
  };
}

const LONGEST_TOWNSHIP = 60;
const LONGEST_CELL = 100;

function cellOf(cells: readonly string[], index: number | undefined): string | null {
  const text = index === undefined ? "" : (cells[index] ?? "").trim().slice(0, LONGEST_CELL);
  return text === "" ? null : text;
}

/** The rule set's own names where it knows the township; else the list's word, which has no other language. */
function townshipWords(
  text: string,
  county: { readonly townships: readonly { readonly name: SlipWords }[] | null } | null,
): SlipWords {
  const known = county?.townships?.find(({ name }) => name.zh === text || name.en === text);
  if (known !== undefined) return known.name;
  const plain = text
    .replace(/\d{17}[\dXx]/g, "…")
    .replace(/\s+/g, " ")
    .slice(0, LONGEST_TOWNSHIP);
  return { zh: plain, en: plain };
}

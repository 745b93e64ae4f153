// A row's cells read one by one: dates, aid identities, special groups with their dates, missed years. Nothing is guessed.
import type { EpochDay } from "../dates/civil.ts";
import { excelSerialDay } from "../dates/excel.ts";
import { parseIsoDay } from "../dates/iso.ts";
import { parseTypedDate } from "../dates/typed.ts";
import { toPlainNumber } from "../text/half-width.ts";
import { type ProblemCode, type RowProblem, shown } from "./problem.ts";
import type { Vocabulary } from "./vocabulary.ts";

export type CellResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Omit<RowProblem, "column"> };

/** Serials of 1982 to 2064: no eight-digit date and no year is among them, and no resident's date that a list states lies outside but birth dates before. */
const FIRST_SERIAL = 1;
const LAST_SERIAL = 60_000;

/**
 * A day in one of the forms lists have: 2025-01-15, 2025/1/15, 20250115, 2025年1月15日, an Excel serial; a time of day
 * behind it (2025-01-15 08:30:00) is left out. Empty text is null.
 */
export function readDay(text: string, date1904: boolean): CellResult<EpochDay | null> {
  const iso = parseIsoDay(text);
  if (iso !== undefined) return found(iso);
  const trimmed = text.trim();
  if (trimmed === "") return found(null);
  const withoutTime = trimmed.replace(/[\sT]+\d{1,2}[:：]\d{2}([:：]\d{2}(\.\d+)?)?$/, "");
  const typed = parseTypedDate(withoutTime);
  if (typed.ok) return found(typed.day);
  if (typed.error.code === "empty") return found(null);
  const plain = toPlainNumber(withoutTime);
  if (/^\d{1,5}(\.\d+)?$/.test(plain)) {
    const serial = Number(plain);
    const day = serial >= FIRST_SERIAL && serial <= LAST_SERIAL ? excelSerialDay(serial, date1904) : undefined;
    // 2024 is a year that somebody typed, and at the same time the serial of a day in 1905.
    if (day !== undefined && !(serial >= 1900 && serial <= 2200)) return found(day);
    return failed("date-number", { cell: shown(text) });
  }
  return failed("date", { cell: shown(text) });
}

/** Ids of a cell such as `特困人员;脱贫人口`, each once and in the cell's order; [] where it is empty or says that there is none. */
export function readNames(text: string, vocabulary: Vocabulary, code: ProblemCode): CellResult<readonly string[]> {
  const ids: string[] = [];
  for (const name of split(text, vocabulary)) {
    const id = vocabulary.resolve(name);
    if (id === undefined) {
      const suggestion = vocabulary.suggest(name);
      return failed(code, {
        cell: shown(name),
        known: (suggestion.length > 0 ? suggestion : vocabulary.ids).join(", "),
      });
    }
    if (id !== "" && !ids.includes(id)) ids.push(id);
  }
  return found(ids);
}

export interface ClaimedGroup {
  readonly id: string;
  readonly event: EpochDay | null;
}

/** Groups with the date behind `@`: `released@2025-03-01; 新生儿`. */
export function readGroups(
  text: string,
  vocabulary: Vocabulary,
  date1904: boolean,
): CellResult<readonly ClaimedGroup[]> {
  const groups: ClaimedGroup[] = [];
  for (const part of text.split(/[;；]/)) {
    if (part.trim() === "") continue;
    const at = part.search(/[@＠]/);
    const names = at < 0 ? part : part.slice(0, at);
    const day = at < 0 ? found(null) : readDay(part.slice(at + 1), date1904);
    if (!day.ok) return failed("group-date", { cell: shown(part) });
    if (at >= 0 && day.value === null) return failed("group-date", { cell: shown(part) });
    const ids = readNames(names, vocabulary, "group-unknown");
    if (!ids.ok) return ids;
    for (const id of ids.value) {
      if (!groups.some((group) => group.id === id)) groups.push({ id, event: day.value });
    }
  }
  return found(groups);
}

/** Coverage years without cover; [] for `0` (continuous), null for an empty cell (not known). */
export function readMissedYears(text: string, coverageYear: number): CellResult<readonly number[] | null> {
  const plain = text.trim();
  if (plain === "") return found(null);
  if (/^(0|０|无|连续|连续参保)$/.test(plain)) return found([]);
  const years: number[] = [];
  for (const part of plain.split(/[;；、,，/\s]+/)) {
    const digits = toPlainNumber(part).replace(/年度?$/, "");
    if (digits === "") continue;
    if (!/^(19|20|21)\d{2}$/.test(digits)) return failed("missed-year", { cell: shown(text) });
    const year = Number(digits);
    if (year >= coverageYear) return failed("missed-year-future", { year, coverageYear });
    if (years.includes(year)) return failed("missed-year-repeated", { year });
    years.push(year);
  }
  return found(years);
}

/** `;` always separates; 、 , and / only where the whole is no name itself (农村低保一、二类). */
function split(text: string, vocabulary: Vocabulary): readonly string[] {
  const names: string[] = [];
  for (const part of text.split(/[;；]/)) {
    const name = part.trim();
    if (name === "") continue;
    if (vocabulary.resolve(name) !== undefined) names.push(name);
    else
      names.push(
        ...name
          .split(/[、,，/|\n]/)
          .map((piece) => piece.trim())
          .filter((piece) => piece !== ""),
      );
  }
  return names;
}

function found<T>(value: T): CellResult<T> {
  return { ok: true, value };
}

function failed(
  code: ProblemCode,
  values: RowProblem["values"],
): { readonly ok: false; readonly problem: Omit<RowProblem, "column"> } {
  return { ok: false, problem: { code, values } };
}

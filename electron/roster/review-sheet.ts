// The sheet of rows that need a person: who, where, which code, and the reason in plain words.

import { maskNumber } from "../../shared/identity/masking.ts";
import { safeCell } from "../../shared/roster/answer.ts";
import type { AnsweredRow } from "../../shared/roster/answerer.ts";
import { checksOf, FOR_A_PERSON } from "../../shared/roster/checks.ts";
import type { ColumnMap } from "../../shared/roster/columns.ts";
import { problemText } from "../../shared/roster/problem.ts";
import type { Duplicate } from "./duplicates.ts";
import type { RosterWords } from "./words.ts";

export interface ReviewSheet {
  readonly header: () => readonly string[];
  /** The sheet's cells for a row, or undefined where nobody has to look at it. */
  readonly row: (cells: readonly string[], row: number, answered: AnsweredRow) => readonly string[] | undefined;
  /** The cells for a row whose ID number an earlier row has. */
  readonly duplicate: (duplicate: Duplicate, townshipName: (index: number) => string) => readonly string[];
}

/** ID numbers are masked: the row number leads to the full one. */
export function reviewSheet(columns: ColumnMap, words: RosterWords): ReviewSheet {
  const cellOf = (cells: readonly string[], index: number | undefined): string =>
    index === undefined ? "" : (cells[index] ?? "");
  return {
    header: () =>
      ["row", "name", "id_number", "township", "codes", "reason"].map((column) => words.text(`sheet.${column}`)),
    row: (cells, row, { answer, checks }) => {
      const forPerson = checksOf(checks & FOR_A_PERSON);
      if (answer.problems.length === 0 && answer.review.length === 0 && forPerson.length === 0) return undefined;
      const codes = [...answer.problems.map((problem) => problem.code), ...answer.review, ...forPerson];
      const reasons = [
        ...(answer.problems.length > 0 ? [problemText(answer.problems, words.text)] : []),
        ...answer.review.map((code) => words.review(code)),
        ...(answer.problems.length > 0 ? [] : forPerson.map((check) => words.text(`check.${check}`))),
      ];
      return [
        String(row),
        safeCell(cellOf(cells, columns.name)),
        safeCell(maskNumber(cellOf(cells, columns.id_number))),
        safeCell(cellOf(cells, columns.township)),
        [...new Set(codes)].join(";"),
        safeCell(reasons.join("; ")),
      ];
    },
    duplicate: (duplicate, townshipName) => {
      const elsewhere = duplicate.township !== duplicate.firstTownship;
      const code = elsewhere ? "two-townships" : "duplicate-number";
      const township = townshipName(duplicate.township);
      const reason = words.text(`reason.${code}`, {
        row: duplicate.firstRow,
        township: townshipName(duplicate.firstTownship),
      });
      return [String(duplicate.row), "", "", safeCell(township), code, safeCell(reason)];
    },
  };
}

// The columns that a list gets back, made from an assessment: thirteen of the contract, and the articles they rest on.
import type { EpochDay } from "../dates/civil.ts";
import { isoDay } from "../dates/iso.ts";
import type { Assessment } from "../engine/assess.ts";
import type { Clause } from "../engine/result.ts";

export const ANSWER_COLUMNS = [
  "payable",
  "aid",
  "category",
  "exemption",
  "window",
  "benefit_kind",
  "benefit_start",
  "benefit_end",
  "wait_from",
  "wait_to",
  "reason",
  "review",
  "problem",
  // After the contract's thirteen, which keep their places.
  "article",
] as const;

/** Cells of a computed row, in the columns' order; what no document states is empty. `grounds` are the clauses it rests on. */
export function answerCells(assessment: Assessment, grounds: readonly Clause[]): readonly string[] {
  const { contribution, outcome } = assessment;
  return [
    contribution.payable ?? "",
    contribution.aid ?? "",
    contribution.category ?? "",
    outcome.exemption?.exemption.group ?? "",
    assessment.window,
    outcome.kind,
    day(outcome.start),
    day(outcome.end),
    day(outcome.wait?.from ?? null),
    day(outcome.wait?.to ?? null),
    outcome.reason ?? "",
    reviewCodes(assessment).join(";"),
    "",
    articlesCell(grounds),
  ];
}

/** 甘医保发〔2024〕54号 五（二）;甘医保发〔2024〕54号 附表2: each citation whole, so that a reader can search for one. */
function articlesCell(grounds: readonly Clause[]): string {
  return safeCell(grounds.map(({ document, article }) => `${document} ${article}`).join(";"));
}

/** Review codes as the result lists them: the open readings first, each once. A missing fact is no review, it is asked for. */
export function reviewCodes(assessment: Assessment): readonly string[] {
  const codes: string[] = assessment.open.filter((code) => code !== "fact-missing");
  for (const flag of assessment.flags) if (!codes.includes(flag)) codes.push(flag);
  return codes;
}

/** Cells of a row that could not be computed: nothing but what is wrong. */
export function problemCells(problem: string): readonly string[] {
  return ANSWER_COLUMNS.map((column) => (column === "problem" ? safeCell(problem) : ""));
}

/** A cell that begins like a formula is run by spreadsheets; an apostrophe makes it text. */
export function safeCell(text: string): string {
  return beginsLikeFormula(text) ? `'${text}` : text;
}

/**
 * The signs that begin a formula, their full-width forms (Excel folds them), and the control characters it skips; also
 * behind blanks and signs that nobody sees, which some programs cut off before they look.
 */
export function beginsLikeFormula(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case 0x3d: // =
      case 0x2b: // +
      case 0x2d: // -
      case 0x40: // @
      case 0x09:
      case 0x0a:
      case 0x0d:
      case 0xff1d:
      case 0xff0b:
      case 0xff0d:
      case 0xff20:
        return true;
      case 0x20:
      case 0xa0: // no-break space
      case 0x3000: // full-width space
      case 0x200b: // zero-width space
      case 0xfeff: // byte order mark
        continue;
      default:
        return false;
    }
  }
  return false;
}

function day(value: EpochDay | null): string {
  return value === null ? "" : isoDay(value);
}

// Answers rows one after another. Equal facts are assessed once: a county has some thousand different cases, not 734,881.
import type { EpochDay } from "../dates/civil.ts";
import { isoDay, parseIsoDay } from "../dates/iso.ts";
import { assess } from "../engine/assess.ts";
import type { Case } from "../engine/case.ts";
import { groundsOf } from "../engine/grounds.ts";
import { ageInYears } from "../identity/age.ts";
import type { Table } from "../rules/table.ts";
import { answerCells, problemCells, reviewCodes } from "./answer.ts";
import { readDay } from "./cells.ts";
import { CHECK_BIT } from "./checks.ts";
import type { ColumnMap } from "./columns.ts";
import { readPerson } from "./person.ts";
import { problemText, type RowProblem, type Words } from "./problem.ts";
import { birthColumn, type RowReader } from "./row-reader.ts";
import { amountsOf, type Counted } from "./summary.ts";

/** The answer to all rows with the same facts. */
export interface Answer extends Counted {
  readonly cells: readonly string[];
  /** The cells in the sink's own form, ready to be appended to a row. */
  readonly encoded: string;
  readonly problems: readonly RowProblem[];
  readonly outsideWindows: boolean;
  /** Identities and groups that checks against age ask about. */
  readonly orphan: boolean;
  readonly newbornClaimed: boolean;
  readonly soldierClaimed: boolean;
}

export interface AnsweredRow {
  readonly answer: Answer;
  /** Bits of `CHECK_BIT`. */
  readonly checks: number;
  /** The ID number packed, or 0 where the row has none to compare. */
  readonly personKey: number;
}

export interface AnswererOptions {
  readonly table: Table;
  readonly columns: ColumnMap;
  readonly headers: readonly string[];
  readonly read: RowReader;
  readonly today: EpochDay;
  readonly date1904: boolean;
  readonly words: Words;
  readonly encode: (cells: readonly string[]) => string;
  /** Off only where a test compares the two. */
  readonly remember?: boolean;
}

/** From this age in days on (and born before the coverage year) no rule asks for the birth day: past the first birthday and every edge. */
const NO_LONGER_NEWBORN = 400;
/** Lists with more different cases than this forget the old ones, so that memory stays flat. */
const MOST_REMEMBERED = 20_000;

export function rowAnswerer(options: AnswererOptions): (cells: readonly string[]) => AnsweredRow {
  const { table, columns, headers, read, today, date1904 } = options;
  const remember = options.remember ?? true;
  const answers = new Map<string, Answer>();
  const distinct = new Map<string, Answer>();
  const days = new Map<string, ReturnType<typeof readDay>>();
  const { id_number: idColumn, birth_date: birthDateColumn, paid_on: paidColumn } = columns;
  const keyColumns = [
    columns.categories,
    columns.groups,
    columns.missed_years,
    columns.county,
    columns.recognised_on,
  ].filter((column) => column !== undefined);

  return (cells) => {
    const person = idColumn === undefined ? undefined : readPerson(cells[idColumn] ?? "", today);
    const stated = birthDateColumn === undefined ? NOT_STATED : dayIn(cells[birthDateColumn] ?? "");
    const problems: RowProblem[] = [];
    let checks = 0;
    let personKey = 0;
    let birth: EpochDay | null = stated.ok ? stated.value : null;
    if (!stated.ok) problems.push({ ...stated.problem, column: headers[birthDateColumn ?? 0] ?? null });
    if (person === undefined || person.kind === "no-number") {
      checks |= CHECK_BIT["no-number"];
    } else if (person.kind === "problem") {
      checks |= person.problem.code === "id-check-digit" ? CHECK_BIT["id-check-digit"] : CHECK_BIT["id-unreadable"];
      problems.push({ ...person.problem, column: headers[idColumn ?? 0] ?? null });
    } else {
      personKey = person.key;
      if (birth === null) birth = person.birthDay;
      else if (birth !== person.birthDay) {
        checks |= CHECK_BIT["birth-differs"];
        const column = birthColumn(columns, headers);
        problems.push({
          column,
          code: "birth-differs",
          values: { birth: isoDay(birth), number: isoDay(person.birthDay) },
        });
      }
    }
    const paidText = paidColumn === undefined ? "" : (cells[paidColumn] ?? "");
    const answer = problems.length === 0 ? answerFor(cells, paidText, birth) : problemAnswer(problems, cells, birth);
    if (answer.outsideWindows) checks |= CHECK_BIT["outside-windows"];
    if (birth !== null && (answer.orphan || answer.newbornClaimed || answer.soldierClaimed)) {
      const paid = dayIn(paidText);
      if (paid.ok && paid.value !== null) checks |= ageChecks(answer, ageInYears(birth, paid.value) ?? 0);
    }
    return { answer, checks, personKey };
  };

  function answerFor(cells: readonly string[], paidText: string, birth: EpochDay | null): Answer {
    if (!remember || paidText.includes("\n")) return assessed(cells, birth);
    let key = paidText;
    for (const column of keyColumns) {
      const cell = cells[column] ?? "";
      // A line break separates the cells of the key: a cell that has one of its own could be mistaken for two.
      if (cell.includes("\n")) return assessed(cells, birth);
      key += `\n${cell}`;
    }
    if (birth !== null) key += birthMatters(paidText, birth) ? `\n${birth}` : "\n-";
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = sharedAnswer(assessed(cells, birth));
    if (answers.size >= MOST_REMEMBERED) answers.clear();
    answers.set(key, answer);
    return answer;
  }

  /** Many days of payment have one answer: each is kept once. */
  function sharedAnswer(answer: Answer): Answer {
    if (answer.problems.length > 0) return answer;
    const { encoded, amounts, orphan, newbornClaimed, soldierClaimed } = answer;
    const key = `${encoded}${JSON.stringify(amounts)}${orphan}${newbornClaimed}${soldierClaimed}`;
    const known = distinct.get(key);
    if (known !== undefined) return known;
    if (distinct.size >= MOST_REMEMBERED) distinct.clear();
    distinct.set(key, answer);
    return answer;
  }

  function birthMatters(paidText: string, birth: EpochDay): boolean {
    if (birth >= table.yearStart) return true;
    const paid = dayIn(paidText);
    return !paid.ok || paid.value === null || birth + NO_LONGER_NEWBORN >= paid.value;
  }

  /** Most lists write ISO dates, which are read faster than remembered. */
  function dayIn(text: string): ReturnType<typeof readDay> {
    const iso = parseIsoDay(text);
    if (iso !== undefined) return { ok: true, value: iso };
    const known = days.get(text);
    if (known !== undefined) return known;
    const day = readDay(text, date1904);
    if (days.size >= MOST_REMEMBERED) days.clear();
    days.set(text, day);
    return day;
  }

  function assessed(cells: readonly string[], birth: EpochDay | null): Answer {
    const reading = read(cells, birth);
    return reading.ok ? computed(reading.facts) : problem(reading.problems);
  }

  /** Something is wrong with the person's number or birth date: the rest of the row is read too, so that all is said at once. */
  function problemAnswer(found: readonly RowProblem[], cells: readonly string[], birth: EpochDay | null): Answer {
    const reading = read(cells, birth);
    return problem(reading.ok ? found : [...found, ...reading.problems]);
  }

  function problem(problems: readonly RowProblem[]): Answer {
    const cells = problemCells(problemText(problems, options.words));
    return { ...NO_ANSWER, cells, encoded: options.encode(cells), problems };
  }

  function computed(facts: Case): Answer {
    const assessment = assess(facts, table);
    const cells = answerCells(assessment, groundsOf(facts, table, assessment));
    return {
      cells,
      encoded: options.encode(cells),
      category: assessment.contribution.category ?? "",
      kind: assessment.outcome.kind,
      window: assessment.window,
      amounts: amountsOf(assessment),
      review: reviewCodes(assessment),
      problems: [],
      outsideWindows: assessment.window !== "concentrated" && assessment.window !== "supplementary",
      orphan: facts.categories?.some((category) => category.id === "orphan") ?? false,
      newbornClaimed: facts.claims.some((claim) => claim.group.id === "newborn"),
      soldierClaimed: facts.claims.some((claim) => claim.group.id === "discharged-soldier"),
    };
  }
}

/** The answer to a row whose own shape is wrong (torn, too short): nothing of it was read. */
export function refusedRow(
  problems: readonly RowProblem[],
  words: Words,
  encode: (cells: readonly string[]) => string,
): AnsweredRow {
  const cells = problemCells(problemText(problems, words));
  return { answer: { ...NO_ANSWER, cells, encoded: encode(cells), problems }, checks: 0, personKey: 0 };
}

const NOT_STATED = { ok: true, value: null } as const;

const NO_ANSWER: Omit<Answer, "cells" | "encoded" | "problems"> = {
  category: "?",
  kind: "",
  window: "",
  amounts: null,
  review: [],
  outsideWindows: false,
  orphan: false,
  newbornClaimed: false,
  soldierClaimed: false,
};

const ADULT = 18;
const OLDEST_NEWBORN = 1;
/** Enlistment starts at seventeen (征兵). */
const YOUNGEST_SOLDIER = 17;

function ageChecks(answer: Answer, age: number): number {
  let checks = 0;
  if (answer.orphan && age >= ADULT) checks |= CHECK_BIT["orphan-adult"];
  if (answer.newbornClaimed && age > OLDEST_NEWBORN) checks |= CHECK_BIT["newborn-too-old"];
  if (answer.soldierClaimed && age < YOUNGEST_SOLDIER) checks |= CHECK_BIT["soldier-too-young"];
  return checks;
}

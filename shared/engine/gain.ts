// Whether another answer wins something for the resident: money, or cover that surely begins earlier.
import type { EpochDay } from "../dates/civil.ts";
import { compareYuan } from "../rules/money.ts";
import type { Table } from "../rules/table.ts";
import type { Assessment } from "./assess.ts";
import type { Case } from "./case.ts";
import type { Outcome } from "./outcome.ts";
import { outcomesOf } from "./readings.ts";

/** A resident and what the engine says to it. */
export interface Answered {
  readonly resident: Case;
  readonly answer: Assessment;
}

/** A lower price, a price where none is known, or an earlier first day: at worst, or else at best. */
export function winsSomething(base: Answered, other: Answered, table: Table): boolean {
  return isCheaper(base.answer, other.answer) || isEarlier(firstDays(base, table), firstDays(other, table));
}

function isCheaper(base: Assessment, other: Assessment): boolean {
  const [was, is] = [base.contribution.payable, other.contribution.payable];
  return is !== null && (was === null || compareYuan(is, was) < 0);
}

interface FirstDays {
  readonly best: EpochDay;
  readonly worst: EpochDay;
}

function isEarlier(base: FirstDays, other: FirstDays): boolean {
  return other.worst < base.worst || (other.worst === base.worst && other.best < base.best);
}

function firstDays({ resident, answer }: Answered, table: Table): FirstDays {
  const found = outcomesOf(answer.tree).map((outcome) => between(outcome, resident, table));
  return {
    best: Math.min(...found.map(({ best }) => best)),
    worst: Math.max(...found.map(({ worst }) => worst)),
  };
}

/** The days between which cover begins; the day after the year's end where it may not begin in this year at all. */
function between({ kind, start }: Outcome, { birth, paidOn }: Case, table: Table): FirstDays {
  const never = table.yearEnd + 1;
  switch (kind) {
    case "none":
      return { best: never, worst: never };
    case "not-before":
      return { best: start ?? never, worst: never };
    // Without a wait: no notice has a day later than the one after the payment, none one before birth or the year.
    case "not-stated": {
      const best = Math.max(table.yearStart, birth ?? table.yearStart);
      return { best, worst: Math.max(best, paidOn + 1) };
    }
    case "exact":
      return { best: start ?? never, worst: start ?? never };
    case "undetermined":
      return { best: table.yearStart, worst: never };
  }
}

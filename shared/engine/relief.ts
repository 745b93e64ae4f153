// Reliefs (免缴、财政资助): parts of the contribution that another purse pays, by birth or standing; the best of relief and identity counts.
import type { Category, Cited, Relief, Table } from "../rules/table.ts";
import { type Case, edgeDay, isBornSince, isNewborn, optionInForce } from "./case.ts";
import { fixedStep, type Log, type LoggedStep } from "./log.ts";

/** The relief that pays more than the identity does, if any; at a tie of amounts the identity counts. Never a sum (避免重复资助). */
export function bestRelief(resident: Case, table: Table, winner: Category | null, log: Log | null): Relief | null {
  let best: Relief | null = null;
  for (const relief of table.reliefs)
    if (reaches(relief, resident, table) === true && (best === null || relief.rank > best.rank)) best = relief;
  if (best === null || winner === null) return best;
  // Whoever pays nothing whatever the price is better off than with an amount of aid.
  if (!best.all && (winner.aid === null || winner.rank >= best.rank)) return null;
  log?.push({
    step: "aid",
    variant: "identity-lost-to-relief",
    effect: "failed",
    cited: table.several,
    in: { category: winner.id, zh: best.name.zh, en: best.name.en },
    out: { aid: winner.aid },
  });
  return best;
}

/** Whether the relief pays for this resident; null: a fact decides it that nobody told. */
function reaches(relief: Relief, resident: Case, table: Table): boolean | null {
  return isLimited(relief, resident, table) ? false : isFor(relief, resident, table);
}

/** Whether the relief is for such a resident, whenever the payment is made; null: a fact decides it that nobody told. */
export function isFor(relief: Relief, resident: Case, table: Table): boolean | null {
  const { birth } = resident;
  switch (relief.who) {
    case "student":
      return resident.standing === "student";
    case "born-since":
      // Without a birth date a claimed newborn is believed, as for every other amount.
      if (birth === null) return isNewborn(resident, table);
      return isBornSince(birth, relief.bornFrom, relief.years, table);
    case "newborn-with-insured-parent":
      if (!isNewborn(resident, table) || (birth !== null && birth < (relief.bornFrom ?? birth))) return false;
      return resident.facts.parentInsured;
  }
}

/** Paid for so long after birth that it matters whether the relief has its limit. */
function isPastLimit({ limit }: Relief, resident: Case, table: Table): boolean {
  const { birth, paidOn } = resident;
  if (limit === null || birth === null) return false;
  const edge = edgeDay(birth, limit.within);
  return paidOn > edge || (paidOn === edge && optionInForce(resident, table, "within-edge") !== "in");
}

/** Past its limit, where the notice is read to have one or can be. */
function isLimited(relief: Relief, resident: Case, table: Table): boolean {
  const { limit } = relief;
  if (limit === null || !isPastLimit(relief, resident, table)) return false;
  const option = optionInForce(resident, table, limit.if.interpretation);
  return option === limit.if.is || option === "not-settled";
}

interface LimitedRelief {
  readonly relief: Relief;
  /** That says whether there is a limit. */
  readonly interpretation: string;
}

/** A relief that is this newborn's unless its limit holds; null where no limit matters. */
export function limitedRelief(resident: Case, table: Table): LimitedRelief | null {
  for (const relief of table.reliefs)
    if (relief.limit !== null && isPastLimit(relief, resident, table) && isFor(relief, resident, table) !== false)
      return { relief, interpretation: relief.limit.if.interpretation };
  return null;
}

/** Where a newborn would be free with an insured parent, and nobody said whether there is one. */
export function parentUnknown(resident: Case, table: Table): Cited | null {
  return table.reliefs.find((relief) => reaches(relief, resident, table) === null)?.cited ?? null;
}

export function reliefStep(relief: Relief): LoggedStep {
  return fixedStep(relief, "relief", () => ({
    step: "aid",
    variant: relief.all ? "relief-all" : "relief",
    effect: "applied",
    cited: relief.cited,
    in: { relief: relief.id, zh: relief.name.zh, en: relief.name.en },
    out: { aid: relief.aid, payable: relief.payable },
  }));
}

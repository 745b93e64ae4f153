// What continuous and claim-free years earn (国办发〔2024〕38号): raises of the major-illness cap. Information: it moves neither amount nor day.
import { times } from "../rules/money.ts";
import type { Cited, Table } from "../rules/table.ts";
import { type Case, missedRun } from "./case.ts";
import type { Log } from "./log.ts";
import type { Incentive } from "./result.ts";

const NONE: readonly Incentive[] = [];

/** One entry for each fact that was told; nothing where the rule set has no such rule. */
export function incentivesOf(resident: Case, table: Table, log: Log | null): readonly Incentive[] {
  const { incentives } = table;
  const { continuousYears, claimFreeLastYear } = resident.facts;
  if (incentives === null || resident.standing === "employee") return NONE;
  if (continuousYears === null && claimFreeLastYear === null) return NONE;
  const found: Incentive[] = [];
  const add = (kind: Incentive["kind"], raises: number, raise: string | null, cited: Cited): void => {
    const amount = raise === null ? null : times(raise, raises);
    found.push({ kind, raises, amount, atLeast: incentives.atLeast, limitPercent: incentives.limit.percent });
    log?.push({
      step: "incentive",
      variant: raises === 0 ? `${kind}-not-yet` : amount === null ? `${kind}-amount-not-known` : kind,
      effect: "info",
      cited,
      in: { raises, afterYears: incentives.continuous.afterYears, years: continuousYears },
      out: { amount, atLeast: incentives.atLeast, limitPercent: incentives.limit.percent },
    });
  };
  if (continuousYears !== null) {
    const { afterYears, raise, cited } = incentives.continuous;
    // A missed year starts the count again; the year now paid for is one year more.
    const years = missedRun(resident, table, 0) > 0 ? 1 : continuousYears + 1;
    add("continuous", Math.max(0, years - afterYears), raise, cited);
  }
  if (claimFreeLastYear !== null) {
    const { raise, cited } = incentives.claimFree;
    add("claim-free", claimFreeLastYear ? 1 : 0, raise, cited);
  }
  return found;
}

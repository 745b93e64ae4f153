// The rule for missed years, its repair, and what continuous cover earns, with every citation ready.
import { day } from "./compile-days.ts";
import type { CiteData, RuleSetData } from "./schema.ts";
import type { IncentivesData } from "./schema-missed-years.ts";
import type { Cited, Incentives, Table } from "./table.ts";

type CitedBy = (cite: CiteData) => Cited;

export function compileMissedYears(
  { missedYears }: RuleSetData,
  cited: CitedBy,
): Pick<Table, "missedYears" | "missedInWindow" | "repair"> {
  if (missedYears === null) return { missedYears: null, missedInWindow: null, repair: null };
  const { cite, inWindow, repair } = missedYears;
  return {
    missedYears: cited(cite),
    missedInWindow:
      inWindow === undefined
        ? null
        : { start: day(inWindow.start), unlessBornIn: inWindow.unlessBornIn ?? null, cited: cited(inWindow.cite) },
    repair:
      repair === undefined
        ? null
        : {
            floor: {
              afterYears: repair.floor.afterYears,
              day: repair.floor.day ?? null,
              month: repair.floor.month ?? null,
              cited: cited(repair.floor.cite),
            },
            priceCited: cited(repair.price.cite),
            cited: cited(repair.cite),
          },
  };
}

export function compileIncentives(data: IncentivesData, cited: CitedBy): Incentives {
  const { continuous, claimFree, atLeast, limit, reset } = data;
  return {
    continuous: {
      afterYears: continuous.afterYears,
      raise: continuous.raise.value,
      cited: cited(continuous.raise.cite),
    },
    claimFree: { raise: claimFree.raise.value, cited: cited(claimFree.raise.cite) },
    atLeast: atLeast.value,
    atLeastCited: cited(atLeast.cite),
    limit: { percent: limit.percent, cited: cited(limit.cite) },
    reset: cited(reset.cite),
  };
}

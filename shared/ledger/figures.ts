// From the engine's answer to the figures a record keeps for ever.

import type { Result } from "../engine/result.ts";
import { toFen } from "./fen.ts";
import type { MemberFigures } from "./record.ts";

export function figuresOf(result: Result, county: string | null, township: string | null): MemberFigures {
  const { contribution, funding, benefit } = result;
  return {
    county,
    township,
    category: contribution.category,
    standard: toFen(contribution.standard),
    payable: toFen(contribution.payable),
    aid: toFen(contribution.aid),
    central: toFen(funding.central),
    province: toFen(funding.province),
    cityCounty: toFen(funding.cityCounty),
    benefit: { kind: benefit.kind, start: benefit.start, end: benefit.end },
  };
}

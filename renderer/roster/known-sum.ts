// What a payer's part comes to over some rows, in yuan: a sum of nothing known is not 0.00.
import { type Bucket, type PAYERS, yuan } from "../../shared/roster/summary.ts";
import { groupedAmount } from "../design/money.tsx";

export const NOTHING_KNOWN = "—";

export function knownSum({ rows, problems, sums }: Bucket, payer: (typeof PAYERS)[number]): string {
  const { sum, unknown } = sums[payer];
  return rows - problems - unknown > 0 ? groupedAmount(yuan(sum)) : NOTHING_KNOWN;
}

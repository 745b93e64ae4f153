// Until which payment day a rule set can still give somebody cover.
import type { EpochDay } from "../dates/civil.ts";
import type { Table } from "./table.ts";

/**
 * The coverage year's last day where a special group or a late payer may still come, else the last day of the last window.
 * Beyond it nothing but an open question is left (a newborn's 90 days over New Year), which no clerk should meet unasked.
 */
export function lastUsefulDay({ groups, newborn, periods, yearEnd, closing }: Table): EpochDay {
  if (groups.length > 0 || newborn !== null) return yearEnd;
  const last = periods.reduce((day, { to, benefit }) => (benefit.kind === "none" ? day : Math.max(day, to)), closing);
  return Math.min(last, yearEnd);
}

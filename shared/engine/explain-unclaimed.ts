// The step that names the special groups which nobody claimed and no fact showed.
import type { Table } from "../rules/table.ts";
import type { Case } from "./case.ts";
import { periodOf } from "./decide.ts";
import { fixedStep, type Log, type LoggedStep } from "./log.ts";

/** The group for whatever the notice does not list: it has no place in a list of groups. */
const OTHER_CASES = "other";

/** One step for all the groups that nobody claimed and no fact showed; none where the whole year was given without them. */
export function logUnclaimed(resident: Case, table: Table, log: Log, tried: readonly LoggedStep[]): void {
  if (resident.standing === "employee" || resident.paidOn < table.opening || resident.paidOn > table.yearEnd) return;
  const wholeYear =
    !tried.some((step) => step.step === "wait" || step.step === "group") &&
    periodOf(resident.paidOn, table)?.benefit.kind === "start";
  if (wholeYear) return;
  // A group with a window of its own was named with that window.
  const named = tried.flatMap((step) => ("group" in step.in ? [String(step.in["group"])] : []));
  const unclaimed = fixedStep(table, named.length === 0 ? "none claimed" : `none claimed but ${named.join()}`, () => {
    const others = table.groups.filter((group) => !named.includes(group.id) && group.id !== OTHER_CASES);
    return {
      step: "group",
      variant: "none-claimed",
      effect: "failed",
      cited: others[0]?.cited ?? null,
      in: { groups: others.map((group) => group.id) },
      out: { applies: false },
    };
  });
  // Somebody who claims every group there is has none left to hear of.
  if (unclaimed.cited !== null) log.push(unclaimed);
}

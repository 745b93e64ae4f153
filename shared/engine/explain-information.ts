// The steps of provisions that decide nothing and are shown to whom they concern.
import type { Information, Table } from "../rules/table.ts";
import type { Case } from "./case.ts";
import { fixedStep, type Log } from "./log.ts";

export function logInformation(resident: Case, table: Table, log: Log): void {
  for (const entry of table.information) {
    if (!entry.isConditional) continue;
    if (
      entry.identities !== null &&
      !(resident.categories ?? []).some((category) => entry.identities?.has(category.id))
    )
      continue;
    if (entry.standing !== null && !entry.standing.has(resident.standing)) continue;
    if (entry.groups !== null && !resident.claims.some(({ group }) => entry.groups?.has(group.id))) continue;
    if (!isBornIn(entry, resident)) continue;
    if (entry.paidFrom !== null && resident.paidOn < entry.paidFrom) continue;
    if (entry.paidTo !== null && resident.paidOn > entry.paidTo) continue;
    log.push(
      fixedStep(entry, "shown", () => ({
        step: "information",
        variant: "shown",
        effect: "info",
        cited: entry.cited,
        in: { information: entry.id, zh: entry.text.zh, en: entry.text.en },
        out: { ...entry.values },
      })),
    );
  }
}

function isBornIn({ bornFrom, bornTo }: Information, { birth }: Case): boolean {
  if (bornFrom === null && bornTo === null) return true;
  return birth !== null && birth >= (bornFrom ?? birth) && birth <= (bornTo ?? birth);
}
